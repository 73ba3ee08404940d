"""What the network expects of each key now, and how often it tries one by lot."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import signed
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, Span, fit
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
        chosen = action == best and not ended
        style = "faint" if ended else "one" if value > 0 else "zero"
        name: Span = (fit(state.look.key_of(action), NAME_WIDTH), "text strong" if chosen else "muted")
        lines.append(
            (
                (SELECTED + " " if chosen else "  ", "accent"),
                name,
                *bar(value, limit, room, style),
                (" " + signed(value).rjust(NUMBER_WIDTH), "faint" if ended else "text"),
            )
        )
    return [*lines, _by_lot(state)]


def _by_lot(state: ArcadeState) -> Line:
    if state.watched is not None:
        return (("It does what it expects most of.", "muted"),)
    share = round(100 * state.moment.exploring)
    return (("By lot, to explore: ", "muted"), (f"{share} %", "text"), (" of its steps.", "muted"))
