"""The microscope: one iteration as arithmetic that anyone can check, and a cursor over its numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace
from neuron_tui.game.replay.replay import Replay, place_of_row
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.kit.text_panel import more_rows
from neuron_tui.tui.match.views.microscope.cursor import Cursor, moved
from neuron_tui.tui.match.views.microscope.neuron_map import map_lines
from neuron_tui.tui.match.views.microscope.page import Page, PageHeights, microscope_page
from neuron_tui.tui.shell.room import USUAL, has_room

MOVE = Binding.Group("over the numbers")


class Microscope(Picture, can_focus=True, inherit_bindings=False):
    """One iteration, number by number. Posts RowChosen when the cursor goes to another row."""

    about = "Microscope: one iteration as arithmetic, from the inputs to the new weights."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "over(-1, 0)", "the number to the left", key_display="\u2190", group=MOVE),
        Binding("right", "over(1, 0)", "the number to the right", key_display="\u2192", group=MOVE),
        Binding("up", "over(0, -1)", "the number above", key_display="\u2191", group=MOVE),
        Binding("down", "over(0, 1)", "the number below", key_display="\u2193", group=MOVE),
        Binding("n", "neuron(1)", "next neuron", tooltip="the next neuron"),
        Binding("N", "neuron(-1)", "the neuron before", show=False, key_display="N"),
    ]
    DEFAULT_CSS = """
    Microscope { &:focus { scrollbar-color: $mark; } }
    """

    cursor: reactive[Cursor] = reactive(Cursor(), repaint=False)

    def __init__(self, replay: Replay, *, id: str | None = None) -> None:
        super().__init__(replay, id=id)
        self.border_title = "Microscope"
        self._neuron = OneNeuron(replay, OneNeuron(replay).neurons[0])
        self._training = replay.training_at(0)
        self.set_reactive(Microscope.cursor, Cursor(neuron=self._neuron.neuron))

    def on_mount(self) -> None:
        """The cursor begins in the selected row."""
        self._training = self.replay.training_at(self.iteration)
        self.watch_selected()

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Show another training, which may have another table and other weights."""
        self.replay = replay
        self._training = replay.training_at(self.iteration)
        here, there = self._neuron.neurons, OneNeuron(replay).neurons
        self._over(self.cursor.neuron if here == there else there[0])
        self._arrange()
        super().show_run(replay, ghost)

    def _over(self, neuron: int) -> None:
        """Stand over another neuron, or over the same one of another training."""
        self._neuron = OneNeuron(self.replay, neuron)
        self.cursor = self.cursor.at(neuron, self._weights)

    @property
    def _examples(self) -> int:
        """Rows of the table at this iteration: before a branch it may have been another one."""
        return len(self._training.targets)

    @property
    def _weights(self) -> int:
        return len(self._neuron.names)

    def validate_cursor(self, cursor: Cursor) -> Cursor:
        """It stays within the tables."""
        row, weight = min(cursor.row, self._examples - 1), min(cursor.weight, self._weights - 1)
        kind = "error" if self._lacks(cursor) else cursor.kind
        return replace(cursor, kind=kind, row=max(row, 0), weight=max(weight, 0))

    def _lacks(self, cursor: Cursor) -> bool:
        """Whether there is no such number: with cross-entropy no gradient counts at the output neuron."""
        return cursor.kind == "gradient" and not self._neuron.steep

    def watch_cursor(self) -> None:
        """Show what the number is, and scroll to it."""
        self._keep_in_sight()
        self.repaint()

    def _go(self, cursor: Cursor) -> None:
        """Look at another number, and tell its row where it is another one."""
        before, self.cursor = self.cursor.row, cursor
        row = self._row_in_match(self.cursor.row)
        if self.cursor.row != before and row is not None and row != self.selected:
            self.post_message(RowChosen(row))

    def watch_iteration(self) -> None:
        """Another moment; the cursor stays on the same kind of number.

        Where it is another side of a branch, the examples are others: the cursor stays in the selected row.
        """
        training, self._training = self._training, self.replay.training_at(self.iteration)
        if training is not self._training:
            self.watch_selected()
        self._arrange()
        self.repaint()

    def watch_selected(self) -> None:
        """Another row of the match's table was selected."""
        row = self._row_of(self.selected)
        if row is not None:
            self.cursor = replace(self.cursor, row=row)

    def _row_in_match(self, row: int) -> int | None:
        """Which row of the match's table an example of this moment is; None where it is not in there."""
        training = self._training
        if training is self.replay.recording.training:
            return row
        return place_of_row(self.replay.rows, training.inputs[row])

    def _row_of(self, selected: int) -> int | None:
        """Which example of this moment a row of the match's table is; None where it was no example then."""
        training = self._training
        if training is self.replay.recording.training:
            return selected if selected < len(training.targets) else None
        return place_of_row(training.inputs, self.replay.rows[selected])

    def on_resize(self) -> None:
        """More of the table fits, or less."""
        self._arrange()

    def _arrange(self) -> None:
        """Say how far the table can be scrolled, and keep the cursor within it."""
        self.cursor = self.validate_cursor(self.cursor)
        hidden = self._examples - self._heights.rows
        self.set_rows(hidden + self.scrollable_content_region.height)
        self.border_subtitle = "" if has_room(self.app.size, USUAL) else more_rows(hidden)
        self._keep_in_sight()

    @property
    def _heights(self) -> PageHeights:
        height = self.scrollable_content_region.height - map_lines(self._neuron)
        return PageHeights.of(self._examples, self._weights, height)

    def _keep_in_sight(self) -> None:
        """Scroll to the cursor's row, where it is on one."""
        row = self.cursor.place.row
        if row >= 0 and self.is_mounted:
            self.bring_into_sight(row, self._heights.rows)

    def _page(self, width: int, height: int) -> Page:
        top = self.scroll_offset.y
        return microscope_page(self._neuron, self.iteration, self.cursor, top, (width, height))

    def paint(self, width: int, height: int) -> list[Line]:
        """The page of this moment."""
        return self._page(width, height).lines

    def action_over(self, right: int, down: int) -> None:
        """Go on to the next number."""
        cursor = moved(self.cursor, right, down, self._examples, self._weights)
        if self._lacks(cursor):
            cursor = moved(cursor, right, down, self._examples, self._weights)
        self._go(cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is another neuron only in a network."""
        return self.replay.is_network if action == "neuron" else super().check_action(action, parameters)

    def action_neuron(self, steps: int) -> None:
        """On to the next neuron, and from the last one to the first."""
        neurons = self._neuron.neurons
        self._look_into(neurons[(neurons.index(self.cursor.neuron) + steps) % len(neurons)])

    def _look_into(self, neuron: int) -> None:
        self._over(neuron)
        self._arrange()
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """The number under the mouse is looked at, or the neuron whose name is there."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        page = self._page(*self._room)
        place, neuron = page.place_at(offset.x, offset.y), page.neuron_at(offset.x, offset.y)
        if place is not None:
            self._go(self._at(place))
        elif neuron is not None:
            self._look_into(neuron)

    def _at(self, place: NumberPlace) -> Cursor:
        """The cursor at a place; what the place says nothing about stays chosen."""
        row = self.cursor.row if place.row < 0 else place.row
        weight = self.cursor.weight if place.weight < 0 else place.weight
        return Cursor(place.kind, row, weight, self.cursor.neuron)
