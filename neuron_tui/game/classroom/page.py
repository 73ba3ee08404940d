"""A class as one HTML file: to read on any screen, and to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from neuron_tui.game.classroom import words
from neuron_tui.game.classroom.answered import Mark
from neuron_tui.game.classroom.classroom import ChapterColumns, Classroom
from neuron_tui.game.html.document import document
from neuron_tui.game.html.element import Element, element
from neuron_tui.puzzle.text import clean

STYLE: Final = Path(__file__).with_name("page.css")
SIGNS: Final[dict[Mark, str]] = {"right": "\u2713", "some": "~", "wrong": "\u2717"}
TITLE: Final = "neuron-tui: the class"
LINE: Final = " first"
"""The class of what stands after a line, for the first puzzle of a chapter."""
MOST_COLUMNS: Final = 42
"""So many puzzles fit beside the names on a printed page."""
LEGEND: Final = "\u2713 all right, ~ some, \u2717 none; empty: not begun"


def page(title: str, room: Classroom, since: date | None) -> str:
    """The whole document. Names and titles are data, and escaped."""
    head = [element("h1", clean(title)), element("p", words.summary(room, since), class_="quiet")]
    missing = [element("p", sentence) for sentence in words.about_missing(room)]
    if not len(room.everything):
        return document(title, STYLE, *head, element("p", words.NOT_YET), *missing)
    pupils = (words.pupil_cells(room, pupil) for pupil in room.pupils)
    sections = [
        _titled(
            "Right and wrong",
            *(_wide(_glance(room, chapters)) for chapters in room.side_by_side(MOST_COLUMNS, 0)),
            element("p", LEGEND, class_="quiet"),
        ),
        _titled("Pupils", _wide(_table(words.PUPIL_HEADS, pupils, words.class_cells(room)))),
        _titled("Puzzles", _wide(_puzzles(room))),
        _titled("How sure, and how often right", _wide(_sureness(room))),
        *(
            _titled(heading, element("ul", *(element("li", sentence) for sentence in sentences)))
            for heading, sentences in words.about_unknown(room)
        ),
        *([_titled("Who is missing", *missing)] if missing else []),
        element("p", words.ABOUT_HEADS, class_="quiet"),
    ]
    return document(title, STYLE, *head, *sections)


def _titled(title: str, *content: Element) -> Element:
    return element("section", element("h2", title), *content)


def _wide(table: Element) -> Element:
    """What scrolls by itself where the screen is narrow."""
    return element("div", table, class_="wide")


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], foot: Iterable[Sequence[str]] = ()
) -> Element:
    return element(
        "table",
        element("thead", element("tr", *(element("th", head) for head in heads))),
        element("tbody", *map(_row, rows)),
        element("tfoot", *map(_row, foot)),
    )


def _row(cells: Sequence[str]) -> Element:
    return element("tr", element("th", cells[0], scope="row"), *(element("td", cell) for cell in cells[1:]))


def _glance(room: Classroom, chapters: Sequence[ChapterColumns]) -> Element:
    """Pupils in rows, the puzzles of these chapters in columns, with a line before each chapter."""
    columns = [(column, place == 0) for _, of_one in chapters for place, column in enumerate(of_one)]
    over = (element("th", clean(title), colspan=len(of_one), class_="first") for title, of_one in chapters)
    titles = (
        element("th", element("span", f"{column.label} {clean(column.title)}"), class_=f"tall{LINE * first}")
        for column, first in columns
    )
    rows = []
    for pupil in room.pupils:
        cells = []
        for column, first in columns:
            answered = room.cells.get((pupil, column.id))
            mark, sign = (answered.mark, SIGNS[answered.mark]) if answered else ("", "")
            cells.append(element("td", sign, class_=f"{mark}{LINE * first}"))
        rows.append(element("tr", element("th", clean(pupil), scope="row"), *cells))
    return element(
        "table",
        element("thead", element("tr", element("th"), *over), element("tr", element("th"), *titles)),
        element("tbody", *rows),
        class_="glance",
    )


def _puzzles(room: Classroom) -> Element:
    """A row for each puzzle, under its chapter."""
    bodies = []
    for title, columns in room.chapters():
        heading = element(
            "tr", element("th", clean(title), colspan=len(words.PUZZLE_HEADS)), class_="chapter"
        )
        rows = (_row(words.puzzle_cells(room, column)) for column in columns)
        bodies.append(element("tbody", heading, *rows))
    heads = element("thead", element("tr", *(element("th", head) for head in words.PUZZLE_HEADS)))
    return element("table", heads, *bodies)


def _sureness(room: Classroom) -> Element:
    return _table(("so sure", "so often right", "answers"), words.level_cells(room))
