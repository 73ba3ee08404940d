"""The proof of a task: its solution reaches par, and nothing that can be tried does it with less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import combinations, product, repeat

import numpy as np

from neuron_tui.game.lab.hand import STEP, Hand
from neuron_tui.game.lab.run import Run
from neuron_tui.game.lab.runs import ITERATIONS, RATES, Lab
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.game.task.standing import Standing, keeps_to, rows_of, standing, sure
from neuron_tui.neuron import DivergenceError, Recording
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import MAX_HIDDEN, NeuronSettings, Puzzle
from neuron_tui.puzzle.task import Changeable, Task


def doubts(puzzle: Puzzle) -> Iterator[str]:
    """What is wrong with the puzzle's task, each with what to write instead."""
    task = puzzle.task
    if task is None:
        return
    own = trained(puzzle, puzzle.neuron)
    found = solved(task, own, task.solution)
    if not found.done or found.count is None:
        why = f" ({found.refused.removesuffix('.')})" if found.refused else ""
        yield f"the task's solution does not reach its goal{why}; write one that does"
    elif found.count != task.par:
        yield f"the task's solution takes {found.count}, and par is {task.par}; write the same"
    elif fewer(task, own):
        yield f"the task can be done with less than par, {task.par}; write a smaller par with its solution"
    elif task.may and not all(map(_comes_to, task.may, task.solution, repeat(own))):
        yield "the task's solution has values that no step of the settings comes to; write some that do"


def trained(puzzle: Puzzle, settings: NeuronSettings) -> Run:
    """The whole training under these settings."""
    recording = Recording(training_of(puzzle, settings))
    with suppress(DivergenceError):
        recording.record(settings.iterations)
    return Run(Replay(puzzle, recording), settings)


def tried(task: Task, own: Run, given: Sequence[float]) -> Run:
    """The run that comes of what a player tries, which is written like a task's solution."""
    match task.do:
        case "by hand":
            return _by_hand(own, np.array(given))
        case "set up":
            settings = _settings(task, own, given)
            return own if settings == own.settings else trained(own.puzzle, settings)
        case "fool":
            return own
    return _other_rows(task, own, {int(row) - 1 for row in given})


def solved(task: Task, own: Run, given: Sequence[float]) -> Standing:
    """How far the player comes with this."""
    front = tried(task, own, given)
    return standing(task, own, front, front.replay.iterations, [int(point) for point in given])


def _by_hand(own: Run, weights: Array) -> Run:
    """All weights turned from 0 to these."""
    hand = Hand.begin(training_of(own.puzzle, own.settings), np.zeros(len(weights)))
    for index, weight in enumerate(weights):
        hand = hand.turn_exactly_to(hand.turns, index, float(weight))
    return Lab(own, own).hold(hand).front


def _settings(task: Task, own: Run, given: Sequence[float]) -> NeuronSettings:
    kinds = {"hidden": int, "iterations": int, "threshold": bool, "learning_rate": float}
    values = {key: kinds[key](value) for key, value in zip(task.may, given, strict=True)}
    return replace(own.settings, **values)


def _other_rows(task: Task, own: Run, rows: set[int]) -> Run:
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


def fewer(task: Task, own: Run) -> bool:
    """Whether the goal can be reached with less than par."""
    puzzle = own.puzzle
    match task.do:
        case "by hand":
            return any(_all_sure(task, puzzle, weights) for weights in _turned(task, task.par - 1))
        case "set up":
            counts = [count for count in reach_of(task.may[0], own) if count < task.par]
            others = [reach_of(key, own) for key in task.may[1:]]
            tried: Iterator[tuple[float, ...]] = product(counts, *others)
        case "fool":
            tried = _near(puzzle, task.par - 1)
        case _:
            numbers = range(1, len(puzzle.examples) + 1)
            tried = (rows for count in range(1, task.par) for rows in combinations(numbers, count))
    return any(solved(task, own, given).done for given in tried)


def _comes_to(key: Changeable, value: float, own: Run) -> bool:
    return value in reach_of(key, own)


def reach_of(key: Changeable, own: Run) -> list[float]:
    """The values of a setting that the player can come to."""
    rungs: dict[Changeable, tuple[float, ...]] = {
        "hidden": tuple(range(MAX_HIDDEN + 1)),
        "iterations": ITERATIONS,
        "learning_rate": RATES,
        "threshold": (0, 1),
    }
    return sorted({*rungs[key], float(getattr(own.settings, key))})


def _all_sure(task: Task, puzzle: Puzzle, weights: Array) -> bool:
    """Whether some of these weights, shape `(many, size)`, make every row sure and keep to the limit."""
    inputs, answers = rows_of(puzzle)
    weights = weights[keeps_to(task.limit, weights, inputs.shape[1])]
    return bool(sure(training_of(puzzle).model.think(weights, inputs), answers).all(axis=-1).any())


def _turned(task: Task, count: int) -> Iterator[Array]:
    """All weights of whole turns that count for no more than this, in batches of shape `(many, size)`."""
    reach, size = np.arange(-count, count + 1) * STEP, len(task.solution)
    for first in reach:
        rest = np.array(list(product(reach, repeat=size - 1))).reshape(-1, size - 1)
        batch = np.column_stack([np.full(len(rest), first), rest])
        counts = np.abs(batch).max(axis=1) if task.limit == "small weights" else np.abs(batch).sum(axis=1)
        yield batch[counts <= count * STEP]


def _near(puzzle: Puzzle, points: int) -> Iterator[tuple[float, ...]]:
    """All pictures that differ from some example in no more than so many points."""
    for example in puzzle.examples:
        for count in range(1, points + 1):
            for places in combinations(range(len(example.inputs)), count):
                yield tuple(value ^ (place in places) for place, value in enumerate(example.inputs))
