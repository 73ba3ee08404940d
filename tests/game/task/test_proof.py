"""`check --train` proves a task: its solution does it with par, and nothing does it with less."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from neuron_tui.game.replay.training import training_of
from neuron_tui.game.task.proof import doubts
from neuron_tui.neuron import Neuron, train
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import Task
from tests.game.matches import bundled
from tests.game.task.deeds import task_of

LIGHT = bundled("threshold/night-light-again")
PUZZLES = {
    "by hand": LIGHT,
    "teach": bundled("article/cat-on-your-lap"),
    "break": bundled("weights/storm"),
    "set up": bundled("threshold/two-keys"),
    "fool": bundled("pictures/few-pictures"),
}
each_kind = pytest.mark.parametrize("puzzle", PUZZLES.values(), ids=PUZZLES.keys())


def doubted(puzzle: Puzzle, **changes: object) -> list[str]:
    """What is doubted of the puzzle's task with some of it changed."""
    task: Task = replace(task_of(puzzle), **changes)  # type: ignore[arg-type]  # as the test names them
    return list(doubts(replace(puzzle, task=task)))


@each_kind
def test_what_is_so_is_not_doubted(puzzle: Puzzle) -> None:
    assert doubted(puzzle) == []
    assert list(doubts(replace(puzzle, task=None))) == []


@pytest.mark.parametrize(
    ("kind", "solution"),
    [
        ("by hand", (-6, 0, 2)),
        ("by hand", (-6, 0, 2.5)),
        ("teach", (1, 3)),
        ("break", (1, 2)),
        ("set up", (10, 0)),
        ("set up", (10_000, 0)),
        ("fool", (1, 1, 1, 1, 1, 0, 1, 0, 0)),
    ],
)
def test_a_solution_that_does_not_do_it_is_told(kind: str, solution: tuple[float, ...]) -> None:
    [doubt] = doubted(PUZZLES[kind], solution=solution)
    assert "does not reach its goal" in doubt


@pytest.mark.parametrize("par", [8, 10])
def test_a_par_that_the_solution_only_comes_near_is_told(par: int) -> None:
    [doubt] = doubted(LIGHT, par=par)
    assert f"takes 9, and par is {par}" in doubt


@pytest.mark.parametrize("kind", ["by hand", "fool"])
def test_a_par_that_is_not_the_solutions_is_told(kind: str) -> None:
    puzzle = PUZZLES[kind]
    [doubt] = doubted(puzzle, par=task_of(puzzle).par + 1)
    assert f"takes {task_of(puzzle).par}, and par is {task_of(puzzle).par + 1}" in doubt


@pytest.mark.parametrize(
    ("kind", "par", "solution"),
    [
        ("by hand", 11, (-7, 0, 4)),
        ("teach", 3, (3, 4, 5)),
        ("break", 3, (5, 6, 7)),
        ("set up", 100, (100, 1)),
        ("fool", 2, (0, 1, 0, 1, 1, 0, 1, 0, 0)),
    ],
)
def test_a_par_that_can_be_beaten_is_told(kind: str, par: int, solution: tuple[float, ...]) -> None:
    [doubt] = doubted(PUZZLES[kind], par=par, solution=solution)
    assert f"less than par, {par}" in doubt


def test_settings_that_no_key_comes_to_are_told() -> None:
    [doubt] = doubted(PUZZLES["set up"], par=9, solution=(9, 1))
    assert "no step of the settings" in doubt


LEFT = bundled("article/leftmost-column")
TWINS, ALARM = bundled("new-situations/twins"), bundled("threshold/burglar-alarm")
WITH_THRESHOLD = replace(LEFT, neuron=replace(LEFT.neuron, threshold=True))


@pytest.mark.parametrize(
    ("puzzle", "task", "other"),
    [
        (
            TWINS,
            Task("by hand", 3, (3, 3, 0, -3), limit="small weights"),
            (0, 6, 0, -3),
        ),
        (
            ALARM,
            Task("by hand", 15, (6, 6, -3), limit="positive weights"),
            (7, -1, -3),
        ),
        (WITH_THRESHOLD, Task("by hand", 9, (6, 0, -3, 0), limit="no threshold"), (6, 0, 0, -3)),
    ],
)
def test_a_limit_is_part_of_what_is_proved(puzzle: Puzzle, task: Task, other: tuple[float, ...]) -> None:
    puzzle = replace(puzzle, task=task)
    assert doubted(puzzle) == []
    assert doubted(puzzle, solution=other)


def test_nine_turns_are_the_fewest_for_the_night_light() -> None:
    """Proved another way: every whole weight up to 8 turns, row by row."""
    for day in range(-8, 9):
        for door in range(-8, 9):
            most = 8 - abs(day) - abs(door)
            for threshold in range(-most, most + 1):
                sums = [day + threshold, day + door + threshold, door + threshold, threshold]
                sure = [1 / (1 + np.exp(-sign * s)) for sign, s in zip((-1, -1, 1, 1), sums, strict=True)]
                assert min(sure) < 0.8999


def test_two_rows_are_the_fewest_for_the_cat_and_only_these_two() -> None:
    """Proved another way: the neuron of the tape trained on each pair of rows alone."""
    puzzle = PUZZLES["teach"]
    rows = [(*example.inputs, example.target) for example in puzzle.examples]
    every = np.array([*rows, (1, 1, 1, 0)], dtype=float)
    enough = []
    for few in [*combinations(range(5), 1), *combinations(range(5), 2)]:
        told = np.array([rows[row] for row in few], dtype=float)
        training = replace(training_of(puzzle), inputs=told[:, :3], targets=told[:, 3])
        said = Neuron(3).think(train(training)[-1], every[:, :3])
        if ((said > 0.5) == (every[:, 3] == 1)).all():
            enough.append([row + 1 for row in few])
    assert enough == [[3, 5]]
