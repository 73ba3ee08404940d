"""The answers that count, as columns: what all figures are computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from neuron_tui.game.scoreboard.foreseen import NOTHING_FORESEEN, Foreseen
from neuron_tui.game.scoreboard.vectors import Floats, Indices
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle


class PuzzleVersion(NamedTuple):
    """A puzzle as it was when it was answered: its id, and the hash of what it asked (`puzzle.content`)."""

    id: str
    content: str


def ids_today(today: Mapping[str, Puzzle]) -> Callable[[PuzzleVersion], str]:
    """Under which id of `today` a puzzle is that was answered before.

    What was answered under one that is gone belongs to the first puzzle that asks the same, if any does.
    """
    present = {content_of(puzzle): id for id, puzzle in reversed(list(today.items()))}
    return lambda old: old.id if old.id in today else present.get(old.content, old.id)


@dataclass(frozen=True, eq=False)
class CountedAnswers:
    """First attempts in matches, in the order of time. Every column has shape `(answers,)`.

    `times` are seconds since 1970. `guesses` and `neuron_guesses` are probabilities that the answer is 1,
    and `right` is the right answer as a probability: 0 or 1, or a share where a puzzle is noisy.
    `puzzles` says which of the `ids` each answer belongs to. A puzzle that was changed has an id for each of
    its versions. `foreseen` are those about the neuron, which compare nobody; they have the same ids.
    """

    times: Floats
    guesses: Floats
    neuron_guesses: Floats
    right: Floats
    puzzles: Indices
    ids: tuple[PuzzleVersion, ...]
    foreseen: Foreseen = NOTHING_FORESEEN

    def __len__(self) -> int:
        return len(self.times)

    def renamed(self, today: Mapping[str, Puzzle]) -> CountedAnswers:
        """The same answers under the ids of `today`."""
        present = ids_today(today)
        ids = [PuzzleVersion(present(old), old.content) for old in self.ids]
        if tuple(ids) == self.ids:
            return self
        places: dict[PuzzleVersion, int] = {}
        moved = np.array([places.setdefault(version, len(places)) for version in ids], np.int64)
        foreseen = replace(self.foreseen, puzzles=moved[self.foreseen.puzzles])
        return replace(self, puzzles=moved[self.puzzles], ids=tuple(places), foreseen=foreseen)
