"""The neuron as a drawing, where there is room: connections as thick as their weights, sum, curve, output."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import sigmoid
from neuron_tui.tui.kit.cells import Line, Span, fit, widest, width_of_line
from neuron_tui.tui.kit.chart import Axis, Chart, Mark, Series, braille, nice_limit, plot, runs_of
from neuron_tui.tui.kit.glyphs import POINTED, SELECTED
from neuron_tui.tui.kit.neuron_numbers import OFF_BELOW, input_sign, number, pull_style, side_style

LEAST_WIDTH, LEAST_HEIGHT = 40, 5
EXACT_WIDTH = 72
"""In fewer cells there is no room for the drawing, or for the drawing with all decimals."""
ROOMY_WIDTH = 60
"""In fewer cells the sum and the output stand without their names, and an input without its number."""
MOST_NAME, SHORT_NAME = 14, 9
LEAST_BETWEEN = 5
"""Cells that the connections always have: before they lose them the S-curve gives way, then the names."""
THICKEST = 7
"""Dots of a connection with the largest weight; four dots are a cell."""
BODY_HEIGHT = 3
CURVE = (11, 5)
REACH = 8.0
"""The small S-curve is drawn over sums from minus this to plus this."""


@dataclass(frozen=True)
class ForwardPass:
    """What is drawn: a row running through the neuron at an iteration."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    signals: tuple[float, ...]
    limit: float
    weighted_sum: float
    output: float
    exact: bool = False
    graded: bool = False
    """Whether the signals lie between 0 and 1, as hidden activations do."""
    weight: int | None = None
    """The weight that is selected."""
    pointed: int | None = None
    """The weight that a step of a lesson speaks of."""
    roomy: bool = True
    """Whether everything has its name."""
    tight: bool = False
    """Whether there is no room for the weighted sum, nor for more than short names."""

    @classmethod
    def of(
        cls,
        replay: Replay,
        iteration: int,
        selected: int,
        exact: bool,
        weight: int | None = None,
        pointed: int | None = None,
    ) -> ForwardPass:
        """The forward of a replay."""
        return cls(
            names=replay.output_input_names,
            weights=tuple(map(float, replay.output_weights(iteration))),
            signals=tuple(map(float, replay.output_inputs(iteration, selected))),
            limit=nice_limit(replay.reach()[0], 1.0),
            weighted_sum=float(replay.sums(iteration)[selected]),
            output=float(replay.outputs(iteration)[selected]),
            exact=exact,
            graded=replay.is_network,
            weight=weight,
            pointed=pointed,
        )

    @property
    def digits(self) -> int:
        """The cells of a weight or the sum."""
        return 10 if self.exact else 6

    @property
    def gap(self) -> str:
        """What is between a weight and its connection."""
        return "  " if self.roomy else " "

    @property
    def beside_name(self) -> int:
        """The cells of an input beside its name: the mark of the selected one, its value and its weight."""
        return 2 + len(self.sign(0)) + self.digits + len(self.gap)

    @property
    def on(self) -> tuple[bool, ...]:
        """What sends something."""
        return tuple(signal > OFF_BELOW for signal in self.signals)

    def sign(self, index: int) -> str:
        """The input's value, followed by the multiplication sign."""
        signal = self.signals[index]
        if not self.roomy:
            return "" if self.graded else input_sign(signal, self.graded)
        value = "" if self.graded else f"{signal:.0f} "
        return f"{input_sign(signal, self.graded)}{value}\u00d7 "


def fits(weights: int, width: int, height: int, exact: bool) -> bool:
    """Whether a neuron with this many weights can be drawn in (width, height) cells."""
    return width >= (EXACT_WIDTH if exact else LEAST_WIDTH) and height >= max(LEAST_HEIGHT, weights)


def least_width(forward: ForwardPass) -> int:
    """The cells that a drawing needs."""
    behind = width_of_line(_behind(forward, BODY_HEIGHT, curve=False)[0])
    return widest(forward.names) + forward.beside_name + LEAST_BETWEEN + behind


def place_of(index: int, count: int, height: int) -> int:
    """The line of one of `count` inputs."""
    return round((index + 0.5) * height / count - 0.5)


def diagram_lines(forward: ForwardPass, width: int, height: int) -> list[Line]:
    """The drawing, inputs on the left and the output on the right."""
    rows = [place_of(index, len(forward.names), height) for index in range(len(forward.names))]
    forward = replace(forward, roomy=width >= ROOMY_WIDTH)
    name_width = min(widest(forward.names), MOST_NAME if forward.roomy else SHORT_NAME)
    beside = width - forward.beside_name - LEAST_BETWEEN  # for the names, and the rest
    behind = _behind(forward, height, curve=True)
    if name_width + width_of_line(behind[0]) > beside:
        behind = _behind(forward, height, curve=False)
        name_width = min(name_width, beside - width_of_line(behind[0]))
    inputs = _inputs(forward, rows, name_width, height)
    room = width - width_of_line(inputs[0]) - width_of_line(behind[0])
    count = len(rows)
    bands = [
        Band(row, height // 2, (index + 0.5) / count - 0.5, forward.weights[index], forward.on[index])
        for index, row in enumerate(rows)
    ]
    between = band_lines(bands, forward.limit, room, height)
    return [(*left, *middle, *right) for left, middle, right in zip(inputs, between, behind, strict=True)]


def _inputs(forward: ForwardPass, rows: list[int], name_width: int, height: int) -> list[Line]:
    """A name, whether it is on, and its weight, each at its row."""
    lines: list[Line] = [((" " * (name_width + forward.beside_name), ""),)] * height
    for index, (row, name) in enumerate(zip(rows, forward.names, strict=True)):
        weight, on = forward.weights[index], forward.on[index]
        style = pull_style(weight)
        back = " selected" if index == forward.weight else ""
        pointed = index == forward.pointed
        mark = SELECTED if back else POINTED if pointed else " "
        lines[row] = (
            (mark + fit(name, name_width) + " ", ("accent" if pointed else "text" if on else "muted") + back),
            (forward.sign(index), ("text" if on else "muted") + back),
            (number(weight, forward.digits) + forward.gap, style + (" strong" if on else "") + back),
        )
    return lines


@dataclass(frozen=True)
class Band:
    """A connection from one line to another, where it ends a little aside; and whether anything flows."""

    begin: int
    end: int
    aside: float
    weight: float
    on: bool


def band_lines(bands: list[Band], limit: float, width: int, height: int) -> list[Line]:
    """Connections as bands of dots: as thick as the weight is large, as far as they have room side by side.

    In the weight's colour where something flows, and faint where nothing does.
    """
    wide, high = width * 2, height * 4
    bits = np.zeros((height, width), dtype=np.int64)
    styles = np.full((height, width), "faint", dtype=object)
    t = np.linspace(0, 1, wide)
    bend = t * t * (3 - 2 * t)  # leaves and arrives level
    down = np.arange(high)[:, None]
    thickest = min(THICKEST, high / len(bands))  # so that many side by side can still be told apart
    for band in sorted(bands, key=lambda band: (band.on, abs(band.weight))):
        begin, end = 4 * band.begin + 1.5, 4 * (band.end + band.aside) + 1.5
        centre = begin + bend * (end - begin)
        thickness = max(1.0, min(abs(band.weight) / limit, 1.0) * thickest)
        dots = np.abs(down - centre) <= thickness / 2
        if pull_style(band.weight) == "text":  # reads 0.00: nothing gets through
            dots[:, ::2] = False
        drawn = braille(dots)
        bits |= drawn
        styles[drawn > 0] = pull_style(band.weight) if band.on else "faint"
    glyphs = np.full((height, width), " ", dtype=object)
    glyphs[bits > 0] = [chr(0x2800 + cell) for cell in bits[bits > 0].tolist()]
    return [tuple(runs_of(glyphs[row], styles[row])) for row in range(height)]


def _behind(forward: ForwardPass, height: int, *, curve: bool) -> list[Line]:
    """The weighted sum in the neuron's body, the S-curve or not, and the output."""
    blocks = [] if forward.tight else [_body(forward)]
    if forward.roomy:
        blocks.append(_wire(BODY_HEIGHT))
    if forward.roomy and curve:
        blocks += [_curve(forward), _wire(CURVE[1])]
    blocks.append(_output(forward))
    lines: list[list[Span]] = [[] for _ in range(height)]
    for block in blocks:
        top = height // 2 - len(block) // 2
        blank = " " * width_of_line(block[0])
        for row, spans in enumerate(lines):
            spans += block[row - top] if 0 <= row - top < len(block) else ((blank, ""),)
    return [tuple(spans) for spans in lines]


def _body(forward: ForwardPass) -> list[Line]:
    """The neuron, with the weighted sum in it."""
    name = "weighted sum" if forward.roomy else "sum"
    size = max(forward.digits, len(name)) + 2 * forward.roomy
    total = number(forward.weighted_sum, forward.digits).center(size)
    title = name.center(size, "\u2500")
    return [
        (("\u256d", "muted"), (title, "muted"), ("\u256e", "muted")),
        (("\u2524", "muted"), (total, "text strong"), ("\u251c", "muted")),
        (("\u2570" + "\u2500" * size + "\u256f", "muted"),),
    ]


def _wire(height: int) -> list[Line]:
    """What leads on from the middle of a block."""
    return [(("\u2500\u2500" if row == height // 2 else "  ", "muted"),) for row in range(height)]


def _curve(forward: ForwardPass) -> list[Line]:
    """A small S-curve with the row's dot on it."""
    columns, rows = CURVE
    x = np.linspace(-REACH, REACH, 60)
    dot = Mark(forward.weighted_sum, forward.output, "\u25cf", f"{side_style(forward.output)} strong")
    chart = Chart(Axis(-REACH, REACH), Axis(0, 1), (Series(x, sigmoid(x), "muted"),), (dot,))
    frame = "\u2500" * columns
    inner = plot(chart, columns, rows - 2)
    middle = (rows - 2) // 2
    edges = [("\u2524", "\u251c") if row == middle else ("\u2502", "\u2502") for row in range(rows - 2)]
    return [
        (("\u256d" + "S-curve".center(columns, "\u2500") + "\u256e", "muted"),),
        *(
            ((left, "muted"), *line, (right, "muted"))
            for (left, right), line in zip(edges, inner, strict=True)
        ),
        (("\u2570" + frame + "\u256f", "muted"),),
    ]


def _output(forward: ForwardPass) -> list[Line]:
    """The output, with its name above."""
    shown = f"{forward.output:.11f}" if forward.exact else probability(forward.output)
    size = len(shown) + 2 + forward.roomy
    name = "output" if forward.roomy else ""
    return [
        (("  " + (" " + name)[: size - 2].ljust(size - 2), "muted"),),
        (("\u2192 ", "muted"), (shown + " " * forward.roomy, f"{side_style(forward.output)} strong")),
        ((" " * size, ""),),
    ]
