"""What the network expects of each key now, and how often it tries one by lot."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import signed
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, fit
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.kit.glyphs import SELECTED

NAME_WIDTH, NUMBER_WIDTH = 9, 6


def expectation_lines(state: ArcadeState, width: int) -> list[Line]:
    """A bar for each key: the points still to come where that one is pressed. The best is marked."""
    watched, moment = state.watched, state.moment
    ended = moment.ended if watched is None else watched.ended
    values = moment.values(state.board)
    best = int(np.argmax(values))
    room = width - NAME_WIDTH - NUMBER_WIDTH - 3
    limit = nice_limit(float(np.abs(values).max()), 1.0)
    lines: list[Line] = []
    for action, value in enumerate(values.tolist()):
        name = fit(state.look.actions[action].name, NAME_WIDTH)
        if ended:
            lines.append((("  " + name, "muted"),))
            continue
        chosen = action == best
        lines.append(
            (
                (SELECTED + " " if chosen else "  ", "accent"),
                (name, "text strong" if chosen else "muted"),
                *bar(value, limit, room, "one" if value > 0 else "zero"),
                (" " + signed(value).rjust(NUMBER_WIDTH), "text"),
            )
        )
    return [*lines, _OVER if ended else _by_lot(state)]


_OVER: Line = (("This game is over: nothing more comes.", "muted"),)


def _by_lot(state: ArcadeState) -> Line:
    if state.watched is not None:
        return (("It does what it expects most of.", "muted"),)
    share = round(100 * state.moment.exploring)
    return (("By lot, to explore: ", "muted"), (f"{share} %", "text"), (" of steps.", "muted"))
