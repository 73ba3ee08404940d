"""Everything that is shown in ASCII characters, whatever widget has painted it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import ControlCode, Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from neuron_tui.ascii import ascii_like


class ToAscii(LineFilter):
    """Takes no cell more or less: all stays where it was laid out."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [segment if segment.text.isascii() else _in_ascii(*segment) for segment in segments]


def _in_ascii(text: str, style: Style | None, control: Sequence[ControlCode] | None) -> Segment:
    """Of a scrollbar only the colours stay: its ends are blocks that would read as letters."""
    of_scrollbar = style is not None and "@mouse.down" in style.meta
    return Segment(" " * len(text) if of_scrollbar else ascii_like(text), style, control)
