"""All figures of one player against the neuron: over all, by puzzle and by chapter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.head_to_head import HeadToHead

Name = TypeVar("Name", str, PuzzleVersion)


@dataclass(frozen=True, eq=False)
class Figures:
    """What a player's counted answers come to."""

    counted: CountedAnswers

    def __len__(self) -> int:
        return len(self.counted)

    @cached_property
    def total(self) -> HeadToHead:
        """Over all answers."""
        return HeadToHead.over(self.counted)

    @cached_property
    def puzzles(self) -> dict[PuzzleVersion, HeadToHead]:
        """By puzzle, each of its versions apart."""
        return self._grouped(self.counted.ids)

    @cached_property
    def chapters(self) -> dict[str, HeadToHead]:
        """By chapter: the part of a puzzle's id before the `/`, empty where it has none."""
        return self._grouped([version.id.rpartition("/")[0] for version in self.counted.ids])

    def _grouped(self, names: Sequence[Name]) -> dict[Name, HeadToHead]:
        """The answers by the name that each of the ids has here; names without an answer are left out."""
        numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        groups = np.array([numbers[name] for name in names], dtype=np.int64)[self.counted.puzzles]
        ends = np.cumsum(np.bincount(groups, minlength=len(numbers)))
        answers = np.split(np.argsort(groups, kind="stable"), ends)[:-1]
        return {
            name: HeadToHead.over(self.counted, chosen)
            for name, chosen in zip(numbers, answers, strict=True)
            if len(chosen)
        }
