"""The microscope's page: a table of the examples, one of the weights, and the chosen number in words."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.microscope.explanation import TIMES, formula, in_powers, meaning, written
from neuron_tui.game.microscope.one_neuron import Part
from neuron_tui.game.microscope.slide import Kind, Place, Slide
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, fit, visible, width_of, wrapped
from neuron_tui.tui.match.views.microscope.backward import backward_weight
from neuron_tui.tui.match.views.microscope.columns import (
    WEIGHT_GAP,
    Column,
    Columns,
    table_columns,
    weight_columns,
    window,
)
from neuron_tui.tui.match.views.microscope.cursor import Cursor
from neuron_tui.tui.match.views.microscope.neuron_map import Tab, map_lines, neuron_map
from neuron_tui.tui.match.views.microscope.sheet import Label, Sheet, Spot, tail

HEAD, FOOT = 2, 2
"""Lines above the examples (the names), and below them (a rule, and the sum of the terms)."""
MOST_LINES = 3
"""A formula is given no more lines."""
LEAST_SAID = 3
"""Lines that one number more in words takes at least, with the gap before it."""
LEAST_NAME = 9
"""Cells that the name of a hidden neuron, or of the threshold, always has: hidden 16."""
LONGEST_PART = 24
"""Cells that breaking a line may leave empty at its end."""
NAMES: dict[Kind, tuple[str, str]] = {
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
class Heights:
    """How the lines are shared out: rows of examples, weights, lines of words, and gaps between the parts."""

    rows: int
    weights: int
    words: int
    gap: int

    @classmethod
    def of(cls, examples: int, weights: int, height: int) -> Heights:
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

    def place_at(self, x: int, y: int) -> Place | None:
        """The place of the number in a cell."""
        return next((spot.place for spot in self.spots if spot.y == y and spot.start <= x < spot.end), None)

    def neuron_at(self, x: int, y: int) -> int | None:
        """The neuron whose name is at a cell, in a network."""
        return next((tab.neuron for tab in self.neurons if y == 0 and tab.start <= x < tab.end), None)


def microscope_page(
    part: Part, iteration: int, cursor: Cursor, top: int, needs: tuple[int, ...], size: tuple[int, int]
) -> Page:
    """The page in (width, height) cells, the table of examples from row `top` on."""
    width, height = size
    columns = table_columns(part, needs, cursor.kind, cursor.weight, width)
    slide = Slide.of(part, iteration, columns.outputs, cursor.weight)
    heights = Heights.of(slide.moment.examples, len(slide.moment.names), height - map_lines(part))
    sheet = Sheet(slide, cursor.place, frozenset(slide.sources(cursor.place)))
    tabs = neuron_map(sheet, part, width) if part.replay.is_network else []
    _heads(sheet, columns, cursor)
    for row in range(top, min(top + heights.rows, slide.moment.examples)):
        _example(sheet, columns, row, cursor)
    _total(sheet, columns, cursor, part)
    for _ in range(heights.gap):
        sheet.end()
    _weights(sheet, columns, cursor, heights, width)
    for _ in range(heights.gap):
        sheet.end()
    _words(sheet, cursor, width, height)
    return Page(sheet.lines, sheet.spots, tabs)


def _heads(sheet: Sheet, columns: Columns, cursor: Cursor) -> None:
    """The names of the columns on two lines, and marks where columns are left out."""
    names = sheet.slide.moment.names
    above: list[Label] = []
    below = [Label(1, "\u2039" * columns.before, "accent")]
    x = columns.label
    for column in columns.shown:
        x += columns.gap + column.width
        if column.kind == "product":
            style = "accent strong" if column.weight == cursor.weight else "muted"
            below.append(Label(x, fit(_short(names[column.weight], column.width), column.width), style))
        elif column.kind == "term":
            most = max(column.width - 8, LEAST_NAME) if sheet.slide.part.graded else column.width - 8
            name = fit(names[cursor.weight], min(width_of(visible(names[cursor.weight])), most))
            above.append(Label(x, f"error {TIMES} {name}", "muted"))
            below.append(Label(x, f"{TIMES} gradient", "muted"))
        else:
            first, second = NAMES[column.kind]
            above.append(Label(x + (column.kind == "target") * 3, first, "muted"))
            below.append(Label(x, second, "muted"))
        below.append(Label(x + 1, "\u203a" * column.more, "accent", close=True))
    sheet.labels(above)
    sheet.labels(below)


def _short(name: str, width: int) -> str:
    """A name for a narrow column: its first letters where an ellipsis would take the room of one."""
    return name if width > 3 else visible(name)[:width]


def _example(sheet: Sheet, columns: Columns, row: int, cursor: Cursor) -> None:
    """One row of the table."""
    here = sheet.chosen.row == row
    sheet.write(str(row + 1).rjust(columns.label), "text strong" if here else "muted")
    for column in columns.shown:
        sheet.write(" " * (columns.gap - 1))
        weight = cursor.weight if column.kind == "term" else column.weight
        place = Place.of(column.kind, row, weight)
        text = sheet.slide.text(place)
        if column.kind == "product":
            _product(sheet, place, text, column, columns.products)
        else:
            sheet.number(place, text, column.width, tail(text, column.decimals))
    sheet.end()


def _product(sheet: Sheet, place: Place, text: str, column: Column, written: bool) -> None:
    """An input, and where there is room the product with its weight; or what a hidden neuron answers."""
    signal = sheet.slide.signal(place)
    if not written:
        width = column.decimals + len("0.") if column.decimals else 1
        sheet.number(place, signal, width, tail(signal, column.decimals))
        sheet.write(" " * (column.width - width))
        return
    free = column.decimals + 1 if text == "0" else 0
    sheet.number(place, f"{signal} {text.rjust(column.width - 2 - free)}", column.width, free)


def _total(sheet: Sheet, columns: Columns, cursor: Cursor, part: Part) -> None:
    """The sum of the terms under their column, with a rule between; nothing where the column is aside.

    Beside the rule stands the weight that a hidden neuron's errors are sent back by.
    """
    column = columns.shown[-1]
    end = columns.label + sum(columns.gap + shown.width for shown in columns.shown)
    if column.kind != "term":
        sheet.end()
        sheet.end()
        return
    start = end - column.width
    if part.hidden:
        backward_weight(sheet, part, start)
    sheet.write(" " * (start - sheet.x))
    sheet.write("\u2500" * column.width, "faint")
    sheet.end()
    place = Place("total", weight=cursor.weight)
    text = sheet.slide.text(place)
    label = f"sum of {plural(sheet.slide.moment.examples, 'row')}"
    sheet.write(fit(label, start - 2, "right") + " ", "muted")
    sheet.number(place, text, column.width, tail(text, column.decimals))
    sheet.end()


def _weights(sheet: Sheet, columns: Columns, cursor: Cursor, heights: Heights, width: int) -> None:
    """The weights, their adjustments and the new weights; above them, how many are out of sight."""
    names = sheet.slide.moment.names
    label, shown = weight_columns(sheet.slide.part, columns.outputs, width)
    heads, x = [], label + 2
    for column in shown:
        x += WEIGHT_GAP + 1 + column.width
        rate = column.kind == "adjustment" and sheet.slide.moment.rate != 1
        name = f"+ {written(sheet.slide.moment.rate)} {TIMES} sum" if rate else NAMES[column.kind][1]
        heads.append(Label(x, name, "muted"))
    if hidden := len(names) - heights.weights:
        more = f"{ELLIPSIS} {hidden} more"
        heads += [Label(x + 3 + len(more), more, "accent")] * (x + 3 + len(more) <= width)
    sheet.labels(heads)
    start = window(cursor.weight, heights.weights, len(names))
    for weight in range(start, start + heights.weights):
        here = weight == cursor.weight
        sheet.write("  ")
        sheet.write(fit(names[weight], label), "accent strong" if here else "muted")
        for column in shown:
            place = Place(column.kind, weight=weight)
            text = sheet.slide.text(place)
            sheet.write(" " * WEIGHT_GAP)
            sheet.number(place, text, column.width, tail(text, column.decimals))
        sheet.end()


def _words(sheet: Sheet, cursor: Cursor, width: int, height: int) -> None:
    """What the chosen number is, and how it comes about.

    Where there is room, the numbers that it came from follow, and then those that are made of it.
    """
    sheet.write("\u2500" * width, "faint")
    sheet.end()
    _explained(sheet, sheet.chosen, width, height)
    slide = sheet.slide
    said = [sheet.chosen]
    most = height // LEAST_SAID
    for place in said:  # both lists grow while they are gone through
        said += [source for source in slide.sources(place)[:most] if source not in said][: most - len(said)]
    following = [sheet.chosen]
    for place in following:
        following += [use for use in slide.uses(place, cursor.weight) if use not in following]
    for place in (*said[1:], *following[1:]):
        if formula(slide, place).parts and len(sheet.lines) + LEAST_SAID <= height:
            _explained(sheet, place, width, height)


def _explained(sheet: Sheet, place: Place, width: int, height: int) -> None:
    """One number in words, and below them its formula, as much of it as fits; a gap before all but the first.

    Of the chosen number's words as many lines as leave one for the formula; of another's nothing where they
    do not fit.
    """
    chosen = place == sheet.chosen
    room, gap = width - 1, not chosen
    said = wrapped(meaning(sheet.slide, place), room)
    left = height - len(sheet.lines) - gap
    if len(said) >= left and not chosen:
        return
    said = said[: left - 1]
    lines = min(left - len(said), MOST_LINES)
    if gap:
        sheet.end()
    for line in said:
        sheet.write(line, "text" if chosen else "muted")
        sheet.end()
    arithmetic = formula(sheet.slide, place).written(room * lines - LONGEST_PART * (lines - 1))
    for line in wrapped(arithmetic, room) if arithmetic else []:
        sheet.write(line, "accent" if chosen else "text")
        sheet.end()
    power = in_powers(sheet.slide.text(place)) if chosen else ""
    if power and len(sheet.lines) < height:
        sheet.write(power, "muted")
        sheet.end()
