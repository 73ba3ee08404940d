"""A race: you and the neuron judge the same figures in the same order, and both are told the right answer.

After Shepard, Hovland and Jenkins (1961) and Nosofsky et al. (1994): blocks of 16 trials, each of two rounds
that show all eight rows in a random order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from neuron_tui.game.race.criterion import errors_by_block, faultless_in_a_row, reached_at
from neuron_tui.game.race.eight import Outputs
from neuron_tui.game.race.figure import Figure
from neuron_tui.game.race.trial_order import BLOCK, TRIALS, Course, Flags, decisions, wrong
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True)
class Race:
    """What has been decided so far. All else follows from the course: its order, its disguise, its neuron.

    Trials are counted from 0.
    """

    course: Course
    decisions: tuple[int, ...] = ()

    @classmethod
    def begin(cls, outputs: Outputs, seed: int) -> Race:
        """A race that nobody has answered in, over eight outputs."""
        return cls(Course.of(outputs, seed))

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
        return faultless_in_a_row(self.yours_wrong)

    @property
    def yours_wrong(self) -> Flags:
        """Where you were wrong, shape `(trials,)`."""
        yours = np.array(self.decisions, dtype=np.int64)
        return wrong(yours, self.course.right[: self.trials])

    @property
    def neuron_wrong(self) -> Flags:
        """Where the neuron was wrong in the same trials, shape `(trials,)`."""
        said = decisions(self.course.neuron_outputs[: self.trials])
        return wrong(said, self.course.right[: self.trials])

    @property
    def errors(self) -> Array:
        """The share of your wrong answers in each block so far, shape `(blocks,)`."""
        return errors_by_block(self.yours_wrong)

    @property
    def neuron_errors(self) -> Array:
        """The same for the neuron, by the same rule."""
        return errors_by_block(self.neuron_wrong)

    def figure(self, trial: int) -> Figure:
        """What is shown at a trial."""
        return Figure(*self.course.disguise.values(int(self.course.order[trial])))

    def right(self, trial: int) -> int:
        """The right answer at a trial."""
        return self.course.outputs[int(self.course.order[trial])]


def block_of(trial: int) -> tuple[int, int]:
    """In which block a trial is, and which one it is in there; both from 0."""
    return divmod(trial, BLOCK)
