"""Experiments next to the match: other start weights, other settings, branches. None of them is scored."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.lab.branch import MOST_NUMBERS, branch_at, branch_under
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.run import Run, within_tape
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import (
    MAX_ITERATIONS,
    MAX_LEARNING_RATE,
    MAX_SEED,
    NeuronSettings,
)

RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, MAX_LEARNING_RATE)
ITERATIONS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, MAX_ITERATIONS)
"""The rungs that an experiment goes up and down on."""
MOST_KEPT = 9


def rung(value: float, rungs: Sequence[float], steps: int) -> float:
    """The rung `steps` above a value, or below where negative; it stops at the ends."""
    below = bisect_left(rungs, value) if steps < 0 else bisect_right(rungs, value) - 1
    return rungs[min(max(below + steps, 0), len(rungs) - 1)]


@dataclass(frozen=True, eq=False)
class Lab:
    """The match's own run, the run that is in front, and the one that stays in sight behind it.

    The own run is the only one that is scored, and is never changed: going back to it is free.
    """

    own: Run
    front: Run
    ghost: Run | None = None
    kept: tuple[Run, ...] = ()
    """Those that the player keeps to come back to, in that order."""

    @classmethod
    def of(cls, replay: Replay, settings: NeuronSettings) -> Lab:
        """The lab of a match in which nothing was tried yet."""
        own = Run(replay, settings)
        return cls(own, own)

    @property
    def trying(self) -> bool:
        """Whether another run than the match's own is in front."""
        return self.front is not self.own

    def show(self, run: Run) -> Lab:
        """Another run comes to the front; the one that stood there stays in sight."""
        return self if run is self.front else replace(self, front=run, ghost=self.front)

    def swap(self) -> Lab:
        """The run behind comes to the front."""
        return self if self.ghost is None else self.show(self.ghost)

    def back(self) -> Lab:
        """Back to the match's own run; called again, nothing is behind it any more."""
        return self.show(self.own) if self.trying else replace(self, ghost=None)

    @property
    def full(self) -> bool:
        """Whether no more can be kept: nine are there, or their tapes would take too much memory."""
        recordings = {
            one.replay.recording
            for run in (*self.kept, self.front)
            for one in run.lineage()
            if run is not self.own
        }
        numbers = sum(recording.tape.size for recording in recordings)
        return len(self.kept) == MOST_KEPT or numbers > MOST_NUMBERS

    def keep(self) -> Lab:
        """Keep the run in front, unless it is there already or there is no room for it."""
        if self.front in (self.own, *self.kept) or self.full:
            return self
        return replace(self, kept=(*self.kept, self.front))

    def forget(self, run: Run) -> Lab:
        """Keep a run no longer. It stays on the screen if it is there."""
        return replace(self, kept=tuple(one for one in self.kept if one is not run))

    def experiment(self, settings: NeuronSettings) -> Lab:
        """Train the puzzle from the start under other settings; under its own it is the match's own run."""
        settings = within_tape(self._with_start(settings), len(self.own.puzzle.input_names))
        for run in (self.own, *self.kept):
            if settings == run.settings and run.begins_as_set:
                return self.show(run)
        if settings == self.front.settings and self.front.begins_as_set:
            return self
        recording = Recording(training_of(self.own.puzzle, settings))
        return self.show(Run(Replay(self.own.puzzle, recording), settings))

    def _with_start(self, settings: NeuronSettings) -> NeuronSettings:
        """Typed start weights stay while they fit the model; the puzzle's own stand in its seed's place."""
        own, inputs = self.own.settings, len(self.own.puzzle.input_names)
        if settings.start != own.start and len(settings.start) == settings.weights(inputs):
            return settings
        same = (settings.seed, settings.threshold, settings.hidden) == (own.seed, own.threshold, own.hidden)
        return replace(settings, start=own.start if same else ())

    def next_seed(self, steps: int = 1) -> Lab:
        """Draw other start weights."""
        settings = self.front.settings
        seed = (settings.seed + steps) % (MAX_SEED + 1)
        return self.experiment(replace(settings, seed=seed, start=()))

    def untouched(self) -> Lab:
        """The lab without a branch or a hand in front that nothing was done with."""
        front, stem = self.front, self.front.stem
        if front.hand is not None and front.hand.turns == 0:
            return replace(self, front=self.own, ghost=None)
        if stem is not None and front.terms is not None:
            rate = stem.replay.training_at(front.replay.since).learning_rate
            if not front.terms.changes and front.terms.learning_rate == rate:
                return replace(self, front=stem, ghost=None)
        return self

    def hold(self, hand: Hand) -> Lab:
        """The weights are in the player's hand; the match's own run stays behind."""
        replay = Replay(self.own.puzzle, hand.recording(), step="turn")
        return replace(self, front=Run(replay, self.own.settings, hand=hand), ghost=self.own)

    def take_over(self, at: int) -> Lab:
        """The neuron trains on from the hand's weights after `at` turns."""
        hand = self.front.hand
        if hand is None:
            return self
        settings = replace(self.own.settings, start=tuple(hand.tape[at].tolist()))
        return replace(self, front=self.own, ghost=None).experiment(settings)

    def branch(self, at: int) -> Lab:
        """Leave the run in front at an iteration. The same lab where that is not possible."""
        branch = branch_at(self.front, at, self.own.puzzle)
        return self if branch is None else replace(self, front=branch, ghost=self.front)

    def rebranch(self, terms: Terms) -> Lab:
        """Let the branch in front go on under other terms, from where it began."""
        stem = self.front.stem
        if stem is None or terms == self.front.terms:
            return self
        branch = branch_under(terms, stem, self.front.replay.since, self.front.settings)
        return replace(self, front=branch, ghost=stem)
