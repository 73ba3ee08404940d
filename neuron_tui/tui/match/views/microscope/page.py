"""The microscope's page: a table of the examples, one of the weights, and the chosen number in words."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.equation import TIMES, equation
from neuron_tui.game.microscope.explanation import in_powers, meaning
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberKind, NumberPlace, Slide
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, fit, visible, width_of, window_start, wrapped
from neuron_tui.tui.match.views.microscope.columns import (
    LONGEST_NAME,
    WEIGHT_GAP,
    ExampleColumns,
    NumberColumn,
    example_columns,
    weight_columns,
)
from neuron_tui.tui.match.views.microscope.cursor import Cursor
from neuron_tui.tui.match.views.microscope.neuron_map import Tab, map_lines, neuron_map
from neuron_tui.tui.match.views.microscope.writing import Label, PageWriter, Spot, tail

HEAD, FOOT = 2, 2
"""Lines above the examples (the names), and below them (a rule, and the sum of the terms)."""
MOST_LINES = 3
"""An equation is given no more lines."""
LEAST_SAID = 3
"""Lines that one number more in words takes at least, with the gap before it."""
LONGEST_PART = 24
"""Cells that breaking a line may leave empty at its end."""
OUTGOING = (
    f"error = sent back {TIMES} weight to the last neuron",
    f"sent back {TIMES} weight to the last",
    f"{TIMES} weight to last",
    TIMES,
)
"""What the weight to the output neuron is for, the longest text first."""
NAMES: dict[NumberKind, tuple[str, str]] = {
    "sum": ("weighted", "sum"),
    "output": ("", "output"),
    "target": ("target", ""),
    "delta": ("sent", "back"),
    "error": ("", "error"),
    "gradient": ("", "gradient"),
    "weight": ("", "weight"),
    "adjustment": ("", "+ adjustment"),
    "new": ("", "= new weight"),
}


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
    columns = example_columns(neuron, cursor.kind, cursor.weight, width)
    slide = Slide.of(neuron, iteration, columns.decimals)
    heights = PageHeights.of(slide.numbers.examples, len(slide.neuron.names), height - map_lines(neuron))
    writer = PageWriter(slide, cursor.place, frozenset(slide.sources(cursor.place)))
    tabs = neuron_map(writer, neuron, width) if neuron.replay.is_network else []
    _heads(writer, columns, cursor)
    for row in range(top, min(top + heights.rows, slide.numbers.examples)):
        _example(writer, columns, row, cursor)
    _total(writer, columns, cursor, neuron)
    for _ in range(heights.gap):
        writer.end()
    _weights(writer, columns, cursor, heights, width)
    for _ in range(heights.gap):
        writer.end()
    _words(writer, cursor, width, height)
    return Page(writer.lines, writer.spots, tabs)


def _heads(writer: PageWriter, columns: ExampleColumns, cursor: Cursor) -> None:
    """The names of the columns on two lines, and marks where columns are left out."""
    names = writer.slide.neuron.names
    above: list[Label] = []
    below = [Label(1, "\u2039" * columns.before, "accent")]
    x = columns.label
    for column in columns.shown:
        x += columns.gap + column.width
        if column.kind == "product":
            style = "accent strong" if column.weight == cursor.weight else "muted"
            below.append(Label(x, fit(_short(names[column.weight], column.width), column.width), style))
        elif column.kind == "term":
            name = fit(names[cursor.weight], min(width_of(visible(names[cursor.weight])), LONGEST_NAME))
            above.append(Label(x, f"error {TIMES} {name}", "muted"))
            below.append(Label(x, f"{TIMES} gradient" * writer.slide.neuron.steep, "muted"))
        else:
            first, second = NAMES[column.kind]
            above.append(Label(x + (column.kind == "target") * 3, first, "muted"))
            below.append(Label(x, second, "muted"))
        below.append(Label(x + 1, "\u203a" * column.more, "accent", close=True))
    writer.labels(above)
    writer.labels(below)


def _short(name: str, width: int) -> str:
    """A name for a narrow column: its first letters where an ellipsis would take the room of one."""
    return name if width > 3 else visible(name)[:width]


def _example(writer: PageWriter, columns: ExampleColumns, row: int, cursor: Cursor) -> None:
    """One row of the table."""
    here = writer.chosen.row == row
    writer.write(str(row + 1).rjust(columns.label), "text strong" if here else "muted")
    for column in columns.shown:
        writer.write(" " * (columns.gap - 1))
        weight = cursor.weight if column.kind == "term" else column.weight
        place = NumberPlace.of(column.kind, row, weight)
        if column.kind == "product":
            _product(writer, place, column, columns.products)
        else:
            _number(writer, place, column)
    writer.end()


def _number(writer: PageWriter, place: NumberPlace, column: NumberColumn) -> None:
    """A number in its column."""
    text = writer.slide.text(place)
    writer.number(place, text, column.width, tail(text, column.decimals))


def _product(writer: PageWriter, place: NumberPlace, column: NumberColumn, written: bool) -> None:
    """An input, and where there is room the product with its weight; or what a hidden neuron answers."""
    signal = writer.slide.signal(place)
    if not written:
        width = column.decimals + len("0.") if column.decimals else 1
        writer.number(place, signal, width, tail(signal, column.decimals))
        writer.write(" " * (column.width - width))
        return
    text = writer.slide.text(place)
    free = column.decimals + 1 if text == "0" else 0
    writer.number(place, f"{signal} {text.rjust(column.width - 2 - free)}", column.width, free)


def _total(writer: PageWriter, columns: ExampleColumns, cursor: Cursor, neuron: OneNeuron) -> None:
    """The sum of the terms under their column, the last one, with a rule between.

    Next to the rule is the weight that a hidden neuron's errors are propagated back through.
    """
    column = columns.shown[-1]
    end = columns.label + sum(columns.gap + shown.width for shown in columns.shown)
    start = end - column.width
    if neuron.hidden:
        _outgoing_weight(writer, neuron, start)
    writer.write(" " * (start - writer.x))
    writer.end("\u2500" * column.width, "faint")
    place = NumberPlace("total", weight=cursor.weight)
    label = f"sum of {plural(writer.slide.numbers.examples, 'row')}"
    writer.write(fit(label, start - 2, "right") + " ", "muted")
    _number(writer, place, column)
    writer.end()


def _outgoing_weight(writer: PageWriter, neuron: OneNeuron, end: int) -> None:
    """The weight to the output neuron with its mark, before a cell, and before it what it is for."""
    place, decimals = NumberPlace("outgoing"), writer.slide.decimals
    text = writer.slide.text(place)
    width = len(signed(neuron.reach().outgoing_weight, decimals))
    room = end - 3 - width
    writer.write(next((said for said in OUTGOING if len(said) <= room), "").rjust(room) + " ", "muted")
    writer.number(place, text, width, tail(text, decimals))


def _weights(
    writer: PageWriter, columns: ExampleColumns, cursor: Cursor, heights: PageHeights, width: int
) -> None:
    """The weights, their adjustments and the new weights; above them, how many are out of sight."""
    names = writer.slide.neuron.names
    label, shown = weight_columns(writer.slide.neuron, columns.decimals, width)
    heads, x = [], label + 2
    for column in shown:
        x += WEIGHT_GAP + 1 + column.width
        rate = column.kind == "adjustment" and writer.slide.numbers.rate != 1
        name = f"+ {writer.slide.numbers.rate:,.15g} {TIMES} sum" if rate else NAMES[column.kind][1]
        heads.append(Label(x, name, "muted"))
    if hidden := len(names) - heights.weights:
        more = f"{ELLIPSIS} {hidden} more"
        heads += [Label(x + 3 + len(more), more, "accent")] * (x + 3 + len(more) <= width)
    writer.labels(heads)
    start = window_start(cursor.weight, heights.weights, len(names))
    for weight in range(start, start + heights.weights):
        here = weight == cursor.weight
        writer.write("  ")
        writer.write(fit(names[weight], label), "accent strong" if here else "muted")
        for column in shown:
            place = NumberPlace(column.kind, weight=weight)
            writer.write(" " * WEIGHT_GAP)
            _number(writer, place, column)
        writer.end()


def _words(writer: PageWriter, cursor: Cursor, width: int, height: int) -> None:
    """What the chosen number is, and how it comes about.

    Where there is room, the numbers that it came from follow, and then those that are made of it.
    """
    writer.end("\u2500" * width, "faint")
    _explained(writer, writer.chosen, width, height)
    slide = writer.slide
    said = [writer.chosen]
    most = height // LEAST_SAID
    for place in said:  # both lists grow while they are gone through
        said += [source for source in slide.sources(place)[:most] if source not in said][: most - len(said)]
    following = [writer.chosen]
    for place in following:
        following += [use for use in slide.uses(place, cursor.weight) if use not in following]
    for place in (*said[1:], *following[1:]):
        if equation(slide, place).parts and len(writer.lines) + LEAST_SAID <= height:
            _explained(writer, place, width, height)


def _explained(writer: PageWriter, place: NumberPlace, width: int, height: int) -> None:
    """One number in words and, as much as fits, its equation; a gap before all but the first.

    Of the chosen number's words as many lines as leave one for the equation; of another's nothing where they
    do not fit.
    """
    chosen = place == writer.chosen
    room, gap = width - 1, not chosen
    said = wrapped(meaning(writer.slide, place), room)
    left = height - len(writer.lines) - gap
    if len(said) >= left and not chosen:
        return
    said = said[: left - 1]
    lines = min(left - len(said), MOST_LINES)
    if gap:
        writer.end()
    for line in said:
        writer.end(line, "text" if chosen else "muted")
    arithmetic = equation(writer.slide, place).written(room * lines - LONGEST_PART * (lines - 1))
    for line in wrapped(arithmetic, room) if arithmetic else []:
        writer.end(line, "accent" if chosen else "text")
    power = in_powers(writer.slide.text(place)) if chosen else ""
    if power and len(writer.lines) < height:
        writer.end(power, "muted")
