"""A network on pictures: what each hidden neuron looks for, as a picture of its weights."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.glyphs import HALVES, OFF, ON
from neuron_tui.tui.kit.neuron_numbers import pull_style, side_style
from neuron_tui.tui.kit.painted import BACKGROUND, STRENGTHS
from neuron_tui.tui.kit.table.picture_sheet import Shape

AROUND = 2
"""Lines above and below the pictures: what each neuron says, and its weight for the last one."""
LEAST_BLOCK = 6
"""Cells of a neuron's weight."""
OUTPUT_WIDTH = 9
LARGEST = 6
DEEPEST = 2 * STRENGTHS
"""No words stand on these tints: they may be deep."""


def scale_of(shape: Shape, hidden: int, width: int, height: int) -> int:
    """How many cells wide a point is, so that all hidden neurons fit side by side; 0 where they do not."""
    rows, columns = shape
    for scale in range(LARGEST, 0, -1):
        wide = hidden * (max(columns * scale, LEAST_BLOCK) + 1)
        if wide <= width + 1 and _lines(rows, scale) + AROUND <= height:
            return scale
    return 0


def rows_needed(shape: Shape) -> int:
    """Lines of the smallest pictures that are worth it."""
    return _lines(shape[0], 2) + AROUND


def _lines(rows: int, scale: int) -> int:
    return (rows * scale + 1) // 2


def hidden_lines(replay: Replay, iteration: int, selected: int, width: int, height: int) -> list[Line]:
    """Every hidden neuron: what it says to the selected picture, its weights, and its weight for the output.

    Orange points pull it towards 1, blue ones towards 0. Nothing where there is no room. Raises TypeError
    where the puzzle is not one of pictures, or the neuron is alone.
    """
    model, shape = replay.model, replay.puzzle.picture
    if not isinstance(model, Network) or shape is None:
        raise TypeError("only a network that sees pictures has hidden neurons with pictures")
    beside = scale_of(shape, model.hidden, width - OUTPUT_WIDTH - 1, height)
    scale = beside if beside > 1 else scale_of(shape, model.hidden, width, height)
    if scale == 0:
        return []
    weights = replay.weights(iteration)
    layer_1 = model.layers(weights)[0][: model.inputs]
    strongest = float(np.abs(layer_1).max()) or 1.0
    signals, outward = replay.output_inputs(iteration, selected), replay.output_weights(iteration)
    block = max(shape[1] * scale, LEAST_BLOCK)
    lines: list[list[Span]] = [[] for _ in range(_lines(shape[0], scale) + AROUND)]
    for hidden in range(model.hidden):
        says, pull = float(signals[hidden]), float(outward[hidden])
        off = hidden in replay.off
        head = f"{hidden + 1} {ON if says > 0.5 else OFF}"
        picture = _picture(layer_1[:, hidden].reshape(shape) / strongest, scale)
        foot = "off" if off else signed(pull)
        column: list[list[Span]] = [
            [(head.center(block), "muted" if off else f"{side_style(says)} strong")],
            *([*spans, (" " * (block - shape[1] * scale), "")] for spans in picture),
            [(foot.center(block), "muted" if off else pull_style(pull))],
        ]
        for line, spans in zip(lines, column, strict=True):
            line += [*spans, (" ", "")]
    if width >= model.hidden * (block + 1) + OUTPUT_WIDTH:
        output = float(replay.outputs(iteration)[selected])
        lines[len(lines) // 2] += [
            ("\u25b8 ", "muted"),
            (probability(output), f"{side_style(output)} strong"),
        ]
    return [tuple(line) for line in lines]


def _picture(shares: Array, scale: int) -> list[list[Span]]:
    """Weights from -1 to 1, shape `(rows, columns)`, in half-block cells: the larger, the deeper."""
    strengths = np.rint(np.abs(shares) * DEEPEST).astype(int)
    sides = np.where(shares > 0, "one-", "zero-").astype(object)
    points = (sides + strengths.astype(str).astype(object)).repeat(scale, axis=0).repeat(scale, axis=1)
    if len(points) % 2:
        points = np.vstack([points, np.full((1, points.shape[1]), "", dtype=object)])
    lines = []
    for upper, lower in zip(points[0::2], points[1::2], strict=True):
        styles = [_half(high, low) for high, low in zip(upper, lower, strict=True)]
        lines.append([(glyph * len([*run]), style) for (glyph, style), run in groupby(styles)])
    return lines


def _half(upper: str, lower: str) -> tuple[str, str]:
    """A cell by the tints of its halves; an odd last row has nothing below it."""
    if not lower:
        return HALVES[1], upper
    return HALVES[upper != lower], f"{upper} {BACKGROUND}{lower}" if upper != lower else BACKGROUND + lower
