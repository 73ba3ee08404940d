"""Catch: something falls, and you are to be under it.

After the game of the same name in DeepMind's bsuite (Osband and others, 2020, "Behaviour Suite for
Reinforcement Learning"), on a smaller board.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from numpy.random import Generator

from neuron_tui.game.arcade.game import Action, Game, Thing, drawn, planes
from neuron_tui.neuron.q_learning import Cells

ROWS, COLUMNS = 8, 5
LEFT, STAY, RIGHT = range(3)


@dataclass(frozen=True)
class Catch:
    """The ball's place, and the basket's column in the lowest row."""

    row: int
    column: int
    basket: int

    def cells(self) -> Cells:
        return planes(ROWS, COLUMNS, ((self.row, self.column),), ((ROWS - 1, self.basket),))

    def step(self, action: int, draw: Generator) -> tuple[Catch, float, bool]:
        """The basket moves, the ball falls a row; in the lowest row it is caught, +1, or lost, -1."""
        basket = min(max(self.basket + action - STAY, 0), COLUMNS - 1)
        after = replace(self, row=self.row + 1, basket=basket)
        if after.row < ROWS - 1:
            return after, 0.0, False
        return after, 1.0 if after.column == basket else -1.0, True


def start(draw: Generator) -> Catch:
    """The ball in any column of the highest row, the basket in the middle."""
    return Catch(0, drawn(draw, COLUMNS), COLUMNS // 2)


CATCH = Game(
    id="catch",
    rows=ROWS,
    columns=COLUMNS,
    things=(Thing("ball", "\u25cb", "one"), Thing("basket", "\u25b2", "accent")),
    actions=(Action("left", "left"), Action("stay", "down"), Action("right", "right")),
    about=("A ball falls; move the basket under it.", "Caught +1, lost \u22121."),
    insight=(
        "You know that what falls comes down. The network does not. It found out what to do from points "
        "alone, and these come only at the end of a fall."
    ),
    start=start,
    steps=16_000,
)
