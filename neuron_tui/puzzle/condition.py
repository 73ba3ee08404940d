"""When a step of a lesson is done: a small language of sentences such as `weight of left > 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast

from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clip

Measure = Literal["iteration", "error", "guess", "weight", "output", "sum"]
Event = Literal["guessed", "verdict", "selected", "wrong selected", "weight selected", "moved most selected"]

_EVENTS: dict[str, Event] = {
    "guessed": "guessed",
    "verdict": "verdict",
    "a wrong row is selected": "wrong selected",
    "the weight that moved most is selected": "moved most selected",
}
_NUMBER = r"(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?)"
_COMPARED = re.compile(
    rf"(?P<measure>iteration|error|guess|(?:weight|output|sum) of (?P<of>\S.*?)) *(?P<sign>[<>]) *{_NUMBER}"
    r"(?P<by_hand> by (?:hand|turning (?P<turned>\S.*)))?"
)
_SELECTED = re.compile(r"row (?P<row>\S+) is selected")
_WEIGHT_SELECTED = re.compile(r"weight of (?P<weight>\S.*) is selected")
_FORMS = (
    "`weight of left > 3`, `output of 2 < 0.5 by turning left`, `iteration > 99`, `row 2 is selected` or "
    "`guessed`"
)
_NOT_BY_HAND = ("iteration", "guess")
_LONGEST = 200


@dataclass(frozen=True)
class NumberCondition:
    """Whether a number is beyond a limit. `of` is the index of the weight or of the row that is meant.

    Rows are the examples and then the questions, from 0; weights the inputs' and then the threshold's.
    `by_hand`: only weights that the player turned count, not what the training does; and where `turned` is
    the index of a weight, only once that one is turned.
    """

    measure: Measure
    of: int
    above: bool
    limit: float
    by_hand: bool = False
    turned: int = -1


@dataclass(frozen=True)
class EventCondition:
    """Something that is so or not. `of` is the index of the row or the weight that is to be selected."""

    event: Event
    of: int = -1


Condition = NumberCondition | EventCondition


class ConditionError(ValueError):
    """A condition that means nothing; the message says what to write instead."""


def read_condition(text: str, puzzle: Puzzle) -> Condition:
    """A condition as it is written in a puzzle.

    Raises ConditionError where it has no meaning, or names what is not there.
    """
    rows = tuple(map(puzzle.row_name, range(len(puzzle.examples) + len(puzzle.questions))))
    text = " ".join(text[: _LONGEST + 1].split())
    if event := _EVENTS.get(text):
        if event == "moved most selected":
            _selectable_weights(puzzle)
        return EventCondition(event)
    if chosen := _WEIGHT_SELECTED.fullmatch(text):
        return EventCondition(
            "weight selected", _index(chosen["weight"], _selectable_weights(puzzle), "weight")
        )
    if selected := _SELECTED.fullmatch(text):
        return EventCondition("selected", _index(selected["row"], rows, "row"))
    compared = _COMPARED.fullmatch(text) if len(text) <= _LONGEST else None
    if compared is None:
        near = get_close_matches(text, _EVENTS, n=1)
        wanted = f"did you mean `{near[0]}`?" if near else f"write one such as {_FORMS}"
        if re.search("[<>]=|=[<>]", text):
            wanted = "write `<` or `>`, without `=`"
        raise ConditionError(f"`{clip(text)}` is no condition; {wanted}")
    measure = cast(Measure, compared["measure"].split()[0])
    by_hand = compared["by_hand"] is not None
    if by_hand and measure in _NOT_BY_HAND:
        raise ConditionError(f"by hand there is no {measure}; leave `by hand` out")
    turned = _index(compared["turned"], _weights(puzzle), "weight") if compared["turned"] else -1
    of = -1
    if measure == "weight":
        of = _index(compared["of"], _weights(puzzle), "weight")
    elif compared["of"]:
        of = _index(compared["of"], rows, "row")
    return NumberCondition(measure, of, compared["sign"] == ">", float(compared["number"]), by_hand, turned)


def never_holds(condition: Condition) -> bool:
    """Whether the number cannot be beyond the limit: what lies between 0 and 1 is asked to be outside."""
    if not isinstance(condition, NumberCondition) or condition.measure in ("weight", "sum"):
        return False
    if condition.measure == "iteration":
        return not condition.above and condition.limit <= 0
    return condition.limit >= 1 if condition.above else condition.limit <= 0


def _weights(puzzle: Puzzle) -> tuple[str, ...]:
    if puzzle.neuron.hidden:
        raise ConditionError("with hidden neurons no weight has a name; write another condition")
    return (*puzzle.input_names, *["threshold"] * puzzle.neuron.threshold)


def _selectable_weights(puzzle: Puzzle) -> tuple[str, ...]:
    if puzzle.picture is not None:
        raise ConditionError("a picture's weights cannot be selected; write another condition")
    return _weights(puzzle)


def _index(name: str, names: Sequence[str], kind: str) -> int:
    if name not in names:
        near = get_close_matches(name, names, n=1)
        wanted = f"did you mean `{clip(near[0])}`?" if near else f"write one of {clip(', '.join(names))}"
        raise ConditionError(f"there is no {kind} `{clip(name)}`; {wanted}")
    return names.index(name)
