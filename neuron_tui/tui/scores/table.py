"""The table of figures: over all, and by chapter or by puzzle; and the field to find rows of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from neuron_tui.game.scoreboard.ranking import ScoreRow, SortOrder, ranked
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.glyphs import NEURON, YOU
from neuron_tui.tui.kit.painted import PAGE_KEYS, SCROLL_KEYS, Painted
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.scores.columns import ScoreColumns, fitting_columns, headings, row_line

FIXED = 3
"""The lines that never scroll: two of heads, and the row over all."""


LEGEND = f"{YOU} you \u00b7 {NEURON} neuron \u00b7 Brier score: lower is better"
"""Which sign is whose."""


SORT = Binding.Group("sort")


class ScoreTable(Painted, can_focus=True, inherit_bindings=False):
    """A row for each chapter or puzzle under the one over all. A click on a column's head sorts by it.

    Only the lines in sight are made, however many rows there are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "sort(-1)", "sort by", key_display="\u2190", group=SORT),
        Binding("right", "sort(1)", "sort by the next", key_display="\u2192", group=SORT),
        Binding("enter", "turn", "reverse", key_display="Enter", tooltip="the other way round"),
        *SCROLL_KEYS,
        *PAGE_KEYS,
        Binding(
            "home,less_than_sign", "to_end(False)", "to the first; also <", show=False, key_display="Home"
        ),
        Binding(
            "end,greater_than_sign", "to_end(True)", "to the last; also >", show=False, key_display="End"
        ),
    ]
    DEFAULT_CSS = """
    ScoreTable { &:focus { scrollbar-color: $mark; } }
    """

    def __init__(self) -> None:
        super().__init__(id="table")
        self._over_all: ScoreRow | None = None
        self._rows: Sequence[ScoreRow] = ()
        self._ranked: list[ScoreRow] = []
        self._kind = "puzzle"
        self._wanted = ""
        self.order = SortOrder()

    def show(self, over_all: ScoreRow, rows: Sequence[ScoreRow], kind: str) -> None:
        """Show these rows; `kind` says what each of them is: chapter or puzzle."""
        self._over_all, self._rows, self._kind = over_all, rows, kind
        self._rank()

    def sort(self, order: SortOrder) -> None:
        self.order = order
        self._rank()

    def filter(self, wanted: str) -> None:
        """Show only the rows whose name or id holds this text."""
        self._wanted = wanted
        self._rank()

    def _rank(self) -> None:
        self._ranked = ranked(self._rows, self.order, self._wanted)
        self.set_rows(FIXED + max(len(self._ranked), 1))
        self.scroll_home(animate=False, immediate=True)
        self.repaint()

    def _columns(self) -> ScoreColumns:
        over_all = [self._over_all] if self._over_all else []
        return fitting_columns([*self._rows, *over_all], self._room.width)

    def paint(self, width: int, height: int) -> list[Line]:
        """The heads and the row over all, which never scroll, and the rows in sight."""
        if self._over_all is None:
            return []
        columns = self._columns()
        lines = [
            *headings(columns, self.order, self._kind),
            row_line(self._over_all, columns, "strong"),
        ]
        if not self._ranked:
            return [*lines, ((" nothing fits the text", "muted"),)]
        top = self.scroll_offset.y
        in_sight = self._ranked[top : top + max(height - FIXED, 0)]
        return [*lines, *(row_line(row, columns) for row in in_sight)]

    def action_sort(self, steps: int) -> None:
        """Sort by another column that is seen; after the last comes the first."""
        sorts, here = self._columns().sorts, self.order.column
        self.sort(SortOrder(sorts[((sorts.index(here) if here in sorts else 0) + steps) % len(sorts)]))

    def action_to_end(self, last: bool) -> None:
        self.scroll_to(y=self.max_scroll_y if last else 0, animate=False, immediate=True)

    def action_turn(self) -> None:
        self.sort(self.order.by(self.order.column))

    def on_click(self, event: events.Click) -> None:
        """A click on a column's head sorts by it; another one turns the order round."""
        at = event.get_content_offset(self)
        if at is None or at.y > 1:
            return
        column = self._columns().sort_at(at.x, at.y)
        if column is not None:
            self.sort(self.order.by(column))


class RankingPanel(Vertical):
    """The table in its frame, and under it the field to find rows by typing, while there is one."""

    def __init__(self) -> None:
        super().__init__(id="ranking", classes="panel")
        self.border_subtitle = LEGEND
        self.table = ScoreTable()
        self.field: TextField | None = None

    def compose(self) -> ComposeResult:
        yield self.table

    async def find(self) -> None:
        """Open the field, or go back to it."""
        if self.field is None:
            self.field = TextField(placeholder="part of a name")
            await self.mount(self.field)
        self.screen.set_focus(self.field)

    async def show_all(self) -> None:
        """Close the field, and show all rows again."""
        if self.field is not None:
            await self.field.remove()
        self.field = None
        self.table.filter("")
        self.screen.set_focus(self.table)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.table.filter(event.value)
