"""Experiments next to the match: other start weights, other settings, branches. None of them is scored."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.lab.branch import Terms
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import (
    MAX_ITERATIONS,
    MAX_LEARNING_RATE,
    MAX_SEED,
    MAX_TAPE_NUMBERS,
    NeuronSettings,
    Puzzle,
)
from neuron_tui.puzzle.text import plural

RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, MAX_LEARNING_RATE)
ITERATIONS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, MAX_ITERATIONS)
"""The rungs that an experiment goes up and down on."""


def rung(value: float, rungs: Sequence[float], steps: int) -> float:
    """The rung `steps` above a value, or below where negative; it stops at the ends."""
    below = bisect_left(rungs, value) if steps < 0 else bisect_right(rungs, value) - 1
    return rungs[min(max(below + steps, 0), len(rungs) - 1)]


MOST_NUMBERS = 2 * MAX_TAPE_NUMBERS
"""A branch and all the runs that it comes from hold no more weights than this: 320 MB."""
YOUR_WEIGHTS = "from your weights"


@dataclass(frozen=True, eq=False)
class Run:
    """One training that can be looked at.

    A branch has a `stem`, the run that it left, and the terms it goes on under. A player's hand on the
    weights is a run, too, with its turns as the tape. `origin` says what the start weights are where they
    are not drawn with the seed.
    """

    replay: Replay
    settings: NeuronSettings
    stem: Run | None = None
    terms: Terms | None = None
    hand: Hand | None = None
    origin: str = ""

    def lineage(self) -> Iterator[Run]:
        """The run, and the ones that it branched off from."""
        run: Run | None = self
        while run is not None:
            yield run
            run = run.stem

    @property
    def drawn_with_seed(self) -> bool:
        """Whether the puzzle and the settings say all about it; so it is with the match's own run."""
        return self.stem is None and self.hand is None and not self.origin

    @property
    def puzzle(self) -> Puzzle:
        """The puzzle with the rows of this training."""
        return self.replay.puzzle


@dataclass(frozen=True, eq=False)
class Lab:
    """The match's own run, the run that is in front, and the one that stays in sight behind it.

    The own run is the only one that is scored, and is never changed: going back to it is free.
    """

    own: Run
    front: Run
    ghost: Run | None = None

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
        return self.show(self.own) if self.trying else Lab(self.own, self.own)

    def experiment(self, settings: NeuronSettings) -> Lab:
        """Train the puzzle from the start under other settings; under its own it is the match's own run."""
        settings = within_tape(settings, len(self.own.puzzle.input_names))
        if settings == self.own.settings:
            return self.show(self.own)
        if settings == self.front.settings and self.front.drawn_with_seed:
            return self
        recording = Recording(training_of(self.own.puzzle, settings))
        return self.show(Run(Replay(self.own.puzzle, recording), settings))

    def next_seed(self, steps: int = 1) -> Lab:
        """Draw other start weights."""
        settings = self.front.settings
        seed = (settings.seed + steps) % (MAX_SEED + 1)
        return self.experiment(replace(settings, seed=seed))

    def untouched(self) -> Lab:
        """The lab without a branch or a hand in front that nothing was done with."""
        front, stem = self.front, self.front.stem
        if front.hand is not None and front.hand.turns == 0:
            return Lab(self.own, self.own)
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
        hand, settings = self.front.hand, self.own.settings
        if hand is None:
            return self
        replay = Replay(self.own.puzzle, hand.take_over(at, settings.iterations))
        return replace(self, front=Run(replay, settings, origin=YOUR_WEIGHTS), ghost=self.own)

    def branch(self, at: int) -> Lab:
        """Leave the run in front at an iteration, to go on from its weights; as yet under the same terms.

        At its last iteration it goes on for as many again. The same lab where the tapes would take too
        much memory, or that iteration is not there yet.
        """
        stem = self.front
        iterations = stem.replay.iterations * (2 if at == stem.replay.iterations else 1)
        settings = within_tape(replace(stem.settings, iterations=iterations), stem.replay.model.inputs)
        kept = sum(run.replay.recording.tape.size for run in stem.lineage())
        more = settings.iterations * stem.replay.model.size
        if at >= settings.iterations or at > stem.replay.recording.recorded or kept + more > MOST_NUMBERS:
            return self
        rate = stem.replay.training_at(at).learning_rate
        return self._branch(stem, at, Terms.of(stem.puzzle, rate, self.own.puzzle), settings)

    def rebranch(self, terms: Terms) -> Lab:
        """Let the branch in front go on under other terms, from where it began."""
        stem = self.front.stem
        if stem is None or terms == self.front.terms:
            return self
        return self._branch(stem, self.front.replay.since, terms, self.front.settings)

    def _branch(self, stem: Run, at: int, terms: Terms, settings: NeuronSettings) -> Lab:
        puzzle = terms.puzzle(stem.puzzle)
        settings = replace(settings, learning_rate=terms.learning_rate)
        recording = Recording(training_of(puzzle, settings), stem.replay.recording.tape[: at + 1])
        replay = Replay(puzzle, recording, earlier=stem.replay, since=at)
        return replace(self, front=Run(replay, settings, stem, terms), ghost=stem)


def within_tape(settings: NeuronSettings, inputs: int) -> NeuronSettings:
    """The settings with no more iterations than a tape may have."""
    return replace(settings, iterations=min(settings.iterations, settings.most_iterations(inputs)))


def name(run: Run, own: Run) -> str:
    """What makes a run another one than the match's own: seed 2, learning rate 3; empty for its own."""
    settings, before = run.settings, (run.stem or own).settings
    parts = [run.origin] if run.origin else []
    if settings.seed != before.seed:
        parts.append(f"seed {settings.seed:,}")
    if settings.learning_rate != before.learning_rate:
        parts.append(f"learning rate {settings.learning_rate:g}")
    if settings.threshold != before.threshold:
        parts.append("with a threshold" if settings.threshold else "without a threshold")
    if settings.hidden != before.hidden:
        parts.append(plural(settings.hidden, "hidden neuron") if settings.hidden else "one neuron alone")
    if settings.iterations != before.iterations and run.stem is None:
        parts.append(plural(settings.iterations, "iteration"))
    if run.terms is not None and run.terms.changes:
        parts.append(f"{plural(run.terms.changes, 'row')} changed")
    return ", ".join(parts)
