"""What a game looks like to somebody who is told nothing: no name, no meaning, keys in any order.

After Dubey, Agrawal, Pathak, Griffiths and Efros (2018), "Investigating Human Priors for Playing Video
Games" (arXiv 1802.10217): people play on what they know already, and without it they are slow. The network
knows nothing in either case: what it sees are the same cells of 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from neuron_tui.game.arcade.game import Action, Arrow, Game, Thing

GLYPHS = {
    "\u25c7": "diamond",
    "\u25bd": "triangle",
    "\u25a1": "square",
    "\u25b7": "wedge",
    "\u25c1": "funnel",
    "\u00d7": "cross",
    "+": "plus",
    "=": "bars",
}
"""None of them means anything elsewhere; what they are called is for who cannot see them."""
STYLES = ("accent", "one", "zero", "right", "text")


@dataclass(frozen=True)
class Look:
    """How a game is shown and played: `things` and `actions` in the game's own order.

    `keys` are the numbers of the keys from 1, each with the number of the action that it does.
    """

    things: tuple[Thing, ...]
    actions: tuple[Action, ...]
    keys: dict[int, int]
    masked: bool

    def action_of(self, arrow: Arrow) -> int | None:
        """What an arrow does; None where it does nothing."""
        return next((number for number, action in enumerate(self.actions) if action.arrow == arrow), None)


def open_look(game: Game) -> Look:
    """The game as it is."""
    keys = dict(enumerate(range(len(game.actions)), 1))
    return Look(game.things, game.actions, keys, masked=False)


def masked_look(game: Game, draw: Generator) -> Look:
    """Glyphs and colours by lot, and keys and arrows in any order."""
    glyphs = draw.permutation(list(GLYPHS))
    styles = draw.permutation(list(STYLES))
    things = tuple(
        Thing(GLYPHS[glyph], glyph, str(styles[number % len(STYLES)]))
        for number, glyph in enumerate(map(str, glyphs[: len(game.things)]))
    )
    order = draw.permutation(len(game.actions))
    arrows = [action.arrow for action in game.actions]
    mixed = draw.permutation(len(arrows))
    keys = {int(key) + 1: action for action, key in enumerate(order)}
    actions = tuple(
        Action(f"key {int(order[action]) + 1}", arrows[int(mixed[action])]) for action in range(len(arrows))
    )
    return Look(things, actions, keys, masked=True)
