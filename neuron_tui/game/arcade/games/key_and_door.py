"""Key and door: nothing brings points until the key was found and then the door.

The counterpart of exclusive or: a person who knows what keys are for does it at once, and a network that
learns from points alone hardly ever sees one. (As in Montezuma's Revenge, which the network of 2013 to 2015
did not learn for the same reason.)
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from neuron_tui.game.arcade.game import ARROWS, Action, Game, Place, Thing, neighbour, on_board, planes
from neuron_tui.neuron.q_learning import Cells

BOARD = (
    "k.#...d",
    "..#.w..",
    ".w#.w..",
    ".......",
    "##.##w#",
    ".w.....",
    "...y.w.",
)
"""w is water, # a wall, y where you begin, k the key and d the door."""
SIDE = len(BOARD)
MOST_STEPS = 50


def _places(letter: str) -> tuple[Place, ...]:
    return tuple(
        (row, column) for row in range(SIDE) for column in range(SIDE) if BOARD[row][column] == letter
    )


WALLS, WATER = _places("#"), _places("w")
(KEY,), (DOOR,), (BEGIN,) = _places("k"), _places("d"), _places("y")


@dataclass(frozen=True)
class KeyAndDoor:
    """Where you are, whether you have the key, and the steps so far."""

    you: Place = BEGIN
    has_key: bool = False
    steps: int = 0

    def cells(self) -> Cells:
        key = () if self.has_key else (KEY,)
        return planes(SIDE, SIDE, (self.you,), WALLS, WATER, key, (DOOR,))

    def step(self, action: int, draw: Generator) -> tuple[KeyAndDoor, float, bool]:
        """You move; walls and the closed door stop you. +1 at the door with the key; water is the end."""
        there = neighbour(self.you, action)
        if not on_board(there, SIDE) or there in WALLS or (there == DOOR and not self.has_key):
            there = self.you
        after = KeyAndDoor(there, self.has_key or there == KEY, self.steps + 1)
        opened = there == DOOR
        return after, float(opened), opened or there in WATER or after.steps == MOST_STEPS


def start(_: Generator) -> KeyAndDoor:
    """Always the same: only what is found is new."""
    return KeyAndDoor()


KEY_AND_DOOR = Game(
    id="key-and-door",
    rows=SIDE,
    columns=SIDE,
    things=(
        Thing("you", "\u25b2", "accent"),
        Thing("wall", "#", "muted"),
        Thing("water", "\u2248", "zero"),
        Thing("key", "K", "one"),
        Thing("door", "D", "right"),
    ),
    actions=tuple(Action(arrow, arrow) for arrow in ARROWS),
    about=("Fetch the key, then go to the door.", "The door +1; water ends the game, as do 50 steps."),
    insight=(
        "Nothing brings a point until the key is found, and then the door. By lot that hardly ever "
        "happens, and without a single point there is nothing to learn from. You know what keys are for. "
        "It is the other side of exclusive or: there the neuron saw all it needed and could not learn it, "
        "here the network never sees what is to be learned."
    ),
    start=start,
    steps=30_000,
)
