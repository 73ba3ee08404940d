"""A network as a drawing: the inputs' connections to the hidden layer, left of the output neuron."""

from __future__ import annotations

from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.tui.kit.cells import Line, fit, widest
from neuron_tui.tui.kit.neuron_numbers import input_sign
from neuron_tui.tui.match.panels.neuron_diagram import (
    MOST_NAME,
    Band,
    ForwardPass,
    band_lines,
    diagram_lines,
    fits,
    place_of,
)

BETWEEN = 14
"""Cells of the connections between the inputs and the hidden neurons."""


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
    Where there is no room for both, the hidden layer's answers are where the drawing begins.
    """
    width, height = size
    marked = (None, None) if replay.is_network else (weight, pointed)
    forward = ForwardPass.of(replay, iteration, selected, exact, *marked)
    model, names = replay.model, replay.puzzle.input_names
    shown = (*names, *["threshold"] * replay.model.threshold)
    name_width = min(widest(shown), MOST_NAME)
    left = name_width + 3 + BETWEEN
    if (
        not isinstance(model, Network)
        or len(shown) > height
        or not fits(model.hidden, width - left, height, exact)
    ):
        return diagram_lines(forward, width, height)
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
    between = band_lines(bands, forward.limit, BETWEEN, height)
    inputs: list[Line] = [((" " * (name_width + 3), ""),)] * height
    for row, name, signal in zip(rows, shown, signals.tolist(), strict=True):
        sign = input_sign(signal, False)
        inputs[row] = ((fit(name, name_width) + " " + sign, "text" if signal else "muted"),)
    behind = diagram_lines(forward, width - left, height)
    return [(*one, *two, *three) for one, two, three in zip(inputs, between, behind, strict=True)]
