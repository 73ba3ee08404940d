"""A puzzle's rows on paper: a table, or little pictures with what each is."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.html.element import Element, element
from neuron_tui.game.worksheet.drawn import grid
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clip

SQUARES = ("\u25a1", "\u25a0")
"""An input that is off, and one that is on, as on the screen."""
NAME_LENGTH = 28
"""Characters of a name."""
MANY = 9
"""With more columns than this a table is set narrowly."""


def rows_of(puzzle: Puzzle) -> Element:
    """All rows of the puzzle; the output of those that are asked is ???."""
    rows = [(example.inputs, str(example.target)) for example in puzzle.examples]
    rows += [(question.inputs, UNKNOWN) for question in puzzle.questions]
    if puzzle.picture is not None:
        figures = [
            element("figure", grid(puzzle.picture, inputs), _caption(puzzle, row, output))
            for row, (inputs, output) in enumerate(rows)
        ]
        return element("div", *figures, class_="pictures")
    cells = [
        [puzzle.row_name(row).replace(UNKNOWN, ""), *(SQUARES[value] for value in inputs), output]
        for row, (inputs, output) in enumerate(rows)
    ]
    return table(["", *puzzle.input_names, puzzle.output_name], cells, asked=len(puzzle.examples))


def _caption(puzzle: Puzzle, row: int, output: str) -> Element:
    """The name of a picture's row, and what it is."""
    name = puzzle.row_name(row).replace(UNKNOWN, "")
    return element("figcaption", f"{name}: " if name else "", element("b", output))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], asked: int | None = None) -> Element:
    """A table whose last column is the output; `asked` is the first row below the line."""
    lines = [
        element(
            "tr",
            *(element("td", cell) for cell in cells[:-1]),
            element("td", cells[-1], class_="answer"),
            **({"class": "first-asked"} if row == asked else {}),
        )
        for row, cells in enumerate(rows)
    ]
    heads = [element("th", name_of(name)) for name in header[:-1]]
    top = element("tr", *heads, element("th", name_of(header[-1]), class_="answer"))
    return element("table", element("thead", top), element("tbody", *lines), **wide(header))


def name_of(text: str) -> str:
    """A name as long as there is room for it on paper."""
    return clip(text, NAME_LENGTH)


def wide(header: Sequence[str]) -> dict[str, str]:
    """What sets a table of many columns narrowly, with upright names."""
    return {"class": "wide"} if len(header) > MANY else {}
