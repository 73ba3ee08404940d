"""What is shown while the terminal is too small for the game."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from neuron_tui.tui.shell.room import SMALLEST


class TooSmallScreen(ModalScreen[None]):
    """Covers everything until the terminal is large enough; what was going on is kept as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", "leave the game")]
    DEFAULT_CSS = """
    TooSmallScreen {
        align: center middle;
        background: $background;
        color: $foreground;
        & > Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(self._note(), markup=False)

    def on_resize(self) -> None:
        self.query_one(Static).update(self._note())

    def _note(self) -> Content:
        size = self.app.size
        return Content.assemble(
            (f"This terminal is {size.width} x {size.height}.", "bold"),
            f"\nThe game needs {SMALLEST.width} x {SMALLEST.height}:\nmake the window larger.",
            ("\n\nq leaves.", "$muted"),
        )
