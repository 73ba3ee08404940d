"""How often what is said of a player's trust in the neuron is true, in docs/scores.md, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.trust import Trust
from neuron_tui.game.scoreboard.vectors import Floats
from tests.game.scoreboard.test_coverage import COUNTS, TIMES, Guesses, Size, anything, chances, row, saying

Outputs = Callable[[np.random.Generator, Floats], Floats]


def at_one(share: float | None = None) -> Outputs:
    """At 1 in this share of all times, or as often as was said, and else at 0."""
    return lambda chance, said: (chance.random(said.shape) < (said if share is None else share)).astype(
        np.float64
    )


def around(middle: float, reach: float) -> Outputs:
    return lambda chance, said: chance.uniform(middle - reach, middle + reach, said.shape)


FORESEERS: dict[str, tuple[Guesses, Outputs, float]] = {
    "says 0.9, and it is at 1 in 92.5 %, else at 0": (saying(0.9), at_one(0.925), -0.025),
    "says 0.8, and it is at 1 in 80 %, else at 0": (saying(0.8), at_one(0.8), 0),
    "says 0.5 to 1, and it is at 1 as often, else at 0": (anything, at_one(), 0),
    "says 0.7, and it says 0.4 to 1": (saying(0.7), around(0.7, 0.3), 0),
    "says 0.9, and it says 0.85 to 0.9": (saying(0.9), around(0.875, 0.025), 0.025),
}
"""What they say, what the neuron says, and their trust in the long run, no more than half a step off."""
TELLING = (10, 15, 20, 30, 40, 80)


def trusts(guesses: Guesses, outputs: Outputs, count: int, times: int) -> list[Trust]:
    """So many players of a kind who foresaw the neuron so often, as far as they leaned to a side."""
    chance = np.random.default_rng(5)
    size: Size = (times, count)
    said = guesses(chance, size)
    said_by_it = outputs(chance, said)
    nowhere = np.zeros(count, np.int64)
    players = [Foreseen(mine, its, nowhere) for mine, its in zip(said, said_by_it, strict=True)]
    return [trust for player in players if (trust := Trust.of(player))]


def covered_and_wrong(name: str, count: int, times: int) -> tuple[float, float]:
    """How often the range holds the trust in the long run, and how often it is called wrong."""
    guesses, outputs, true = FORESEERS[name]
    found = trusts(guesses, outputs, count, times)
    ranges = [trust.interval() for trust in found]
    held = sum(ends is None or ends[0] <= true <= ends[1] for ends in ranges)
    return held / len(found), sum(bool(trust.verdict()) for trust in found) / len(found)


def told(off: float, count: int) -> float:
    """How often one is told that they trust too much, where it is so much less sure, give or take 0.2."""
    found = trusts(saying(0.8), around(0.8 - off, 0.2), count, TIMES)
    return sum(trust.verdict() == 1 for trust in found) / TIMES


@pytest.mark.parametrize("name", FORESEERS)
def test_whoever_says_what_they_expect_is_judged_falsely_at_most_once_in_twenty_looks(name: str) -> None:
    for count in COUNTS[:4]:
        held, wrong = covered_and_wrong(name, count, 400)
        assert (held > 0.94, wrong <= 0.05) == (True, True)


def judged_falsely(said: float, share: float, count: int) -> float:
    """The chance of that for whoever always says this, where the neuron is at 1 in this share, else at 0."""
    falsely = 0.0
    for at_zero, chance in enumerate(chances(count, 1 - share)):
        each = np.repeat([said, said - 1], [at_zero, count - at_zero])
        falsely += float(chance) * bool(Trust(float(each.mean()), float(each.var()), count).verdict())
    return falsely


def worst(counts: Iterable[int]) -> float:
    """The largest such chance for those whom the steps of a guess keep half a step from what they mean."""
    meant = [(said, said + half) for said in np.arange(0.6, 1.01, 0.05) for half in (-0.025, 0.025)]
    return max(judged_falsely(said, min(share, 1.0), count) for said, share in meant for count in counts)


def test_even_where_an_accident_is_likeliest() -> None:
    assert worst([10, 13, 20, 33, 65, 85]) <= 0.05


@pytest.mark.slow
def test_that_is_so_after_any_number_of_answers() -> None:
    assert worst([*range(10, 150), 200, 400]) <= 0.05


@pytest.mark.parametrize("off", [-0.11, 0.11])
def test_whoever_is_off_by_more_than_a_tenth_is_seldom_told_that_they_are_not(off: float) -> None:
    for count in COUNTS:
        found = trusts(saying(0.8), at_one(0.8 - off), count, 400)
        assert sum(trust.verdict() == 0 for trust in found) <= 0.05 * 400


def test_nine_answers_are_too_few_to_judge_anybody() -> None:
    (trust,) = trusts(saying(1.0), around(0, 0), 9, 1)
    assert (trust.mean, trust.verdict(), trust.verdict(more=1)) == (1, None, 1)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORESEERS)
def test_the_document_tells_how_often_that_is(name: str) -> None:
    held, wrong = zip(*(covered_and_wrong(name, count, TIMES) for count in COUNTS), strict=True)
    assert min(held) > 0.94
    assert max(wrong) <= 0.05
    assert row(name) == pytest.approx([100 * share for share in (*held, *wrong)], abs=0.6)


@pytest.mark.parametrize("off", [0.1, 0.2, 0.3, 0.4])
def test_the_document_tells_how_often_one_who_trusts_too_much_is_told_so(off: float) -> None:
    assert row(f"{off} less sure") == pytest.approx([100 * told(off, count) for count in TELLING], abs=0.6)
