"""The line at the top of a screen: where you are, and the score on the right."""

from __future__ import annotations

import re

from textual.reactive import reactive

from neuron_tui.game.course.tally import Tally
from neuron_tui.game.explain.numbers import whole
from neuron_tui.tui.kit.cells import SHORTEST_CLIPPED, Line, Span, fit, visible, width_of, width_of_line
from neuron_tui.tui.kit.painted import Painted

DOT = " \u00b7 "
"""Stands between the parts of a subtitle."""
NUMBER = re.compile(r"\d+(?=\. )")
"""That of a chapter, before its title."""


def standing(tally: Tally) -> tuple[Span, ...]:
    return (
        ("points  you ", "muted"),
        (whole(tally.you), "text strong"),
        ("  neuron ", "muted"),
        (f"{whole(tally.neuron)} ", "accent strong"),
    )


def quieter(text: str, width: int) -> str:
    """The subtitle in exactly `width` cells. Where it is long, what comes last in it stays.

    The part before that gives way, to its number or cut, then goes: 5 · 8 of 12, or 8 of 12 alone.
    """
    *before, giving, last = ["", *visible(text).split(DOT)]
    if not giving or width_of(visible(text)) <= width:
        return fit(text, width)
    head = "".join(part + DOT for part in before[1:])
    room = width - width_of(head + DOT + last)
    if (number := NUMBER.match(giving)) and width_of(giving) > room >= width_of(number[0]):
        return fit(head + number[0] + DOT + last, width)
    if room >= SHORTEST_CLIPPED:
        return head + fit(giving, room) + DOT + last
    return fit(head + last if width_of(head + last) <= width else text, width)


class Heading(Painted):
    """A title, a quieter word after it, and something on the right."""

    DEFAULT_CSS = """
    Heading { height: 1; }
    """

    subtitle = reactive("", repaint=False)
    trying = reactive("", repaint=False)
    """An experiment beside the match; shown instead of the subtitle."""
    standing: reactive[tuple[Span, ...]] = reactive((), repaint=False)

    def __init__(self, title: str, subtitle: str = "", standing: tuple[Span, ...] = ()) -> None:
        super().__init__()
        self._title = title
        self.set_reactive(Heading.subtitle, subtitle)
        self.set_reactive(Heading.standing, standing)

    watch_subtitle = watch_trying = watch_standing = Painted.repaint

    def paint(self, width: int, height: int) -> list[Line]:
        """The line; the title gives way where it is long, and three cells part the standing from the rest."""
        standing = self.standing
        tried = width_of(visible(self._title)) + width_of(self.trying) + 8
        if self.trying and tried + width_of_line(standing) > width:
            standing = ()  # what is tried matters more now
        right = width_of_line(standing)
        room = max(width - right - 6, 8)
        title = fit(self._title, min(width_of(visible(self._title)), room))
        rest = max(room - width_of(title) - 2, 0)
        subtitle = quieter(self.trying or self.subtitle, rest) if rest > 3 else " " * rest
        style = "one" if self.trying else "muted"
        return [((" " + title, "text strong"), ("  " + subtitle + "   ", style), *standing)]
