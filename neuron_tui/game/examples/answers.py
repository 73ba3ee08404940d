"""The guesses that stand, as the answers that the journal keeps. None of them counts.

A guess made with the first rows only is an answer to a puzzle of those rows, and is kept under their hash.
So whoever leaves before the verdict has not answered the puzzle itself, and its match still counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.journal.match_answers import answer_of


def answers_of(
    learning: Learning, beliefs: Sequence[float], *, kept: int, puzzle_id: str, player: str, time: float
) -> tuple[Answer, ...]:
    """An answer for each guess that stands beside a belief of the neuron, in order, but for the first `kept`.

    Where it was ended early, the last guess comes once more, as the answer to the whole puzzle: its verdict
    is about to be seen. `time` is now, in seconds since 1970.
    """
    puzzle = learning.puzzle
    both = list(zip(learning.guesses, learning.seconds, beliefs, strict=False))
    made = [(count, *answer) for count, answer in enumerate(both, 1)]
    if learning.ended_early and len(both) == len(learning.guesses):
        guess, _, belief = both[-1]
        made.append((len(puzzle.examples), guess, 0.0, belief))
    return tuple(
        answer_of(
            replace(puzzle, examples=puzzle.examples[:rows]), learning.question, guess, belief,
            puzzle_id=puzzle_id, player=player, seconds=seconds, mode="examples", time=time,
        )
        for rows, guess, seconds, belief in made[kept:]
    )  # fmt: skip
