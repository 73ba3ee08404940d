"""Working the microscope's equations out anew, in decimals and from nothing but what is written."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext

import numpy as np
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

NUMBER = r"\d[\d,]*(?:\.\d+)?(?:e−\d+)?"
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


def calculated(text: str) -> Decimal:
    """What a pocket calculator makes of arithmetic as it is written: 1 × +0.25, 1 / (1 + e^−0.7)."""
    text = re.sub(rf"e\^(−?{NUMBER})", r"(\1).exp()", text)
    text = re.sub(NUMBER, lambda found: f'Decimal("{number(found[0])}")', text)
    with localcontext(EXACT):
        value = eval(text.replace("−", "-").replace("×", "*"), {"Decimal": Decimal})
    assert isinstance(value, Decimal)
    return value


def comes_out(equation: str) -> bool:
    """Whether the left side, worked out as it is written, rounds to exactly the right side."""
    terms, _, result = equation.rpartition(" = ")
    shown = number(result)
    exponent = shown.as_tuple().exponent
    assert isinstance(exponent, int)
    with localcontext(EXACT):
        return calculated(terms).quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP) == shown


def same_number(text: str, other: str) -> bool:
    """Whether two written numbers are the same one, of which either may have more digits than the other."""
    one, two = number(text), number(other)
    coarse = max(int(one.as_tuple().exponent), int(two.as_tuple().exponent))
    with localcontext(EXACT):
        return abs(one - two) <= Decimal(1).scaleb(coarse)


RATES = ("0.001", "0.01", "0.03", "0.1", "0.3", "1", "1.7", "3", "10", "300", "1000")


@st.composite
def trainings(draw: st.DrawFn, *, inputs: int = 16, examples: int = 256) -> tuple[Replay, int, str]:
    """Any training, an iteration of it, and its learning rate as one writes it."""
    count, rows = draw(st.integers(1, inputs)), draw(st.integers(1, examples))
    table = np.random.default_rng(draw(st.integers(0, 2**32))).integers(0, 2, (rows, count + 1)).tolist()
    table_rows = tuple(Example(tuple(row[:-1]), row[-1]) for row in table)
    rate = draw(st.sampled_from(RATES))
    settings = NeuronSettings(draw(st.booleans()), draw(st.sampled_from([1, 30, 400])), 1, float(rate))
    settings = replace(settings, cross_entropy=draw(st.booleans()))
    names = tuple(f"name {place}" for place in range(count))
    puzzle = Puzzle("Any", names, table_rows, (Question((1,) * count, 1),), neuron=settings)
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
