"""A picture of one's own: drawn with keys or mouse, and seen at once by the neuron of this moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import Line, visible
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.match.pictures.weights import PictureSizes, SeenPicture, seen_lines, sizes_of

MOVE = Binding.Group("move")
ABOVE = 2
"""Lines above the picture and the weights."""
BELOW = 3
HOW = "Arrow keys and Enter draw, or the mouse.", "Backspace puts all off."


class Drawing(Picture, inherit_bindings=False):
    """Begins with the selected row. What is drawn changes neither the puzzle nor the training."""

    about = "Draw: a picture of your own, and what the neuron says of it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(0, -1)", "left", key_display="\u2190", group=MOVE),
        Binding("right", "go(0, 1)", "right", key_display="\u2192", group=MOVE),
        Binding("up", "go(-1, 0)", "up", key_display="\u2191", group=MOVE),
        Binding("down", "go(1, 0)", "down", key_display="\u2193", group=MOVE),
        Binding("enter", "turn", "on or off", key_display="Enter"),
        Binding("backspace,delete", "clear", "all off", show=False, key_display="Backsp"),
    ]

    @dataclass
    class Drawn(Message):
        """The picture is another one now."""

        inputs: tuple[int, ...]

    def __init__(self, replay: Replay, row: int, says: Callable[[], tuple[str, str]] = lambda: HOW) -> None:
        """`says` gives the two lines that stand above the picture."""
        super().__init__(replay)
        self._says = says
        self.border_title = "A picture of your own"
        self.inputs = tuple(map(int, replay.rows[row]))
        self.cursor = len(self.inputs) // 2
        self._turned_to: int | None = None

    @property
    def _shape(self) -> tuple[int, int]:
        return self.replay.puzzle.picture or (1, len(self.inputs))

    def action_go(self, rows: int, columns: int) -> None:
        """To the next point, around the edges."""
        high, wide = self._shape
        row, column = divmod(self.cursor, wide)
        self.cursor = (row + rows) % high * wide + (column + columns) % wide
        self.repaint()

    def action_turn(self) -> None:
        self._set(self.cursor, 1 - self.inputs[self.cursor])

    def action_clear(self) -> None:
        self._draw((0,) * len(self.inputs))

    def _set(self, point: int, value: int) -> None:
        self.cursor = point
        self._draw((*self.inputs[:point], value, *self.inputs[point + 1 :]))

    def _draw(self, inputs: tuple[int, ...]) -> None:
        self.inputs = inputs
        self.repaint()
        self.post_message(self.Drawn(inputs))

    def _point_at(self, event: events.MouseEvent) -> int | None:
        """The point under the mouse."""
        inside = event.get_content_offset(self)
        if inside is None:
            return None
        high, wide = self._shape
        sizes = self._sizes
        row, column = (inside.y - ABOVE - 1) // sizes.scale, inside.x // sizes.point
        return row * wide + column if 0 <= row < high and column < wide else None

    @property
    def _sizes(self) -> PictureSizes:
        seen = SeenPicture.of(self.replay, self.iteration, self.inputs)
        return sizes_of(seen, self._room.width, self._room.height - ABOVE - BELOW)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Turn the point under the mouse; whatever it is dragged over becomes the same."""
        point = self._point_at(event)
        if point is not None:
            self.capture_mouse()
            self._turned_to = 1 - self.inputs[point]
            self._set(point, self._turned_to)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        point = self._point_at(event)
        if self._turned_to is not None and point is not None:
            self._set(point, self._turned_to)

    def on_mouse_up(self) -> None:
        self.release_mouse()
        self._turned_to = None

    def paint(self, width: int, height: int) -> list[Line]:
        seen = SeenPicture.of(self.replay, self.iteration, self.inputs)
        above, below = self._says()
        return [
            ((visible(above), "text"),),
            ((visible(below), "muted"),),
            *seen_lines(seen, width, height - ABOVE - BELOW, self.cursor),
            (),
            self._answer(seen.output),
            ((self._known(), "muted"),),
        ]

    def _answer(self, output: float) -> Line:
        """What the neuron says of it, in words."""
        leaning = side(output)
        if leaning is None:
            return (("The neuron cannot say: ", "text"), (probability(output), "text strong"))
        name = visible(self.replay.puzzle.output_name)
        style = "one strong" if leaning else "zero strong"
        return (
            (f"The neuron says {name} ", "text"),
            (f"{leaning}", style),
            (f"  ({probability(output)})", "muted"),
        )

    def _known(self) -> str:
        """Whether it is one of the puzzle's pictures."""
        puzzle = self.replay.puzzle
        for row, example in enumerate(puzzle.examples):
            if example.inputs == self.inputs:
                return f"This is example {puzzle.row_name(row)}, which is {example.target}."
        return "It has never seen this one."
