"""Working an iteration out anew, in decimals and from nothing but what is written."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal, localcontext

import numpy as np
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.microscope.slide import Kind, Place
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

EXACT = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_EVEN)


def number(text: str) -> Decimal:
    """A number as it is written: plainly, in powers of ten, or as what is taken from 1."""
    if text.startswith("1−"):
        with localcontext(EXACT):
            return 1 - number(text[2:])
    return Decimal(text.replace("−", "-").replace(",", ""))


def digits_shown(text: str) -> int:
    """How many digits of a number are seen, not counting the zeros that it begins with."""
    plain = text.removeprefix("1−").partition("e")[0]
    return len("".join(filter(str.isdigit, plain)).lstrip("0"))


def worked_out(
    written: Mapping[Place, str], bits: Mapping[Place, Decimal], place: Place, rate: str
) -> Decimal:
    """What a number must be, from the other numbers as they are written. KeyError where one is missing.

    `bits`: the input of each row that meets each weight, by the place of its product.
    """

    def at(kind: Kind, row: int = -1, weight: int = -1) -> Decimal:
        return number(written[Place(kind, row, weight)])

    row, weight = place.row, place.weight
    with localcontext(EXACT):
        if place.kind == "product":
            return bits[place] * at("weight", weight=weight)
        if place.kind == "sum":
            on = [weight for (_, at_row, weight), bit in _items(bits) if at_row == row and bit]
            return sum((at("weight", weight=weight) for weight in on), Decimal(0))
        if place.kind == "output":
            return 1 / (1 + (-at("sum", row)).exp())
        if place.kind == "error":
            return at("target", row) - at("output", row)
        if place.kind == "gradient":
            return at("output", row) * (1 - at("output", row))
        if place.kind == "term":
            return at("error", row) * bits[Place("product", row, weight)] * at("gradient", row)
        if place.kind == "total":
            rows = {at_row for (_, at_row, _), _ in _items(bits)}
            return sum((at("term", at_row, weight) for at_row in rows), Decimal(0))
        if place.kind == "adjustment":
            return Decimal(rate) * at("total", weight=weight)
        return at("weight", weight=weight) + at("adjustment", weight=weight)


def _items(bits: Mapping[Place, Decimal]) -> list[tuple[tuple[str, int, int], int]]:
    return [((place.kind, place.row, place.weight), bit) for place, bit in bits.items()]


def last_digits_off(text: str, exactly: Decimal) -> Decimal:
    """How many of its last digit a written number is away from another, which is rounded like it."""
    shown = number(text)
    exponent = shown.as_tuple().exponent
    assert isinstance(exponent, int)
    with localcontext(EXACT):
        step = Decimal(1).scaleb(exponent)
        return abs(exactly.quantize(step) - shown) / step


RATES = ("0.001", "0.01", "0.03", "0.1", "0.3", "1", "1.7", "3", "10", "300", "1000")


@st.composite
def trainings(draw: st.DrawFn, *, inputs: int = 16, examples: int = 256) -> tuple[Replay, int, str]:
    """Any training, an iteration of it, and its learning rate as one writes it."""
    count, rows = draw(st.integers(1, inputs)), draw(st.integers(1, examples))
    table = np.random.default_rng(draw(st.integers(0, 2**32))).integers(0, 2, (rows, count + 1)).tolist()
    told = tuple(Example(tuple(row[:-1]), row[-1]) for row in table)
    rate = draw(st.sampled_from(RATES))
    settings = NeuronSettings(draw(st.booleans()), draw(st.sampled_from([1, 30, 400])), 1, float(rate))
    names = tuple(f"name {place}" for place in range(count))
    puzzle = Puzzle("Any", names, told, (Question((1,) * count, 1),), neuron=settings)
    match = Match.begin(puzzle)
    with suppress(DivergenceError):  # what was recorded before it can be looked at
        match.recording.record(settings.iterations)
    replay = Replay(puzzle, match.recording)
    return replay, draw(st.integers(0, match.recording.recorded)), rate


@st.composite
def certain(draw: st.DrawFn) -> tuple[Replay, int, str]:
    """Any small training at its start, with weights that make the neuron more or less certain."""
    replay, _, rate = draw(trainings(inputs=4, examples=12))
    size = replay.model.size
    weights = st.lists(st.floats(-1, 1).map(lambda part: part**3 * 800), min_size=size, max_size=size)
    tape = np.array([draw(weights)])
    recording = Recording(replace(replay.recording.training, iterations=1), tape)
    return Replay(replay.puzzle, recording), 0, rate
