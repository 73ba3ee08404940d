"""You against the neuron over some answers: wins, points, accuracy, Brier score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import Flags, Floats, Indices, PuzzleVersion
from neuron_tui.game.scoreboard.vectors import ScoredAnswers, points

Id = TypeVar("Id", str, PuzzleVersion)


@dataclass(frozen=True)
class Side:
    """One player's figures. `right` answers were on the right side, of the `sided` ones that have a side.

    `brier` is the mean error, None where there are no answers.
    """

    points: float
    right: int
    sided: int
    brier: float | None

    @property
    def accuracy(self) -> float | None:
        """The share of answers on the right side of 0.5; None where no answer has a side."""
        return self.right / self.sided if self.sided else None


@dataclass(frozen=True)
class HeadToHead:
    """Both players' figures over the same answers; wins and losses are the player's."""

    count: int
    wins: int
    losses: int
    you: Side
    neuron: Side

    @property
    def draws(self) -> int:
        """Where both had the same points, as they are shown."""
        return self.count - self.wins - self.losses


def in_groups(scored: ScoredAnswers, groups: Indices, size: int) -> list[HeadToHead]:
    """The figures of each of `size` groups; `groups` has the number of each answer's, shape `(answers,)`."""
    counts = np.bincount(groups, minlength=size)

    def sums(column: Floats | Flags) -> Floats:
        if size == 1:  # numpy's own sum adds in pairs, which leaves fewer traces of binary fractions
            return np.array([float(column.sum())])
        return np.asarray(np.bincount(groups, weights=column, minlength=size), dtype=np.float64)

    def side(errors: Floats, right: Flags) -> list[Side]:
        means = sums(errors) / np.maximum(counts, 1)
        columns = (points(means) * counts, sums(right), sums(scored.sided), means, counts)
        return [
            Side(total, int(hits), int(sided), mean if count else None)
            for total, hits, sided, mean, count in zip(*(column.tolist() for column in columns), strict=True)
        ]

    yours, its = side(scored.errors, scored.right), side(scored.neuron_errors, scored.neuron_right)
    wins, losses = (sums(scored.winners == who).astype(np.int64).tolist() for who in (1, -1))
    return list(map(HeadToHead, counts.tolist(), wins, losses, yours, its))


@dataclass(frozen=True, eq=False)
class Groups(Generic[Id]):
    """The answers in groups that have ids: puzzles, or chapters. Groups without an answer are left out.

    `places` says which of the ids each answer belongs to, shape `(answers,)`.
    """

    ids: tuple[Id, ...]
    figures: tuple[HeadToHead, ...]
    places: Indices

    def items(self) -> list[tuple[Id, HeadToHead]]:
        """Each id with its figures."""
        return list(zip(self.ids, self.figures, strict=True))


def grouped(scored: ScoredAnswers, ids: Sequence[Id], places: Indices) -> Groups[Id]:
    """The groups that hold an answer, in the order of the ids; each answer's place in them is in `places`."""
    held, places = np.unique(places, return_inverse=True)
    kept = tuple(ids[index] for index in held)
    return Groups(kept, tuple(in_groups(scored, places, len(kept))), places)
