"""You against the neuron over some answers: wins, points, accuracy, Brier score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from neuron_tui.game.scoreboard.blocks import blocks
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, Flags, Floats, Indices, PuzzleVersion
from neuron_tui.game.scoreboard.vectors import Scored, points

Id = TypeVar("Id", str, PuzzleVersion)


@dataclass(frozen=True)
class Side:
    """One player's figures. `right` answers were on the right side, of those that have one.

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
class Standing:
    """How both players stand; wins and losses are the player's."""

    count: int
    wins: int
    losses: int
    you: Side
    neuron: Side

    @property
    def draws(self) -> int:
        """Where both had the same points, as they are shown."""
        return self.count - self.wins - self.losses


def standings(scored: Scored, groups: Indices, size: int) -> tuple[Standing, ...]:
    """A standing for each of `size` groups; `groups` says which one each answer is in, shape `(answers,)`."""

    def sums(column: Floats | Flags) -> Floats:
        added = np.zeros(size)
        for block in blocks(len(groups)):
            added += np.bincount(groups[block], weights=column[block], minlength=size)
        return added

    return _standings(scored, np.bincount(groups, minlength=size), sums)


def standing(scored: Scored) -> Standing:
    """The standing over all answers."""

    def sums(column: Floats | Flags) -> Floats:
        return np.array([float(column.sum())])

    return _standings(scored, np.array([len(scored.errors)]), sums)[0]


def _standings(
    scored: Scored, counts: Indices, sums: Callable[[Floats | Flags], Floats]
) -> tuple[Standing, ...]:
    """The standings of groups of so many answers; `sums` adds up a column of the answers in each group."""
    sided = sums(scored.sided).astype(np.int64).tolist()
    yours, its = (
        _sides(counts, sums(errors), sums(right), sided)
        for errors, right in ((scored.errors, scored.right), (scored.neuron_errors, scored.neuron_right))
    )
    wins, losses = (sums(scored.winners == who).astype(np.int64).tolist() for who in (1, -1))
    return tuple(map(Standing, counts.tolist(), wins, losses, yours, its))


def _sides(counts: Indices, errors: Floats, right: Floats, sided: list[int]) -> list[Side]:
    """One player's figures in each group, from the sums of errors and of right answers."""
    added = (points(errors / np.maximum(counts, 1)) * counts).tolist()
    means = (errors / np.maximum(counts, 1)).tolist()
    return [
        Side(got, int(hits), having, mean if count else None)
        for got, hits, having, mean, count in zip(
            added, right.tolist(), sided, means, counts.tolist(), strict=True
        )
    ]


@dataclass(frozen=True, eq=False)
class Groups(Generic[Id]):
    """The answers in groups that have ids: puzzles, or chapters. Groups without an answer are left out.

    `places` says which of the ids each answer belongs to, shape `(answers,)`, -1 for none.
    """

    ids: tuple[Id, ...]
    standings: tuple[Standing, ...]
    places: Indices

    def items(self) -> list[tuple[Id, Standing]]:
        """Each id with its standing."""
        return list(zip(self.ids, self.standings, strict=True))


def by_puzzle(counted: CountedAnswers, scored: Scored) -> Groups[PuzzleVersion]:
    """A group for each version of each puzzle, in the order of the ids."""
    return _groups(counted.ids, counted.puzzles, scored)


def by_chapter(counted: CountedAnswers, scored: Scored) -> Groups[str]:
    """A group for each chapter: what stands before the `/` of a puzzle's id, empty where it has none."""
    chapters = [asked.id.rpartition("/")[0] for asked in counted.ids]
    ids = tuple(dict.fromkeys(chapters))
    of_puzzle = np.array([ids.index(chapter) for chapter in chapters], dtype=np.int64)
    places = of_puzzle[counted.puzzles] if len(ids) else counted.puzzles
    return _groups(ids, places, scored)


def _groups(ids: tuple[Id, ...], places: Indices, scored: Scored) -> Groups[Id]:
    """The groups that hold an answer."""
    found = standings(scored, places, len(ids)) if ids else ()
    held = [index for index, standing in enumerate(found) if standing.count]
    if len(held) == len(ids):
        return Groups(ids, found, places)
    renumbered = np.full(max(len(ids), 1), -1, dtype=np.int64)
    renumbered[held] = np.arange(len(held))
    return Groups(
        tuple(ids[index] for index in held), tuple(found[index] for index in held), renumbered[places]
    )
