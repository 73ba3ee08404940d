"""A race: you and the neuron judge the same figures in the same order, and both see the right answer.

After Shepard, Hovland and Jenkins (1961) and Nosofsky et al. (1994): blocks of 16 trials, each of two rounds
of eight. In the first block each round shows all eight rows, in the others the block shows each of them
twice, in a random order. After four faultless rounds in a row the criterion is reached: the race is over, and
all trials after it count as faultless. So it is in the published table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from neuron_tui.game.race.kinds import Outputs
from neuron_tui.game.race.schedule import (
    BLOCK,
    CRITERION,
    ROUND,
    TRIALS,
    Figure,
    Flags,
    Ordering,
    Schedule,
    decisions,
)
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True)
class Race:
    """What has been decided so far. All else follows from the schedule: its order, its disguise, its neuron.

    Trials are counted from 0.
    """

    schedule: Schedule
    decisions: tuple[int, ...] = ()

    @classmethod
    def begin(cls, outputs: Outputs, seed: int, ordering: Ordering = "study") -> Race:
        """A race that nobody has answered in, over eight outputs."""
        return cls(Schedule.of(outputs, seed, ordering))

    def decide(self, answer: int) -> Race:
        """The race after this answer, 0 or 1, to the figure that is up; the same race where it is over.

        Raises ValueError for any other answer.
        """
        if answer not in (0, 1):
            raise ValueError(f"a figure is 0 or 1, not {answer}")
        return self if self.over else replace(self, decisions=(*self.decisions, answer))

    @property
    def trials(self) -> int:
        """How many figures have been judged; also the number of the one that is up."""
        return len(self.decisions)

    @property
    def knows(self) -> bool:
        """Whether you have reached the criterion."""
        return bool(reached_at(self.yours_wrong) >= 0)

    @property
    def over(self) -> bool:
        """Whether no figure is left: the criterion is reached, or the last block is done."""
        return self.trials == TRIALS or self.knows

    @property
    def rounds_in_a_row(self) -> int:
        """How many faultless rounds you have had in a row."""
        faultless = faultless_rounds(self.yours_wrong)
        return len(faultless) if faultless.all() else int((~faultless[::-1]).argmax())

    @property
    def yours_wrong(self) -> Flags:
        """Where you were wrong, shape `(trials,)`."""
        return np.not_equal(self.decisions, self.schedule.right[: self.trials])

    @property
    def neuron_wrong(self) -> Flags:
        """Where the neuron was wrong in the same trials, shape `(trials,)`."""
        said = decisions(self.schedule.neuron_outputs[: self.trials])
        return np.not_equal(said, self.schedule.right[: self.trials])

    @property
    def errors(self) -> Array:
        """The share of your wrong answers in each block so far, shape `(blocks,)`."""
        return errors_by_block(self.yours_wrong)

    @property
    def neuron_errors(self) -> Array:
        """The same for the neuron, by the same rule."""
        return errors_by_block(self.neuron_wrong)

    def row(self, trial: int) -> int:
        """Which of the eight rows is shown at a trial."""
        return int(self.schedule.order[trial])

    def figure(self, trial: int) -> Figure:
        """What is shown at a trial."""
        return self.schedule.disguise.figure(self.row(trial))

    def right(self, trial: int) -> int:
        """The right answer at a trial."""
        return self.schedule.outputs[self.row(trial)]


def block_of(trial: int) -> tuple[int, int]:
    """In which block a trial is, and which one it is in there; both from 0."""
    return divmod(trial, BLOCK)


def reached_at(wrong: Flags) -> NDArray[np.int64]:
    """After how many trials the criterion is reached, -1 where it is not.

    `wrong` has shape `(..., trials)`, and so has the result without the last axis.
    """
    faultless = faultless_rounds(wrong)
    if faultless.shape[-1] < CRITERION:
        return np.full(wrong.shape[:-1], -1)
    reached = sliding_window_view(faultless, CRITERION, axis=-1).all(axis=-1)
    return np.where(reached.any(axis=-1), (reached.argmax(axis=-1) + CRITERION) * ROUND, -1)


def faultless_rounds(wrong: Flags) -> Flags:
    """Which rounds were without a fault, shape `(..., rounds)`; one that is not complete does not count."""
    rounds = wrong.shape[-1] // ROUND
    by_round = wrong[..., : rounds * ROUND].reshape(*wrong.shape[:-1], rounds, ROUND)
    return np.asarray(~by_round.any(axis=-1))


def errors_by_block(wrong: Flags) -> Array:
    """The share of wrong answers in each block, with the criterion's rule, shape `(..., blocks)`.

    `wrong` has shape `(..., trials)`. A last block that is not complete counts by the trials that it has,
    or by all 16 where the criterion ended it.
    """
    trials = wrong.shape[-1]
    blocks = -(-trials // BLOCK)
    reached = reached_at(wrong)[..., None]
    counted = wrong & ((reached < 0) | (np.arange(trials) < reached))
    padded = np.zeros((*wrong.shape[:-1], blocks * BLOCK), dtype=bool)
    padded[..., :trials] = counted
    faults = padded.reshape(*wrong.shape[:-1], blocks, BLOCK).sum(axis=-1)
    seen = np.full(faults.shape, BLOCK)
    if trials % BLOCK:
        seen[..., -1] = np.where(reached[..., 0] < 0, trials % BLOCK, BLOCK)
    return np.asarray(faults / seen)
