"""A page of words over the game: read, scroll, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_panel import Paragraph, together
from neuron_tui.tui.shell.framed import FramedScreen


class PageScreen(FramedScreen[None]):
    """Words on a page; the arrow keys scroll it, Escape closes it."""

    DEFAULT_CSS = "PageScreen > #page { width: 76; scrollbar-size-vertical: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "scroll", key_display="\u2191\u2193"),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("escape,enter,q,question_mark,f1", "dismiss", "back", key_display="Esc"),
        Binding("f4", "app.glossary", "glossary", key_display="F4", tooltip="what the terms mean"),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = [paragraph for paragraph in paragraphs if paragraph]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="frame") as page:
            page.border_title = Content(self._title)
            page.can_focus = False
            yield Static(together(self._paragraphs), markup=False)
        yield KeyLine()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)
