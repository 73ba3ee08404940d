"""The view that says what the neuron learned: in words, and in its answer to every row there can be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from neuron_tui.game.explain.learned import MOST_INPUTS, PossibleRow, rows, sentences
from neuron_tui.game.explain.rules.verdict import simplest_rules
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import Line, visible, width_of_line
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen, question_glyphs
from neuron_tui.tui.match.panels.neuron_diagram import ForwardPass, diagram_lines, fits
from neuron_tui.tui.match.views.learned.answers import AnswerColumns, answer_line, heading
from neuron_tui.tui.match.views.learned.text import (
    LEAST_SENTENCES,
    MOST_SENTENCES,
    sentence_lines,
    weight_lines,
)

WIDE = 140
"""From this width on the words and the table are side by side."""
WORDS_WIDTH, BETWEEN = 0.4, 4
"""The words' share of the width then, and the cells between the two."""
MOST_DRAWN = 15
"""Lines of the neuron's drawing under the words, where there is room for it."""
LEAP = 8
"""Rows that Shift and an arrow go at once."""


@dataclass(frozen=True)
class LearnedLayout:
    """Where the parts are: the words above the table, or next to it.

    `sentences` is how many lines these have, and there is a weight every `air` lines. From line `head` on
    comes the table: its heading, and then a row every `pitch` lines; it begins in column `left`.
    """

    air: int
    sentences: int
    head: int
    left: int
    pitch: int
    lines: int

    @classmethod
    def fitting(cls, weights: int, rows: int, width: int, height: int) -> LearnedLayout:
        """The layout for a number of weights and rows in (width, height) cells."""
        if width >= WIDE and weights + 1 + LEAST_SENTENCES <= height:
            air = 2 if 2 * (weights + MOST_SENTENCES) <= height else 1
            pitch = 2 if 2 * rows <= height else 1
            left = int(width * WORDS_WIDTH) + BETWEEN
            return cls(air, height - air * weights - 1, 0, left, pitch, 2 - pitch + pitch * rows)
        spare = height - weights - rows - 3
        sentences = min(max(spare, LEAST_SENTENCES), MOST_SENTENCES)
        head = weights + sentences + 2
        return cls(1, sentences, head, 0, 1, head + 1 + rows)

    def line_of(self, place: int) -> int:
        """The line of the row at a place in the table."""
        return self.head + 1 + place * self.pitch

    def place_at(self, line: int) -> int:
        """The place in the table that a line belongs to; negative above the table."""
        return (line - self.head - 1) // self.pitch


class LearnedView(Picture, inherit_bindings=False):
    """Sentences about the weights, and the neuron's answer to every row; a row can be chosen.

    `pointed` is the row under the cursor, by its place in `rows`.
    """

    about = "In words: what each weight does, and the answer to every row there can be."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "point(-1)", "the row above", key_display="\u2191", group=Binding.Group("rows")),
        Binding("down", "point(1)", "the row below", key_display="\u2193", group=Binding.Group("rows")),
        Binding("shift+up", f"point(-{LEAP})", "rows up", show=False, key_display="Shift+\u2191"),
        Binding("shift+down", f"point({LEAP})", "rows down", show=False, key_display="Shift+\u2193"),
        Binding("enter", "choose", "select", key_display="Enter", tooltip="select the row in the table"),
    ]
    DEFAULT_CSS = """
    LearnedView { &:focus { scrollbar-color: $mark; } }
    """

    solved = reactive(False, repaint=False)
    """Whether the answers of the questions may be shown."""

    def __init__(self, replay: Replay, solved: bool) -> None:
        super().__init__(replay, id="learned")
        self.set_reactive(LearnedView.solved, solved)
        self.pointed = 0
        self._rows: tuple[object, tuple[PossibleRow, ...]] = (None, ())
        self.border_title = "What did it learn?"
        self._tell_rows()

    def on_mount(self) -> None:
        self.point_at_selected()

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Show another training, perhaps with other rows."""
        self.replay, self.ghost = replay, ghost
        self.set_rows(self._layout.lines)
        self.point_at_selected()
        self._tell_rows()
        self.repaint()

    @property
    def rows(self) -> tuple[PossibleRow, ...]:
        """The rows at this iteration: those of the puzzle in its order, then the others by inputs."""
        key = self.replay, self.replay.puzzle_at(self.iteration), self.solved
        if self._rows[0] != key:
            found = rows(self.replay, self.iteration, self.solved)
            ordered = sorted(found, key=lambda row: len(found) if row.place is None else row.place)
            self._rows = key, tuple(ordered)
        return self._rows[1]

    def outputs(self, iteration: int) -> list[float]:
        """The neuron's output for every row of `rows`."""
        outputs: list[float] = self.replay.answers(iteration, [row.inputs for row in self.rows]).tolist()
        return outputs

    @property
    def _layout(self) -> LearnedLayout:
        return LearnedLayout.fitting(len(self.replay.output_input_names), len(self.rows), *self._room)

    def watch_solved(self) -> None:
        self.repaint()

    def watch_selected(self) -> None:
        self.point_at_selected()
        self.repaint()

    def point_at_selected(self) -> None:
        """Put the cursor on the row that is selected in the puzzle's table."""
        table = self.replay.rows
        inputs = tuple(map(int, table[min(self.selected, len(table) - 1)]))
        self.pointed = next(index for index, row in enumerate(self.rows) if row.inputs == inputs)

    def _tell_rows(self) -> None:
        """Say on the lower edge which rows there are."""
        inputs = len(self.replay.puzzle.input_names)
        every = plural(2**inputs, "row")
        if inputs <= MOST_INPUTS:
            self.border_subtitle = f"all {every} there can be, the puzzle's first"
        else:
            self.border_subtitle = f"{inputs} inputs make {every}: only the puzzle's are here"

    @on(events.Resize)
    def _resized(self) -> None:
        self.set_rows(self._layout.lines)

    def paint(self, width: int, height: int) -> list[Line]:
        layout, top = self._layout, self.scroll_offset.y
        table = self._table(width - layout.left, layout.pitch)
        if not layout.left:
            lines = [*self._words(width, layout), *table][top : top + height]
            return [table[0], *lines[1:]] if top > layout.head else lines  # the heading stays on top
        words_width = layout.left - BETWEEN
        words = self._words(words_width, layout)
        while not words[-1]:
            words.pop()
        words += self._drawing(words_width, height - len(words))
        words += [()] * (height - len(words))
        table = [table[0], *table[top + 1 : top + height]]
        return [
            (*beside, (" " * (layout.left - width_of_line(beside)), ""), *row)
            for beside, row in zip_longest(words[:height], table, fillvalue=())
        ]

    def _words(self, width: int, layout: LearnedLayout) -> list[Line]:
        """The weights and what there is to say about them; an empty line before and after the sentences."""
        words: list[Line] = []
        for line in weight_lines(self.replay, self.iteration, width):
            words += [line, *[()] * (layout.air - 1)]
        size = width, layout.sentences
        return [*words, (), *sentence_lines(self._said(), size, layout.air), ()]

    def _said(self) -> list[str]:
        """What there is to say, and after the verdict what the shortest rules say."""
        said, puzzle = sentences(self.replay, self.iteration, self.solved), self.replay.puzzle
        if not self.solved:
            return said
        glyphs = [question_glyphs(puzzle, index) for index in range(len(puzzle.questions))]
        return [*said, visible(simplest_rules(puzzle, glyphs))]

    def _drawing(self, width: int, height: int) -> list[Line]:
        """The neuron with the selected row running through it, where the words leave room for it."""
        rows = min(height - 2, MOST_DRAWN)
        if not fits(len(self.replay.output_input_names), width, rows, exact=False):
            return []
        forward = ForwardPass.of(self.replay, self.iteration, self.selected, exact=False)
        return [(), (), *diagram_lines(forward, width, rows)]

    def _table(self, width: int, pitch: int) -> list[Line]:
        """The table's heading and its rows, a row every `pitch` lines."""
        names, outputs = self.replay.puzzle.input_names, self.outputs(self.iteration)
        columns = AnswerColumns.fitting(names, width)
        lines = [heading(names, columns)]
        for place, (row, output) in enumerate(zip(self.rows, outputs, strict=True)):
            pointed = place == self.pointed
            selected = row.place is not None and row.inputs == tuple(self.replay.rows[self.selected])
            line = answer_line(row, output, columns, pointed=pointed, selected=selected)
            lines += [line, *[()] * (pitch - 1)]
        return lines

    def action_point(self, rows: int) -> None:
        """Move the cursor by `rows`, and keep it in sight; above the first row are the words."""
        place = self.pointed + rows
        self.pointed = min(max(place, 0), len(self.rows) - 1)
        if place < 0:
            self.scroll_to(y=0, animate=False, immediate=True)
        else:
            self._keep_in_sight()
        self.repaint()

    def _keep_in_sight(self) -> None:
        """Scroll to the cursor where it is out of sight; the heading stays on top."""
        line = self._layout.line_of(self.pointed)
        self.bring_into_sight(line - 1, self.size.height - 1)

    def action_choose(self) -> None:
        """Select the row under the cursor, where it is one of the puzzle's table."""
        place = self.rows[self.pointed].place
        if place is not None:
            self.post_message(RowChosen(place))

    def on_click(self, event: events.Click) -> None:
        layout = self._layout
        line = event.y + self.scroll_offset.y
        place = layout.place_at(line)
        if event.y > 0 and event.x >= layout.left and line > layout.head and place < len(self.rows):
            self.pointed = place
            self.repaint()
            self.action_choose()
