"""The whole course in one sitting: every puzzle to its verdict, and on to the next.

The window is small and large by turns: it changes at every verdict, which must be whole at both sizes.
What is right is read from the puzzle files here, and points are reckoned by the rule that players are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from textual.geometry import Region

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.chapter_end.screen import ChapterEndScreen
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match.screen import MatchScreen
from tests.tui.course_stops import Question, Stop, stops
from tests.tui.reading import columns_of
from tests.tui.reckoning import Guess, foreseen, guess_for, possible, reckoned, written
from tests.tui.story import Player, playing

pytestmark = pytest.mark.slow

BESIDE_THE_COURSE = "Type I"
"""The first puzzle of the chapter that stands after the nine."""
SIZES = ((80, 24), (120, 40))
MOST_ROUNDS = 30
"""So often keys are pressed to see the end of a list or a text."""
FRAMES = str.maketrans(dict.fromkeys("│╭╮╰╯─▁▂▃▄▅▆▇█", " "))
"""Borders and scrollbars."""


@dataclass(frozen=True)
class Played:
    """What came of a puzzle: whether it must count as won, and its chapter as known if it is the last."""

    stop: Stop
    won: bool
    known: bool


def flat(text: str) -> str:
    """A text without its line breaks and frames."""
    return " ".join(text.translate(FRAMES).split())


def rows_in(player: Player, region: Region) -> list[str]:
    """The rows of the screen in a region."""
    strips = player.app.screen._compositor.render_strips()[region.y : region.bottom]
    return [strip.crop(region.x, region.right).text for strip in strips]


async def scrolled(player: Player, selector: str, *keys: str) -> list[str]:
    """All rows of a list or a text, scrolled from its beginning to its end with keys."""
    panel = player.app.screen.query_one(selector)
    rows: dict[int, str] = {}
    for _ in range(MOST_ROUNDS):
        top = round(panel.scroll_y)
        rows.update(enumerate(rows_in(player, panel.scrollable_content_region), top))
        if top >= panel.max_scroll_y:
            return [rows[row] for row in range(len(rows))]
        for key in keys:
            if panel.scroll_target_y < panel.max_scroll_y:
                await player.press(key)
        await player.until(lambda: panel.scroll_y == panel.scroll_target_y)
        await player.settle()
    raise AssertionError(f"{keys[0]} does not scroll {selector} to its end")


def nothing_is_cut(player: Player) -> None:
    """Every row fills the screen, and no text ends in dots.

    Those that may are the chapter's name at the top, and an input's over what the hidden neurons answer.
    """
    assert {columns_of(line) for line in player.lines} == {player.app.size.width}
    cut = [line for line in player.lines[1:] if "…" in line and "hidden 1  hidden 2" not in line]
    assert not cut, player.text
    if isinstance(player.app.screen, MatchScreen):
        room = player.match.query_one("#speech").region
        assert room.contains_region(player.match.query_one("#words").region), player.text


def heads(player: Player, stop: Stop) -> None:
    """The heading says which puzzle this is: its title, and the which of how many."""
    assert player.lines[0].startswith(f" {stop.title} "), player.lines[0]
    assert f" {stop.place} of {stop.places} " in player.lines[0], player.lines[0]


async def guess_all(player: Player, stop: Stop, guesses: list[Guess]) -> None:
    """Guess one question after the other; with the last Enter the neuron learns, and End goes to its end."""
    for number, (guess, question) in enumerate(zip(guesses, stop.questions, strict=True), 1):
        asks = "How likely is it that ??? is 1?" if stop.noisy else "Should ??? be 0 or 1?"
        if question.answer is None:
            asks = "The rows do not tell. What will the neuron say?"
        if question.again:
            asks = "And the neuron? What will it say?"
        which = f" ({number} of {len(guesses)})" if len(guesses) > 1 else ""
        assert player.part("#guesses").startswith(asks + which)
        await player.press(*guess.keys)
        said = "you foresee" if question.again else "you"
        assert f"{said} {float(guess.probability):.2f}" in player.part("#guesses")
        staked = " if 0" in player.part("#guesses") or " if 1" in player.part("#guesses")
        assert staked == (question.answer is not None), "no stake is shown that does not exist"
        nothing_is_cut(player)
        await player.press("enter")
    await player.press("end")
    await player.until(lambda: player.phase is Phase.VERDICT)
    await player.settle()
    heads(player, stop)
    nothing_is_cut(player)


async def answers_on_the_scale(player: Player, stop: Stop, guesses: list[Guess]) -> list[Fraction]:
    """Each question's scale, from the last up: guesses, answer, points. Returns the neuron's.

    Where the neuron was foreseen, too, its mark and points are there.
    """
    outputs: list[Fraction] = []
    again: Guess | None = None
    for question, guess in reversed(list(zip(stop.questions, guesses, strict=True))):
        if question.again:
            again = guess
            continue
        answer, scale = question.answer, player.part("#guesses") + " "
        found = re.search(r"neuron (\d\.\d{4}) ", scale)
        assert found, scale
        outputs.insert(0, Fraction(found[1]))
        assert f"you {float(guess.probability):.2f} " in scale
        if answer is None:
            told = f"the neuron says {float(outputs[0]):.4f} "
            won = foreseen(guess.probability, outputs[0])
            assert any(f"you {written(points)} {told}" in scale for points in won), scale
        else:
            share = f"{answer.numerator} of {answer.denominator} are 1"
            told = share if answer.denominator > 1 else f"the answer is {answer}"
            yours = written(round(reckoned(guess.probability, answer)))
            its = possible(outputs[:1], [answer])
            if again is not None:
                wins = foreseen(again.probability, outputs[0])
                tolds = [f"\u25b3 foreseeing it {written(won)}" for won in wins]
                told = next((each for each in tolds if each in scale), tolds[0])
                outputs.insert(0, outputs[0])
                again = None
            assert any(f"you {yours} {told} neuron {written(points)} " in scale for points in its), scale
        await player.press("up")
    return outputs


def insight(player: Player, stop: Stop) -> None:
    """What the puzzle was about begins on the screen of the verdict."""
    first = re.split(r"(?<=[.?!]) |\n\n", stop.afterwards.strip(), maxsplit=1)[0]
    assert flat(first) in player.part("#words"), player.text


async def in_the_other_window(player: Player) -> None:
    """From the small window to the large one, or back; nothing is cut there either."""
    await player.resize(*SIZES[player.app.size == SIZES[0]])
    nothing_is_cut(player)


async def words_by_enter(player: Player) -> str:
    """All words of the verdict, read with nothing but Enter."""
    return flat("\n".join(await scrolled(player, "#words", "enter")))


def headline(stop: Stop, guesses: list[Guess], outputs: list[Fraction], words: str) -> None:
    """The first sentence is no defeat for who is right, and the points below it add up."""
    answers = [question.answer for question in stop.questions]
    if None in answers:
        assert re.match(r"[^.]*(\d\.\d{4})?\. (you .* · )?you [+−]?\d+ for foreseeing it ", words), words
    if set(answers) == {None}:
        return
    found = re.match(r"(.*?)\. you ([+−]?[\d,]+) · neuron ([+−]?[\d,]+) ", words)
    assert found, words
    if all(a is None or got(g.probability, a) for g, a in zip(guesses, answers, strict=True)):
        assert found[1].startswith(("You got ", "You both got "))
    yours, its = (int(number.replace("−", "-").replace(",", "")) for number in found.groups()[1:])
    pairs = zip(guesses, answers, strict=True)
    assert yours == round(sum(reckoned(guess.probability, answer) for guess, answer in pairs))
    assert its in possible(outputs, answers)


def got(guess: Fraction, right: Fraction) -> bool:
    """Whether a guess is so near to what is right that it got it."""
    return abs(guess - right) <= Fraction(1, 10)


def one_of_several(question: Question, guess: Guess, output: Fraction, words: str) -> None:
    """What came of one question among others: the answer, and both guesses with their points."""
    answer, you, it = question.answer, f"you {float(guess.probability):.2f}", f"neuron {float(output):.4f}"
    if answer is None:
        said, won = f"{question.name}: what the neuron says {you}", foreseen(guess.probability, output)
        assert any(f"{said} {written(points)}, {it} " in words for points in won), words
        return
    share = f"1 in {answer.numerator} of {answer.denominator}"
    told = f"{question.name} is {share if answer.denominator > 1 else answer}"
    yours = written(round(reckoned(guess.probability, answer)))
    its = possible([output], [answer])
    assert any(f"{told} {you} {yours}, {it} {written(points)} " in words for points in its), words


async def play(player: Player, stop: Stop, number: int) -> Played:
    """One puzzle from its table to its verdict, whose words are read to their end."""
    heads(player, stop)
    answers = [question.answer for question in stop.questions]
    guesses = [guess_for(answer, number + place) for place, answer in enumerate(answers)]
    await guess_all(player, stop, guesses)
    outputs = await answers_on_the_scale(player, stop, guesses)
    insight(player, stop)
    await in_the_other_window(player)
    words = await words_by_enter(player)
    headline(stop, guesses, outputs, words)
    assert f"The rule {flat(stop.rule)}" in words
    assert flat(stop.afterwards) in words
    if len(guesses) > 1:
        for question, guess, output in zip(stop.questions, guesses, outputs, strict=True):
            one_of_several(question, guess, output, words)
    rights = [output if answer is None else answer for answer, output in zip(answers, outputs, strict=True)]
    all_got = [got(guess.probability, right) for guess, right in zip(guesses, rights, strict=True)]
    known = [one for one, answer in zip(all_got, answers, strict=True) if answer is not None]
    return Played(stop, all(known or all_got), bool(known) and all(known))


async def play_by_hand(player: Player, stop: Stop) -> Played:
    """A puzzle that asks nothing: the weights are turned, and then the neuron learns."""
    heads(player, stop)
    assert "Enter your turn" in player.lines[-1]
    nothing_is_cut(player)
    await player.press("enter")
    await player.until(lambda: player.match.bench.run.hand is not None)
    for turns in stop.turns:
        await player.press(*["right" if turns > 0 else "left"] * abs(turns), "down")
    assert player.says("Done: ", "★★★", "R lets it learn on its own.")
    nothing_is_cut(player)
    await player.press("R")
    await player.until(lambda: player.match.bench.on_own_run)
    await player.press("end")
    await player.until(lambda: player.phase is Phase.VERDICT)
    await player.settle()
    nothing_is_cut(player)
    insight(player, stop)
    await in_the_other_window(player)
    words = await words_by_enter(player)
    assert re.match(
        r"You: \d+ turns, all \d rows sure. The neuron: 10,000 looks, \d of \d rows sure. ", words
    )
    assert flat(stop.afterwards) in words
    return Played(stop, won=False, known=False)


async def look_at_the_task(player: Player) -> None:
    """Enter opens the task and its tool, and R puts them away."""
    assert "Enter your turn" in player.lines[-1]
    await player.press("enter")
    await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
    await player.settle()
    assert " will do." in player.text
    assert "R to the match" in player.lines[-1]
    await player.press("R")
    await player.until(lambda: player.match.bench.settled)
    await player.settle()


async def arrive(player: Player, title: str) -> None:
    """Enter goes to a match, and this is it."""
    before = player.app.screen
    await player.press("enter")
    await player.until(lambda: player.app.screen is not before)
    await player.until(lambda: player.lines[0].startswith(f" {title} "))
    await player.settle()
    assert isinstance(player.app.screen, MatchScreen)


def lines_at_home(journey: list[Played]) -> Iterator[tuple[str, str, str]]:
    """The lines of home's list: what each begins with, a title that may be cut short, and its end."""
    for chapter in dict.fromkeys(played.stop.chapter for played in journey):
        here = [played for played in journey if played.stop.chapter == chapter]
        answered = [
            played.known for played in here if any(q.answer is not None for q in played.stop.questions)
        ]
        known = "known  " if answered[-1:] == [True] else ""
        yield "", chapter, f"{known}{len(here)} of {len(here)}"
        for played in here:
            yield f"  {'✓' if played.won else '•'} ", played.stop.title, ""


def is_line(line: str, begins: str, title: str, ends: str) -> bool:
    """Whether a line says this; a long title gives way there, and stands whole at the list's right."""
    shown = line.rstrip().removeprefix(begins).removesuffix(ends).rstrip()
    cut = shown.endswith("…") and len(shown) > 12 and title.startswith(shown[:-1])
    return line.startswith(begins) and line.rstrip().endswith(ends) and (shown == title or cut)


async def test_the_whole_course_is_played_from_the_first_puzzle_to_the_last(tmp_path: Path) -> None:
    way, journey = stops(), list[Played]()
    titles = [*(stop.title for stop in way), BESIDE_THE_COURSE]
    async with playing(bundled_puzzles(), size=SIZES[0], journal=tmp_path / "journal.sqlite3") as player:
        await arrive(player, titles[0])
        for number, stop in enumerate(way):
            asked = bool(stop.questions)
            journey.append(await (play(player, stop, number) if asked else play_by_hand(player, stop)))
            if stop.task and asked:
                await look_at_the_task(player)
            assert "Enter next" in player.lines[-1]
            if stop.place == stop.places:
                await player.press("enter")
                await player.until(lambda: isinstance(player.app.screen, ChapterEndScreen))
                await player.settle()
                assert player.lines[0].startswith(f" {stop.chapter} ")
                nothing_is_cut(player)
                await player.press("0")
                nothing_is_cut(player)
            await arrive(player, titles[number + 1])
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: player.says(f"Continue: {BESIDE_THE_COURSE}"))
        await player.press("home")
        rows = await scrolled(player, "#list", *["down"] * 8)
        for line, told in zip(rows, lines_at_home(journey), strict=False):
            assert is_line(line, *told), (line, told)
        assert "0 of 6" in rows[len(list(lines_at_home(journey)))], "the chapter beside the course"
        assert {played.won for played in journey} == {True, False}
