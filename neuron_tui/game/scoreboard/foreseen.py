"""What a player said that the neuron will say, and what it said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuron_tui.game.scoreboard.vectors import Flags, Floats, Indices, foresight, got_it


@dataclass(frozen=True, eq=False)
class Foreseen:
    """First attempts at foreseeing the neuron: guesses, and what it said. Columns of shape `(answers,)`."""

    guesses: Floats
    outputs: Floats
    puzzles: Indices

    def __len__(self) -> int:
        return len(self.guesses)

    @cached_property
    def points(self) -> Floats:
        """The points for each, which are the player's alone, shape `(answers,)`."""
        return foresight(self.guesses, self.outputs)

    @cached_property
    def got(self) -> Flags:
        """Which came near enough to what the neuron shows, shape `(answers,)`."""
        return got_it(self.outputs, self.guesses)

    @cached_property
    def trust(self) -> Floats:
        """How much surer than the neuron each guess is, on the side that the guess leans to.

        Too trusting is above 0, too doubting below. Undecided guesses lean to no side and are left out:
        shape `(leaning,)`. Whoever says what they expect comes to 0 in the long run, even if they do not
        know the neuron well; on the side that the neuron took they would be called doubting.
        """
        sides = np.sign(self.guesses - 0.5)
        return np.asarray((sides * (self.guesses - self.outputs))[sides != 0])


NOTHING_FORESEEN = Foreseen(np.empty(0), np.empty(0), np.empty(0, np.int64))
