"""Road: cross four lanes, and do not be hit."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from neuron_tui.game.arcade.game import Action, Game, Place, Thing, drawn, planes
from neuron_tui.neuron.q_learning import Cells

SIDE = 6
COLUMN = 2
"""You cross in this column."""
LANES = range(1, SIDE - 1)
MOST_STEPS = 30
FORWARD, WAIT, BACK = range(3)


@dataclass(frozen=True)
class Road:
    """Your row, from 5 where you began to 0 on the other side, the places of the cars, the steps so far."""

    row: int
    cars: tuple[Place, ...]
    steps: int = 0

    def cells(self) -> Cells:
        return planes(SIDE, SIDE, ((self.row, COLUMN),), self.cars)

    def step(self, action: int, draw: Generator) -> tuple[Road, float, bool]:
        """You move, and then the cars: +1 on the other side, -1 when one hits you, -0.5 when time is over."""
        row = min(self.row + action - WAIT, SIDE - 1)
        cars = tuple((lane, (column + _direction(lane)) % SIDE) for lane, column in self.cars)
        after = Road(row, cars, self.steps + 1)
        if row == 0:
            return after, 1.0, True
        if (row, COLUMN) in cars:
            return after, -1.0, True
        late = after.steps == MOST_STEPS
        return after, -0.5 if late else 0.0, late


def _direction(lane: int) -> int:
    """Cars go to the right and to the left by turns."""
    return 1 if lane % 2 else -1


def start(draw: Generator) -> Road:
    """You on your side, and a car anywhere in each lane."""
    return Road(SIDE - 1, tuple((lane, drawn(draw, SIDE)) for lane in LANES))


ROAD = Game(
    id="road",
    rows=SIDE,
    columns=SIDE,
    things=(Thing("you", "\u25b2", "accent"), Thing("car", "\u25a0", "one")),
    actions=(Action("forward", "up"), Action("wait", "right"), Action("back", "down")),
    about=("Cross the four lanes.", "On the other side +1, hit \u22121, after 30 steps \u22120.5."),
    insight=(
        "Nobody told the network what a car is. It found out by being hit, hundreds of times. You would "
        "rather not."
    ),
    start=start,
    steps=14_000,
)
