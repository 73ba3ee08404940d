"""What a hidden neuron looks for: its weights as a small board for each kind of thing."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, Span, fit
from neuron_tui.tui.kit.neuron_numbers import pull_style
from neuron_tui.tui.kit.painted import BACKGROUND, STRENGTHS

GAP = 2
AROUND = 3
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
    names: list[Span] = [
        (fit(f"{thing.glyph} {thing.name}", wide * columns + GAP), "muted") for thing in look.things
    ]
    lines: list[Line] = [tuple(names)]
    for row in range(rows):
        spans: list[list[Span]] = [[] for _ in range(high)]
        for board in boards:
            for line, drawn in enumerate(spans):
                drawn += [
                    _cell(weight / strongest, wide, line == high // 2) for weight in board[row].tolist()
                ]
                drawn.append((" " * GAP, ""))
        lines += map(tuple, spans)
    return [*lines, _says(moment.activation(state.selected)), _onward(state, moment.onward(state.selected))]


def _cell(share: float, wide: int, with_sign: bool) -> Span:
    """A weight from -1 to 1 as a tint; on one of its lines with its sign, where it is strong."""
    strength = round(abs(share) * DEEPEST)
    sign = "+" if share > 0 else "\u2212"
    text = (sign if with_sign and strength > STRENGTHS // 2 else " ").center(wide)
    return text, f"text {BACKGROUND}{'one' if share > 0 else 'zero'}-{strength}"


def _says(activation: float) -> Line:
    says = "It is silent now." if activation <= 0 else f"It says {activation:.2f} now."
    return ((says, "muted" if activation <= 0 else "text"),)


def _onward(state: ArcadeState, weights: Array) -> Line:
    """Its weights for the keys."""
    spans: list[Span] = [("For ", "muted")]
    for action, weight in enumerate(weights.tolist()):
        spans += [(f"{state.look.key_of(action)} ", "muted"), (f"{signed(weight)}  ", pull_style(weight))]
    return tuple(spans)
