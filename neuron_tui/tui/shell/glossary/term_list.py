"""The terms of the field, one under the other: what each is called, what it means, where it is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual import events

from neuron_tui.game.course.glossary import Term
from neuron_tui.tui.kit.cells import Line, fit, wrapped
from neuron_tui.tui.kit.painted import Painted

NAME_WIDTH, GAP = 19, 2
BESIDE, BESIDE_WIDTH = 118, 30
"""From the first width on the puzzle is next to the meaning, in the second width."""
NONE_FITS = "No term fits. Esc shows all of them again."


def lines_of(terms: Sequence[Term], titles: Mapping[str, str], width: int) -> list[Line]:
    """All terms in lines of `width` cells, with a blank line between them."""
    if not terms:
        return [((" " + fit(NONE_FITS, width - 1), "muted"),)]
    beside = BESIDE_WIDTH + GAP if width >= BESIDE else 0
    room = max(width - NAME_WIDTH - GAP - beside - 2, 8)
    lines: list[Line] = []
    for term in terms:
        see = f"see {titles[term.name]}" if titles.get(term.name) else ""
        first, meaning = len(lines), [(text, "text") for text in wrapped(term.meaning, room)]
        meaning += [(text, "muted") for text in wrapped(term.elsewhere, room) if text]
        if see and not beside:
            meaning.append((see, "muted"))
        for name, said in zip_longest(wrapped(term.name, NAME_WIDTH), meaning):
            text, style = said or ("", "text")
            name = " " + fit(name or "", NAME_WIDTH + GAP)
            lines.append(((name, "accent strong"), (fit(text, room), style)))
        if see and beside:
            lines[first] += ((" " * GAP + fit(see, BESIDE_WIDTH), "muted"),)
        lines.append(())
    return lines[:-1]


class GlossaryList(Painted):
    """Shows some of the terms; where they are more than fit, it scrolls."""

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__(id="terms")
        self._terms, self._titles = tuple(terms), dict[str, str]()

    def show(self, terms: Sequence[Term]) -> None:
        self._terms = tuple(terms)
        self.scroll_to(y=0, animate=False)
        self._changed()

    def name_puzzles(self, titles: Mapping[str, str]) -> None:
        self._titles = dict(titles)
        self._changed()

    def on_resize(self, _: events.Resize) -> None:
        self._changed()

    def _changed(self) -> None:
        self.set_rows(len(lines_of(self._terms, self._titles, self._width)))
        self.repaint()

    @property
    def _width(self) -> int:
        """The cells of a line; one is kept for the scrollbar, so that nothing jumps when it comes."""
        return max(self.content_size.width - 1, 1)

    def paint(self, width: int, height: int) -> list[Line]:
        top = self.scroll_offset.y
        return lines_of(self._terms, self._titles, self._width)[top : top + height]
