"""A bare Textual app that repaints a screen of coloured text at a key: what a jump is measured against."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

COLOURS = ("#f5a65b", "#6cb4ff", "#7ee0c3", "#a6da7e", "#ff8080")
WORD = 6


class RepaintApp(App[None]):
    """Every word has another colour and other letters after each key."""

    painted = 0

    def compose(self) -> ComposeResult:
        """One text over the whole screen."""
        yield Static(markup=False)

    def on_key(self, event: events.Key) -> None:
        """Paint it anew, with the number of the painting in its first and last lines."""
        self.painted += 1
        self.query_one(Static).update(self.text())

    def text(self) -> Content:
        """A screen full of words."""
        columns, rows = self.size
        lines = []
        for row in range(rows):
            words = []
            for place in range(columns // WORD):
                number = self.painted + 31 * row + 7 * place
                words.append((f"{number % 100_000:<{WORD}}", COLOURS[number % len(COLOURS)]))
            lines.append(Content.assemble(*words))
        lines[0] = lines[-1] = Content(f"painted {self.painted} times")
        return Content("\n").join(lines)


if __name__ == "__main__":
    RepaintApp().run()
