"""The whole course in one sitting, at the smallest size: every puzzle to its verdict, and on to the next.

What is right is read from the puzzle files here, and points are reckoned by the rule the player is told, so
that nothing the game works out is taken on trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from textual.geometry import Region

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match import Phase
from neuron_tui.screens.home import HomeScreen
from neuron_tui.screens.match import MatchScreen
from tests.screens.story import Player, playing
from tests.widgets.reading import columns_of

pytestmark = pytest.mark.slow

CHAPTERS = 9
AFTER_THE_COURSE = "Type I"
"""The first puzzle of the chapter that stands beside the nine."""
FRAMES = str.maketrans(dict.fromkeys("│╭╮╰╯─▁▂▃▄▅▆▇█", " "))
"""Borders and scrollbars."""


@dataclass(frozen=True)
class Stop:
    """One puzzle of the way, as its file tells it. An answer is None where nothing is right."""

    title: str
    chapter: str
    place: int
    places: int
    inputs: tuple[str, ...]
    answers: tuple[Fraction | None, ...]
    noisy: bool
    rule: str
    afterwards: str


@dataclass(frozen=True)
class Guess:
    """What the player says to a question, and the keys for it."""

    probability: Fraction
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Played:
    """What came of a puzzle: whether it must count as won, and as known where it is a chapter's last."""

    stop: Stop
    won: bool
    sure: bool


def number_of(path: Path) -> int:
    """The number that a file's or folder's name begins with."""
    return int(path.name.partition("-")[0])


def stops() -> list[Stop]:
    """The nine chapters in their order."""
    found = []
    folders = [path for path in bundled_puzzles().iterdir() if path.is_dir()]
    for folder in sorted(folders, key=number_of)[:CHAPTERS]:
        chapter = yaml.safe_load((folder / "chapter.yaml").read_text(encoding="utf-8"))["title"]
        files = sorted((path for path in folder.glob("*.yaml") if path.stem != "chapter"), key=number_of)
        for place, file in enumerate(files, 1):
            said = yaml.safe_load(file.read_text(encoding="utf-8"))
            rows = [row.split(" -> ") for row in said["questions"]]
            found.append(
                Stop(
                    said["title"],
                    chapter,
                    place,
                    len(files),
                    tuple(inputs for inputs, _ in rows),
                    tuple(None if answer == "?" else Fraction(answer) for _, answer in rows),
                    said.get("noisy", False),
                    said["rule"],
                    said["afterwards"],
                )
            )
    return found


def guess_for(answer: Fraction | None, number: int) -> Guess:
    """As the rule says, certain or nearly; every third time the opposite. Shares are met exactly."""
    if answer is None:
        return Guess(Fraction(1, 2), ("right", "left")) if number % 2 else Guess(Fraction(1, 10), ("0",))
    if answer.denominator > 1:
        steps = (answer - Fraction(1, 2)) * 20
        return Guess(answer, ("right" if steps > 0 else "left",) * abs(int(steps)))
    side = answer if number % 3 else 1 - answer
    if number % 3 == 1:
        return Guess(side, (str(side), str(side)))
    return Guess(Fraction(9, 10) if side else Fraction(1, 10), (str(side),))


def reckoned(guess: Fraction, answer: Fraction | None) -> Fraction:
    """100 * (1 - 4 * (guess - answer)^2), and the mean of it where the answer is a share."""
    if answer is None:
        return Fraction(0)
    ones, zeros = (100 * (1 - 4 * (guess - outcome) ** 2) for outcome in (1, 0))
    return answer * ones + (1 - answer) * zeros


def written(points: int) -> str:
    """Points as the screen writes them."""
    return f"{points:+,}".replace("-", "−") if points else "0"


def possible(outputs: list[Fraction], answers: list[Fraction | None]) -> set[int]:
    """The whole points that the neuron may have got in all: outputs are known to four decimals."""
    ends = []
    for off in (Fraction(-1, 20_000), Fraction(1, 20_000)):
        near = [min(max(output + off, Fraction(0)), Fraction(1)) for output in outputs]
        ends.append([reckoned(*pair) for pair in zip(near, answers, strict=True)])
    low, high = (sum(pick(pair) for pair in zip(*ends, strict=True)) for pick in (min, max))
    return set(range(round(low), round(high) + 1))


def flat(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.translate(FRAMES).split())


def inside(player: Player, region: Region) -> list[str]:
    """The rows of the screen in a region."""
    strips = player.app.screen._compositor.render_strips()[region.y : region.bottom]
    return [strip.crop(region.x, region.right).text for strip in strips]


async def scrolled(player: Player, selector: str, *keys: str) -> list[str]:
    """All rows of a list or a text, from where it is to its end, scrolled there with keys."""
    panel = player.app.screen.query_one(selector)
    rows: dict[int, str] = {}
    while True:
        top = round(panel.scroll_y)
        room = panel.scrollable_content_region
        rows.update(enumerate(inside(player, room), top))
        if top >= panel.max_scroll_y:
            return [rows[row] for row in range(min(rows), max(rows) + 1)]
        await player.press(*keys)
        await player.until(lambda: panel.scroll_y == panel.scroll_target_y)
        await player.settle()
        assert panel.scroll_y > top, "the keys that should scroll it do not"


def nothing_is_cut(player: Player) -> None:
    """Every row fills the screen, and no text ends in dots, but for the chapter's name at the top."""
    assert {columns_of(line) for line in player.lines} == {80}
    cut = [line for line in player.lines[1:] if "…" in line.replace("… more", "")]
    assert not cut, player.text


def heads(player: Player, stop: Stop) -> None:
    """The heading says which puzzle this is: its title, and the which of how many."""
    assert player.lines[0].startswith(f" {stop.title} "), player.lines[0]
    assert f" · {stop.place} of {stop.places} " in player.lines[0], player.lines[0]


async def guess_all(player: Player, stop: Stop, guesses: list[Guess]) -> None:
    """Guess one question after the other; the last Enter lets the neuron learn, and End goes to its end."""
    for number, guess in enumerate(guesses, 1):
        asks = "How likely is it that ??? is 1?" if stop.noisy else "Should ??? be 0 or 1?"
        which = f" ({number} of {len(guesses)})" if len(guesses) > 1 else ""
        assert player.part("#words").startswith(asks + which)
        await player.press(*guess.keys)
        assert f"you {float(guess.probability):.2f}" in player.part("#guesses")
        nothing_is_cut(player)
        await player.press("enter")
    assert player.phase is not Phase.GUESS
    await player.press("end")
    await player.until(lambda: player.phase is Phase.VERDICT)
    await player.settle()
    heads(player, stop)
    nothing_is_cut(player)


async def look_at_answers(player: Player, stop: Stop, guesses: list[Guess]) -> list[Fraction]:
    """Each question's scale: both guesses, the right answer and the points. Returns what the neuron said."""
    said: list[Fraction] = []
    for answer, guess in reversed(list(zip(stop.answers, guesses, strict=True))):
        scale = player.part("#guesses")
        found = re.search(r"neuron (\d\.\d{4})", scale)
        assert found, scale
        output = Fraction(found[1])
        assert f"you {float(guess.probability):.2f}" in scale
        if answer is None:
            assert "no right answer: both rules fit" in scale
            assert not re.search(r"(you|neuron) [+−0]\d* ", scale + " "), "no answer, no points"
        else:
            share = f"{answer.numerator} of {answer.denominator} are 1"
            told = f"the answer is {answer}" if answer.denominator == 1 else share
            yours = written(round(reckoned(guess.probability, answer)))
            its = "|".join(re.escape(written(points)) for points in possible([output], [answer]))
            assert re.search(rf"you {re.escape(yours)} {told} neuron ({its}) ", scale + " "), scale
        said.append(output)
        await player.press("up")
    return said[::-1]


async def read_verdict(player: Player, stop: Stop) -> str:
    """All words of the verdict, scrolled to their end in their panel."""
    for _ in range(10):
        if player.app.focused is not None and player.app.focused.id == "words":
            break
        await player.press("tab")
    assert player.app.focused is not None
    room = player.app.screen.query_one("#words").scrollable_content_region.height
    rows = await scrolled(player, "#words", *["down"] * room)
    return flat("\n".join(rows))


def headline(stop: Stop, guesses: list[Guess], outputs: list[Fraction], words: str) -> bool:
    """The first sentence adds up; returns whether the player has more points."""
    if stop.answers == (None,):
        yours, its = float(guesses[0].probability), float(outputs[0])
        assert words.startswith(f"No right answer: both rules fit. You said {yours:.2f}, the neuron {its:.4f}.")
        return False
    if all(answer is None for answer in stop.answers):
        assert words.startswith("No right answer: both rules fit. So there are no points.")
        return False
    found = re.match(r"You (−?[\d,]+), neuron (−?[\d,]+)[.:] ", words)
    assert found, words
    yours, its = (int(number.replace("−", "-").replace(",", "")) for number in found.groups())
    pairs = zip(guesses, stop.answers, strict=True)
    assert yours == sum(reckoned(guess.probability, answer) for guess, answer in pairs)
    assert its in possible(outputs, list(stop.answers))
    return yours > its


async def play(player: Player, stop: Stop, number: int) -> Played:
    """One puzzle from its table to its verdict."""
    heads(player, stop)
    guesses = [guess_for(answer, number + place) for place, answer in enumerate(stop.answers)]
    await guess_all(player, stop, guesses)
    outputs = await look_at_answers(player, stop, guesses)
    words = await read_verdict(player, stop)
    won = headline(stop, guesses, outputs, words)
    assert f"The rule {flat(stop.rule)}" in words
    assert flat(stop.afterwards) in words
    if len(guesses) > 1:
        for answer, guess, output in zip(stop.answers, guesses, outputs, strict=True):
            assert f"you {float(guess.probability):.2f}" in words
            assert f"neuron {float(output):.4f}" in words
            assert ("has no right answer" in words) or answer is not None
    misses = [abs(g.probability - a) for g, a in zip(guesses, stop.answers, strict=True) if a is not None]
    return Played(stop, won, bool(misses) and max(misses) <= Fraction(1, 10))


async def on_to(player: Player, title: str) -> None:
    """The next puzzle, with the key that the verdict offers for it."""
    assert "Enter next" in player.lines[-1]
    before = player.match
    await player.press("enter")
    await player.until(lambda: player.app.screen is not before)
    await player.until(lambda: player.lines[0].startswith(f" {title} "))
    await player.settle()


def home_list(journey: list[Played]) -> Iterator[tuple[str, str, str]]:
    """What home must show: for each line what it begins with, a title that may be cut short, and its end."""
    chapters = dict.fromkeys(played.stop.chapter for played in journey)
    for chapter in chapters:
        here = [played for played in journey if played.stop.chapter == chapter]
        last = [played for played in here if any(answer is not None for answer in played.stop.answers)][-1]
        yield "", chapter, f"{'known  ' if last.sure else ''}{len(here)} of {len(here)}"
        for played in here:
            yield "  ★ " if played.won else "  ✓ ", played.stop.title, ""


def is_line(line: str, begins: str, title: str, ends: str) -> bool:
    """Whether a line of home's list says this; a long title gives way, and stands whole at its right."""
    if not line.startswith(begins) or not line.rstrip().endswith(ends):
        return False
    shown = line[len(begins) :].rstrip().removesuffix(ends).rstrip()
    return shown == title or (shown.endswith("…") and title.startswith(shown[:-1]) and len(shown) > 12)


async def test_the_whole_course_is_played_from_the_first_puzzle_to_the_last(tmp_path: Path) -> None:
    way = stops()
    journey: list[Played] = []
    async with playing(bundled_puzzles(), journal=tmp_path / "journal.sqlite3") as player:
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        await player.until(lambda: player.lines[0].startswith(f" {way[0].title} "))
        await player.settle()
        following = [stop.title for stop in way[1:]] + [AFTER_THE_COURSE]
        for number, (stop, next_title) in enumerate(zip(way, following, strict=True)):
            journey.append(await play(player, stop, number))
            await on_to(player, next_title)
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: player.says(f"Continue: {AFTER_THE_COURSE}"))
        await player.press("home", "pageup")
        rows = await scrolled(player, "#list", "pagedown")
        expected = list(home_list(journey))
        for line, parts in zip(rows[: len(expected)], expected, strict=True):
            assert is_line(line, *parts), (line, parts)
        assert any(played.won for played in journey)
        assert any(not played.won for played in journey)
