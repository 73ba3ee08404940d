"""The result card: how a match went, as a few lines of text to paste anywhere. It gives nothing away.

It tells how much each player believed the right answer, never which answer that was: a match with all
answers and guesses turned around has the same card. Where the answer is a share, it is how close they came.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from fractions import Fraction
from itertools import accumulate

from neuron_tui.game.explain.numbers import points
from neuron_tui.game.match.match import Match, Result, apart, totals
from neuron_tui.puzzle.text import clean, plural

GAME = "neuron-tui"
WIDTH = 71
"""No line has more cells."""
TITLE_WIDTH = 40
FILLED, EMPTY = "\u2588", "\u2591"
BAR_WIDTHS = (10, 6, 4, 2)
"""How long the bar for one question may be; the longest that leaves room for all of them is taken."""


def card_of(match: Match, puzzle_id: str, *, practice: bool) -> str:
    """The card of a finished match."""
    puzzle = match.puzzle
    hints, examples = match.hints_shown, len(puzzle.examples)
    return card(puzzle.title, puzzle_id, match.results(), examples=examples, hints=hints, practice=practice)


def card(
    title: str,
    puzzle_id: str,
    results: tuple[Result, ...],
    *,
    examples: int,
    hints: int = 0,
    practice: bool = False,
) -> str:
    """The card of a finished match, with so many examples on the table and so many hints shown.

    Lines of at most `WIDTH` cells; the last one ends, too. Title and id are data: one line, cut where long.
    """
    named = one_line(title, TITLE_WIDTH)
    answered, foreseen = apart(results)
    yours, its = map(points, totals(answered))
    foresight = points(totals(foreseen)[0])
    counted = f", {plural(examples, 'example')}"
    counted += f", {plural(len(results), 'question')}" if len(results) > 1 else ""
    counted += f", {plural(hints, 'hint')}" if hints else ""
    counted += ", practice" if practice else ""
    name, width = 10 if foreseen else 8, max(map(len, (yours, its, foresight)))
    lines = [
        f"{GAME}: {named}",
        one_line(puzzle_id, WIDTH - len(counted)) + counted,
        "",
        *_bars(f"{'you':<{name}}{yours:>{width}}", [(result.guess, result.right) for result in answered]),
        *_bars(
            f"{'neuron':<{name}}{its:>{width}}", [(result.neuron_guess, result.right) for result in answered]
        ),
        *["filled: belief in the right answer"] * bool(answered),
        *_bars(
            f"{'foreseen':<{name}}{foresight:>{width}}", [(result.guess, result.right) for result in foreseen]
        ),
        *["filled: how close I came to what the neuron says"] * bool(foreseen),
        "",
        *_sentence(_scored(yours, its, foresight, answered, foreseen), f'"{named}".'),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _scored(yours: str, its: str, foresight: str, answered: list[Result], foreseen: list[Result]) -> str:
    """What there was to win, as the beginning of a sentence."""
    if not answered:
        return f"I scored {foresight} for foreseeing the neuron on"
    said = f"I scored {yours} and the neuron {its}"
    return f"{said}, and I {foresight} for foreseeing it, on" if foreseen else f"{said} on"


def _sentence(start: str, end: str) -> list[str]:
    """A sentence for who hears the card instead of seeing it, on one line where it fits."""
    whole = f"{start} {end}"
    return [whole] if sum(map(_cells, whole)) <= WIDTH else [start, end]


def _bars(score: str, pairs: list[tuple[Fraction | float, Fraction | float]]) -> list[str]:
    """A line of points, and for each question how near a guess came to what was right; none without any.

    Where there are more questions than fit, they go on in the next line.
    """
    room = WIDTH - len(score) - 2
    longest = [length for length in BAR_WIDTHS if (length + 1) * len(pairs) <= room + 1]
    length, gap = (longest[0], " ") if longest else (1, "")
    bars = [_bar(1 - abs(Fraction(guess) - Fraction(right)), length) for guess, right in pairs]
    fit = (room + len(gap)) // (length + len(gap))
    rows = [gap.join(bars[first : first + fit]) for first in range(0, len(bars), fit)]
    return [f"{score if index == 0 else ' ' * len(score)}  {row}" for index, row in enumerate(rows)]


def _bar(believed: Fraction, length: int) -> str:
    """How much of what was right was believed, 0 to 1, as a bar of so many glyphs."""
    filled = round(believed * length)
    return FILLED * filled + EMPTY * (length - filled)


def one_line(text: str, width: int) -> str:
    """A text from outside in one line of at most so many cells, without control or direction characters."""
    flat = " ".join(clean(" ".join(text.split())).split())
    taken = list(accumulate(map(_cells, flat)))
    if not taken or taken[-1] <= width:
        return flat
    return flat[: bisect_right(taken, width - 1)].rstrip() + "\u2026"


def _cells(character: str) -> int:
    """How many cells a character takes at most, wherever it is pasted; the letters of flags take two."""
    flag = "\U0001f1e6" <= character <= "\U0001f1ff"
    return 1 if unicodedata.east_asian_width(character) in ("N", "Na", "H") and not flag else 2
