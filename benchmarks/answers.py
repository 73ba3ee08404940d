"""Answers to fill a journal with."""

from __future__ import annotations

import random
from fractions import Fraction

from neuron_tui.game.journal.kept import Answer

PUZZLES, QUESTIONS = 200, 4


def answers(first: int, count: int, players: int = 1) -> list[Answer]:
    """Some answers from number `first` on, four questions to a match; nobody is asked the same twice."""
    rng = random.Random(first)
    return [
        Answer(
            id=f"{number:032x}",
            player=f"player {number // QUESTIONS % players}",
            puzzle=f"chapter-{number // QUESTIONS % 8}/puzzle-{number // QUESTIONS % PUZZLES}",
            content=f"{number // QUESTIONS % PUZZLES:016x}",
            question=f"{number:020b}",
            guess=Fraction(rng.randrange(101), 100),
            neuron_guess=rng.random(),
            right=Fraction(rng.randrange(2)),
            hints=0,
            seconds=4.5,
            mode="match",
            time=1.6e9 + number,
            version="1.0",
        )
        for number in range(first, first + count)
    ]
