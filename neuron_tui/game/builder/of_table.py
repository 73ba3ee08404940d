"""A puzzle of a table whose questions are fair: the rows that are left settle those that are held back."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from neuron_tui.game.explain.rules.verdict import unfair
from neuron_tui.puzzle.from_table.cells import Table
from neuron_tui.puzzle.from_table.made import MadePuzzle, Wishes, make_puzzle

SEEDS = 10


def fair_puzzle(title: str, table: Table, wishes: Wishes) -> MadePuzzle:
    """The puzzle of a table with the first seed, from the wished one on, by which it is fair.

    If by none, it has fewer questions; if that does not help, it is as it was wished, and says so. Raises
    TableError as `make_puzzle` does.
    """
    made = wished = make_puzzle(title, table, wishes)
    ways = product(range(len(wished.puzzle.questions), 0, -1), range(SEEDS))
    while unfair(made.puzzle):
        if (way := next(ways, None)) is None:
            told = "What is left does not settle every answer; `neuron-tui check --train` says which."
            return replace(wished, notes=(*wished.notes, told))
        questions, later = way
        made = make_puzzle(title, table, replace(wishes, questions=questions, seed=wishes.seed + later))
    return made
