"""Neurons that race alone, as a table or as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

import click

from neuron_tui.cli.choosing import puzzle_of, seed_within
from neuron_tui.cli.columns import aligned
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.race.kinds import Kind, Outputs, kind_of, outputs_of
from neuron_tui.game.race.results import ERRORS, MAX_RUNS, SOURCE, ManyRaces, race_alone
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.text import clean, plural

BAR = 40
"""Cells of a bar that stands for an error of 1."""


def outputs_in(entry: PuzzleEntry) -> Outputs:
    """The eight outputs of the puzzle in a file that has been read.

    Raises MistakeError where the file is broken, or the puzzle can't be raced.
    """
    outputs = outputs_of(puzzle_of(entry))
    if outputs is None:
        raise MistakeError(
            f"{entry.id} can't be raced: a race needs three inputs, and an answer to each of the eight rows;"
            " try six-kinds/type-2"
        )
    return outputs


@dataclass(frozen=True)
class RaceReport:
    """What came of it."""

    puzzle_id: str
    title: str
    kind: Kind | None
    many: ManyRaces

    @property
    def people(self) -> tuple[float, ...] | None:
        """The published errors for this kind, where it is one of the six."""
        return None if self.kind is None else ERRORS[self.kind]

    def as_json(self) -> str:
        """One object, numbers in full precision."""
        found = {
            "puzzle": self.puzzle_id,
            "kind": self.kind,
            "runs": self.many.runs,
            "seed": self.many.seed,
            "errors": self.many.errors,
            "learned": self.many.learned,
            "people": self.people,
        }
        return json.dumps(found, indent=2)

    def as_table(self) -> str:
        """A line per block, with the neuron's errors as a bar."""
        many, people = self.many, self.people
        kind = f"kind {self.kind} of six" if self.kind else "none of the six kinds"
        columns = [
            ["block", *map(str, range(1, len(many.errors) + 1))],
            ["neuron", *(f"{error:.3f}" for error in many.errors)],
            *([["people", *(f"{error:.3f}" for error in people)]] if people else []),
            ["", *("\u2588" * round(error * BAR) for error in many.errors)],
        ]
        lines = [
            f"{clean(self.title)} ({clean(self.puzzle_id)}), {kind}",
            f"{plural(many.runs, 'neuron')} with a threshold, learning rate 1, seed {many.seed}: "
            f"{many.reached:,} of {many.runs:,} reached four faultless rounds",
            "",
            "Share of wrong answers in each block of 16 figures",
            *aligned(list(zip(*columns, strict=True)), right=range(len(columns) - 1)),
        ]
        return "\n".join([*lines, "", f"People: {SOURCE}"] if people else lines)


def report_on(entry: PuzzleEntry, runs: int, seed: int | None) -> RaceReport:
    """Let neurons race on the puzzle of an entry; without a seed, from the puzzle's own.

    Raises MistakeError where it can't be raced, and click.UsageError where a number is out of bounds.
    """
    if not 1 <= runs <= MAX_RUNS:
        raise click.UsageError(f"--runs must be from 1 to {MAX_RUNS:,}, not {runs:,}")
    puzzle = puzzle_of(entry)
    outputs = outputs_in(entry)
    many = race_alone(outputs, runs, puzzle.neuron.seed if seed is None else seed_within(seed))
    return RaceReport(entry.id, puzzle.title, kind_of(outputs), many)
