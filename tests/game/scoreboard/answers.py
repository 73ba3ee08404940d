"""Counted answers made by hand, and any that hypothesis can think of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion
from neuron_tui.game.scoreboard.figures import Figures

CONTENT = "0123456789abcdef"
"""The hash of what the puzzles asked, where it is not told."""

Said = tuple[float, float, float]
"""The player's guess, the neuron's, and the right answer."""


def counted(
    said: Iterable[Said], puzzles: Sequence[str] = ("article/leftmost-column",), content: str = CONTENT
) -> CountedAnswers:
    """Answers a minute apart; with fewer puzzles than answers, the last ones are all of the last puzzle."""
    rows = list(said)
    columns = np.array(rows, dtype=np.float64).reshape(len(rows), 3)
    ids = tuple(dict.fromkeys(puzzles))
    places = [ids.index(puzzles[min(place, len(puzzles) - 1)]) for place in range(len(rows))]
    return CountedAnswers(
        times=1.7e9 + 60.0 * np.arange(len(rows)),
        guesses=columns[:, 0],
        neuron_guesses=columns[:, 1],
        right=columns[:, 2],
        puzzles=np.array(places, dtype=np.int64),
        ids=tuple(PuzzleVersion(puzzle, content) for puzzle in ids),
    )


def figures(
    said: Iterable[Said], puzzles: Sequence[str] = ("article/leftmost-column",), content: str = CONTENT
) -> Figures:
    """The figures of such answers."""
    return Figures(counted(said, puzzles, content))


HUNDREDTHS = st.integers(0, 100).map(lambda number: number / 100)
SAID = st.tuples(HUNDREDTHS, st.floats(0, 1), st.sampled_from([0.0, 1.0, 0.25, 0.5]))
IDS = st.sampled_from(["a/one", "a/two", "b/one", "loose"])
ANSWERS = st.lists(st.tuples(SAID, IDS), min_size=1, max_size=30)
"""Each with the puzzle it belongs to."""
