"""The plane: colours for what the neuron says to every point of a square, and the rows at its corners."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from textual.content import Content
from textual.reactive import reactive

from neuron_tui.game.replay.plane import Plane, pairs, planes
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.cells import Line, fit, width_of
from neuron_tui.tui.kit.chart import runs_of
from neuron_tui.tui.kit.glyphs import ASKED, HALVES, OFF, ON, SHOULD_BE_ONE, SHOULD_BE_ZERO, WRONG
from neuron_tui.tui.kit.painted import BACKGROUND, STRENGTHS
from neuron_tui.tui.kit.picture import Picture

BETWEEN = 2
"""Cells between two squares."""
BORDER = "text"
HIDDEN_BORDER = "muted"
NUMBERED = 10
"""From this many columns on a row's number stands beside its dot."""


def plane_lines(
    replay: Replay, iteration: int, selected: int, pair: tuple[int, int], width: int, height: int
) -> list[Line]:
    """The squares of these two inputs in (width, height) cells, each with what the others are below it.

    Orange is where the neuron says 1, blue where it says 0, and the line is where the weighted sum is 0. With
    hidden neurons each has a dotted line of its own.
    """
    squares = planes(replay.rows[selected].tolist(), pair)
    labelled = bool(squares[0].others)
    beside = len(squares) > 1 and width >= 2 * height
    columns = (width - BETWEEN) // 2 if beside else width
    rows = (height if beside else height // len(squares)) - labelled
    columns = min(columns, 4 * rows)
    if columns < 4 or rows < 2:
        return []
    drawn = [_square(replay, iteration, selected, square, columns, rows) for square in squares]
    if labelled:
        for square, lines in zip(squares, drawn, strict=True):
            lines.append(((fit(_held(replay, square, selected), columns), "muted"),))
    if beside:
        return [(*left, (" " * BETWEEN, ""), *right) for left, right in zip(*drawn, strict=True)]
    return [line for lines in drawn for line in lines]


def _held(replay: Replay, plane: Plane, selected: int) -> str:
    """What the other inputs are: the third is on or off; more are those of the selected row."""
    if len(plane.others) > 1:
        return f"rest: row {replay.puzzle.row_name(selected)}"
    (third,) = plane.others
    return f"{ON if plane.held[third] else OFF} {replay.puzzle.input_names[third]}"


def _square(
    replay: Replay, iteration: int, selected: int, plane: Plane, columns: int, rows: int
) -> list[Line]:
    """One square in (columns, rows) cells, each of two halves, one above the other."""
    weights = replay.weights(iteration)
    points = plane.points(columns, 2 * rows)
    outputs = replay.model.think(weights, points).reshape(2 * rows, columns)
    colours = _colours(outputs)
    halves = colours.copy()
    if isinstance(replay.model, Network):
        hidden = replay.model.hidden_outputs(weights, points)
        chequered = np.indices(outputs.shape).sum(axis=0) % 2 == 0
        for place in set(range(replay.model.hidden)) - replay.off:
            halves[_border(hidden[:, place].reshape(outputs.shape)) & chequered] = HIDDEN_BORDER
    halves[_border(outputs)] = BORDER
    upper, lower = halves[0::2], halves[1::2]
    same = upper == lower
    glyphs = np.where(same, HALVES[0], HALVES[1]).astype(object)
    styles = np.where(same, BACKGROUND + lower, upper + (" " + BACKGROUND) + lower).astype(object)
    for row, glyph in _dots(replay, iteration, selected).items():
        corner = plane.corner_of(replay.rows[row])
        if corner is None:
            continue
        across, up = corner
        y, x = (0 if up else rows - 1), (columns - 1 if across else 0)
        ground = colours[2 * y + (0 if up else 1), x]
        name = replay.puzzle.row_name(row)
        glyphs[y, x], styles[y, x] = glyph, f"ink{' strong' * (row == selected)} {BACKGROUND}{ground}"
        if columns >= NUMBERED and width_of(name) == 1:
            beside = x - 1 if across else x + 1
            glyphs[y, beside], styles[y, beside] = name, f"ink {BACKGROUND}{ground}"
    return [tuple(runs_of(glyphs[y], styles[y])) for y in range(rows)]


def _colours(outputs: Array) -> NDArray[np.object_]:
    """The style of every point, in the shape of `outputs`: the surer, the stronger; none at 0.5."""
    strengths = np.rint((outputs - 0.5) * 2 * STRENGTHS).astype(np.int64) + STRENGTHS
    return _STYLES[strengths]


_STYLES = np.array(
    [f"{'one' if strength > 0 else 'zero'}-{abs(strength)}" for strength in range(-STRENGTHS, STRENGTHS + 1)],
    dtype=object,
)


def _border(outputs: Array) -> NDArray[np.bool_]:
    """The points at which a line runs between those that say 1 and those that say 0."""
    one = outputs > 0.5
    border = np.zeros(one.shape, dtype=bool)
    border[:-1] |= one[:-1] != one[1:]
    border[:, :-1] |= one[:, :-1] != one[:, 1:]
    return border


def _dots(replay: Replay, iteration: int, selected: int) -> dict[int, str]:
    """A glyph for every row, the selected one last: it is on top."""
    puzzle, outputs = replay.puzzle, replay.outputs(iteration)
    dots: dict[int, str] = {}
    for row in sorted(range(len(outputs)), key=lambda row: row == selected):
        dots[row] = ASKED
        if row < len(puzzle.examples):
            target = puzzle.examples[row].target
            wrong = (outputs[row] - 0.5) * (target - 0.5) < 0
            dots[row] = WRONG if wrong else SHOULD_BE_ONE if target else SHOULD_BE_ZERO
    return dots


def has_plane(replay: Replay) -> bool:
    """Whether a puzzle has a plane: two inputs or more, and no picture."""
    return replay.puzzle.picture is None and len(replay.puzzle.input_names) > 1


class PlanePanel(Picture):
    """The plane of the selected row, for the inputs that the player chose."""

    about = "Plane: orange where it says 1, blue where 0. On the line it is undecided."

    pair: reactive[int] = reactive(0, repaint=False)
    """Which pair of inputs is shown."""

    @property
    def choices(self) -> list[tuple[int, int]]:
        """The pairs of inputs to choose from."""
        return pairs(len(self.replay.puzzle.input_names))

    @property
    def axes(self) -> str:
        """The names of the inputs that go up and across."""
        across, up = (self.replay.puzzle.input_names[place] for place in self.choices[self.pair])
        return f"\u2191 {up} \u2192 {across}"

    def turn(self, steps: int) -> None:
        """Show the next pair of inputs, or the one before."""
        self.pair = (self.pair + steps) % len(self.choices)

    def watch_pair(self) -> None:
        if has_plane(self.replay):
            self.border_subtitle = Content(self.axes)
        self.repaint()

    def paint(self, width: int, height: int) -> list[Line]:
        if not has_plane(self.replay):
            return []
        pair = self.choices[self.pair]
        return plane_lines(self.replay, self.iteration, self.selected, pair, width, height)
