"""The line that names the views of a screen on which not all have room at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from neuron_tui.tui.kit.cells import Line, Span, width_of
from neuron_tui.tui.kit.painted import Painted


class Views(Painted):
    """The names of the views in a row; the one that is seen is marked, and a click chooses another."""

    DEFAULT_CSS = """
    Views { height: 1; }
    """

    @dataclass
    class Chosen(Message):
        """Another view is wanted."""

        index: int

    def __init__(self) -> None:
        super().__init__(id="views")
        self._names: Sequence[str] = ()
        self._seen = 0

    def show(self, names: Sequence[str], seen: int) -> None:
        """These are the views, and this one is seen."""
        self._names, self._seen = names, seen
        self.repaint()

    def _cells(self) -> list[str]:
        return [
            f"\u25b8 {name} " if index == self._seen else f"  {name} "
            for index, name in enumerate(self._names)
        ]

    def paint(self, width: int, height: int) -> list[Line]:
        """The names."""
        spans: list[Span] = [
            (text, "accent strong selected" if index == self._seen else "muted")
            for index, text in enumerate(self._cells())
        ]
        return [tuple(spans)]

    def on_click(self, event: events.Click) -> None:
        """Choose the view that was clicked."""
        start = 0
        for index, text in enumerate(self._cells()):
            if start <= event.x < start + width_of(text):
                self.post_message(self.Chosen(index))
            start += width_of(text)
