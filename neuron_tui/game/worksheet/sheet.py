"""A sheet to fill in: the puzzle, a scale for each guess, and room to be the neuron."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.asking import UNKNOWN, asking, what_it_will_do
from neuron_tui.game.html.document import document
from neuron_tui.game.html.element import Element, element
from neuron_tui.game.replay.training import THRESHOLD
from neuron_tui.game.worksheet.drawn import s_curve, scale, weights_grid
from neuron_tui.game.worksheet.page import STYLE, Printed, paragraphs
from neuron_tui.game.worksheet.table import name_of, rows_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital

MARK_IT = "Mark on the scale how sure you are. Below it is what you win or lose."
BY_HAND = (
    "Give every {} a weight, above or below 0. Add up the weights of those that are on (\u25a0). "
    "The curve turns the sum into an answer."
)
ALWAYS_ON = " The threshold is always on."
MANY = 6
"""With more inputs than this the lines to fill in are lower."""


def worksheets(title: str, printed: Sequence[Printed]) -> str:
    """A document with a sheet for each puzzle."""
    return document(title, STYLE, *map(sheet, printed))


def sheet(printed: Printed) -> Element:
    puzzle = printed.puzzle
    asked = puzzle.asked()
    mark = [element("p", MARK_IT, class_="muted")] if asked else []
    return element(
        "section",
        printed.head(element("span", "Name"), element("span", class_="name")),
        *paragraphs(puzzle.lesson),
        rows_of(puzzle),
        *(_guesses(puzzle) if asked else _task(puzzle)),
        *mark,
        _by_hand(puzzle),
        class_="sheet",
    )


def _guesses(puzzle: Puzzle) -> list[Element]:
    """A scale for everything that is asked."""
    found, seen = [], set[tuple[int, ...]]()
    for ask in puzzle.asked():
        question = next(place for place, row in enumerate(puzzle.questions) if row.inputs == ask.inputs)
        again = ask.inputs in seen
        seen.add(ask.inputs)
        said = asking(puzzle, question, again=again)
        if len(puzzle.questions) > 1:
            name = puzzle.row_name(len(puzzle.examples) + question)
            said = f"{'Picture' if puzzle.picture else 'Row'} {name}: {said}"
        if ask.answer is None:
            said += f" ({capital(what_it_will_do(puzzle.neuron))}.)"
        found.append(element("div", element("p", said), scale(stakes=ask.answer is not None), class_="guess"))
    return found


def _task(puzzle: Puzzle) -> list[Element]:
    """What is to be done where nothing is asked, as far as it can be done on paper."""
    can = puzzle.task is not None and puzzle.task.comes_first
    return [element("p", asking(puzzle, 0))] if can else []


def _by_hand(puzzle: Puzzle) -> Element:
    """Room to work out one weighted sum, and the S-curve to read off what it comes to."""
    title = "Be one of its hidden neurons" if puzzle.neuron.hidden else "Be the neuron"
    thresholds = [THRESHOLD] * puzzle.neuron.threshold
    if puzzle.picture:
        room = [weights_grid(puzzle.picture, [""] * len(puzzle.input_names))]
        room += [_to_fill_in(capital(name)) for name in thresholds]
    else:
        room = [_blanks([*puzzle.input_names, *thresholds])]
    row = "picture" if puzzle.picture else f"row {UNKNOWN}" if len(puzzle.questions) == 1 else "row"
    room += [_to_fill_in(f"Sum for {row}"), _to_fill_in("Answer")]
    return element(
        "div",
        element("h2", title),
        element(
            "p", BY_HAND.format("point" if puzzle.picture else "input"), ALWAYS_ON * puzzle.neuron.threshold
        ),
        element("div", element("div", *room), s_curve(), class_="room"),
        class_="by-hand",
    )


def _to_fill_in(name: str) -> Element:
    """A line to write a number on."""
    return element("p", f"{name}: ", element("span", class_="blank"))


def _blanks(names: Sequence[str]) -> Element:
    """For each weight a line: its name, and room for the weight and for what it adds."""
    head = element("tr", *(element("th", text) for text in ("", "weight", "adds")))
    lines = [element("tr", element("td", name_of(name)), element("td"), element("td")) for name in names]
    return element("table", head, *lines, **({"class": "many"} if len(names) > MANY else {}))
