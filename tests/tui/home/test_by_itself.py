"""The course's last chapter on home: small games, which have no names before they were played."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.game.course.search import Search
from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.arcade.screen import ArcadeScreen
from neuron_tui.tui.home.by_itself import following, game_of, game_options, option_of
from neuron_tui.tui.home.screen import HomeScreen
from tests.game.journal.test_rounds import a_round
from tests.tui.scoring import answer
from tests.tui.story import in_front_of, playing, write


def listed(progress: CourseProgress | None, typed: str = "") -> list[str]:
    """The games' lines, of those that are searched for."""
    search = Search.among(typed, (), {}) if typed else None
    return [str(option.prompt).strip() for option in game_options(progress, search) if option.id]


def test_before_a_game_was_played_nothing_names_it() -> None:
    assert listed(None) == ["First game", "Second game", "Third game", "Fourth game"]
    assert listed(None, "catch") == []
    assert listed(None, "second") == ["Second game"]


def test_a_game_that_was_played_has_its_title_and_the_mark() -> None:
    played = CourseProgress(games=frozenset({"road", "a game of a later version"}))
    assert listed(played) == ["First game", "\u2022 Road", "Third game", "Fourth game"]
    assert listed(played, "road") == ["\u2022 Road"]
    assert listed(played, "by itself") == listed(played)


def test_the_games_come_after_the_last_puzzle_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, "apple.yaml")
    shelf = Shelf([Folder(tmp_path, "bundled")])
    assert [entry.id for entry in shelf] == ["apple"]
    played = CourseProgress(frozenset({"apple"}))
    assert following(shelf, CourseProgress(), by_itself=True) == (None, "")
    assert following(shelf, played, by_itself=False) == (None, "")
    assert following(shelf, played, by_itself=True) == (option_of("catch"), "First game")
    some = replace(played, games=frozenset({"catch", "snake"}))
    assert following(shelf, some, by_itself=True) == (option_of("road"), "Second game")
    every = replace(played, games=frozenset(game.id for game in GAMES))
    assert following(shelf, every, by_itself=True) == (None, "")


def test_no_file_is_taken_for_a_game() -> None:
    assert [game_of(option_of(game.id)) for game in GAMES] == [game.id for game in GAMES]
    for path in (None, "catch", "by itself: chess", "by itself: catch.yaml", "/home/ann/by itself: catch"):
        assert game_of(path) is None


async def test_a_game_is_looked_at_played_and_named_afterwards(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    async with playing(bundled_puzzles(), journal=journal.path, name="Ann") as player:
        await player.until(lambda: "0 of 7" in player.part("#list"))
        await player.press("end", "up", "up", "up")
        assert "By itself 0 of 4 \u25b8 First game" in player.part("#list")
        assert "You play ten games." in player.part("#preview")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, ArcadeScreen))
        journal.keep([a_round("Ann")])
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: "By itself 1 of 4" in player.part("#list"))
        assert "\u25b8 \u2022 Catch" in player.part("#list")
        assert "Catch By itself \u00b7 1 of 4 \u2022 played" in player.part("#preview")


async def test_after_the_last_puzzle_the_first_game_comes_next(tmp_path: Path) -> None:
    there = Shelf([Folder(bundled_puzzles(), "bundled")])
    assert list(there), "all are read"
    journal = Journal(tmp_path / "journal.sqlite3")
    *most, last = [
        [
            answer(id, player="Ann", question=str(place), content=content_of(puzzle))
            for place in range(max(len(puzzle.questions), 1))
        ]
        for id, puzzle in there.puzzles().items()
    ]
    journal.keep([kept for each in most for kept in each])
    async with playing(bundled_puzzles(), journal=journal.path, name="Ann") as player:
        await player.until(lambda: player.says("Continue: Type VI"))
        journal.keep(last)
        await player.press("t")
        await player.press("escape")
        await player.until(lambda: player.says("Continue: First game"))
        await player.press("space")
        await player.until(lambda: isinstance(player.app.screen, ArcadeScreen))


async def test_home_stands_on_the_game_that_was_asked_for(tmp_path: Path) -> None:
    app = NeuronApp([Folder(bundled_puzzles(), "bundled")], tmp_path / "journal.sqlite3", "Ann", game="snake")
    async with in_front_of(app, (80, 24)) as player:
        await player.until(lambda: player.says("game 1 of 10"))
        await player.press("escape")
        await player.until(lambda: player.says("\u25b8 Third game"))
