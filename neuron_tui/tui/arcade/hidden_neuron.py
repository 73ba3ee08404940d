"""What a hidden neuron looks for: its weights as a small board for each kind of thing."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, Span, fit, width_of_line
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.painted import BACKGROUND, STRENGTHS

GAP = 1
AROUND = 4
"""Lines above and below the boards."""
DEEPEST = 2 * STRENGTHS
"""Only signs stand on these tints: they may be deep."""


def hidden_lines(state: ArcadeState, width: int, height: int) -> list[Line]:
    """The boards side by side, orange where a thing there wakes it, and what it says of each key then."""
    moment, look = state.moment, state.look
    boards = moment.hidden_weights(state.selected)
    strongest = float(np.abs(boards).max()) or 1.0
    kinds, rows, columns = boards.shape
    fits = min(((width + GAP) // kinds - GAP) // (2 * columns), (height - AROUND) // rows)
    wide, high = (2 * fits, fits) if fits > 0 else (1, 1)
    named = [thing.glyph if look.masked else f"{thing.glyph} {thing.name}" for thing in look.things]
    headings = [fit(name, wide * columns) for name in named]
    lines: list[Line] = [(((" " * GAP).join(headings), "muted"),)]
    for row in range(rows):
        spans: list[list[Span]] = [[] for _ in range(high)]
        for board in boards:
            for line, drawn in enumerate(spans):
                drawn += [
                    _cell(weight / strongest, wide, line == high // 2) for weight in board[row].tolist()
                ]
                drawn.append((" " * GAP, ""))
        lines += map(tuple, spans)
    onward = _onward(state, moment.onward(state.selected), width)
    return [*lines, _says(moment.activation(state.selected, state.board)), *onward]


def _cell(share: float, wide: int, with_sign: bool) -> Span:
    """A weight from -1 to 1 as a tint; on one of its lines with its sign, where it is strong."""
    strength = round(abs(share) * DEEPEST)
    sign = "+" if share > 0 else "\u2212"
    text = (sign if with_sign and strength > STRENGTHS // 2 else " ").center(wide)
    return text, f"ink {BACKGROUND}{'one' if share > 0 else 'zero'}-{strength}"


def _says(activation: float) -> Line:
    says = "It is silent now." if activation <= 0 else f"It says {activation:.2f} now."
    return ((says, "muted" if activation <= 0 else "text"),)


def _onward(state: ArcadeState, weights: Array, width: int) -> list[Line]:
    """Its weights for the keys, in as many lines as it takes."""
    lines: list[list[Span]] = [[("For", "muted")]]
    for action, weight in enumerate(weights.tolist()):
        said: list[Span] = [
            (f" {state.look.actions[action].name} ", "muted"),
            (signed(weight), pull_style(weight)),
        ]
        if width_of_line([*lines[-1], *said]) > width:
            lines.append([("   ", "muted")])
        lines[-1] += said
    return [tuple(line) for line in lines]
