"""The table of examples, a row at a time: its columns and its room are those of the whole table."""

from __future__ import annotations

from textual.geometry import Size

from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.table.table import Table


class GrowingTable(Table):
    """Shows the first rows only; when one more appears, nothing else moves."""

    def __init__(self, puzzle: Puzzle) -> None:
        super().__init__(puzzle, "examples")
        self.grow(0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The room for all rows, from the start."""
        shown, self._count = self._count, len(self.puzzle.examples)
        height = super().get_content_height(container, viewport, width)
        self.grow(shown)
        return height

    def grow(self, rows: int) -> None:
        """Show so many rows from the first on."""
        self._count = rows
        self._measure()
        self.repaint()
