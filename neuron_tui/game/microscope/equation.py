"""How a number of an iteration comes about, written so that a pocket calculator comes to the same digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import product
from math import prod

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.microscope.digits import EXACT, last_digit, read
from neuron_tui.game.microscope.slide import SUMS, NumberPlace, Slide

TIMES = "\u00d7"
LEFT_OUT = "\u2026"
MOST_GUARD = 20
"""Digits that terms can have more than in the tables."""
RESULTS = (0, 1, -1, -2, -3)
"""Digits that the result has more than in the tables: some where it lies halfway between two there."""


@dataclass(frozen=True)
class Equation:
    """How a number is worked out: the parts in order, and what they come to. No parts: nothing to do."""

    parts: tuple[str, ...]
    result: str

    def written(self, room: int) -> str:
        """The equation in at most `room` characters: of a sum too long for them, the middle is left out."""
        if not self.parts:
            return ""
        end = f" = {self.result}"
        whole = " ".join(self.parts) + end
        if len(whole) <= room:
            return whole
        last = f" {LEFT_OUT} {self.parts[-1]}{end}"
        kept = self.parts[0]
        for part in self.parts[1:-1]:
            if len(kept) + 1 + len(part) + len(last) > room:
                break
            kept += f" {part}"
        return kept + last


def equation(slide: Slide, place: NumberPlace) -> Equation:
    """How the number comes about; a number that is given, or a sum of fewer than two terms, has no parts.

    Its terms have guard digits: the fewest with which they come to exactly the digits of the result, however
    a half is rounded.
    """
    for more, guard in product(RESULTS, range(MOST_GUARD + 1)):
        terms, result = _terms(slide, place, guard), slide.text(place, more)
        if not terms:
            return Equation((), result)
        if _comes_to(slide, place, terms, result):
            break
    return Equation(_parts(slide, place, terms), result)


def _terms(slide: Slide, place: NumberPlace, guard: int) -> list[str]:
    """The numbers of an equation in their order, with `guard` digits more; none where there is none."""
    if place.kind in SUMS:
        added = slide.added(place)
        return [slide.text(source, guard) for source in added] if len(added) > 1 else []
    texts = [slide.text(source, guard) for source in slide.sources(place)]
    match place.kind:
        case "product":
            return [slide.signal(place, guard), *texts]
        case "delta" if slide.downstream:
            error, steepness = NumberPlace("error", place.row), NumberPlace("gradient", place.row)
            factors = (error, steepness) if slide.downstream.neuron.steep else (error,)
            return [slide.downstream.text(at, guard) for at in factors]
        case "term":
            return [texts[0], slide.signal(place, guard), *texts[2:]]
        case "adjustment":
            return [f"{slide.numbers.rate:,.15g}", *texts]
        case _:
            return texts


def _comes_to(slide: Slide, place: NumberPlace, terms: Sequence[str], result: str) -> bool:
    """Whether the terms as written come to the result as written, however a half is rounded."""
    with localcontext(EXACT):
        return abs(_calculated(slide, place, list(map(read, terms))) - read(result)) < last_digit(result) / 2


def _calculated(slide: Slide, place: NumberPlace, numbers: list[Decimal]) -> Decimal:
    first = numbers[0]
    match place.kind:
        case "sum" | "total" | "new":
            return sum(numbers, Decimal(0))
        case "output":
            return 1 / (1 + (-first).exp())
        case "gradient":
            return first * (1 - first)
        case "error" if not slide.downstream:
            return first - numbers[1]
        case _:
            return prod(numbers, start=Decimal(1))


def _parts(slide: Slide, place: NumberPlace, terms: Sequence[str]) -> tuple[str, ...]:
    """The terms, and what is between them."""
    first = terms[0]
    match place.kind:
        case "sum" | "total" | "new":
            return (first, *(f"+ {text}" if text == "0" else f"{text[0]} {text[1:]}" for text in terms[1:]))
        case "output":
            sign = "" if first.startswith(MINUS) or first == "0" else MINUS
            return (f"1 / (1 + e^{sign}{first.lstrip('+' + MINUS)})",)
        case "gradient":
            return (first, TIMES, f"(1 {MINUS} {first})")
        case "error" if not slide.downstream:
            return (first, MINUS, terms[1])
        case _:
            return tuple(f" {TIMES} ".join(terms).split(" "))
