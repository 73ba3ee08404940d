"""The table of examples, a row at a time: its columns and its room are those of the whole table."""

from __future__ import annotations

from textual.geometry import Size

from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.widgets.table import Table


class GrowingTable(Table):
    """Shows the first rows only; when one more appears, nothing else moves."""

    def __init__(self, puzzle: Puzzle) -> None:
        super().__init__(puzzle, "examples")
        self.grow(0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The room for all rows, from the start."""
        return len(self.puzzle.examples) + self._headed

    def grow(self, rows: int) -> None:
        """Show so many rows from the first on."""
        self._count = rows
        self.set_rows(rows + self._headed)
        self.repaint()
