"""The neuron learns a draft, and meanwhile there is a judgement at every moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.builder.judgement import Note, checked, learned, missing, rules
from neuron_tui.game.proving.expectation import SLICE, SeedOutcome, expectation, outcomes_of, train_starts
from neuron_tui.game.replay.training import model_of
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Expectation

WORK = 40_000
"""Weights times rows that are trained in one go: a few milliseconds."""
MOST = 3
"""Faults, or things to do, that are said at one time."""
_LEARNING = Note("to do", "The neuron is learning.")


@dataclass(frozen=True)
class Judgement:
    """What there is to say of a draft at a moment, and the neuron's output to each of its rows.

    `weights` are those from the puzzle's own seed; `outcomes` are those of the ten starts, once they have
    learned what `trained` stands for.
    """

    notes: tuple[Note, ...] = ()
    outputs: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    outcomes: tuple[SeedOutcome, ...] = ()
    trained: tuple[str, bool] | None = None

    @property
    def faulty(self) -> frozenset[int]:
        """The rows with which something is wrong."""
        return frozenset(note.row for note in self.notes if note.kind == "bad" and note.row is not None)

    def expects(self, draft: Draft) -> Expectation | None:
        """How the neuron fares with the puzzle of a draft, if it has just learned that."""
        return expectation(self.outcomes) if self.trained == draft.trained else None


def judge(draft: Draft, before: Judgement) -> Iterator[Judgement]:
    """The judgement after each slice of the training, the last one for good.

    Where the neuron has learned just this for the judgement `before`, it does not learn it again. A caller
    that stops asking stops the training.
    """
    puzzle = draft.puzzle()
    first = (missing(draft) or checked(draft))[:MOST]
    if not puzzle.examples:
        yield Judgement(tuple(first))
        return
    last = list(rules(draft))
    model, inputs = model_of(puzzle, puzzle.neuron), np.array([row.inputs for row in draft.rows])

    def judged(note: Note, weights: Array, outcomes: Sequence[SeedOutcome] = ()) -> Judgement:
        """The judgement with the weights from the puzzle's own seed, shape `(size,)`."""
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = model.think(weights, inputs)
        known = trained if outcomes else None
        notes = (*first, note, *last)
        return Judgement(notes, tuple(outputs.tolist()), tuple(weights), tuple(outcomes), known)

    trained = draft.trained
    if before.trained == trained:
        yield judged(learned(puzzle, before.outcomes), np.array(before.weights), before.outcomes)
        return
    size = puzzle.neuron.weights(draft.width) * len(draft.rows)
    for weights in train_starts(puzzle, max(min(SLICE, WORK // size), 1)):
        yield judged(_LEARNING, weights[0])
    outcomes = outcomes_of(puzzle, weights)
    yield judged(learned(puzzle, outcomes), weights[0], outcomes)
