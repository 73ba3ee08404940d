"""Where a branch begins: a training leaves its run at an iteration and goes on from the weights there."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.lab.run import Run, within_tape
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import MAX_TAPE_NUMBERS, NeuronSettings, Puzzle

MOST_NUMBERS = 2 * MAX_TAPE_NUMBERS
"""A branch and all the runs that it comes from hold no more weights than this: 320 MB."""


def branch_at(stem: Run, at: int, own: Puzzle) -> Run | None:
    """Leave a run at an iteration, under the same terms as yet; `own` is the puzzle that the match is about.

    At the last iteration of the run the branch goes on for as many again. None where the tapes would take too
    much memory, or where that iteration is not recorded yet.
    """
    iterations = stem.replay.iterations * (2 if at == stem.replay.iterations else 1)
    settings = within_tape(replace(stem.settings, iterations=iterations), stem.replay.model.inputs)
    kept = sum(run.replay.recording.tape.size for run in stem.lineage())
    more = settings.iterations * stem.replay.model.size
    if at >= settings.iterations or at > stem.replay.recording.recorded or kept + more > MOST_NUMBERS:
        return None
    rate = stem.replay.training_at(at).learning_rate
    return branch_under(Terms.of(stem.puzzle, rate, own), stem, at, settings)


def branch_under(terms: Terms, stem: Run, at: int, settings: NeuronSettings) -> Run:
    """Let a run go on from an iteration under these terms: other rows, or another learning rate."""
    puzzle = terms.puzzle(stem.puzzle)
    settings = replace(settings, learning_rate=terms.learning_rate)
    recording = Recording(training_of(puzzle, settings), stem.replay.recording.tape[: at + 1])
    return Run(Replay(puzzle, recording, earlier=stem.replay, since=at), settings, stem, terms)
