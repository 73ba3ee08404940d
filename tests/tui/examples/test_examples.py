"""How many examples do you need? Played by keys and mouse in the real game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.shell.page import PageScreen
from tests.game.matches import article, bundled, quickly, two_questions
from tests.tui.learner import Learning
from tests.tui.reading import columns_of
from tests.tui.story import Player

Compare = Callable[[Player, str], None]


async def test_from_the_first_example_to_the_verdict(learning: Learning) -> None:
    async with learning(article()) as player:
        assert player.says("How many examples do you need?", "example 1 of 4")
        assert "Nothing counts here." in player.part("#words")
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
        assert words.startswith("You both got it: it is 1. After 4 examples: you +96 · neuron +100")
        assert player.screen.learning.guesses == (Fraction(1, 10), *[Fraction(9, 10)] * 3)
        assert "neuron 0.9999" in player.part("#guesses")
        assert "you +96 the answer is 1 neuron +100" in player.part("#guesses")
        await player.press("v")
        assert isinstance(player.app.screen, PageScreen)
        page = player.part("#page")
        assert "The rule The output copies the leftmost input." in page
        assert "both at least 0.90 sure of the right answer from example 2 on." in page


@pytest.mark.everyday
async def test_the_neuron_s_belief_is_seen_only_when_the_guess_stands_and_is_kept(learning: Learning) -> None:
    async with learning(bundled("threshold/vote")) as player:
        await player.guess("1")
        with player.journal_held():
            await player.until(lambda: player.screen.answering.neuron.trained == 2)
            belief = f"{player.screen.answering.neuron.belief(2):.4f}"
            await player.settle()
            assert not player.says(belief), "trained on these rows, it waits for the guess"
            await player.press("enter")
            assert "you 0.90, the answers are being kept" in player.part("#words")
            assert player.says("example 3 of 5")
            assert not player.says(belief), "it is not kept yet"
        await player.answered()
        assert f"neuron {belief}" in player.part("#words")
        assert len(player.journal.answers()) == 2


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
        assert "e verdict" not in player.lines[-1]
        await player.press("end")
        assert player.says("example 1 of 4"), "there is nothing to end yet"
        await player.guess("1")
        await player.press("end")
        await player.answered()
        assert "After 1 example: you +96 · neuron" in player.part("#words")
        assert player.says("Enter home", "a again", "Esc back")
        await player.press("0", "right", "end")
        assert "After 1 example: you +96 · neuron" in player.part("#words")
        await player.press("a")
        assert player.says("example 1 of 4")
        assert "Nothing counts here." in player.part("#words")
        assert "you know 1 example, the neuron none" in player.part("#guesses")
        await player.guess("0")
        guesses = [answer.guess for answer in player.journal.answers()]
        assert guesses == [Fraction(9, 10), Fraction(9, 10), Fraction(1, 10)], "the verdict's guess is twice"


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
        await player.click("End verdict", last=True)
        await player.answered()
        assert "After 1 example" in player.part("#words")
        await player.click("a again", last=True)
        assert player.says("example 1 of 4")
        await player.click("Esc back")
        assert isinstance(player.app.screen, HomeScreen)


async def test_of_several_questions_the_first_is_asked(learning: Learning) -> None:
    async with learning(two_questions()) as player:
        assert "■ ■ □ ???" in player.part("#questions")
        assert "□ ■ □" not in player.part("#questions")


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
        assert player.says("After 4 examples", "the answer is 1", "neuron 0.9999", "? all keys")
        for name in ("#puzzle", "#beliefs", "#guesses"):
            region = player.screen.query_one(name).region
            assert 0 <= region.x < region.right <= size[0]
            assert 0 <= region.y < region.bottom < size[1]


@pytest.mark.slow
async def test_help_is_about_this_mode(learning: Learning) -> None:
    async with learning(article(), size=(80, 50)) as player:
        await player.press("question_mark")
        assert "no more: the verdict" not in player.part("#page").split("Keys of other moments")[0]
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
    vote = bundled("threshold/vote")
    counted = replace(vote.questions[0], answer=1)
    decided = replace(vote, questions=(counted,), rule="It passes when at least two of the three say yes.")
    async with learning(decided, size=(120, 40)) as player:
        await player.press("f2")
        for key in ("1", "0", "0", "left", "1"):
            await player.guess(key)
        looks_as_accepted(player, "examples-verdict-by-day-120x40")
