"""How many examples do you need? What is kept of it, and how it is left: once, whatever comes between."""

from __future__ import annotations

from fractions import Fraction

import pytest
from textual.command import CommandPalette

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.content import content_of
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.shell.page import PageScreen
from neuron_tui.tui.shell.too_small import TooSmallScreen
from tests.game.matches import article, quickly
from tests.tui.learner import Learner, Learning

SHORT = quickly(article(), 50)


def at_home(player: Learner) -> bool:
    """Whether home is seen, with nothing left on or under it."""
    return player.app.screen_stack == [player.app.screen] and isinstance(player.app.screen, HomeScreen)


def match_is_practice(player: Learner) -> bool:
    """Whether this puzzle's match does not count any more."""
    return bool(Keeper(player.journal.path, "Ada").met(content_of(SHORT)))


async def test_every_guess_that_stands_is_kept_as_practice(learning: Learning) -> None:
    async with learning(SHORT) as player:
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


async def test_whoever_leaves_before_the_verdict_can_still_play_a_match_that_counts(
    learning: Learning,
) -> None:
    async with learning(SHORT) as player:
        assert "Once you have seen the verdict, this puzzle's match is practice" in player.part("#words")
        for _ in range(3):
            await player.guess("1")
        assert "Once you have seen the verdict" in player.part("#words"), "said before each guess"
        assert not match_is_practice(player)
        await player.press("escape")
        await player.until(lambda: at_home(player))
        assert len(player.journal.answers()) == 3
        assert not match_is_practice(player)


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("1", "enter", "end"), ("1", *["enter"] * 4)], ids=["enough", "all"])
async def test_the_verdict_is_seen_only_when_it_is_kept_that_the_match_is_practice(
    keys: tuple[str, ...], learning: Learning
) -> None:
    async with learning(SHORT) as player:
        with player.journal_held():
            await player.press(*keys)
            await player.until(lambda: player.screen.answering.keeping)
            await player.settle()
            assert player.part("#words") == "The answers are being kept. A moment."
            assert not player.says("The rule")
        await player.until(lambda: player.screen.answering.solved)
        assert match_is_practice(player)
        await player.press("a")
        assert player.says("Nothing counts here.")
        assert "verdict" not in player.part("#words"), "it is practice already"


@pytest.mark.slow
async def test_a_puzzle_that_is_known_warns_of_nothing(learning: Learning) -> None:
    async with learning(SHORT) as player:
        await player.guess("1")
        await player.press("end")
        await player.answered()
    async with learning(SHORT) as player:
        assert player.says("Nothing counts here.")
        assert "verdict" not in player.part("#words")


@pytest.mark.slow
async def test_enter_after_the_verdict_goes_home(learning: Learning) -> None:
    async with learning(SHORT) as player:
        await player.guess("1")
        await player.press("end")
        await player.answered()
        await player.click("Enter home")
        assert at_home(player)


@pytest.mark.slow
async def test_leaving_waits_until_the_guesses_are_kept(learning: Learning) -> None:
    async with learning(SHORT) as player:
        with player.journal_held():
            await player.press("1", "enter", "enter", "escape")
            assert "Your guesses are being kept." in player.part("#words")
            await player.press("0", "enter", "end", "n")
            assert player.screen.learning.guesses == (Fraction(9, 10),) * 2, "it is being left"
        await player.until(lambda: at_home(player))
        assert len(player.journal.answers()) == 2


async def test_escape_once_more_does_not_wait_and_leaves_once(learning: Learning) -> None:
    async with learning(SHORT) as player:
        with player.journal_held():
            await player.press("1", "enter")
            await player.until(lambda: player.screen.answering.keeping)
            await player.press("escape", "escape", "escape")
            assert at_home(player)
        await player.settle()
        assert at_home(player)
        keeper = player.app.counting.keeper  # closed when the game is left
        await player.until(lambda: not keeper.close() and len(player.journal.answers()) == 1)


@pytest.mark.parametrize(
    "cover",
    [
        "palette",
        pytest.param("help", marks=pytest.mark.slow),
        pytest.param("too small", marks=pytest.mark.slow),
    ],
)
async def test_what_covers_it_meanwhile_stays_and_then_it_is_left(cover: str, learning: Learning) -> None:
    async with learning(SHORT) as player:
        screen = player.screen
        with player.journal_held():
            await player.press("1", "enter", "escape")
            if cover == "too small":
                await player.resize(50, 20)
            else:
                await player.press("ctrl+p" if cover == "palette" else "question_mark")
            covering = player.app.screen
            assert isinstance(covering, CommandPalette | PageScreen | TooSmallScreen)
        await player.until(lambda: screen.answering.kept == 1)
        await player.settle()
        assert player.app.screen is covering
        if cover == "too small":
            await player.resize(80, 24)
        else:
            await player.press("escape")
        await player.until(lambda: at_home(player))
        await player.press("escape")
        assert at_home(player)
