"""Proving what the course's puzzles expect: ten starts side by side, and the puzzles on all cores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.figure import Figure, at_most, ratio, seconds
from neuron_tui.cli.check.checking import Checked, check_folders
from neuron_tui.cli.check.proving import prove_all
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.proving.expectation import SEEDS, outcomes
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import train
from neuron_tui.puzzle.library.library import Folder

CORES_GOAL = 0.77
"""On two cores a ratio of 0.5 is all that can be had."""


def main(quick: bool) -> Iterator[Figure]:
    few, many = (1, 1) if quick else (3, 7)
    files: list[Checked] = check_folders([Folder(bundled_puzzles(), "bundled")], bundled=True)[
        : 2 if quick else None
    ]
    puzzles = [checked.puzzle for checked in files if checked.puzzle is not None]

    def side_by_side() -> None:
        for puzzle in puzzles:
            outcomes(puzzle)

    def one_by_one() -> None:
        for puzzle in puzzles:
            for seed in range(puzzle.neuron.seed, puzzle.neuron.seed + SEEDS):
                train(training_of(puzzle, replace(puzzle.neuron, seed=seed)))

    def course(processes: int | None = None) -> float:
        return seconds(lambda: prove_all(files, lambda _: None, processes))

    longest = max(course() for _ in range(few))
    yield at_most("check --train of the whole course, the longest time", longest, 60, "{:.0f} s")
    yield ratio(
        f"{SEEDS} starts of each puzzle side by side, to the tapes one by one",
        *(lambda: seconds(side_by_side), lambda: seconds(one_by_one), 0.5, few),
    )
    yield ratio("the course on all cores, to one process", course, lambda: course(1), CORES_GOAL, many)
