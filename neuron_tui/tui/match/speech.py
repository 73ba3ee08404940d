"""The panel that speaks: the step of the lesson whose turn it is, and below it the words."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from neuron_tui.tui.kit.text_panel import Paragraph, Words, more_below


class Speech(Vertical):
    """Words in a frame whose lower edge says how much more there is to read."""

    def __init__(self) -> None:
        super().__init__(id="speech", classes="panel")
        self._step, self._words = Words(id="step"), Words(id="words")
        self._said: object = None
        self._large = False
        self.unread = False
        """Whether there was more to read when it last gave its room to the pictures."""
        self._settled = True
        """Whether the lines are those that are on the screen: what has just come is laid out first."""

    def compose(self) -> ComposeResult:
        yield self._step
        yield self._words

    def say(self, step: Sequence[Paragraph], said: Sequence[Paragraph], *, large: bool) -> None:
        """Say this; `large`: in the room of the pictures."""
        if self._large and not large:
            self.unread = self.has_more
        self._large = large
        if self._said != (now := ([*step], [*said], large)):
            self._said, self._settled = now, False
            self.call_after_refresh(self._settle)
        self._step.say(step)
        self._step.display = bool(step)
        self._words.say(said)

    @property
    def has_more(self) -> bool:
        """Whether there are words below the edge. Of what has just come nobody has read the end."""
        return not self._settled or self._words.lines_below > 0

    def _settle(self) -> None:
        self._settled = True
        self._tell_how_much_more()

    def read_on(self) -> None:
        """Show the next lines, the last one that was seen among them."""
        if self._settled:
            self._words.scroll_page_down(animate=False)

    def read_back(self) -> None:
        self._words.scroll_page_up(animate=False)

    @on(Words.Moved)
    def _tell_how_much_more(self) -> None:
        keys = {"-reading": "Enter", "-guessing": "PgDn"}
        key = next((key for phase, key in keys.items() if self.screen.has_class(phase)), "p")
        self.border_subtitle = more_below(self._words.lines_below, key)
        self.screen.refresh_bindings()
