"""From home into the other ways to play, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.home.screen import HomeScreen
from tests.game.journal.answers import answer
from tests.tui.story import Player, in_front_of, playing, write

ALL_EIGHT = """\
title: All eight
inputs: [a, b, c]
examples: [0 0 0 -> 0, 0 0 1 -> 0, 0 1 0 -> 0, 0 1 1 -> 0, 1 0 0 -> 1, 1 0 1 -> 1, 1 1 0 -> 1]
questions: [1 1 1 -> 1]
neuron: {threshold: true, iterations: 20}
"""


async def back_home(player: Player) -> None:
    await player.press("escape")
    await player.until(lambda: isinstance(player.app.screen, HomeScreen))
    await player.settle()


def raceable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.yaml").write_text(ALL_EIGHT, encoding="utf-8")


@pytest.mark.everyday
async def test_only_the_ways_that_a_puzzle_offers_are_in_the_line_of_keys(tmp_path: Path) -> None:
    raceable(tmp_path)
    write(tmp_path, "b.yaml")  # five of the eight rows, and a rule
    async with playing(tmp_path, size=(120, 30)) as player:
        assert player.says("Enter play n make / find t score table y who plays j race")
        assert player.lines[-1].endswith("? all keys  q leave ")
        await player.press("down")
        assert player.says("y who plays u how many examples")


def outputs_in(player: Player) -> list[str]:
    """What stands behind the number and the three inputs of each row in the preview."""
    return player.part("#examples").split()[4:][4::5]  # four names, then five cells in each row


@pytest.mark.everyday
async def test_a_puzzle_that_can_be_raced_is_previewed_without_its_answers(tmp_path: Path) -> None:
    raceable(tmp_path)
    write(tmp_path, "b.yaml")
    async with playing(tmp_path) as player:
        assert outputs_in(player) == ["·"] * 7
        assert "race (j) before you see them" in player.part("#below")
        await player.press("down")
        assert outputs_in(player) == ["0", "1", "1", "0"]
        assert "race" not in player.part("#below")


@pytest.mark.parametrize(
    ("key", "seen"),
    [("j", "You see a figure"), ("t", "Nothing is counted yet.")],
)
async def test_a_way_opens_once_however_often_its_key_is_pressed_and_escape_leads_home(
    key: str, seen: str, tmp_path: Path
) -> None:
    raceable(tmp_path)
    async with playing(tmp_path) as player:
        await player.press(key, key)
        await player.until(lambda: player.says(seen))
        await back_home(player)
        assert player.says("All eight")


async def test_letters_belong_to_the_field_while_something_is_looked_for(tmp_path: Path) -> None:
    raceable(tmp_path)
    write(tmp_path, "b.yaml", "Sesame")
    async with playing(tmp_path) as player:
        await player.press("slash")
        await player.press("s", "e", "s")
        assert isinstance(player.app.screen, HomeScreen)
        assert player.says("Sesame")
        assert not player.says("All eight")
        await player.press("down", "a", "m", "e")
        assert isinstance(player.app.screen, HomeScreen)
        assert player.says("sesame")


async def test_examples_whose_verdict_was_seen_make_the_match_practice(tmp_path: Path) -> None:
    write(tmp_path / "p", "b.yaml", iterations=20)
    async with playing(tmp_path / "p", journal=tmp_path / "journal.sqlite3") as player:
        await player.press("u")
        await player.until(lambda: player.says("example 1 of 4"))
        await player.press("1", "enter", "end")
        await player.until(lambda: player.says("After 1 example"))
        await back_home(player)
        assert not player.says("points"), "nothing was counted"
        await player.verdict()
        assert player.says("practice")
        assert player.says("points you 0 neuron 0")


async def test_examples_that_were_left_before_the_verdict_leave_the_match_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "p", "b.yaml", iterations=20)
    async with playing(tmp_path / "p", journal=tmp_path / "journal.sqlite3") as player:
        await player.press("u")
        await player.until(lambda: player.says("example 1 of 4"))
        await player.press("1", "enter")
        await player.until(lambda: player.says("example 2 of 4"))
        await back_home(player)
        assert not player.says("points"), "nothing was counted"
        await player.verdict()
        assert not player.says("practice")
        assert player.says("points you 96"), "100 * (1 - 4 * 0.1^2)"


async def test_a_picture_of_any_screen_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "p", "a.yaml")
    monkeypatch.chdir(tmp_path)
    async with playing(tmp_path / "p") as player:
        await player.play()
        await player.press("f3")
        await player.until(lambda: player.says("Save this screen as a picture"))
        await player.press("enter")
        await player.until(lambda: (tmp_path / "neuron-tui.svg").exists())
    picture = (tmp_path / "neuron-tui.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "Quick" in picture
    assert "Save&#160;this" not in picture


@pytest.mark.slow
async def test_another_player_is_named_on_home_and_has_points_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml", iterations=20)
    async with playing(tmp_path / "p", journal=tmp_path / "journal.sqlite3") as player:
        await player.verdict()
        await back_home(player)
        await player.until(lambda: player.says("points you 96"))
        await player.press("y")
        await player.until(lambda: player.says("Who plays?"))
        await player.press("ctrl+u")
        await player.press("B", "o", "b", "enter")
        await player.until(lambda: player.says("Bob and one neuron", "points you 0 neuron 0"))
        assert not player.says("✓ Quick")
        await player.verdict("1", "1")
        await back_home(player)
        await player.until(lambda: player.says("points you 100"))
        await player.press("y")
        await player.until(lambda: player.says("Others here: Ann"))
        await player.press("escape")
        assert player.says("points you 100")


@pytest.mark.slow
async def test_where_the_game_asks_who_plays_nothing_is_answered_before(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml", iterations=20)
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.keep([answer("Anna Berger"), answer("Ben")])
    app = NeuronApp([Folder(tmp_path / "p", "own")], journal.path, "login", ask=True)
    async with in_front_of(app, (80, 24)) as player:
        await player.until(lambda: player.says("Others here: Anna Berger, Ben", "Esc leave the game"))
        await player.press("enter")
        await player.press("a")
        await player.until(lambda: player.says("anna Berger"))
        await player.press("right")
        await player.press("enter")
        await player.verdict()
        await back_home(player)
        await player.until(lambda: player.says("Anna Berger and one neuron"))
    assert journal.answered() == {"Anna Berger": 2, "Ben": 1}
