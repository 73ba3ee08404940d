"""What the table and the views tell their screen when a row is chosen in them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class RowChosen(Message):
    """A row of the puzzle's table was chosen; rows count over its examples and then its questions."""

    row: int
