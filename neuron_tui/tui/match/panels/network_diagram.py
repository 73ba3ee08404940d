"""A network as a drawing: the inputs' connections to the hidden layer, left of the output neuron."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.tui.kit.cells import Line, fit, widest
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.neuron_numbers import input_sign
from neuron_tui.tui.match.panels.neuron_diagram import (
    MOST_NAME,
    Band,
    ForwardPass,
    band_lines,
    diagram_lines,
    fits,
    least_width,
    place_of,
)

BETWEEN, TIGHT_BETWEEN = 14, 6
"""Cells of the connections between the inputs and the hidden neurons."""
TIGHT_NAME = 3
"""Cells of an input's name where there is no room for more."""


def network_lines(
    replay: Replay,
    iteration: int,
    selected: int,
    size: tuple[int, int],
    exact: bool,
    weight: int | None = None,
    pointed: int | None = None,
) -> list[Line]:
    """A row running through both layers, in (width, height) cells; of one neuron there is only one layer.

    `weight` is the one of its weights that is selected, `pointed` the one that a step speaks of.
    Where there is little room, hidden neurons have numbers for names, and the weighted sum is left out; where
    there is none for both layers, the drawing begins with the hidden layer's answers.
    """
    width, height = size
    marked = (None, None) if replay.is_network else (weight, pointed)
    forward = ForwardPass.of(replay, iteration, selected, exact, *marked)
    model, names = replay.model, replay.puzzle.input_names
    shown = (*names, *["threshold"] * replay.model.threshold)
    if not isinstance(model, Network) or len(shown) > height:
        return diagram_lines(forward, width, height)
    between, behind = BETWEEN, width - min(widest(shown), MOST_NAME) - 3 - BETWEEN
    if not fits(model.hidden, behind, height, exact):
        tight = _tight(forward, model)
        between, behind = TIGHT_BETWEEN, least_width(tight)
        if width - behind - between - 3 < TIGHT_NAME:
            return diagram_lines(forward, width, height)
        forward = tight
    name_width = min(widest(shown), MOST_NAME, width - behind - between - 3)
    layer_1, _ = model.layers(replay.weights(iteration))
    signals = model.signals(replay.rows[selected : selected + 1])[0]
    rows = [place_of(index, len(shown), height) for index in range(len(shown))]
    ends = [place_of(index, len(forward.names), height) for index in range(model.hidden)]
    bands = [
        Band(
            begin, end, (place + 0.5) / len(shown) - 0.5, float(layer_1[place, hidden]), bool(signals[place])
        )
        for place, begin in enumerate(rows)
        for hidden, end in enumerate(ends)
    ]
    between = min(width - behind - name_width - 3, BETWEEN)
    connections = band_lines(bands, forward.limit, between, height)
    inputs: list[Line] = [((" " * (name_width + 3), ""),)] * height
    for row, name, signal in zip(rows, shown, signals.tolist(), strict=True):
        sign = input_sign(signal, False)
        inputs[row] = ((fit(name, name_width) + " " + sign, "text" if signal else "muted"),)
    output = diagram_lines(forward, width - name_width - 3 - between, height)
    return [(*one, *two, *three) for one, two, three in zip(inputs, connections, output, strict=True)]


def _tight(forward: ForwardPass, model: Network) -> ForwardPass:
    """The same with the shortest names: a hidden neuron's number, and what it says."""
    says = (ON if signal > 0.5 else OFF for signal in forward.signals[: model.hidden])
    names = tuple(f"{place}{sign}" for place, sign in enumerate(says, 1)) + ("thr",) * model.threshold
    return replace(forward, names=names, roomy=False, tight=True)
