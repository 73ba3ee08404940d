"""When a step of a lesson is done: a small language of sentences such as `weight of left > 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from neuron_tui.puzzle.text import clip

Measure = Literal["iteration", "error", "guess", "weight", "output", "sum"]
Event = Literal["guessed", "verdict", "selected", "wrong selected"]

_NUMBER = r"(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?)"
_COMPARED = re.compile(
    rf"(?P<measure>iteration|error|guess|(?:weight|output|sum) of (?P<of>\S.*?)) *(?P<sign>[<>]) *{_NUMBER}"
)
_SELECTED = re.compile(r"row (?P<row>\S+) is selected")
_FORMS = "`weight of left > 3`, `output of 2 < 0.5`, `iteration > 99`, `row 2 is selected` or `guessed`"
_LONGEST = 200


@dataclass(frozen=True)
class Comparison:
    """A number that is to pass a limit. `of` is the index of the weight or of the row that is meant.

    Rows are the examples and then the questions, from 0; weights the inputs' and then the threshold's.
    """

    measure: Measure
    of: int
    above: bool
    limit: float


@dataclass(frozen=True)
class Happening:
    """Something that is so or not. `row` is the one that is to be selected."""

    event: Event
    row: int = -1


Condition = Comparison | Happening


class ConditionError(ValueError):
    """A condition that means nothing; the text says what to write instead."""


def read_condition(text: str, weights: Sequence[str], rows: Sequence[str]) -> Condition:
    """A condition as it is written in a puzzle whose weights and rows have these names.

    Raises ConditionError where it says nothing, or names what is not there.
    """
    text = " ".join(text[: _LONGEST + 1].split())
    if text in ("guessed", "verdict"):
        return Happening(cast(Event, text))
    if text == "a wrong row is selected":
        return Happening("wrong selected")
    if selected := _SELECTED.fullmatch(text):
        return Happening("selected", _index(selected["row"], rows, "row"))
    compared = _COMPARED.fullmatch(text) if len(text) <= _LONGEST else None
    if compared is None:
        raise ConditionError(f"`{clip(text)}` is no condition; write one such as {_FORMS}")
    measure = cast(Measure, compared["measure"].split()[0])
    of = -1
    if compared["of"]:
        known = weights if measure == "weight" else rows
        of = _index(compared["of"], known, "weight" if measure == "weight" else "row")
    return Comparison(measure, of, compared["sign"] == ">", float(compared["number"]))


def _index(name: str, names: Sequence[str], kind: str) -> int:
    """Which of the names it is."""
    if name not in names:
        raise ConditionError(f"there is no {kind} `{clip(name)}`; write one of {clip(', '.join(names))}")
    return names.index(name)


def row_names(examples: int, questions: int) -> tuple[str, ...]:
    """What rows are called: 1, 2, 3 for examples; ??? for a question, or a, b, c for several."""
    asked = ("???",) if questions == 1 else tuple(chr(ord("a") + index % 26) for index in range(questions))
    return (*map(str, range(1, examples + 1)), *asked)
