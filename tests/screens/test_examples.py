"""How many examples do you need? Played by keys and mouse in the real game."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.screens.examples.screen import ExamplesScreen
from neuron_tui.screens.home import HomeScreen
from neuron_tui.screens.page import PageScreen
from tests.game.matches import article, bundled, quickly, two_questions
from tests.screens.story import Player, playing
from tests.widgets.reading import columns_of

Compare = Callable[[Player, str], None]


@dataclass
class Learner(Player):
    """A player in this mode, who takes three seconds for each guess."""

    journal: Journal
    now: float = 1_000.0

    @property
    def screen(self) -> ExamplesScreen:
        """The screen that must be this mode's now."""
        assert isinstance(self.app.screen, ExamplesScreen), self.app.screen
        return self.app.screen

    async def answered(self) -> None:
        """Wait until the neuron has answered whatever the player has, and both is shown."""
        await self.until(lambda: self.screen.kept == len(self.screen.learning.guesses))
        await self.settle()

    async def guess(self, *keys: str) -> None:
        """Press these keys and Enter, and wait for the neuron's answer."""
        self.now += 3
        await self.press(*keys, "enter")
        await self.answered()


class Learning(Protocol):
    """Puts this mode on the screen of the real game, with a journal in a folder of its own."""

    def __call__(
        self, puzzle: Puzzle, *, size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Learner]: ...


@pytest.fixture
def learning(tmp_path: Path) -> Learning:
    """The mode, with a journal at `journal.sqlite3` in the test's folder."""

    @asynccontextmanager
    async def begin(puzzle: Puzzle, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Learner]:
        path = tmp_path / "journal.sqlite3"
        async with playing(bundled_puzzles(), size=size) as player:
            learner = Learner(player.app, player.pilot, Journal(path))
            screen = ExamplesScreen(puzzle, "a/b", Keeper(path, "Ada"), lambda: learner.now)
            await learner.app.push_screen(screen)
            await learner.settle()
            yield learner

    return begin


async def test_from_the_first_example_to_the_verdict(learning: Learning) -> None:
    async with learning(article()) as player:
        assert player.says("How many examples do you need?", "example 1 of 4")
        assert "This is practice." in player.part("#words")
        assert "1 □ □ ■ 0" in player.part("#examples")
        assert "2 " not in player.part("#examples")
        await player.guess("0")
        assert player.says("example 2 of 4")
        assert "With 1 example: you 0.10, neuron" in player.part("#words")
        assert "2 ■ ■ ■ 1" in player.part("#examples")
        await player.guess("1")
        await player.guess()
        assert not player.says("The rule")
        await player.guess()
        words = player.part("#words")
        assert words.startswith("After 4 examples: you 96, neuron 100: it was surer.")
        assert player.screen.learning.guesses == (Fraction(1, 10), *[Fraction(9, 10)] * 3)
        assert "the answer is 1" in player.part("#beliefs")
        assert "neuron 0.9999" in player.part("#guesses")
        assert "you +96 the answer is 1 neuron +100" in player.part("#guesses")
        await player.press("p")
        assert isinstance(player.app.screen, PageScreen)
        page = player.part("#page")
        assert "The rule The output copies the leftmost input." in page
        assert "with example 2: right at 0.80 or surer from then on." in page


async def test_the_neuron_s_belief_is_seen_only_when_the_guess_stands_and_is_kept(learning: Learning) -> None:
    async with learning(bundled("threshold/vote")) as player:
        player.journal.keep([])
        await player.guess("1")
        with closing(sqlite3.connect(player.journal.path)) as other:
            other.execute("BEGIN EXCLUSIVE")  # another program holds the file
            await player.until(lambda: player.screen.neuron.trained == 2)
            belief = f"{player.screen.neuron.belief(2, 0):.4f}"
            await player.settle()
            assert not player.says(belief), "trained on these rows, it waits for the guess"
            await player.press("enter")
            assert "the neuron is training" in player.part("#words")
            assert player.says("example 3 of 5")
            assert not player.says(belief), "it is not kept yet"
            other.rollback()
        await player.answered()
        assert f"neuron {belief}" in player.part("#words")
        assert len(player.journal.answers()) == 2


async def test_every_guess_that_stands_is_kept_as_practice(learning: Learning) -> None:
    async with learning(quickly(article(), 50)) as player:
        await player.guess("1")
        await player.guess("left")
        await player.press("0", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        first, second = player.journal.answers()
        assert (first.guess, second.guess) == (Fraction(9, 10), Fraction(17, 20)), "the third never stood"
        assert [answer.counts for answer in (first, second)] == [False, False]
        assert (first.player, first.puzzle, first.question, first.right) == ("Ada", "a/b", "1 0 0", 1)
        assert (first.seconds, first.time, second.time) == (3, 1_003, 1_006)
        assert len(first.id) == 32
        assert first.id != second.id


@pytest.mark.slow
async def test_leaving_while_the_neuron_is_still_training_keeps_the_guess(learning: Learning) -> None:
    async with learning(article()) as player:
        await player.press("1", "enter", "enter", "enter", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert len(player.journal.answers()) == 3


async def test_what_can_not_be_kept_is_said_and_the_game_goes_on(learning: Learning) -> None:
    async with learning(quickly(article(), 50)) as player:
        player.journal.path.mkdir()  # a folder stands where the file should be
        await player.guess("1")
        assert player.says("Your answers can't be kept")
        await player.guess()
        assert "With 2 examples: you 0.90, neuron" in player.part("#words")
        player.journal.path.rmdir()
        await player.guess()
        assert len(player.journal.answers()) == 3, "what was held back is kept, too"


async def test_enough_ends_it_and_again_begins_anew(learning: Learning) -> None:
    async with learning(article()) as player:
        assert not player.says("enough")
        await player.press("e")
        assert player.says("example 1 of 4"), "there is nothing to end yet"
        await player.guess("1")
        await player.press("e")
        assert player.part("#words").startswith("After 1 example: you 96, neuron")
        assert player.says("a again", "Esc back")
        await player.press("0", "enter", "right", "e")
        assert player.part("#words").startswith("After 1 example: you 96, neuron")
        await player.press("a")
        assert player.says("example 1 of 4")
        assert "This is practice." in player.part("#words")
        assert "neuron 0.4586" in player.part("#guesses"), "its random start again: 1 / (1 + e^0.16595599)"
        await player.guess("0")
        assert [answer.guess for answer in player.journal.answers()] == [Fraction(9, 10), Fraction(1, 10)]


async def test_enter_without_a_guess_says_what_to_do_first(learning: Learning) -> None:
    async with learning(article()) as player:
        await player.press("enter")
        assert player.says("Press 0 or 1 first", "example 1 of 4")


@pytest.mark.slow
async def test_everything_goes_by_mouse(learning: Learning) -> None:
    async with learning(article()) as player:
        scale = player.screen.query_one("#guesses").region
        await player.pilot.click("#guesses", offset=(scale.width - 6, 2))
        await player.settle()
        assert player.screen.learning.guess is not None
        assert player.screen.learning.guess > Fraction(4, 5)
        await player.click("Enter done")
        await player.answered()
        assert player.says("example 2 of 4")
        await player.click("1 □")
        assert "▸1" in player.part("#examples")
        await player.click("e enough", last=True)
        assert player.part("#words").startswith("After 1 example")
        await player.click("a again", last=True)
        assert player.says("example 1 of 4")
        await player.click("Esc back")
        assert isinstance(player.app.screen, HomeScreen)


async def test_of_several_questions_one_is_chosen_before_the_first_guess(learning: Learning) -> None:
    async with learning(two_questions()) as player:
        assert "■ ■ □ ???" in player.part("#questions")
        await player.press("1", "q")
        assert "□ ■ □ ???" in player.part("#questions")
        assert "another question (2 of 2)" in player.part("#words")
        await player.guess("0")
        await player.press("q")
        assert "□ ■ □ ???" in player.part("#questions")
        assert player.journal.answers()[0].question == "0 1 0"


@pytest.mark.slow
async def test_a_long_training_is_shortened_and_says_so(learning: Learning) -> None:
    async with learning(quickly(article(), 500_000)) as player:
        assert "for 10,000 iterations instead of 500,000." in player.part("#words")
    async with learning(article()) as player:
        assert "10,000" not in player.part("#words")


@pytest.mark.slow
async def test_nothing_jumps_while_rows_appear(learning: Learning) -> None:
    async with learning(bundled("never/long-hall")) as player:
        places = {name: player.screen.query_one(name).region for name in ("#questions", "#words", "#beliefs")}
        column = player.find("□")[0]
        while not player.screen.learning.finished:
            for name, region in places.items():
                assert player.screen.query_one(name).region == region
            assert player.find("□")[0] == column
            await player.guess("1")


@pytest.mark.slow
async def test_a_long_table_follows_its_newest_row(learning: Learning) -> None:
    rows = bundled("article/mystery-itch")
    many = quickly(replace(rows, examples=rows.examples * 8), 5)
    async with learning(many) as player:
        for _ in range(20):
            await player.guess("1")
        assert "▸21" in player.part("#examples")
        await player.press(*["up"] * 20)
        assert "▸ 1" in player.part("#examples")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)], ids=str)
async def test_every_size_has_room_for_everything(size: tuple[int, int], learning: Learning) -> None:
    async with learning(article(), size=size) as player:
        for _ in range(4):
            await player.guess("1")
        assert all(columns_of(line) == size[0] for line in player.lines)
        assert player.says("After 4 examples", "the answer is 1", "neuron 0.9999", "? help")
        for name in ("#puzzle", "#beliefs", "#guesses"):
            region = player.screen.query_one(name).region
            assert 0 <= region.x < region.right <= size[0]
            assert 0 <= region.y < region.bottom < size[1]


@pytest.mark.slow
async def test_help_is_about_this_mode(learning: Learning) -> None:
    async with learning(article(), size=(80, 50)) as player:
        await player.press("question_mark")
        assert "no more examples" not in player.part("#page").split("Keys of other moments")[0]
        assert "trained on them from scratch" in player.part("#page")
        await player.press("escape")
        assert player.says("example 1 of 4")


async def test_it_looks_as_accepted(looks_as_accepted: Compare, learning: Learning) -> None:
    async with learning(bundled("threshold/vote")) as player:
        looks_as_accepted(player, "examples-first-80x24")
        await player.guess("1")
        await player.guess("0")
        await player.press("right")
        looks_as_accepted(player, "examples-guess-80x24")


@pytest.mark.slow
async def test_its_verdict_looks_as_accepted_by_day(looks_as_accepted: Compare, learning: Learning) -> None:
    async with learning(bundled("threshold/vote"), size=(120, 40)) as player:
        await player.press("f2")
        for key in ("1", "0", "0", "left", "1"):
            await player.guess(key)
        looks_as_accepted(player, "examples-verdict-by-day-120x40")
