"""A class in words and figures, for a terminal, a page and the game's screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from neuron_tui.game.classroom.answered import Answered, Mark
from neuron_tui.game.classroom.classroom import Classroom, Column, Unknown
from neuron_tui.game.explain.numbers import points, signed
from neuron_tui.puzzle.text import clean, plural, some

NOTHING = "-"
PUPIL_HEADS = ("pupil", "puzzles", "right", "points", "hints", "seconds", "surer")
PUZZLE_HEADS = ("puzzle", "pupils", "right", "points", "hints", "seconds")
ABOUT_HEADS = (
    "A question counts the first time it is answered. Right is who leans to the right side. Points are per "
    "question, and seconds the median that an answer took. Surer: who says 80 % on average and is right in "
    "70 % is 0.10 surer than right; it takes ten answers to tell."
)
SIGNS: dict[Mark | None, str] = {"right": "+", "some": "~", "wrong": "x", None: "."}
"""For a terminal that may have no other characters."""
ABOUT_SIGNS = "+ all right, ~ some, x none, . not begun"
NOT_YET = "Nobody has answered anything here yet."
MANY, FEW = 40, 12
"""How many names a sentence has: of those who have not begun, and of those in no list."""


def pupil_cells(room: Classroom, pupil: str) -> list[str]:
    """What stands under PUPIL_HEADS, the name first."""
    row = room.row(pupil)
    return [clean(pupil), f"{room.played(pupil)}/{len(room.columns)}", *figures(row), surer(row)]


def about_cell(pupil: str, column: Column, cell: Answered) -> str:
    """Anna, 1.4 The picnic: 1 of 2 right, −24 points per question, 1 hint, 12 seconds."""
    who, what = clean(pupil), f"{column.label} {clean(column.title)}"
    if not len(cell):
        return f"{who} has not begun {what}."
    worth = "" if cell.points is None else f"{points(cell.points)} points per question, "
    hints = plural(cell.hints, "hint")
    return f"{who}, {what}: {cell.right} of {cell.judged} right, {worth}{hints}, {cell.seconds:,.0f} seconds."


def class_cells(room: Classroom) -> list[list[str]]:
    """The same of the whole class, and of the neuron at the same questions."""
    everything = room.everything
    its = everything.neuron
    right = NOTHING if its.accuracy is None else f"{100 * its.accuracy:.0f} %"
    worth = points(its.points_per_question) if len(its.answers) else NOTHING
    return [
        ["all", "", *figures(everything), surer(everything)],
        ["the neuron", "", right, worth, "", "", ""],
    ]


def puzzle_cells(room: Classroom, column: Column) -> list[str]:
    """What stands under PUZZLE_HEADS."""
    answered = room.of_puzzle.get(column.id, Answered())
    title = f"{column.label} {clean(column.title)}"
    return [title, f"{room.pupils_at(column)}/{len(room.pupils)}", *figures(answered)]


def figures(answered: Answered) -> list[str]:
    """The share that was right, points, hints and seconds."""
    if not len(answered):
        return [NOTHING] * 4
    share, worth = answered.share_right, answered.points
    return [
        NOTHING if share is None else f"{100 * share:.0f} %",
        NOTHING if worth is None else points(worth),
        f"{answered.hints:,}",
        f"{answered.seconds:,.0f}",
    ]


def surer(answered: Answered) -> str:
    """How much surer than right, where it can be told."""
    return NOTHING if answered.surer is None else signed(answered.surer)


def summary(room: Classroom, since: date | None = None) -> str:
    """How many pupils and answers, and from when to when."""
    answers = room.everything.answers
    counts = f"{plural(len(room.pupils), 'pupil')}, {plural(len(answers), 'answer')}"
    if not answers:
        return f"{counts}{f' since {since.isoformat()}' if since else ''}."
    days = [datetime.fromtimestamp(each.time).date() for each in answers]
    first, last = min(days).isoformat(), max(days).isoformat()
    return f"{counts}, {first}." if first == last else f"{counts}, {first} to {last}."


def about_missing(room: Classroom) -> Iterator[str]:
    """Who has not begun, and who plays under a name that the list lacks."""
    if room.not_begun:
        yield f"Not begun: {some(_shown(room.not_begun), MANY)}."
    if room.not_listed:
        yield f"In the journal, but not in the list of names: {some(_shown(room.not_listed), FEW)}."


def _shown(names: Sequence[str]) -> list[str]:
    return [clean(name) for name in names]


def level_cells(room: Classroom) -> list[tuple[str, str, str]]:
    """For each level of sureness: what was said, how often that came true, and how many answers."""
    return [
        (f"{100 * level.said:.0f} %", f"{100 * level.came:.0f} %", f"{level.count:,}")
        for level in room.everything.levels
    ]


def about_unknown(room: Classroom) -> Iterator[tuple[str, list[str]]]:
    """The questions that nobody knew, and those that few did, some sentences each, under what they are."""
    for heading, unknown in (("Nobody knew", room.nobody_knew()), ("Few knew", room.few_knew())):
        if sentences := [_about(each) for each in unknown]:
            yield heading, sentences


def _about(unknown: Unknown) -> str:
    """2.3 The seesaw, 1 0 0: 0 is right. 12 pupils said 0.81 on average; the neuron knew it."""
    column, answered = unknown.column, unknown.answered
    who, said = plural(len(answered), "pupil"), f"{answered.said:.2f}"
    if answered.right:
        its = "and so did the neuron" if answered.neuron.right else "and the neuron did not"
        told = f"{answered.right} of {who} knew it, {its}. The average guess was {said}."
    else:
        its = "knew it" if answered.neuron.right else "did not know it, either"
        told = f"{who} said {said} on average; the neuron {its}."
    return (
        f"{column.label} {clean(column.title)}, {clean(unknown.question)}: {unknown.right:g} is right. {told}"
    )
