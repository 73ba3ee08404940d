"""What a small game is: how it begins, and what its things and its keys are called where that is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import Generator

from neuron_tui.game.arcade.titles import TITLES
from neuron_tui.neuron.q_learning import Cells, State

Arrow = Literal["left", "right", "up", "down"]
Place = tuple[int, int]
"""A row and a column, from the top left."""
ARROWS: dict[Arrow, Place] = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}
_WAYS = tuple(ARROWS.values())


@dataclass(frozen=True)
class Thing:
    """A kind of thing on the board: its name, its glyph of one cell, and its colour as a style's name."""

    name: str
    glyph: str
    style: str


@dataclass(frozen=True)
class Action:
    """What a key does, and the arrow that does it."""

    name: str
    arrow: Arrow


@dataclass(frozen=True)
class Game:
    """A game on `rows` x `columns` cells. `start` begins it; all else is its `State`'s.

    `about` says what it is about: a sentence each for what happens and for the points; `insight` what the
    network's learning of it shows. It learns `steps` steps with `hidden` hidden neurons.
    """

    id: str
    rows: int
    columns: int
    things: tuple[Thing, ...]
    actions: tuple[Action, ...]
    about: tuple[str, ...]
    insight: str
    start: Callable[[Generator], State]
    steps: int
    hidden: int = 32

    @property
    def title(self) -> str:
        """What it is called, where that is told."""
        return TITLES[self.id]

    @property
    def inputs(self) -> int:
        """How many cells the network sees: those of a plane for each kind of thing."""
        return len(self.things) * self.rows * self.columns


def neighbour(place: Place, arrow: int) -> Place:
    """The place that an arrow leads to, by its number in ARROWS; it may lie off the board."""
    (row, column), (down, right) = place, _WAYS[arrow]
    return row + down, column + right


def on_board(place: Place, side: int) -> bool:
    """Whether it lies on a square board."""
    return 0 <= place[0] < side and 0 <= place[1] < side


def planes(rows: int, columns: int, *things: tuple[Place, ...]) -> Cells:
    """A plane for each kind of thing, 1 where one stands."""
    cells = np.zeros((len(things), rows, columns), dtype=np.uint8)
    for plane, places in zip(cells, things, strict=True):
        for place in places:
            plane[place] = 1
    return cells


def drawn(draw: Generator, count: int) -> int:
    """A number from 0 up to `count`, without it, by lot. (Faster than `Generator.integers` for one.)"""
    return int(draw.random() * count)
