"""A puzzle's task in its file: what it may say, and each fault at its place."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.task import Task
from tests.puzzle.file.test_faults import check_faults
from tests.puzzle.sources import puzzle_file

PICTURE = {
    "picture": "3x3",
    "output": "bar",
    "examples": "\n  - 1 0 0 1 0 0 1 0 0 -> 1\n  - 0 1 0 0 1 0 0 1 0 -> 0",
    "questions": "\n  - 1 0 0 1 0 0 1 0 1 -> 1",
    "formula": "bar = A1",
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("{do: by hand, par: 3, solution: [2.5, -1]}", Task("by hand", 3, (2.5, -1))),
        (
            "{do: by hand, par: 3, limit: small weights, solution: [3, -3]}",
            Task("by hand", 3, (3, -3), limit="small weights"),
        ),
        ("{do: teach, par: 2, solution: [1, 3]}", Task("teach", 2, (1, 3))),
        ("{do: break, par: 1, solution: [2], hint: Look.}", Task("break", 1, (2,), hint="Look.")),
        (
            "{do: set up, par: 30, may: [iterations, threshold], solution: [30, 1]}",
            Task("set up", 30, (30, 1), ("iterations", "threshold")),
        ),
        ("{do: set up, par: 2, may: [hidden], solution: [2]}", Task("set up", 2, (2,), ("hidden",))),
    ],
)
def test_a_task_is_read_and_written(said: str, meant: Task) -> None:
    reading = read_puzzle(puzzle_file(task=said).encode())
    assert reading.faults == ()
    assert reading.puzzle is not None
    assert reading.puzzle.task == meant
    assert read_puzzle(write_puzzle(reading.puzzle).encode()) == reading


def test_a_picture_may_be_drawn_that_fools_it() -> None:
    source = puzzle_file(**PICTURE, task="{do: fool, par: 1, solution: [0, 0, 0, 1, 0, 0, 1, 0, 0]}")
    reading = read_puzzle(source.encode())
    assert reading.puzzle is not None, reading.faults
    assert reading.puzzle.task == Task("fool", 1, (0, 0, 0, 1, 0, 0, 1, 0, 0))


def test_with_a_task_nothing_has_to_be_asked() -> None:
    source = puzzle_file(task="{do: teach, par: 2, solution: [1, 3]}", questions=None)
    reading = read_puzzle(source.encode())
    assert reading.puzzle is not None, reading.faults
    assert reading.puzzle.questions == ()
    assert read_puzzle(write_puzzle(reading.puzzle).encode()) == reading
    check_faults(puzzle_file(task="▲{do: break, par: 1, solution: [1]}", questions=None), "add `questions`")


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("▲teach", ["keys and values"]),
        ("▲{}", ["`do` is missing", "`par` is missing", "`solution` is missing"]),
        ("▲{do: teach, par: 2}", ["`solution` is missing"]),
        ("{do: ▲dance, par: 2, solution: [1, 2]}", ["by hand, teach, break, set up and fool"]),
        ("{do: teach, par: ▲0, solution: [1]}", ["from 1"]),
        ("{do: teach, par: 1, solution: ▲[]}", ["list of numbers"]),
        ("{do: teach, par: 1, solution: [1], ▲stars: 3}", ["`stars`"]),
        ("{do: set up, par: 1, may: ▲[seed], solution: [1]}", ["hidden, iterations"]),
        ("{do: teach, par: 1, solution: [1], hint: ▲[a]}", ["text"]),
        # it is read, and does not fit this puzzle
        ("▲{do: by hand, par: 3, solution: [1, 2, 3]}", ["each of the 2 weights"]),
        ("▲{do: teach, par: 1, solution: [4]}", ["from 1 to 3"]),
        ("▲{do: teach, par: 1, solution: [0.5]}", ["from 1 to 3"]),
        ("▲{do: break, par: 2, solution: [1, 1]}", ["each once"]),
        ("▲{do: break, par: 2, solution: [1]}", ["1 rows and par is 2"]),
        ("▲{do: teach, par: 1, may: [hidden], solution: [1]}", ["`may` is for settings"]),
        ("▲{do: set up, par: 1, solution: [1]}", ["`may` begins with hidden or iterations"]),
        ("▲{do: set up, par: 1, may: [threshold], solution: [1]}", ["`may` begins with"]),
        ("▲{do: set up, par: 2, may: [hidden, threshold], solution: [2]}", ["a number for each setting"]),
        ("▲{do: set up, par: 2, may: [hidden], solution: [3]}", ["must be par, 2"]),
        (
            "{do: by hand, par: 3, limit: ▲none, solution: [1, 2]}",
            ["small weights, positive weights"],
        ),
        ("▲{do: teach, par: 1, limit: small weights, solution: [1]}", ["`limit` is for weights"]),
        ("▲{do: by hand, par: 3, limit: no threshold, solution: [1, 2]}", ["with a threshold"]),
        ("▲{do: fool, par: 1, solution: [1, 0]}", ["`picture` and a `formula`"]),
    ],
)
def test_each_fault_is_told_at_its_place(task: str, words: list[str]) -> None:
    if len(words) > 1:
        task = task.replace("▲", "▲" * len(words))
    check_faults(puzzle_file(task=task), *words)


def test_a_task_that_a_puzzle_cannot_have_is_told() -> None:
    by_hand = "▲{do: by hand, par: 3, solution: [1, 2]}"
    check_faults(puzzle_file(neuron="{hidden: 2}", task=by_hand), "weights with names")
    teach = "▲{do: teach, par: 1, solution: [1]}"
    check_faults(puzzle_file(noisy="true", questions="\n  - 1 1 -> 1/2", task=teach), "chance")
    fool = "▲{do: fool, par: 1, solution: [1, 0]}"
    check_faults(puzzle_file(**PICTURE, task=fool), "9 points")
    for value in ("2", "0.5"):
        points = f"▲{{do: fool, par: 1, solution: [{', '.join([value] * 9)}]}}"
        check_faults(puzzle_file(**PICTURE, task=points), "each 0 or 1")
