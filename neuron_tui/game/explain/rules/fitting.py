"""The simplest rules that fit a puzzle's examples, and what each of them says to its questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from neuron_tui.game.explain.rules.sizes import MOST_INPUTS, sizes_of
from neuron_tui.puzzle.puzzle import Puzzle, Question


@dataclass(frozen=True)
class Fitting:
    """All the rules that fit and name inputs no more often than any other; `size` is how often that is.

    `rules` are tables as in `sizes.py`, in ascending order: no two say the same to all rows.
    """

    size: int
    rules: tuple[int, ...]

    def saying(self, question: Question, answer: int) -> tuple[int, ...]:
        """The rules that answer a question with 0, or with 1."""
        row = _row(question.inputs)
        return tuple(rule for rule in self.rules if rule >> row & 1 == answer)

    def says(self, question: Question) -> tuple[int, int]:
        """How many of them answer a question with 0, and how many with 1."""
        return len(self.saying(question, 0)), len(self.saying(question, 1))


def fitting(puzzle: Puzzle) -> Fitting | None:
    """The simplest rules that fit all examples; None for a noisy puzzle, and for more than four inputs."""
    if puzzle.noisy or len(puzzle.input_names) > MOST_INPUTS:
        return None
    ones = {_row(example.inputs) for example in puzzle.examples if example.target}
    zeros = {_row(example.inputs) for example in puzzle.examples if not example.target}
    return None if ones & zeros else _simplest(len(puzzle.input_names), _table(ones), _table(ones | zeros))


@lru_cache(maxsize=64)
def _simplest(inputs: int, table: int, known: int) -> Fitting | None:
    """The simplest rules that say the same as a table in the known rows, given as bits."""
    for size, tables in enumerate(sizes_of(inputs)):
        fit = tables[(tables & known) == table]
        if fit.size:
            return Fitting(size, tuple(fit.tolist()))
    return None


def _table(rows: set[int]) -> int:
    return sum(1 << row for row in rows)


def _row(inputs: tuple[int, ...]) -> int:
    """The number that a row reads as, the first input first."""
    return int("".join(map(str, inputs)), 2)
