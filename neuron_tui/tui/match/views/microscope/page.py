"""The microscope's page: a table of the examples, one of the weights, and the chosen number in words."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.microscope.equation import TIMES, equation
from neuron_tui.game.microscope.explanation import in_powers, meaning
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace, Slide
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, cut, fit, visible, width_of, wrapped
from neuron_tui.tui.match.views.microscope.columns import (
    HEADS,
    WEIGHT_GAP,
    ExampleColumns,
    NumberColumn,
    example_columns,
    outgoing_column,
    page_start,
    weight_columns,
)
from neuron_tui.tui.match.views.microscope.cursor import Cursor
from neuron_tui.tui.match.views.microscope.neuron_map import Tab, map_lines, neuron_map
from neuron_tui.tui.match.views.microscope.writing import ENDING, Label, PageWriter, Spot, aligned

HEAD, FOOT = 2, 2
"""Lines above the examples (the names), and below them (a rule, and the sum of the terms)."""
MOST_LINES = 3
"""An equation is given no more lines."""
LEAST_SAID = 2
"""Lines that one number more in words takes at least, besides the gap before it."""
LONGEST_PART = 24
"""Cells that breaking a line may leave empty at its end."""
OUTGOING = (
    f"error = sent back {TIMES} weight to the last neuron",
    f"sent back {TIMES} weight to the last",
    f"{TIMES} weight to last",
    TIMES,
)
"""What the weight to the output neuron is for, the longest text first."""


@dataclass(frozen=True)
class PageHeights:
    """How the lines are shared out: rows of examples, weights, lines of words, and gaps between the parts."""

    rows: int
    weights: int
    words: int
    gap: int

    @classmethod
    def of(cls, examples: int, weights: int, height: int) -> PageHeights:
        """The examples come first, but some weights and the words are always there."""
        words = 3 if height < 24 else 4
        room = height - HEAD - FOOT - 1 - 1 - words
        least = min(weights, 3 if height < 24 else max(height // 4, 3))
        rows = max(min(examples, room - least), 1)
        shown = min(weights, max(room - rows, 1))
        return cls(rows, shown, words, min(max(room - rows - shown, 0) // 2, 1))


@dataclass(frozen=True)
class Page:
    """What is seen: the lines, and where the numbers stand on them."""

    lines: list[Line]
    spots: list[Spot]
    neurons: list[Tab]

    def place_at(self, x: int, y: int) -> NumberPlace | None:
        """The place of the number in a cell."""
        return next((spot.place for spot in self.spots if spot.y == y and spot.start <= x < spot.end), None)

    def neuron_at(self, x: int, y: int) -> int | None:
        """The neuron whose name is at a cell, in a network."""
        return next((tab.neuron for tab in self.neurons if y == 0 and tab.start <= x < tab.end), None)


def microscope_page(
    neuron: OneNeuron, iteration: int, cursor: Cursor, top: int, size: tuple[int, int]
) -> Page:
    """The page in (width, height) cells, the table of examples from row `top` on."""
    width, height = size
    columns = example_columns(neuron, cursor.weight, width)
    slide = Slide.of(neuron, iteration)
    heights = PageHeights.of(slide.numbers.examples, len(slide.neuron.names), height - map_lines(neuron))
    writer = PageWriter(slide, cursor.place, frozenset(slide.sources(cursor.place)))
    tabs = neuron_map(writer, neuron, width) if neuron.replay.is_network else []
    _heads(writer, columns, cursor)
    for row in range(top, min(top + heights.rows, slide.numbers.examples)):
        _example(writer, columns, row, cursor)
    _total(writer, columns, cursor)
    for _ in range(heights.gap):
        writer.end()
    _weights(writer, cursor, heights, width)
    for _ in range(heights.gap):
        writer.end()
    _words(writer, cursor, width, height)
    return Page(writer.lines, writer.spots, tabs)


def _heads(writer: PageWriter, columns: ExampleColumns, cursor: Cursor) -> None:
    """The names of the columns on two lines, and marks where inputs are left out."""
    names = writer.slide.neuron.names
    above: list[Label] = []
    below = [Label(1, "\u2039" * columns.before, "accent")]
    x = columns.label
    for column in columns.inputs:
        x += 1 + column.width
        style = "accent strong" if column.weight == cursor.weight else "muted"
        first, second = _on_two_lines(visible(names[column.weight]), column.width)
        above.append(Label(x, first if columns.product else first.rstrip(), style))
        below.append(Label(x, second if columns.product else second.rstrip(), style))
    below.append(Label(x + 1, "\u203a" * columns.after, "accent", close=True))
    for column in columns.others:
        x += columns.gap + 1 + column.width
        first, second = HEADS[column.kind]
        if column.kind == "term":
            first = f"error {TIMES} {visible(names[cursor.weight])}"
            second *= writer.slide.neuron.steep
        end = x + 3 if column.kind == "target" else x - 1  # over the ones that most numbers end with
        above.append(Label(end, first, "muted"))
        below.append(Label(end, second, "muted"))
    writer.labels(above)
    writer.labels(below)


def _on_two_lines(name: str, width: int) -> tuple[str, str]:
    """A name on the second line, or on both where it is of words and too wide for one."""
    first, _, last = name.rpartition(" ") if width_of(name) > width else ("", "", name)
    return cut(first, width) if first else "", cut(last, width)


def _example(writer: PageWriter, columns: ExampleColumns, row: int, cursor: Cursor) -> None:
    """One row of the table."""
    here = writer.chosen.row == row
    writer.write(str(row + 1).rjust(columns.label), "text strong" if here else "muted")
    for column in columns.inputs:
        _input(writer, NumberPlace("product", row, column.weight), column.width, columns.product)
    for column in columns.others:
        writer.write(" " * columns.gap)
        weight = cursor.weight if column.kind == "term" else -1
        _number(writer, NumberPlace.of(column.kind, row, weight), column)
    writer.end()


def _number(writer: PageWriter, place: NumberPlace, column: NumberColumn) -> None:
    """A number in its column."""
    text = writer.slide.text(place)
    writer.number(place, aligned(text, column.width) if column.width > 1 else text)


def _input(writer: PageWriter, place: NumberPlace, width: int, product: int) -> None:
    """An input, and where there is room its product with the weight; or what a hidden neuron answers."""
    text = writer.slide.signal(place)
    if product:
        text = f"{text} {aligned(writer.slide.text(place), product)}".ljust(width)
    elif writer.slide.neuron.graded and width > ENDING:
        text = aligned(text, width)
    writer.write(" " * (width - len(text.lstrip())))
    writer.number(place, text.lstrip())


def _total(writer: PageWriter, columns: ExampleColumns, cursor: Cursor) -> None:
    """The sum of the terms under their column, the last one, with a rule between.

    Next to the rule is the weight that a hidden neuron's errors are propagated back through.
    """
    column, start = columns.others[-1], columns.end - columns.others[-1].width
    if writer.slide.neuron.hidden:
        _outgoing_weight(writer, start)
    writer.write(" " * (start - writer.x))
    writer.end("\u2500" * column.width, "faint")
    label = f"sum of {plural(writer.slide.numbers.examples, 'row')}"
    writer.write(fit(label, start - 2, "right") + " ", "muted")
    _number(writer, NumberPlace("total", weight=cursor.weight), column)
    writer.end()


def _outgoing_weight(writer: PageWriter, end: int) -> None:
    """The weight to the output neuron with its mark, before a cell, and before it what it is for."""
    column = outgoing_column(writer.slide.neuron)
    room = end - 3 - column.width
    writer.write(next((said for said in OUTGOING if len(said) <= room), "").rjust(room) + " ", "muted")
    _number(writer, NumberPlace("outgoing"), column)


def _weights(writer: PageWriter, cursor: Cursor, heights: PageHeights, width: int) -> None:
    """The weights, their adjustments and the new weights; above them, how many are out of sight."""
    names = writer.slide.neuron.names
    label, shown = weight_columns(writer.slide.neuron, width)
    heads, x = [], label + 2
    for column in shown:
        x += WEIGHT_GAP + 1 + column.width
        rate = column.kind == "adjustment" and writer.slide.numbers.rate != 1
        name = f"+ {writer.slide.numbers.rate:,.15g} {TIMES} sum" if rate else HEADS[column.kind][1]
        heads.append(Label(x - 1, name, "muted"))
    if hidden := len(names) - heights.weights:
        more = f"{ELLIPSIS} {hidden} more"
        heads += [Label(x + 3 + len(more), more, "accent")] * (x + 3 + len(more) <= width)
    writer.labels(heads)
    start = page_start(cursor.weight, heights.weights, len(names))
    for weight in range(start, start + heights.weights):
        here = weight == cursor.weight
        writer.write("  ")
        writer.write(fit(names[weight], label), "accent strong" if here else "muted")
        for column in shown:
            writer.write(" " * WEIGHT_GAP)
            _number(writer, NumberPlace(column.kind, weight=weight), column)
        writer.end()


def _words(writer: PageWriter, cursor: Cursor, width: int, height: int) -> None:
    """What the chosen number is, and how it comes about.

    Where there is room, the numbers that it came from follow, and then those that are made of it.
    """
    writer.end("\u2500" * width, "faint")
    _explained(writer, writer.chosen, width, height)
    slide = writer.slide
    said = [writer.chosen]
    for place in said:  # both lists grow while they are gone through
        said += [source for source in slide.sources(place)[:height] if source not in said][
            : height - len(said)
        ]
    following = [writer.chosen]
    for place in following:
        following += [use for use in slide.uses(place, cursor.weight) if use not in following]
    for place in (*said[1:], *following[1:]):
        if slide.value(place):
            _explained(writer, place, width, height)


def _explained(writer: PageWriter, place: NumberPlace, width: int, height: int) -> None:
    """One number in words and, as much as fits, its equation; a gap before all but the first.

    Of the chosen number's words as many lines as leave one for the equation; of another's nothing where they
    do not fit, or where there is nothing to work out.
    """
    chosen, room = place == writer.chosen, width - 1
    left = height - len(writer.lines) - (not chosen)
    if left < LEAST_SAID and not chosen:
        return
    worked_out = equation(writer.slide, place)
    said = wrapped(meaning(writer.slide, place), room)
    if not chosen and (len(said) >= left or not worked_out.parts):
        return
    said = said[: left - 1]
    lines = min(left - len(said), MOST_LINES)
    if not chosen:
        writer.end()
    for line in said:
        writer.end(line, "text" if chosen else "muted")
    arithmetic = worked_out.written(room * lines - LONGEST_PART * (lines - 1))
    for line in wrapped(arithmetic, room) if arithmetic else []:
        writer.end(line, "accent" if chosen else "text")
    power = in_powers(writer.slide.text(place)) if chosen else ""
    if power and len(writer.lines) < height:
        writer.end(power, "muted")
