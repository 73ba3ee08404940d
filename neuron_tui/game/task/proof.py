"""The proof of a task: its solution reaches par, it is not solved at the start, and nothing less does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import combinations, product

import numpy as np

from neuron_tui.game.lab.hand import STEP, Hand
from neuron_tui.game.lab.run import Run
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.game.task.standing import Standing, fooled, rows_of, standing
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.task import Task


def doubts(puzzle: Puzzle) -> Iterator[str]:
    """What is wrong with the puzzle's task, each with what to write instead."""
    task = puzzle.task
    if task is None:
        return
    own = _own(puzzle)
    found = solved(puzzle, task, own)
    if not found.done or found.count is None:
        why = f" ({found.refused})" if found.refused else ""
        yield f"the task's solution does not reach its goal{why}; write one that does"
        return
    if found.count != task.par:
        yield f"the task's solution takes {found.count}, and par is {task.par}; write the same"
    if fewer(puzzle, task, own):
        yield f"the task can be done with less than par, {task.par}; write a smaller par with its solution"


def _own(puzzle: Puzzle) -> Run:
    return _trained(puzzle, puzzle.neuron)


def _trained(puzzle: Puzzle, settings: NeuronSettings) -> Run:
    recording = Recording(training_of(puzzle, settings))
    with suppress(DivergenceError):
        recording.record(settings.iterations)
    return Run(Replay(puzzle, recording), settings)


def solved(puzzle: Puzzle, task: Task, own: Run) -> Standing:
    """How far the stored solution comes."""
    given = task.solution
    match task.do:
        case "by hand":
            front = _by_hand(own, np.array(given))
            return standing(task, own, front, front.replay.iterations)
        case "fool":
            return fooled(puzzle, own.replay, own.replay.iterations, [int(point) for point in given])
        case "set up":
            return standing(task, own, _trained(puzzle, _settings(puzzle, task, given)), 0)
    rows = {int(row) - 1 for row in given}
    return standing(task, own, _under(own, task, rows), 0)


def _by_hand(own: Run, weights: Array) -> Run:
    """All weights turned from 0 to these."""
    hand = Hand.begin(training_of(own.puzzle, own.settings), np.zeros(len(weights)))
    for index, weight in enumerate(weights):
        hand = hand.turn_exactly_to(hand.turns, index, float(weight))
    return Lab(own, own).hold(hand).front


def _settings(puzzle: Puzzle, task: Task, given: tuple[float, ...]) -> NeuronSettings:
    kinds = {"hidden": int, "iterations": int, "threshold": bool, "learning_rate": float}
    values = {key: kinds[key](value) for key, value in zip(task.may, given, strict=True)}
    return replace(puzzle.neuron, **values)


def _under(own: Run, task: Task, rows: set[int]) -> Run:
    """The training from the same start, with these rows alone, or with the other answer in them."""
    lab = Lab(own, own).branch(0)
    terms = lab.front.terms or Terms.of(own.puzzle, own.settings.learning_rate)
    for index, example in enumerate(own.puzzle.examples):
        if task.do == "teach" and index not in rows:
            terms = terms.with_target(index, None)
        elif task.do == "break" and index in rows:
            terms = terms.with_target(index, 1 - example.target)
    front = lab.rebranch(terms).front
    with suppress(DivergenceError):
        front.replay.recording.record(front.replay.iterations)
    return front


def fewer(puzzle: Puzzle, task: Task, own: Run) -> bool:
    """Whether the goal can be reached with less than par. What is tried: whole turns; all sets of rows, or of
    rows with the other answer; the other settings of the solution; all pictures.
    """
    match task.do:
        case "by hand":
            return any(_sure(puzzle, task, weights) for weights in _within(len(task.solution), task.par - 1))
        case "set up":
            less = range(0 if task.may[0] == "hidden" else 1, task.par)
            tried = less if task.may[0] == "hidden" else less[-1:]
            return any(
                standing(
                    task, own, _trained(puzzle, _settings(puzzle, task, (count, *task.solution[1:]))), 0
                ).done
                for count in tried
            )
        case "fool":
            return any(
                fooled(puzzle, own.replay, own.replay.iterations, picture).done
                for picture in _near(puzzle, task.par - 1)
            )
    return any(
        standing(task, own, _under(own, task, set(rows)), 0).done
        for count in range(1, task.par)
        for rows in combinations(range(len(puzzle.examples)), count)
    )


def _sure(puzzle: Puzzle, task: Task, weights: Array) -> bool:
    """Whether some of these weights, shape `(many, size)`, make every row sure."""
    if task.positive:
        weights = weights[(weights >= 0).all(axis=1)]
    training = training_of(puzzle)
    inputs, answers = rows_of(puzzle)
    outputs = training.model.think(weights, inputs)
    return bool((np.where(answers == 1, outputs, 1 - outputs) >= 0.9 - 0.00005).all(axis=1).any())


def _within(size: int, turns: int) -> Iterator[Array]:
    """All weights of whole turns that take no more than so many, in batches of shape `(many, size)`."""
    reach = np.arange(-turns, turns + 1) * STEP
    for first in reach:
        rest = np.array(list(product(reach, repeat=size - 1))).reshape(-1, size - 1)
        batch = np.column_stack([np.full(len(rest), first), rest])
        yield batch[np.abs(batch).sum(axis=1) <= turns * STEP]


def _near(puzzle: Puzzle, points: int) -> Iterator[list[int]]:
    """All pictures that differ from some example in no more than so many points."""
    for example in puzzle.examples:
        for count in range(1, points + 1):
            for places in combinations(range(len(example.inputs)), count):
                yield [value ^ (place in places) for place, value in enumerate(example.inputs)]
