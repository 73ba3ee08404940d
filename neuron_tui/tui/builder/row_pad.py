"""The row of the cursor as the picture that it is, to draw on."""

from __future__ import annotations

from neuron_tui.tui.builder.table_editor import TableEditor
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.pad import Pad, drawn_point
from neuron_tui.tui.kit.table.picture_sheet import Shape

LEFT = 3
"""Cells before the picture."""


class RowPad(Pad):
    """Shares its cursor with the table; there only where its row is a picture."""

    DEFAULT_CSS = "RowPad { height: auto; display: none; }"

    def __init__(self, table: TableEditor) -> None:
        super().__init__(id="pad")
        self._table, self._strokes = table, 0

    @property
    def shape(self) -> Shape:
        return self._table.draft.about.picture or (0, 0)

    @property
    def points(self) -> tuple[int, ...]:
        row = self._table.row
        return () if row is None else self._table.draft.rows[row].inputs

    @property
    def _scale(self) -> int:
        return 2 if self.screen.has_class("-tall") else 1

    def show(self) -> None:
        """Show the row of now."""
        high, _ = self.shape
        self.display = high > 0 and self._table.row is not None
        self.styles.height = high * self._scale
        column = self._table.column
        self.cursor = column if column < len(self.points) else 0
        self.repaint()

    def action_go(self, rows: int, columns: int) -> None:
        super().action_go(rows, columns)
        self._table.go_to(self.cursor)

    def draw(self, points: tuple[int, ...]) -> None:
        self._table.go_to(self.cursor)
        self._table.draw(points, f"draw {self._strokes}" if self._turned_to is not None else "")

    def on_mouse_up(self) -> None:
        self._strokes += 1

    def point_at(self, x: int, y: int) -> int | None:
        high, wide = self.shape
        row, column = y // self._scale, (x - LEFT) // (2 * self._scale)
        return row * wide + column if row < high and 0 <= column < wide else None

    def paint(self, width: int, height: int) -> list[Line]:
        points, (high, wide) = self.points, self.shape
        if not points:
            return []
        return [
            (
                (" " * LEFT, ""),
                *(
                    drawn_point(points[point], self._scale, within, point == self.cursor)
                    for point in range(row * wide, (row + 1) * wide)
                ),
            )
            for row in range(high)
            for within in range(self._scale)
        ]
