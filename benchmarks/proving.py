"""Proving what the course's puzzles expect: ten starts side by side, and the puzzles on all cores."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from benchmarks.comparison import compare
from neuron_tui.cli.check.checking import Checked, check_folders
from neuron_tui.cli.check.processes import cores
from neuron_tui.cli.check.proving import prove_all
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.proving.expectation import SEEDS, outcomes
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import train
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.puzzle import Puzzle

WHOLE_GOAL = 60.0
GOAL = 0.5
CORES_GOAL = 0.77
"""All cores to one; on two cores a ratio of 0.5 is all that can be had."""
REPETITIONS = 3
CORES_REPETITIONS = 7


def side_by_side(puzzles: list[Puzzle]) -> float:
    """The seconds for ten starts of each puzzle as one array."""
    started = perf_counter()
    for puzzle in puzzles:
        outcomes(puzzle)
    return perf_counter() - started


def one_by_one(puzzles: list[Puzzle]) -> float:
    """The seconds for the same with each start's whole tape, as the game trains."""
    started = perf_counter()
    for puzzle in puzzles:
        for seed in range(puzzle.neuron.seed, puzzle.neuron.seed + SEEDS):
            train(training_of(puzzle, replace(puzzle.neuron, seed=seed)))
    return perf_counter() - started


def whole_course(files: list[Checked], most: int | None = None) -> float:
    """The seconds for all that `check --train` proves, on all cores or with at `most` so many processes."""
    started = perf_counter()
    prove_all(files, lambda _: None, most)
    return perf_counter() - started


def main() -> None:
    files = check_folders([Folder(bundled_puzzles(), "bundled")])
    puzzles = [checked.puzzle for checked in files if checked.puzzle is not None]
    whole = [whole_course(files) for _ in range(REPETITIONS)]
    print(
        f"check --train of {len(puzzles)} puzzles: longest {max(whole):.1f} s of {REPETITIONS}, "
        f"goal {WHOLE_GOAL:.0f} s, {'reached' if max(whole) <= WHOLE_GOAL else 'MISSED'}"
    )
    beside = compare(lambda: side_by_side(puzzles), lambda: one_by_one(puzzles), REPETITIONS)
    print(beside.describe(f"{SEEDS} starts side by side against one by one", GOAL))
    cored = compare(lambda: whole_course(files), lambda: whole_course(files, 1), CORES_REPETITIONS)
    print(cored.describe(f"{cores()} cores against one process", CORES_GOAL))


if __name__ == "__main__":
    main()
