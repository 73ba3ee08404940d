"""Snake: eat and grow, and do not bite yourself or the wall."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from neuron_tui.game.arcade.game import ARROWS, Action, Game, Place, Thing, drawn, neighbour, on_board, planes
from neuron_tui.neuron.q_learning import Cells

SIDE = 6
MOST_HUNGRY = 40
"""So many steps without a bite end the game."""
LONGEST = 15


@dataclass(frozen=True)
class Snake:
    """The places of the snake, its head first, that of the food, and the steps since the last bite."""

    body: tuple[Place, ...]
    food: Place
    hungry: int = 0

    def cells(self) -> Cells:
        return planes(SIDE, SIDE, self.body[:1], self.body[1:], (self.food,))

    def step(self, action: int, draw: Generator) -> tuple[Snake, float, bool]:
        """The head moves on: +1 for the food, -1 into the wall or the body, where it stays as it was.

        The end of the tail moves out of the way in time, unless the snake has just eaten.
        """
        head = neighbour(self.body[0], action)
        eats = head == self.food
        tail = self.body if eats else self.body[:-1]
        if head in tail or not on_board(head, SIDE):
            return self, -1.0, True
        body = (head, *tail)
        if eats:
            return Snake(body, _food(body, draw)), 1.0, len(body) == LONGEST
        hungry = self.hungry + 1
        return Snake(body, self.food, hungry), 0.0, hungry == MOST_HUNGRY


def _food(body: tuple[Place, ...], draw: Generator) -> Place:
    """A free place by lot."""
    free = [(row, column) for row in range(SIDE) for column in range(SIDE) if (row, column) not in body]
    return free[drawn(draw, len(free))]


def start(draw: Generator) -> Snake:
    """A snake of one head, and food, both anywhere."""
    body = ((drawn(draw, SIDE), drawn(draw, SIDE)),)
    return Snake(body, _food(body, draw))


SNAKE = Game(
    id="snake",
    rows=SIDE,
    columns=SIDE,
    things=(
        Thing("head", "@", "accent"),
        Thing("body", "o", "right"),
        Thing("food", "*", "one"),
    ),
    actions=tuple(Action(arrow, arrow) for arrow in ARROWS),
    about=("Eat, and you grow.", "A bite +1; into the wall or yourself \u22121, and it is over."),
    insight=(
        "Each bite makes the next one harder, so there is always more to learn. Its time is over long before "
        "it is perfect."
    ),
    start=start,
    steps=40_000,
    hidden=64,
)
