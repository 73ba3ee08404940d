"""What a task is done with: weights, rows, settings or a picture, as somebody types them.

What is tried is always a tuple of numbers, written like the solution in a puzzle's file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from neuron_tui.game.explain.learned import known_row
from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.lab.run import Run
from neuron_tui.game.lab.typed_weight import TypedWeightError, typed_weight
from neuron_tui.game.task.proof import reach_of
from neuron_tui.game.task.standing import beginning
from neuron_tui.plain.rows import how_to_draw, inputs_in_words, picture_of, says_to
from neuron_tui.puzzle.task import Changeable, Task

Given = tuple[float, ...]
CALLED: dict[Changeable, str] = {"learning_rate": "learning rate", "hidden": "hidden neurons"}
YES_OR_NO = {"yes": 1.0, "on": 1.0, "no": 0.0, "off": 0.0}


class Tool(Protocol):
    """What can be tried, and how it is typed."""

    @property
    def how(self) -> str:
        """What to type."""

    @property
    def begins(self) -> Given:
        """What is there before anything was tried."""

    def told(self, given: Given) -> list[str]:
        """What is tried, in words."""

    def taken(self, given: Given, typed: str) -> Given | str | None:
        """What is tried after this was typed; a sentence where it can't be, None where it means nothing."""


def tool_of(task: Task, own: Run) -> Tool:
    """The tool of a task; `own` is the match's run."""
    match task.do:
        case "by hand":
            return Weights(own)
        case "set up":
            return Settings(task, own)
        case "fool":
            return Picture(task, own)
    return Rows("show" if task.do == "teach" else "change", len(own.puzzle.examples))


def named(name: str, typed: str) -> str | None:
    """What is typed after a name: left 2, left = 2; None where something else is."""
    found = re.fullmatch(rf"{re.escape(name)}\s*[ =:]\s*(.+)", typed, re.IGNORECASE)
    return found and found[1]


@dataclass(frozen=True)
class Weights:
    """The weights by hand, from 0."""

    own: Run

    @property
    def how(self) -> str:
        such = f"Type a weight's name and a number, such as {self.own.replay.weight_names[0]} 2."
        return f"{such} Each 1 is a turn, and only whole turns count."

    @property
    def begins(self) -> Given:
        return (0.0,) * self.own.replay.model.size

    def told(self, given: Given) -> list[str]:
        pairs = zip(self.own.replay.weight_names, given, strict=True)
        return [f"{', '.join(f'{name} {signed(weight)}' for name, weight in pairs)}."]

    def taken(self, given: Given, typed: str) -> Given | str | None:
        for at, name in enumerate(self.own.replay.weight_names):
            if number := named(name, typed):
                number = re.sub(r"\bminus\b", "-", re.sub(r"\bplus\b", "+", number.casefold()))
                try:
                    return (*given[:at], typed_weight(number), *given[at + 1 :])
                except TypedWeightError as problem:
                    return str(problem)
        return None


@dataclass(frozen=True)
class Rows:
    """The rows that it is shown, or those with the other answer."""

    verb: str
    examples: int

    @property
    def how(self) -> str:
        which = "it may see" if self.verb == "show" else "are to have the other answer"
        return f"Type {self.verb} and the numbers of the rows that {which}, such as {self.verb} 1 2."

    @property
    def begins(self) -> Given:
        return tuple(map(float, range(1, self.examples + 1))) if self.verb == "show" else ()

    def told(self, given: Given) -> list[str]:
        numbers = [f"{row:g}" for row in given]
        many = f"rows {', '.join(numbers[:-1])} and {numbers[-1]}" if len(given) > 1 else f"row {numbers[0]}"
        return [f"It sees {many}." if self.verb == "show" else f"Changed: {many}."]

    def taken(self, given: Given, typed: str) -> Given | str | None:
        numbers = named(self.verb, typed)
        if numbers is None:
            return None
        words = set(numbers.replace(",", " ").replace(" and ", " ").split())
        rows = {int(word) for word in words if word.isdecimal() and 1 <= int(word) <= self.examples}
        if len(rows) < len(words) or not rows:
            return f"The rows have the numbers from 1 to {self.examples}."
        return tuple(map(float, sorted(rows)))


@dataclass(frozen=True)
class Settings:
    """The settings that may change, to the values that the full screen can come to."""

    task: Task
    own: Run

    @property
    def how(self) -> str:
        key = self.task.may[0]
        return f"Type a setting and its value, such as {CALLED.get(key, key)} {reach_of(key, self.own)[2]:g}."

    @property
    def begins(self) -> Given:
        return tuple(float(getattr(self.own.settings, key)) for key in self.task.may)

    def told(self, given: Given) -> list[str]:
        pairs = zip(self.task.may, given, strict=True)
        return [f"{', '.join(f'{CALLED.get(key, key)} {_value(key, value)}' for key, value in pairs)}."]

    def taken(self, given: Given, typed: str) -> Given | str | None:
        for at, key in enumerate(self.task.may):
            if text := named(CALLED.get(key, key), typed):
                value, there = _number(key, text), reach_of(key, self.own)
                if value not in there:
                    return f"It can be {', '.join(_value(key, each) for each in there)}."
                return (*given[:at], value, *given[at + 1 :])
        return None


def _value(key: Changeable, value: float) -> str:
    if key == "threshold":
        return "yes" if value else "no"
    return f"{value:g}" if key == "learning_rate" else f"{value:,.0f}"


def _number(key: Changeable, typed: str) -> float:
    """A value as it is typed, less than 0 where it is none."""
    try:
        return YES_OR_NO[typed.casefold()] if key == "threshold" else float(typed.replace(",", ""))
    except (KeyError, ValueError):
        return -1.0


@dataclass(frozen=True)
class Picture:
    """A picture to draw, point by point or at once."""

    task: Task
    own: Run

    @property
    def how(self) -> str:
        draw = how_to_draw(self.own.puzzle, "type")
        return f"Type flip, a line and a point in it, such as flip 1 2. Or {draw}"

    @property
    def begins(self) -> Given:
        return tuple(map(float, beginning(self.task, self.own.puzzle)))

    def told(self, given: Given) -> list[str]:
        inputs = tuple(map(int, given))
        said = [says_to(self.own.replay, inputs), known_row(self.own.puzzle, inputs)]
        return [f"The picture: {inputs_in_words(self.own.puzzle, inputs)}", *said]

    def taken(self, given: Given, typed: str) -> Given | str | None:
        if (lines := named("draw", typed)) is not None:
            drawn = picture_of(self.own.puzzle, lines)
            return how_to_draw(self.own.puzzle) if drawn is None else tuple(map(float, drawn))
        if (place := named("flip", typed)) is None:
            return None
        high, wide = self.own.puzzle.picture or (1, len(given))
        words = place.replace(",", " ").split()
        line, point = map(int, words) if len(words) == 2 and all(map(str.isdecimal, words)) else (0, 0)
        if not (1 <= line <= high and 1 <= point <= wide):
            return f"Type flip, a line from 1 to {high} and a point from 1 to {wide}."
        at = (line - 1) * wide + point - 1
        return (*given[:at], 1 - given[at], *given[at + 1 :])
