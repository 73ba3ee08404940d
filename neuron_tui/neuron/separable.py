"""Whether one neuron can have all rows right at all: an exact proof of either, in whole numbers.

A neuron has a row right where its weighted sum is above 0 for a 1, and below 0 for a 0. Count the signals of
the rows that should come out 0 as negative, and all sums have to be above 0. By Gordan's theorem (1873) there
are such weights, or else there is a way to add up some of the rows, each some number of times, so that every
signal cancels to 0: then the sums cancel as well, and cannot all be above 0. Never both.

Which of the two it is, the simplex method tells, with Bland's rule (1977), so that it never goes in circles,
and with whole numbers that stay whole (Bareiss, 1968). What it gives is multiplied out before it is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAX_PIVOTS = 2_000
"""Steps after which the question stays open. The course's puzzles take fewer than a hundred."""

SignedRow = tuple[Sequence[int], int]
"""What reaches the weights (0 or 1 each, the threshold's 1 included), and the output that is right."""


@dataclass(frozen=True)
class Separation:
    """The proof: `weights` with which every row comes out right, or else a `balance`.

    The balance says how often each row is to be taken so that all signals cancel; it is empty where there are
    weights, and the other way round.
    """

    weights: tuple[int, ...] = ()
    balance: tuple[int, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether one neuron can have all rows right."""
        return bool(self.weights)


def separation(rows: Iterable[SignedRow], most_pivots: int = MAX_PIVOTS) -> Separation | None:
    """The proof for these rows; None where it takes more steps than are allowed, so that nobody knows.

    Rows may repeat, and may contradict each other. Raises ValueError where there are no rows, or no signals.
    """
    signed = [[signal if right else -signal for signal in signals] for signals, right in rows]
    if not signed or not signed[0]:
        raise ValueError("a proof needs at least one row, and a signal in it")
    distinct = list(dict.fromkeys(map(tuple, signed)))
    found = _solve(np.array(distinct, dtype=object), most_pivots)
    if found is None:
        return None
    proof, number = found
    table = np.array(distinct, dtype=object)
    if proof == "weights":
        if not all(table @ number > 0):
            raise ArithmeticError("the weights do not do what they should")
        return Separation(weights=tuple(map(int, number)))
    if any(table.T @ number != 0) or not all(number >= 0) or not any(number > 0):
        raise ArithmeticError("the balance does not cancel")
    taken = dict(zip(distinct, map(int, number), strict=True))
    return Separation(balance=tuple(taken.pop(tuple(row), 0) for row in signed))


def _solve(table: NDArray[np.object_], most_pivots: int) -> tuple[str, NDArray[np.object_]] | None:
    """Weights, or how often to take each of the table's rows; None where it takes too many steps.

    Looks for shares of the rows, none below 0 and 1 in all, whose signals cancel. At first nothing is taken,
    and a stand-in for each condition makes up what is missing to it; then what they make up is driven down.
    `body` has a line per condition and a column per row, then per stand-in, then for what must come out.
    Every number in it is `scale` times what it stands for.
    """
    rows, signals = table.shape
    lines = signals + 1
    body = np.zeros((lines, rows + lines + 1), dtype=object)
    body[:signals, :rows] = table.T
    body[signals, :rows] = 1
    body[np.arange(lines), rows + np.arange(lines)] = 1
    body[signals, -1] = 1
    cost = -body.sum(axis=0)
    cost[rows : rows + lines] = 0
    basis = [rows + line for line in range(lines)]
    scale = 1
    for _ in range(most_pivots):
        entering = next((column for column in range(rows) if cost[column] < 0), None)
        if entering is None:
            break
        # What is made up cannot fall below 0, so some line always ends the way that is taken here.
        open_lines = [line for line in range(lines) if body[line, entering] > 0]
        leaving = open_lines[0]
        for line in open_lines[1:]:
            mine = body[line, -1] * body[leaving, entering]
            theirs = body[leaving, -1] * body[line, entering]
            if (mine, basis[line]) < (theirs, basis[leaving]):
                leaving = line
        pivot, pivot_line = body[leaving, entering], body[leaving].copy()
        body = (body * pivot - np.outer(body[:, entering], pivot_line)) // scale
        cost = (cost * pivot - cost[entering] * pivot_line) // scale
        body[leaving] = pivot_line
        basis[leaving], scale = entering, pivot
    else:
        return None
    if cost[-1] == 0:  # nothing is left to make up
        taken = np.zeros(rows, dtype=object)
        for line, column in enumerate(basis):
            if column < rows:
                taken[column] = body[line, -1]
        return "balance", taken
    return "weights", cost[rows : rows + signals] - scale
