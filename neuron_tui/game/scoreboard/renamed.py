"""Answers to puzzles that have moved, under the ids that these have by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion


def renamed(counted: CountedAnswers, present: Mapping[str, str]) -> CountedAnswers:
    """The same answers; `present` has the present id of each puzzle that had another one before."""
    asked = [PuzzleVersion(present.get(old.id, old.id), old.content) for old in counted.ids]
    places: dict[PuzzleVersion, int] = {}
    places_of = [places.setdefault(now, len(places)) for now in asked]
    if tuple(asked) == counted.ids:
        return counted
    return replace(counted, puzzles=np.array(places_of, np.int64)[counted.puzzles], ids=tuple(places))
