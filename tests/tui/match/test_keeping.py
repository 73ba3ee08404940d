"""Every answer is in the journal before anyone sees the end, and what is in it counts."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui import __version__
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.match.match import Phase
from neuron_tui.neuron import Recording, train
from neuron_tui.puzzle.content import content_of
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match import keep_answers
from tests.tui.story import PATIENCE, Player, playing, write


def kept(path: Path) -> int:
    """How many answers are in the journal's file."""
    return sum(Journal(path).answered().values())


async def home_again(player: Player) -> None:
    await player.press("escape")
    await player.until(lambda: isinstance(player.app.screen, HomeScreen))
    await player.settle()


async def test_an_answer_is_kept_with_all_that_went_into_it(tmp_path: Path) -> None:
    write(tmp_path / "p" / "1-chapter", "a.yaml", questions="1 0 0 -> 1, 0 0 0 -> 0")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.verdict("1", "enter", "h", "0", "0")
        puzzle = player.match.puzzle
        outputs = [result.neuron_guess for result in player.match.match.results()]
    second, first = sorted(Journal(file).answers(), key=lambda answer: answer.question)
    assert (first.player, first.puzzle, first.content) == ("Ann", "chapter/a", content_of(puzzle))
    assert (first.question, second.question) == ("1 0 0", "0 0 0")
    assert (first.guess, second.guess) == (Fraction(9, 10), Fraction(0))
    assert (first.right, second.right) == (1, 0)
    assert (first.hints, second.hints) == (0, 1)
    assert [first.neuron_guess, second.neuron_guess] == outputs
    assert first.attempt == second.attempt == 1
    assert first.seconds >= 0
    assert second.seconds >= 0
    assert (first.mode, first.version) == ("match", __version__)


@pytest.mark.everyday
async def test_it_is_kept_before_the_last_iteration_is_seen(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.train()
        await player.until(lambda: kept(file) == 1)
        assert player.match.iteration == 0
        assert player.phase is Phase.TRAIN


async def test_a_guess_is_kept_as_soon_as_it_stands_and_not_before(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml", questions="1 0 0 -> 1, 0 0 0 -> 0")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.play()
        await player.press("1")
        await player.until(lambda: player.match.recording.complete)
        await player.settle()
        assert not file.exists()
        await player.press("enter", "1")
        await player.until(lambda: kept(file) == 1)
        await player.press("escape")
        assert player.says("Esc once more leaves the match"), "one answer stands already"
        await home_again(player)
        assert player.says("0 of 1"), "what was left half-way was not played"
    (answer,) = Journal(file).answers()
    assert (answer.question, answer.guess) == ("1 0 0", Fraction(9, 10))


async def test_a_guess_that_stands_is_kept_whatever_the_neuron_still_has_to_learn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_answers, "LEAVING_SECONDS", PATIENCE)
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.play()
        match = player.match.match
        training = match.recording.training
        player.match.match = replace(match, recording=Recording(training))  # as if the neuron were slow
        await player.press("1", "enter")
        assert not file.exists()
    async with asyncio.timeout(PATIENCE):
        while not kept(file):
            await asyncio.sleep(0.01)
    (answer,) = Journal(file).answers()
    (learned,) = training.model.think(train(training)[-1], match.puzzle.question_inputs())
    assert (answer.guess, answer.neuron_guess) == (Fraction(9, 10), learned)


async def test_while_another_program_holds_the_journal_the_last_iteration_waits(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        player.app.counting.keeper = Keeper(file, "Ann", patience=PATIENCE)
        await player.verdict()
        await player.press("a")
        await player.until(lambda: player.phase is Phase.LOOK and player.match.recording.complete)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await player.press("1", "enter", "end")
        last = player.match.match.recording.training.iterations
        assert player.match.iteration == last - 1
        assert not player.says("the answer is 1")
        other.execute("COMMIT")
        other.close()
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert player.match.iteration == last
        assert kept(file) == 2


async def test_only_the_first_attempt_counts_and_the_next_is_called_practice(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.verdict("0")
        assert player.says("points you −224")
        assert not player.says("practice")
        before = player.match
        await player.press("a")
        await player.until(lambda: player.app.screen is not before and player.says("practice"))
        await player.until(lambda: player.match.recording.complete)
        await player.press("1", "1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert player.says("points you −224")
    assert [answer.attempt for answer in Journal(file).answers()] == [1, 2]


@pytest.mark.slow
async def test_a_journal_that_remembers_slowly_does_not_take_a_match_for_practice(tmp_path: Path) -> None:
    class SlowKeeper(Keeper):
        remembers = threading.Event()

        def met(self, content: str) -> frozenset[str]:
            self.remembers.wait(PATIENCE)
            return super().met(content)

    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        player.app.counting.keeper = keeper = SlowKeeper(file, "Ann")
        await player.play()
        await player.press("1", "enter", "end")
        assert kept(file) == 0
        keeper.remembers.set()
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert kept(file) == 1
        assert not player.says("practice")


async def test_it_is_called_practice_only_where_no_question_counts_any_more(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml", questions="1 0 0 -> 1, 0 0 0 -> 0")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.press("u")  # its first question, example by example
        await player.until(lambda: player.says("example 1 of 4"))
        await player.press("1", "enter", "end")
        await player.until(lambda: player.says("After 1 example"))
        await home_again(player)
        await player.verdict("0", "enter", "0")
        assert not player.says("practice")
        assert player.says("points you 96"), "the second question counts: 100 - 400 * 0.1^2"
        before = player.match
        await player.press("a")
        await player.until(lambda: player.app.screen is not before and player.says("practice"))


async def test_the_seconds_of_each_guess_begin_when_its_question_is_asked(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml", questions="1 0 0 -> 1, 0 0 0 -> 0")
    now = 100.0
    async with playing(tmp_path / "p", journal=tmp_path / "journal.sqlite3") as player:
        await player.play()
        player.match.clock = lambda: now
        await player.press("1", "enter")
        now += 7
        await player.press("0", "enter")
        thoughts = player.match.match.thoughts
    assert thoughts[1].seconds == 7


async def test_points_and_marks_are_there_when_the_game_is_opened_again(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        assert not player.says("points"), "there are none yet"
        await player.verdict()
    async with playing(tmp_path / "p", journal=file) as player:
        await player.until(lambda: player.says("points you 96"))
        assert player.says("✓ Quick")
    async with playing(tmp_path / "p", journal=file, name="Bob") as player:
        await player.until(lambda: player.says("0 of 1"))
        assert not player.says("✓ Quick")


@pytest.mark.slow
async def test_a_puzzle_that_asks_something_else_now_counts_anew(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.verdict()
    write(tmp_path / "p", "a.yaml", questions="1 1 0 -> 1")
    async with playing(tmp_path / "p", journal=file) as player:
        await player.verdict()
        assert not player.says("practice")
        assert player.says("points you 192")
    old, new = Journal(file).answers()  # in the order of time
    assert old.content != new.content
    assert (old.attempt, new.attempt) == (1, 1)


async def test_where_nothing_can_be_kept_the_game_says_so_once_and_plays_on(tmp_path: Path) -> None:
    write(tmp_path / "p", "1-a.yaml", "First")
    write(tmp_path / "p", "2-b.yaml", "Second", iterations=61)
    file = tmp_path / "journal.sqlite3"
    file.mkdir()
    async with playing(tmp_path / "p", journal=file) as player:
        await player.until(lambda: player.says("Your answers can't be kept"))
        await player.verdict()
        assert player.says("points you 96")
        before = player.match
        await player.press("enter")
        await player.until(lambda: player.app.screen is not before)
        await player.until(lambda: player.match.recording.complete)
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert player.says("points you 192"), "what is held back counts"
    assert not list(file.iterdir())


@pytest.mark.slow
async def test_a_match_that_is_left_once_both_have_answered_has_been_counted(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    file = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "p", journal=file) as player:
        await player.train()
        await player.until(lambda: kept(file) == 1)
        await player.press("escape", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen) and player.says("points you 96"))


async def test_a_count_that_comes_late_tells_no_points_before_the_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, journal=tmp_path / "journal.sqlite3") as player:
        await player.train("1", "1")
        await player.until(lambda: kept(tmp_path / "journal.sqlite3") == 1)
        player.app.post_message(HomeScreen.AllRead())
        await player.until(lambda: player.app.counting.tally.you == 100)
        assert player.says("you 0 neuron 0")
