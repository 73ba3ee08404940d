"""How often the ranges hold the true value, and how often the sentences are true, in docs/scores.md, too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from math import comb
from pathlib import Path

import numpy as np
import pytest

from neuron_tui.game.scoreboard.calibration import SURENESS_EDGES, Bin
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.sureness import about_sureness
from neuron_tui.game.scoreboard.vectors import Floats

DOCUMENT = (Path(__file__).parents[3] / "docs" / "scores.md").read_text(encoding="utf-8")
TIMES = 2_000
COUNTS = (10, 20, 40, 100, 400)
SHARES = np.linspace(0.001, 0.999, 999)

Size = tuple[int, int]
Guesses = Callable[[np.random.Generator, Size], Floats]


def saying(guess: float) -> Guesses:
    return lambda _, size: np.full(size, guess)


def anything(chance: np.random.Generator, size: Size) -> Floats:
    return chance.integers(5, 11, size) / 10


PLAYERS: dict[str, tuple[Guesses, float | None]] = {
    "says 0.9, and 97 % are right": (saying(0.9), 0.97),
    "says 1, and 98 % are right": (saying(1.0), 0.98),
    "says 0.95, and 80 % are right": (saying(0.95), 0.8),
    "says 0.55, and half are right": (saying(0.55), 0.5),
    "says 0.5 to 1, and is right as often": (anything, None),
}
"""The guesses of each, and how often they are right: None where it is as often as is said."""


def sides(name: str, count: int, times: int, seed: int = 1) -> list[Side]:
    """So many players of this kind, each with so many answers. No guess is below a half: 1 is right."""
    chance = np.random.default_rng(seed)
    said, right = PLAYERS[name]
    guesses = said(chance, (times, count))
    answers = chance.random((times, count)) < (guesses if right is None else right)
    return list(map(Side, guesses, answers.astype(np.float64)))


def true_brier(name: str) -> float:
    """The mean error in the long run, by its formula."""
    said, right = PLAYERS[name]
    guesses = said(np.random.default_rng(0), (1, 600_000))
    shares = guesses if right is None else right
    return float((shares * (1 - guesses) ** 2 + (1 - shares) * guesses**2).mean())


def covered(name: str, count: int, times: int) -> float:
    """How often the range holds the Brier score in the long run, after this many answers."""
    true = true_brier(name)
    ranges = [side.brier_interval for side in sides(name, count, times)]
    return sum(found is not None and found[0] <= true <= found[1] for found in ranges) / times


def called_better(name: str, count: int, times: int) -> float:
    """How often one of two who play alike is called better than the other."""
    pairs = zip(sides(name, count, times), sides(name, count, times, seed=2), strict=True)
    return sum(HeadToHead(*pair).better() != 0 for pair in pairs) / times


@pytest.mark.parametrize("name", PLAYERS)
def test_a_range_holds_the_brier_score_in_nine_of_ten_from_the_first_time_it_is_shown(name: str) -> None:
    assert sides(name, 9, 1)[0].brier_interval is None
    assert [count for count in COUNTS[:3] if covered(name, count, 400) < 0.9] == []


@pytest.mark.parametrize("name", PLAYERS)
def test_two_who_play_alike_are_seldom_told_apart(name: str) -> None:
    assert [count for count in COUNTS[:3] if called_better(name, count, 400) > 0.055] == []


@pytest.mark.slow
def test_the_document_tells_how_often_the_range_holds_and_how_often_who_is_better_is_wrong() -> None:
    for name in PLAYERS:
        cells = row(name)
        assert len(cells) == 2 * len(COUNTS)
        for found, told in zip([covered(name, count, TIMES) for count in COUNTS], cells, strict=False):
            assert found >= 0.9
            assert told == pytest.approx(100 * found, abs=0.6)
        wrong = [called_better(name, count, TIMES) for count in COUNTS]
        assert max(wrong) <= 0.055
        assert cells[len(COUNTS) :] == pytest.approx([100 * share for share in wrong], abs=0.6)


def row(head: str) -> list[float]:
    """The numbers of the document's row that begins like this."""
    [cells] = re.findall(rf"^\| {re.escape(head)} \|(.*)\|$", DOCUMENT, re.MULTILINE)
    return [float(cell) for cell in cells.split("|")]


def chances(count: int, share: float | Floats) -> list[float | Floats]:
    """The chance of 0, 1, ... `count` right answers, where this share is right."""
    return [comb(count, right) * share**right * (1 - share) ** (count - right) for right in range(count + 1)]


@pytest.mark.parametrize("count", [*range(1, 21), 30, 60, 100])
def test_the_range_around_a_share_holds_it_from_the_first_answer_on(count: int) -> None:
    held = np.zeros(len(SHARES))
    for right, chance in enumerate(chances(count, SHARES)):
        low, high = Bin(0, 1, count, 0.5, right / count).interval() or (1, 0)
        held += chance * ((low <= SHARES) & (high >= SHARES))
    assert held.min() > 0.945


def too_sure(said: float, count: int) -> int:
    """How few right answers of so many it takes to be called too sure: any number below this one."""

    def is_spared(right: int) -> bool:
        levels = [Bin(low, 1, 0, 0, 0) for low in SURENESS_EDGES[:-2]]
        words = about_sureness((*levels, Bin(0.95, 1, count, said, right / count)))
        return not words.startswith("You are surer than you should be")

    return bisect_left(range(count + 1), True, key=is_spared)


def called_too_sure(said: float, right: float, count: int) -> float:
    """The chance that whoever says this and is right so often is called too sure after so many answers."""
    return float(sum(chances(count, right)[: too_sure(said, count)]))


def worst(counts: list[int]) -> float:
    """The chance that any of five levels is called too sure by accident, each where that is likeliest.

    A guess is made in steps of 0.05: so the share that is meant may be 0.025 smaller.
    """
    levels = (0.6, 0.7, 0.8, 0.9, 1.0)
    return sum(max(called_too_sure(said, said - 0.025, count) for count in counts) for said in levels)


def test_surer_than_you_should_be_is_said_falsely_at_most_once_in_twenty_looks() -> None:
    assert worst([10, 13, 20, 32, 50, 100, 400]) <= 0.05


@pytest.mark.slow
def test_that_is_so_after_any_number_of_answers() -> None:
    assert worst([*range(10, 150), 200, 400, 800]) <= 0.05


@pytest.mark.parametrize("right", [85, 80, 75, 70, 60])
def test_the_document_tells_how_often_one_who_is_too_sure_is_told_so(right: int) -> None:
    found = [100 * called_too_sure(0.9, right / 100, count) for count in (10, 20, 40, 80, 160, 320)]
    assert row(f"{right} %") == pytest.approx(found, abs=0.51)


def test_nine_answers_are_too_few_to_call_anybody_too_sure() -> None:
    assert too_sure(1.0, 9) == 0
