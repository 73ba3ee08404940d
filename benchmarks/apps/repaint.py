"""A bare Textual app that repaints coloured text: what the game's drawing is measured against.

It repaints the whole screen at each key; or, with two numbers, so many rows so many times a second.
"""

from __future__ import annotations

import sys

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

COLOURS = ("#f5a65b", "#6cb4ff", "#7ee0c3", "#a6da7e", "#ff8080")
WORD = 6


class RepaintApp(App[None]):
    """Every word has another colour and other letters each time."""

    painted = 0

    def __init__(self, rows: float = 0, times_a_second: float = 0) -> None:
        super().__init__()
        self.rows, self.times_a_second = int(rows), times_a_second

    def compose(self) -> ComposeResult:
        """One text over the rows that are repainted."""
        yield Static(markup=False)

    def on_ready(self) -> None:
        """Paint, and go on where it is not done by key."""
        self.repaint()
        if self.rows:
            self.set_interval(1 / self.times_a_second, self.repaint)

    def on_key(self, event: events.Key) -> None:
        """Repaint."""
        self.repaint()

    def repaint(self) -> None:
        """Paint it anew, with the number of the painting in its first and last lines."""
        self.painted += 1
        self.query_one(Static).update(self.text())

    def text(self) -> Content:
        """As many words as there is room for."""
        columns, rows = self.size
        lines = []
        for row in range(self.rows or rows):
            words = []
            for place in range(columns // WORD):
                number = self.painted + 31 * row + 7 * place
                words.append((f"{number % 100_000:<{WORD}}", COLOURS[number % len(COLOURS)]))
            lines.append(Content.assemble(*words))
        lines[0] = lines[-1] = Content(f"painted {self.painted} times")
        return Content("\n").join(lines)


if __name__ == "__main__":
    RepaintApp(*map(float, sys.argv[1:])).run()
