"""How far a task is: what is counted, and whether its goal is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.lab.run import Run
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.score_rule import NEAR, READS_HALF
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.task import Task

OUT_OF_BOUNDS = "That is not among what may be changed."


@dataclass(frozen=True)
class Standing:
    """What was counted, and how many rows are as they should be. `count` is None before anything was done.

    `done`: the goal is reached. `refused` says why what was done does not count.
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


def right_rows(puzzle: Puzzle, replay: Replay, iteration: int, *, sure: bool = False) -> int:
    """How many rows come out on their answer's side; `sure`: and near it, as whoever got it."""
    inputs, answers = rows_of(puzzle)
    outputs = replay.model.think(replay.weights(iteration), inputs)
    beyond = np.where(answers == 1, outputs, 1 - outputs) - 0.5
    return int((beyond >= 0.5 - float(NEAR) - READS_HALF if sure else beyond > READS_HALF).sum())


def standing(task: Task, own: Run, front: Run, at: int) -> Standing:
    """How far the task is with the run in front; `own` is the match's. Turns of a hand count up to `at`."""
    puzzle = own.puzzle
    if task.do == "by hand":
        return _by_hand(task, puzzle, front, at)
    end = front.replay.iterations
    right, rows = 0, len(rows_of(puzzle)[1])
    complete = front.replay.recording.complete
    if complete:
        right = right_rows(puzzle, front.replay, end)
    if task.do == "set up":
        return _set_up(task, own.settings, front, right, rows, complete=complete)
    if front.terms is None or front.stem is not own:
        return Standing(None, right, rows)
    refused = OUT_OF_BOUNDS if front.terms.learning_rate != own.settings.learning_rate else ""
    if task.do == "teach":
        told = front.terms.examples
        changed = any(row.target not in (None, row.target_before) for row in front.terms.rows)
        refused = "Only leave rows out, and change no answer." if changed else refused
        done = complete and not refused and right == rows and len(told) < len(puzzle.examples)
        return Standing(len(told), right, rows, done, refused)
    asked = puzzle.questions[0].inputs
    refused = "Leave the marked row untold." if asked in _told(front) else refused
    said, before = (float(run.replay.answers(run.replay.iterations, [asked])[0]) for run in (front, own))
    turned = (said - 0.5) * (before - 0.5) < 0 and abs(said - 0.5) > READS_HALF
    return Standing(front.terms.changes, right, rows, complete and not refused and turned, refused)


def _told(run: Run) -> set[tuple[int, ...]]:
    return {example.inputs for example in run.puzzle.examples}


def _by_hand(task: Task, puzzle: Puzzle, front: Run, at: int) -> Standing:
    rows = len(rows_of(puzzle)[1])
    if front.hand is None:
        return Standing(None, 0, rows)
    right = right_rows(puzzle, front.replay, at, sure=True)
    below = task.positive and bool((front.replay.weights(at) < 0).any())
    refused = "No weight may be below 0 here." if below else ""
    return Standing(at, right, rows, right == rows and not refused, refused)


def _set_up(
    task: Task, own: NeuronSettings, front: Run, right: int, rows: int, *, complete: bool
) -> Standing:
    settings = front.settings
    kept = {"learning_rate", "threshold", "iterations", "hidden", "seed"} - set(task.may)
    changed = any(getattr(settings, key) != getattr(own, key) for key in kept)
    refused = OUT_OF_BOUNDS if changed or not front.begins_as_set else ""
    count = int(getattr(settings, task.may[0]))
    return Standing(count, right, rows, complete and not refused and right == rows, refused)


def fooled(puzzle: Puzzle, replay: Replay, iteration: int, picture: Sequence[int]) -> Standing:
    """How far a picture is from fooling the neuron: it counts what differs from one that it gets right."""
    inputs, answers = rows_of(puzzle)
    outputs = replay.model.think(replay.weights(iteration), inputs)
    right = np.where(answers == 1, outputs - 0.5, 0.5 - outputs) > READS_HALF
    apart = np.abs(inputs - np.array(picture, dtype=np.float64)).sum(axis=1)
    if not right.any():
        return Standing(None)
    count = int(apart[right].min())
    (truth,) = read_formula(puzzle.formula, puzzle.input_names, puzzle.output_name).outputs([picture])
    said = float(replay.answers(iteration, [tuple(picture)])[0])
    done = ((said - 0.5) if truth else (0.5 - said)) < -READS_HALF
    return Standing(count, done=done and count > 0)
