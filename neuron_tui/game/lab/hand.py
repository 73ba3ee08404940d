"""The player's hand on the weights: a tape on which every row is a turn instead of an adjustment."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.score_rule import READS_HALF
from neuron_tui.neuron import Recording, Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.text import plural

STEP, FINE_STEP = 1.0, 0.1
"""How far one step turns a weight."""
LIMIT = 20.0
"""How far a weight can be turned either way. One that begins beyond it can only come back."""
DECIMALS = 10
"""Decimals that a turned weight is rounded to, so that ten fine steps are one step."""


@dataclass(frozen=True, eq=False)
class Hand:
    """The weights in a player's hand. Every move returns the hand after it; what changes nothing is no turn.

    `tape` has shape `(turns + 1, size)`: row 0 holds the weights that it began from, and every turn of a
    weight adds a row. A position is a row of it, so going back and forth is only looking at another row;
    turning from an earlier one cuts off what lay ahead. What was cut off still counts for the records.
    """

    training: Training
    tape: Array
    best_before: float = math.inf
    """The lowest error on what was cut off."""
    solved_before: int | None = None
    """The fewest turns that solved it on what was cut off."""

    @classmethod
    def begin(cls, training: Training, weights: Array) -> Hand:
        """Take hold of a neuron with these weights, shape `(size,)`. Raises ValueError for another shape."""
        size = training.model.size
        if np.shape(weights) != (size,):
            raise ValueError(f"weights must have shape ({size},), not {np.shape(weights)}")
        return cls(training, np.array(weights, dtype=np.float64).reshape(1, size))

    @property
    def turns(self) -> int:
        """How many turns are on the tape; also the position of its last row."""
        return len(self.tape) - 1

    def turn(self, at: int, index: int, steps: int, fine: bool = False) -> Hand:
        """Turn one weight by `steps`, down where negative. It is one turn, however many steps."""
        before = float(self.tape[at, index])
        value, bound = before + steps * (FINE_STEP if fine else STEP), max(LIMIT, abs(before))
        return self._with(
            at, index, before if value == before else min(max(round(value, DECIMALS), -bound), bound)
        )

    def _with(self, at: int, index: int, value: float) -> Hand:
        """One weight has another value, by one turn."""
        if value == float(self.tape[at, index]):
            return self
        hand = self
        if at < self.turns:  # the records outlive what is cut off
            hand = replace(self, best_before=self.best, solved_before=self.solved_in)
        moved = self.tape[at].copy()
        moved[index] = value
        return replace(hand, tape=np.vstack([self.tape[: at + 1], moved]))

    def turn_to(self, at: int, index: int, value: float) -> Hand:
        """Turn one weight by whole steps until it is as close to a value as they lead, a turn for each."""
        hand, steps = self, round((value - float(self.tape[at, index])) / STEP)
        for place in range(abs(steps)):
            hand = hand.turn(min(at + place, hand.turns), index, 1 if steps > 0 else -1)
        return hand

    def turn_exactly_to(self, at: int, index: int, value: float) -> Hand:
        """Turn one weight to a value: by whole steps as far as they lead, and by what is left as one turn."""
        before = float(self.tape[at, index])
        steps = math.trunc((value - before) / STEP)
        hand = self.turn_to(at, index, before + steps * STEP)
        return hand._with(at if hand is self else hand.turns, index, value)

    def right(self, at: int) -> int:
        """How many examples are on the right side at a position, as their outputs are shown."""
        return int(self._right[at])

    def solved(self, at: int) -> bool:
        """Whether all examples are on the right side at a position."""
        return self.right(at) == len(self.training.targets)

    def error(self, at: int) -> float:
        """The mean error over the examples at a position: the score, and the lower the better."""
        return float(self._errors[at])

    @cached_property
    def best(self) -> float:
        """The lowest mean error so far, also on what was cut off."""
        return min(float(self._errors.min()), self.best_before)

    @cached_property
    def solved_in(self) -> int | None:
        """The fewest turns after which all examples were on the right side, None while they never were."""
        at = np.flatnonzero(self._right == len(self.training.targets))
        found = [int(at[0])] if at.size else []
        if self.solved_before is not None:
            found.append(self.solved_before)
        return min(found, default=None)

    @cached_property
    def _errors(self) -> Array:
        training = self.training
        return training.model.mean_error(self.tape, training.inputs, training.targets)

    @cached_property
    def _right(self) -> NDArray[np.int64]:
        training = self.training
        above = training.model.think(self.tape, training.inputs) - 0.5
        right = np.where(training.targets == 1, above, -above) > READS_HALF
        counts: NDArray[np.int64] = right.sum(axis=1)
        return counts

    def recording(self) -> Recording:
        """The tape as a training that is recorded to its end, for everything that shows one."""
        return Recording(replace(self.training, iterations=self.turns), self.tape)


def challenge(hand: Hand, at: int) -> str:
    """How far the challenge is at a position: to get all rows right in as few turns as can be."""
    rows, fewest = len(hand.training.targets), hand.solved_in
    if not hand.solved(at):
        if at == 0 and fewest is None:
            many = "Can you get the row" if rows == 1 else f"How many of the {rows:,} rows can you get"
            return f"{many} right, and in how few turns?"
        right = f"{hand.right(at)} of {plural(rows, 'row')} {'is' if rows == 1 else 'are'} right"
        here = f"{right} after {plural(at, 'turn')}." if at else f"{right} at the start."
        if fewest is None:
            return here
        return f"{here} Best: all right " + (f"after {fewest:,}." if fewest else "at the start.")
    if fewest == 0:
        return "All rows were right from the start."
    done = f"All rows right in {plural(at, 'turn')}."
    if fewest is not None and fewest < at:
        return f"{done} Your best is {fewest:,}."
    return f"{done} Can you do it in fewer?" if at > 1 else f"{done} It can't be done in fewer."
