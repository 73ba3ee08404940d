"""A picture of one's own: drawn with keys or mouse, and seen at once by the neuron of this moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from neuron_tui.game.explain.learned import known_row
from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import Line, visible, wrapped
from neuron_tui.tui.kit.pad import Pad
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.picture_sheet import Shape
from neuron_tui.tui.match.pictures.weights import PictureSizes, SeenPicture, seen_lines, sizes_of

BELOW = 3
"""Lines below the picture and the weights."""
HOW = "Arrow keys and Enter draw, or the mouse.", "Backspace puts all off."


class Drawing(Pad, Picture, can_focus=True):
    """Begins with the selected row. What is drawn changes neither the puzzle nor the training."""

    about = "Draw: a picture of your own, and what the neuron says of it."

    @dataclass
    class Drawn(Message):
        """The picture is another one now."""

        inputs: tuple[int, ...]

    def __init__(self, replay: Replay, row: int, says: Callable[[], tuple[str, str]] = lambda: HOW) -> None:
        """`says` gives the two texts that stand above the picture."""
        super().__init__(replay)
        self._says = says
        self.border_title = "A picture of your own"
        self.inputs = tuple(map(int, replay.rows[row]))
        self.cursor = len(self.inputs) // 2

    @property
    def shape(self) -> Shape:
        return self.replay.puzzle.picture or (1, len(self.inputs))

    @property
    def points(self) -> tuple[int, ...]:
        return self.inputs

    def draw(self, points: tuple[int, ...]) -> None:
        self.inputs = points
        self.repaint()
        self.post_message(self.Drawn(points))

    def point_at(self, x: int, y: int) -> int | None:
        high, wide = self.shape
        sizes = self._sizes
        row, column = (y - len(self._above(self._room.width)) - 1) // sizes.scale, x // sizes.point
        return row * wide + column if 0 <= row < high and column < wide else None

    @property
    def _sizes(self) -> PictureSizes:
        seen = SeenPicture.of(self.replay, self.iteration, self.inputs)
        width, height = self._room
        return sizes_of(seen, width, height - len(self._above(width)) - BELOW)

    def _above(self, width: int) -> list[Line]:
        """What stands above the picture."""
        return [
            ((line, style),)
            for said, style in zip(self._says(), ("text", "muted"), strict=True)
            for line in wrapped(said, width)
        ]

    def paint(self, width: int, height: int) -> list[Line]:
        seen = SeenPicture.of(self.replay, self.iteration, self.inputs)
        above = self._above(width)
        return [
            *above,
            *seen_lines(seen, width, height - len(above) - BELOW, self.cursor),
            (),
            self._answer(seen.output),
            ((known_row(self.replay.puzzle, self.inputs), "muted"),),
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
