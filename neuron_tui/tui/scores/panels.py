"""The panels of the scoreboard: which of them are seen together, and which has the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from neuron_tui.game.scoreboard.head_to_head import HeadToHead
from neuron_tui.tui.kit.cells import Line, width_of
from neuron_tui.tui.kit.painted import Canvas, Painted
from neuron_tui.tui.kit.text_panel import Words, more_below
from neuron_tui.tui.scores.calibration import calibration_lines
from neuron_tui.tui.scores.fields import FourFields
from neuron_tui.tui.scores.points_over_time import Course, points_lines
from neuron_tui.tui.scores.table import RankingPanel
from neuron_tui.tui.shell.room import USUAL, has_room

MARK = "\u25b8"
WIDE, TALL, ROOMY, TALL_ENOUGH = 144, 44, 40, 30
UPPER, LOWER = ("words", "calibration", "over-time"), ("ranking", "fields")
"""The ids of the panels."""


@dataclass(frozen=True)
class View:
    """Panels that are seen together, by their ids, their title, and the class that arranges them."""

    title: str
    panels: tuple[str, ...]
    arrangement: str


ALL = View("All", UPPER + LOWER, "-all")
ALL_UPPER, ALL_LOWER = View("In words", UPPER, "-three"), View("Table and who wins where", LOWER, "-both")
WORDS, POINTS = View("In words", UPPER[:2], "-two"), View("Points over time", ("over-time",), "-one")
ALONE, CALIBRATION = View("In words", UPPER[:1], "-one"), View("Calibration", UPPER[1:2], "-one")
TABLE, FIELDS = View("Table", ("ranking",), "-one"), View("Who wins where", ("fields",), "-one")
NOTHING_YET = View("Scores", ("words",), "-nothing")
"""While there is nothing to show but words."""


def views(size: Size) -> tuple[View, ...]:
    """The views that a terminal of this size has; together they show every panel."""
    if size.width >= WIDE and size.height >= TALL:
        return (ALL,)
    if size.height >= ROOMY:
        return ALL_UPPER, ALL_LOWER
    if size.height >= TALL_ENOUGH:
        return ALL_UPPER, TABLE, FIELDS
    if has_room(size, USUAL):
        return WORDS, POINTS, TABLE, FIELDS
    return ALONE, CALIBRATION, POINTS, TABLE, FIELDS


class ViewBar(Painted):
    """The titles of the views in a row, or their numbers where all titles have no room.

    The one that is seen is marked, and a click chooses another.
    """

    DEFAULT_CSS = """
    ViewBar { height: 1; }
    """

    @dataclass
    class Chosen(Message):
        """Another view is wanted."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._titles: Sequence[str] = ()
        self._seen = 0

    def show(self, titles: Sequence[str], seen: int) -> None:
        """Show these titles, and this one as the one that is seen."""
        self._titles, self._seen = titles, seen
        self.repaint()

    def _cells(self, width: int) -> list[str]:
        """The titles as they are written in this width."""
        titles = self._titles
        if sum(width_of(title) + 3 for title in titles) >= width:
            titles = [title if at == self._seen else str(at + 1) for at, title in enumerate(titles)]
        return [f"{MARK if at == self._seen else ' '} {title} " for at, title in enumerate(titles)]

    def paint(self, width: int, height: int) -> list[Line]:
        style = "accent strong selected"
        cells = enumerate(self._cells(width))
        return [((" ", ""), *((text, style if at == self._seen else "muted") for at, text in cells))]

    def on_click(self, event: events.Click) -> None:
        end = 1
        for index, text in enumerate(self._cells(self.size.width)):
            end += width_of(text)
            if event.x < end:
                self.post_message(self.Chosen(index))
                return


class ScorePanels(Vertical):
    """All panels, of which as many are seen together as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Words(id="words")
        self.words.add_class("panel")
        self.words.border_title = "In words"
        self.calibration = Canvas[HeadToHead | None](
            calibration_lines, None, id="calibration", classes="panel"
        )
        self.calibration.border_title = "Calibration"
        self.calibration.border_subtitle = "across: said \u00b7 up: came out 1"
        self.points = Canvas[Sequence[Course]](points_lines, (), id="course", classes="panel")
        self.points.border_title = "Points over time"
        self.foreseen = Canvas[Sequence[Course]](points_lines, (), id="foreseen", classes="panel")
        self.foreseen.border_title = "How well you know the neuron"
        self.points.border_subtitle = self.foreseen.border_subtitle = "across: answers"
        self.ranking, self.fields = RankingPanel(), FourFields()
        self._bar = ViewBar()
        self._views: tuple[View, ...] = (WORDS,)
        self._seen = 0

    def compose(self) -> ComposeResult:
        yield self._bar
        with Container(id="upper"):
            yield self.words
            yield self.calibration
            with Container(id="over-time"):
                yield self.points
                yield self.foreseen
        with Container(id="lower"):
            yield self.ranking
            yield self.fields

    @property
    def seen(self) -> View:
        """The view on the screen."""
        return self._views[self._seen]

    def lay_out(self, size: Size, nothing_yet: bool) -> None:
        """Show the panels that have room together, those among them that were seen before."""
        before = self.seen.panels[0]
        self._views = (NOTHING_YET,) if nothing_yet else views(size)
        self._see(next((place for place, view in enumerate(self._views) if before in view.panels), 0))

    def step(self, steps: int) -> None:
        """On to the next panel that takes keys, and after the last to the next view."""
        focused, panels = self.screen.focused, self._focusable()
        place = panels.index(focused) + steps if focused in panels else -1
        if 0 <= place < len(panels):
            self.screen.set_focus(panels[place])
            return
        self.screen.set_focus(None)
        self._see((self._seen + steps) % len(self._views), 0 if steps > 0 else -1)

    def _see(self, index: int, focus: int = 0) -> None:
        """Show a view, and give the focus to this one of its panels that take it."""
        self._seen = index
        shown = self.seen.panels
        self.set_classes(self.seen.arrangement)
        for name in UPPER + LOWER:
            self.query_one(f"#{name}").display = name in shown
        self.query_one("#upper").display = not set(UPPER).isdisjoint(shown)
        self.query_one("#lower").display = not set(LOWER).isdisjoint(shown)
        self._bar.show([view.title for view in self._views], index)
        self._bar.display = len(self._views) > 1
        self._take_focus(focus)
        self.call_after_refresh(self._take_focus, focus)  # only then the words know whether they scroll
        self.screen.refresh_bindings()

    def _focusable(self) -> list[Widget]:
        """The panels in sight that have keys of their own."""
        panels: tuple[tuple[str, Widget], ...] = (
            ("words", self.words),
            ("ranking", self.ranking.table),
            ("fields", self.fields),
        )
        return [panel for name, panel in panels if name in self.seen.panels and panel.focusable]

    def _take_focus(self, place: int) -> None:
        """Give the focus to a panel in sight, unless one has it already, or the screen is being closed."""
        if not self.is_attached:
            return
        focused, panels = self.screen.focused, self._focusable()
        if focused is None or not all(node.display for node in focused.ancestors_with_self):
            self.screen.set_focus(panels[place] if panels else None)

    @on(Words.Moved)
    def _tell_how_much_more(self) -> None:
        self.words.border_subtitle = more_below(self.words.lines_below, "\u2193")

    @on(ViewBar.Chosen)
    def _view_chosen(self, message: ViewBar.Chosen) -> None:
        self.screen.set_focus(None)
        self._see(message.index)
