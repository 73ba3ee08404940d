"""The neuron of a puzzle of pictures: what it sees, and its weights as a picture of the same shape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Neuron
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line, Span, width_of_line
from neuron_tui.tui.kit.neuron_numbers import pull_style, side_style
from neuron_tui.tui.kit.pad import drawn_point
from neuron_tui.tui.kit.table.picture_sheet import Shape

SHADES = "\u00b7\u2591\u2592\u2593\u2588"
"""From a weight that hardly matters to the strongest of them."""
PICTURE, WEIGHTS = "picture", "weights"
BETWEEN, TIGHT = 3, 1
"""Cells between the picture, the weights and what comes of them."""
RESULT_WIDTH, RESULT_LINES = 16, 3
LARGEST = 8


@dataclass(frozen=True, eq=False)
class SeenPicture:
    """One picture as the neuron sees it: its points, the weights for them, and what comes out.

    `inputs` and `weights` have one value per point, row by row; `threshold` is None where it has none. Of a
    network, which has many weights for each point, there are neither.
    """

    shape: Shape
    inputs: tuple[int, ...]
    weights: Array | None
    threshold: float | None
    total: float
    output: float

    @classmethod
    def of(cls, replay: Replay, iteration: int, inputs: tuple[int, ...]) -> SeenPicture:
        """Any picture, one of the puzzle's or not, at an iteration. The puzzle is one of pictures."""
        model, weights = replay.model, replay.weights(iteration)
        alone = isinstance(model, Neuron)
        row = np.array([inputs], dtype=np.float64)
        return cls(
            shape=replay.puzzle.picture or (1, len(inputs)),
            inputs=inputs,
            weights=weights[: model.inputs] if alone else None,
            threshold=float(weights[model.inputs]) if alone and model.threshold else None,
            total=float(model.weighted_sums(weights, row)[0]),
            output=float(model.think(weights, row)[0]),
        )


@dataclass(frozen=True)
class PictureSizes:
    """How large both pictures are drawn: lines for a point, cells for a point, for a weight and between.

    Without cells for a point the weights stand alone, and what comes of them stands below. Without cells for
    a weight the picture does.
    """

    scale: int
    point: int
    weight: int
    between: int = BETWEEN

    @classmethod
    def fitting(cls, shape: Shape, width: int, height: int, *, alone: bool = False) -> PictureSizes:
        """The largest that fit into (width, height) cells with a line above; with numbers where they fit.

        `alone`: rather the weights alone than both at their smallest.
        """
        larger = range(LARGEST, 1, -1)
        both = [cls(scale, 2 * scale, 2 * scale + number) for scale in larger for number in (7, 1)]
        weights = [cls(scale, 0, 2 * scale + 1) for scale in larger] if alone else []
        ways = [*both, *weights, cls(1, 2, 9), cls(1, 2, 3)]
        return next((sizes for sizes in ways if sizes._fit(shape, width, height)), cls(1, 2, 3, TIGHT))

    @classmethod
    def without_weights(cls, shape: Shape, width: int, height: int) -> PictureSizes:
        """The largest picture that fits into (width, height) cells with a line above."""
        ways = (cls(scale, 2 * scale, 0) for scale in range(LARGEST, 1, -1))
        return next((sizes for sizes in ways if sizes._fit(shape, width, height)), cls(1, 2, 0))

    def _fit(self, shape: Shape, width: int, height: int) -> bool:
        rows, columns = shape
        wide = columns * (self.point + self.weight) + (2 * BETWEEN + RESULT_WIDTH if self.point else BETWEEN)
        return wide <= width and 1 + rows * self.scale + (0 if self.point else RESULT_LINES) <= height


def sizes_of(seen: SeenPicture, width: int, height: int, *, alone: bool = False) -> PictureSizes:
    """How large it is drawn in (width, height) cells."""
    if seen.weights is None:
        return PictureSizes.without_weights(seen.shape, width, height)
    return PictureSizes.fitting(seen.shape, width, height, alone=alone)


def seen_lines(seen: SeenPicture, width: int, height: int, cursor: int | None = None) -> list[Line]:
    """The picture, the weights, and what comes of them. `cursor`: the point to draw at."""
    sizes = sizes_of(seen, width, height, alone=cursor is None)
    columns = seen.shape[1]
    first = max(columns * sizes.point, len(PICTURE)) + sizes.between if sizes.point else 0
    second = max(columns * sizes.weight, len(WEIGHTS)) + sizes.between if sizes.weight else 0
    lines: list[Line] = [((PICTURE.ljust(first)[:first], "muted"), (WEIGHTS.ljust(second)[:second], "muted"))]
    strongest = 0.0 if seen.weights is None else float(abs(seen.weights).max())
    for line in range(seen.shape[0] * sizes.scale):
        row, within = divmod(line, sizes.scale)
        points = range(row * columns, (row + 1) * columns)
        picture = [drawn_point(seen.inputs[point], sizes.scale, within, point == cursor) for point in points]
        weights = [
            _weight(float(seen.weights[point]), strongest, sizes, within)
            for point in points
            if seen.weights is not None
        ]
        lines.append((*_filled(picture if first else [], first), *_filled(weights, second)))
    results = _results(seen, sizes.between)
    if not sizes.point:
        return [*lines, *filter(None, results)]
    results += [()] * len(lines)
    return [(*line, *result) for line, result in zip(lines, results, strict=False)]


def _filled(spans: list[Span], width: int) -> list[Span]:
    """Runs, and as many spaces as are missing."""
    return [*spans, (" " * (width - width_of_line(spans)), "")]


def _weight(weight: float, strongest: float, sizes: PictureSizes, within: int) -> Span:
    """One line of a point of the weights' picture: the fuller, the stronger; with its sign or its number."""
    share = abs(weight) / strongest if strongest else 0.0
    shade = SHADES[min(int(share * len(SHADES)), len(SHADES) - 1)]
    text, block = signed(weight), 2 * sizes.scale
    if sizes.weight == 3:
        shown = f"{text[0]}{shade}"
    elif sizes.weight - block > 1:
        shown = shade * block + (text if within == 0 else "")
    else:
        shown = (text[0] if within == 0 else shade) + shade * (block - 1)
    return shown.ljust(sizes.weight), pull_style(weight)


def _results(seen: SeenPicture, between: int) -> list[Line]:
    """The threshold, the sum and the output, one under the other."""
    style = f"{side_style(seen.output)} strong"
    results: list[Line] = [
        (("sum    ", "muted"), (signed(seen.total).rjust(6), "text strong")),
        (("output ", "muted"), (probability(seen.output).rjust(6), style)),
    ]
    if seen.threshold is None:
        return [(), *results]
    name: Span = "threshold", "muted"
    value: Span = signed(seen.threshold).rjust(6), pull_style(seen.threshold)
    if between == TIGHT:
        return [(name,), ((" " * 7, ""), value), *results]
    return [
        (),
        (name, (" ", ""), value),
        *(((label[0].ljust(10), label[1]), number) for label, number in results),
    ]
