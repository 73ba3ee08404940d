"""How far the player is: marks on home, where the course goes on, and chapters that are known already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match.screen import MatchScreen
from tests.tui.scoring import answer
from tests.tui.story import Player, playing, write

pytestmark = pytest.mark.slow


def shelf(folder: Path) -> Path:
    """Four puzzles in two chapters."""
    for place, id in enumerate(("first/apple", "first/pear", "second/plum", "second/fig")):
        chapter, name = id.split("/")
        path = f"{1 + place // 2}-{chapter}/{1 + place % 2:02}-{name}.yaml"
        write(folder / "puzzles", path, name.capitalize(), iterations=60 + place)
    return folder / "puzzles"


def contents(puzzles: Path) -> dict[str, str]:
    """What each puzzle asks, by its id."""
    there = Shelf([Folder(puzzles, "bundled")])
    assert list(there), "all are read"
    return {id: content_of(puzzle) for id, puzzle in there.puzzles().items()}


@asynccontextmanager
async def at_home(
    folder: Path, *played: str, size: tuple[int, int] = (80, 24), guess: str = "0.9", neuron: float = 0.5
) -> AsyncIterator[Player]:
    """Ann at home, who has played these puzzles; the journal is read, and so are the files."""
    journal, puzzles = folder / "journal.sqlite3", shelf(folder)
    asks = contents(puzzles)
    kept = [answer(id, guess, neuron, player="Ann", question="1 0 0", content=asks[id]) for id in played]
    if kept:
        Journal(journal).keep(kept)
    async with playing(puzzles, size=size, journal=journal) as player:
        if kept:
            await player.until(lambda: any(mark in player.part("#list") for mark in "\u2713\u2022"))
        await player.settle()
        yield player


def selected(player: Player) -> str:
    """The title at the top of the preview."""
    return player.part("#above").split()[0]


async def test_at_first_nothing_is_marked_and_the_first_puzzle_is_selected(tmp_path: Path) -> None:
    async with at_home(tmp_path) as player:
        assert player.part("#list") == "First 0 of 2 \u25b8 Apple Pear Second 0 of 2 Plum Fig"
        assert selected(player) == "Apple"
        assert not player.says("Continue")
        assert not player.says("c continue")


async def test_what_was_played_and_won_is_marked_and_counted(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple") as player:
        assert player.part("#list") == "First 1 of 2 \u2713 Apple \u25b8 Pear Second 0 of 2 Plum Fig"
        await player.press("up")
        assert "\u2713 got it" in player.part("#preview")


async def test_what_was_lost_is_marked_as_played(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple", guess="0.4") as player:
        assert player.part("#list") == "First 1 of 2 \u2022 Apple \u25b8 Pear Second 0 of 2 Plum Fig"
        await player.press("up")
        assert "\u2022 played" in player.part("#preview")


async def test_the_game_goes_on_with_the_first_puzzle_that_was_not_played(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple", "second/plum") as player:
        await player.until(lambda: player.says("Continue: Pear"))
        assert selected(player) == "Pear"
        await player.play()
        assert player.match.puzzle.title == "Pear"


@pytest.mark.parametrize("by", ["key", "mouse"])
async def test_space_and_a_click_on_it_play_it_from_anywhere(by: str, tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple", "first/pear") as player:
        await player.until(lambda: selected(player) == "Plum")
        await player.press("home")
        assert selected(player) == "Apple"
        await (player.press("space") if by == "key" else player.click("continue"))
        await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        assert player.match.puzzle.title == "Plum"


async def test_whoever_has_gone_somewhere_else_is_left_there(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple") as player:
        await player.until(lambda: selected(player) == "Pear")
        await player.press("down", "down")
        Journal(tmp_path / "journal.sqlite3").keep([answer("first/pear", player="Ann", question="1 0 0")])
        await player.press("f5")
        await player.until(lambda: player.says("Continue: Plum"))
        assert selected(player) == "Fig"


async def test_when_all_is_played_there_is_nothing_to_continue(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple", "first/pear", "second/plum", "second/fig") as player:
        assert selected(player) == "Apple"
        assert not player.says("Continue")
        await player.press("space")
        assert selected(player) == "Apple"


async def test_what_is_played_now_is_marked_on_coming_home_and_the_next_one_is_named(tmp_path: Path) -> None:
    async with at_home(tmp_path) as player:
        await player.verdict("1", "1")
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: player.says("Continue: Pear"))
        assert "1 of 2" in player.part("#list")
        assert selected(player) == "Apple", "home is as the game left it"


async def test_the_last_puzzle_first_sure_and_right_marks_the_chapter_as_known(tmp_path: Path) -> None:
    async with at_home(tmp_path) as player:
        await player.press("end")
        assert "Do you know this chapter already?" in player.part("#preview")
        await player.verdict("1")
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: "Second known 1 of 2" in player.part("#list"))
        assert "Do you know this chapter already?" not in player.part("#preview")
        assert "First 0 of 2" in player.part("#list")


async def test_a_chapter_that_is_known_is_marked_from_the_start(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/pear") as player:
        await player.until(lambda: "First known 1 of 2" in player.part("#list"))


async def test_another_player_has_a_progress_of_their_own(tmp_path: Path) -> None:
    Journal(tmp_path / "journal.sqlite3").keep(
        [answer(id, player="Bob", question="1 0 0") for id in ("first/apple", "first/pear")]
    )
    async with at_home(tmp_path, "first/apple") as player:
        await player.until(lambda: selected(player) == "Pear")
        await player.press("y")
        await player.until(lambda: player.says("Bob"))
        await player.press("ctrl+a", "B", "o", "b", "enter")
        await player.until(lambda: player.says("Continue: Plum"))
        assert selected(player) == "Plum"


async def test_a_puzzle_that_was_played_under_another_name_is_marked_and_is_practice(tmp_path: Path) -> None:
    journal, asks = tmp_path / "journal.sqlite3", contents(shelf(tmp_path))
    Journal(journal).keep(
        [answer("orchard/plum", player="Ann", question="1 0 0", content=asks["second/plum"])]
    )
    async with playing(tmp_path / "puzzles", journal=journal) as player:
        await player.until(lambda: "\u2713 Plum" in player.part("#list"))
        assert player.says("Continue: Apple")
        await player.press("t")
        await player.until(lambda: player.says("1 answer"))
        await player.click("Table")
        await player.until(lambda: player.says("Plum"))
        assert not player.says("orchard")
        await player.press("escape", "escape", "end", "up")
        await player.play()
        assert player.match.puzzle.title == "Plum"
        await player.until(lambda: player.says("practice"))


async def test_the_next_puzzle_may_be_gone_when_space_comes_right_after_f5(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple") as player:
        assert player.says("Continue: Pear")
        (tmp_path / "puzzles" / "1-first" / "02-pear.yaml").unlink()
        await player.press("f5", "space")
        await player.until(lambda: player.says("Continue: Plum"))
        await player.press("space")
        await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        assert player.match.puzzle.title == "Plum"


@pytest.mark.parametrize("size", [(80, 24), (99, 30), (100, 30), (160, 50)])
async def test_how_far_a_chapter_is_stands_at_the_end_of_its_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_home(tmp_path, "first/apple", size=(120, 40)) as player:
        await player.resize(*size)
        region = player.app.screen.query_one("#list").content_region
        line = next(line for line in player.lines if "First" in line)[region.x : region.right]
        assert line.rstrip("▁▂▃▄▅▆▇█ ").endswith("1 of 2")
        assert len(line.rstrip("▁▂▃▄▅▆▇█ ")) >= region.width - 3


async def test_a_long_title_of_a_chapter_leaves_room_for_it(tmp_path: Path) -> None:
    write(tmp_path, "long/a.yaml", "A")
    (tmp_path / "long/chapter.yaml").write_text("title: Everything that one neuron can never ever learn\n")
    async with playing(tmp_path) as player:
        assert "Everything that one neu\u2026 0 of 1 \u25b8 A" in player.part("#list")


async def test_typing_to_find_a_puzzle_is_not_interrupted(tmp_path: Path) -> None:
    async with at_home(tmp_path, "first/apple") as player:
        await player.press("slash")
        await player.press("f", "i", "g")
        assert selected(player) == "Fig"
        await player.press("f5")
        await player.until(lambda: player.says("4 puzzles"))
        assert selected(player) == "Fig"
        await player.press("c")
        assert player.part("#list") == "", "c is a letter while one types"
