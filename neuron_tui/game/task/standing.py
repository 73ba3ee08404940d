"""How far a task is: what is counted, and whether its goal is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.explain.numbers import side
from neuron_tui.game.lab.run import Run
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.score_rule import NEAR, READS_HALF
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import CHANGEABLE, Limit, Task


@dataclass(frozen=True)
class Standing:
    """What was counted, and how many rows are as they should be. `count` is None before anything was done.

    Of a picture, `right` is what is right. `done`: the goal is reached. `refused` says why what was done does
    not count.
    """

    count: int | None
    right: int = 0
    rows: int = 0
    done: bool = False
    refused: str = ""


def rows_of(puzzle: Puzzle) -> tuple[Array, Array]:
    """All rows with a right answer, shape `(rows, inputs)`, and the answers, `(rows,)`; examples first."""
    asked = [row for row in puzzle.questions if row.answer in (0, 1)]
    inputs = [example.inputs for example in puzzle.examples] + [row.inputs for row in asked]
    answers = [example.target for example in puzzle.examples] + [int(row.answer or 0) for row in asked]
    return np.array(inputs, dtype=np.float64), np.array(answers, dtype=np.float64)


def sure(outputs: Array, answers: Array) -> NDArray[np.bool_]:
    """Which outputs, shape `(..., rows)`, are as near to their answers as whoever got them."""
    near: NDArray[np.bool_] = np.abs(outputs - answers) <= float(NEAR) + READS_HALF
    return near


def beginning(task: Task, puzzle: Puzzle) -> tuple[int, ...]:
    """The picture that a player who is to fool it begins with: the example nearest to the solution."""
    solution = np.array(task.solution)
    return min((it.inputs for it in puzzle.examples), key=lambda it: float(np.abs(solution - it).sum()))


def own_answer(own: Run) -> int | None:
    """What the trained neuron says to the first question: 0 or 1, None where it is undecided."""
    return _says(own.replay.as_trained, own.puzzle.questions[0].inputs)


def standing(task: Task, own: Run, front: Run, at: int, picture: Sequence[int] = ()) -> Standing:
    """How far the task is with the run in front; `own` is the match's.

    `at`: where its tape stands, which matters for a hand's turns and for a picture.
    """
    match task.do:
        case "by hand":
            return _by_hand(task, own.puzzle, front, at)
        case "set up":
            return _set_up(task, own, front)
        case "fool":
            return _fool(own, front, at, picture)
    return _other_rows(task, own, front)


def _by_hand(task: Task, puzzle: Puzzle, front: Run, at: int) -> Standing:
    inputs, answers = rows_of(puzzle)
    if front.hand is None:
        return Standing(None, 0, len(answers))
    weights, refused = front.replay.weights(at), ""
    right = int(sure(front.replay.model.think(weights, inputs), answers).sum())
    if front.hand.tape[0].any():
        refused = "Begin with all weights at 0."
    elif (weights % 1).any():
        refused = "Only whole turns count here."
    elif not keeps_to(task.limit, weights, len(puzzle.input_names)):
        refused = "Leave the threshold at 0." if task.limit == "no threshold" else "Turn no weight below 0."
    count = int(np.abs(weights).max()) if task.limit == "small weights" else at
    return Standing(count, right, len(answers), right == len(answers) and not refused, refused)


def keeps_to(limit: Limit | None, weights: Array, inputs: int) -> NDArray[np.bool_]:
    """Which weights, shape `(..., size)`, keep to a limit: those of the inputs, then a threshold's."""
    kept = np.ones_like(weights, dtype=bool)
    if limit == "positive weights":
        kept = (weights >= 0) | (np.arange(weights.shape[-1]) == inputs)
    elif limit == "no threshold":
        kept = (weights == 0) | (np.arange(weights.shape[-1]) < inputs)
    return np.asarray(kept.all(axis=-1))


def _other_rows(task: Task, own: Run, front: Run) -> Standing:
    """Teach and break: the same training from its start, and of its rows some left out, or answered anew."""
    right, rows = _right(own.puzzle, front)
    if front.terms is None or front.stem is not own or front.replay.since:
        return Standing(None, right, rows)
    examples = len(own.puzzle.examples)
    shown, others = front.terms.rows[:examples], front.terms.rows[examples:]
    changed = sum(row.target not in (None, row.target_before) for row in shown)
    left_out = sum(row.target is None for row in shown)
    count = changed if task.do == "break" else examples - left_out
    refused = ""
    if front.terms.learning_rate != own.settings.learning_rate:
        refused = "Leave the learning rate as it is."
    elif any(row.target is not None for row in others):
        refused = "Tell it no other rows."
    elif task.do == "break" and left_out:
        refused = "Leave no row out here."
    elif task.do == "teach" and changed:
        refused = "Change no answer here."
    if task.do == "teach":
        reached = right == rows and left_out > 0
    else:
        before, said = own_answer(own), _says(front.replay.as_trained, own.puzzle.questions[0].inputs)
        reached = before is not None and said == 1 - before
    done = front.replay.recording.complete and reached and not refused
    return Standing(count, right, rows, done, refused)


def _set_up(task: Task, own: Run, front: Run) -> Standing:
    """The same rows learned from the start under other settings: with less, where its own do it, too."""
    right, rows = _right(own.puzzle, front)
    if front is own or not front.begins_as_set:
        return Standing(None, right, rows)
    kept = {*CHANGEABLE, "seed", "cross_entropy"} - set(task.may)
    changed = any(getattr(front.settings, key) != getattr(own.settings, key) for key in kept)
    changed |= front.settings.start not in ((), own.settings.start)
    refused = "That is not among what may change." if changed else ""
    count, before = (int(getattr(run.settings, task.may[0])) for run in (front, own))
    better = count < before or _right(own.puzzle, own)[0] < rows
    return Standing(count, right, rows, right == rows and better and not refused, refused)


def _fool(own: Run, front: Run, at: int, picture: Sequence[int]) -> Standing:
    """It counts how many points differ from the nearest picture that the neuron gets right."""
    puzzle, replay = own.puzzle, own.replay
    if front is not own or at != replay.iterations or replay.off:
        return Standing(None, refused="Only the whole neuron counts, at the end of its training.")
    inputs, answers = rows_of(puzzle)
    right = leans(replay.model.think(replay.weights(at), inputs), answers)
    if not right.any():
        return Standing(None)
    count = int(np.abs(inputs[right] - np.array(picture, dtype=np.float64)).sum(axis=1).min())
    (truth,) = read_formula(puzzle.formula, puzzle.input_names, puzzle.output_name).outputs([picture])
    return Standing(count, int(truth), done=_says(replay, picture) == 1 - truth and count > 0)


def _right(puzzle: Puzzle, run: Run) -> tuple[int, int]:
    """How many rows come out on their answer's side once a run is complete, and of how many."""
    inputs, answers = rows_of(puzzle)
    if not run.replay.recording.complete:
        return 0, len(answers)
    trained = run.replay.as_trained
    outputs = trained.model.think(trained.weights(trained.iterations), inputs)
    return int(leans(outputs, answers).sum()), len(answers)


def leans(outputs: Array, answers: Array) -> NDArray[np.bool_]:
    """Which outputs are on their answer's side, as they are shown."""
    leans: NDArray[np.bool_] = np.where(answers == 1, outputs - 0.5, 0.5 - outputs) > READS_HALF
    return leans


def _says(replay: Replay, row: Sequence[int]) -> int | None:
    """What the neuron says to a row at the end: 0 or 1, None where it is undecided."""
    return side(float(replay.answers(replay.iterations, [tuple(row)])[0]))
