"""A puzzle file as a tree of scalars, lists and mappings, each with its place in the file.

PyYAML's `compose` follows aliases and nests as deep as the file does; here its events are read by recursion
with a bound, and everything that a puzzle file has no use for is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import yaml

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.habits import habit
from neuron_tui.puzzle.file.source import Lines, decode, refusal
from neuron_tui.puzzle.file.syntax import MAX_DEPTH, TOO_DEEP, syntax_fault
from neuron_tui.puzzle.text import REFUSED

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast loader, or the one in Python where libyaml is missing. Only its events are used."""

MAX_VALUES = 20_000
"""The largest puzzle has fewer than 1,000."""

_TOO_MANY = (
    f"up to here this file holds more than {MAX_VALUES:,} values; no puzzle needs so many, so shorten it"
)
_NOT_PLAIN = (
    "anchors (`&`), aliases (`*`) and tags (`!`) are not used in puzzle files; write the value out, "
    "or put quotation marks around the text"
)
_SECOND = "a second document begins here; put each puzzle into a file of its own, and remove this line"
_DIRECTIVE = re.compile(r"(?<![^\r\n])%")
_CONTENT = re.compile(r"[\r\n] *[^#\s]")
_NEXT_LINE = re.compile(r"(?:\r\n|\r|\n)\s*\S")
_LOST = re.compile(r"[ \t]+(#[^#\s][^\r\n]*)")
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)", re.DOTALL)
_REFUSED = re.compile(f"\t|\r|{REFUSED.pattern}")


@dataclass(slots=True, eq=False)
class Scalar:
    """One written value. `plain`: without quotation marks.

    `lead`: where its text stands in one line as it is, the characters before it: 0, or 1 for a quotation
    mark; else None. `goes_on`: where a plain one goes on in the next line. `lost`: the comment right behind
    it, if it looks like a part of the text, as in `Gate #3`.
    """

    line: int
    column: int
    text: str
    plain: bool = True
    lead: int | None = None
    length: int = 1
    goes_on: tuple[int, int] | None = None
    lost: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written at all, as in `hint:`."""
        return self.plain and not self.text


@dataclass(slots=True, eq=False)
class ListNode:
    """A list of values."""

    line: int
    column: int
    items: list[Node]
    length: int = 1


@dataclass(slots=True, eq=False)
class MappingNode:
    """Keys and their values, in the order of the file; keys may repeat."""

    line: int
    column: int
    pairs: list[tuple[Node, Node]]
    length: int = 1


Node: TypeAlias = Scalar | ListNode | MappingNode


class _RefusedError(Exception):
    """A fault after which the rest of the file is not read."""

    def __init__(self, place: tuple[int, int], message: str) -> None:
        self.fault = Fault(*place, "yaml", message)


def read_tree(data: bytes, faults: FaultList, keys: Collection[str] = ()) -> Node | None:
    """The tree of a file, or None where there is none; all faults of its form are added to `faults`.

    `keys` are those that the file can have: what is known of other formats is told by them.
    """
    source = decode(data, faults)
    if source is None:
        return None
    try:
        root = _TreeReader(_without_directives(source.text, faults), faults).root()
        found = habit(source.text, keys) if isinstance(root, Scalar) else None
        if found is None:
            return root
        fault = found
    except _RefusedError as refused:
        fault = refused.fault
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        fault = syntax_fault(problem)
    if not source.may_mislead(fault.line):
        faults.add(habit(source.text, keys, fault.line) or fault)
    return None


def _without_directives(text: str, faults: FaultList) -> str:
    """The text with lines that begin with `%` reported and made comments.

    libyaml compares each `%TAG` with every other, which takes many seconds for a file full of them.
    """
    found = [directive.start() for directive in _DIRECTIVE.finditer(text)]
    lines = Lines(text if found else "")
    for start in found:
        message = "a line can't begin with `%`; remove it, or indent it within a text"
        faults.add(Fault(*lines.place(start), "yaml", message))
    return _DIRECTIVE.sub("#", text) if found else text


class _TreeReader:
    """The events of one file on their way to a tree."""

    def __init__(self, text: str, faults: FaultList) -> None:
        self._text = text
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader)
        self._faults = faults
        self._values = 0

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def root(self) -> Node | None:
        """The tree of the only document. Raises _RefusedError, and what PyYAML raises."""
        root = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _RefusedError(_place(event), _SECOND)
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                self._expect_nothing(event)
        return root

    def _expect_nothing(self, end: yaml.DocumentEndEvent) -> None:
        """Only comments may follow `...`; PyYAML would complain without naming the second document."""
        assert end.end_mark is not None
        if found := _CONTENT.search(self._text, end.end_mark.index):
            raise _RefusedError(self._lines.place(found.end() - 1), _SECOND)

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        """The node that begins with this event, inside `depth` others."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise _RefusedError(_place(event), _TOO_MANY)
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
            raise _RefusedError(_place(event), _NOT_PLAIN)
        line, column = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth == MAX_DEPTH:
            raise _RefusedError(_place(event), TOO_DEEP)
        items = []
        while isinstance(inner := next(self._events), yaml.NodeEvent):
            items.append(self._node(inner, depth + 1))
        if isinstance(event, yaml.MappingStartEvent):
            return MappingNode(line, column, list(zip(items[::2], items[1::2], strict=True)))
        return ListNode(line, column, items)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        (line, column), text, end = _place(event), event.value, event.end_mark
        if _REFUSED.search(text):
            self._refuse_escapes(event)
            text = _REFUSED.sub(" ", text)
        plain = not event.style
        assert event.start_mark is not None
        assert end is not None
        if end.line + 1 > line:
            goes_on = _NEXT_LINE.search(self._text, event.start_mark.index) if plain else None
            return Scalar(
                line, column, text, plain, goes_on=self._lines.place(goes_on.end() - 1) if goes_on else None
            )
        start, length = event.start_mark.index, end.index - event.start_mark.index
        lead = next((lead for lead in (0, 1) if self._text.startswith(text, start + lead)), None)
        lost = _LOST.match(self._text, end.index) if plain else None
        return Scalar(line, column, text, plain, lead, max(length, 1), lost=lost[1] if lost else "")

    def _refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """Report each escape in a quoted text that means a refused character."""
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        for found in _ESCAPE.finditer(self._text, start.index, end.index):
            if self._faults.full:
                break
            escape = found.group()
            if refused := _REFUSED.search(yaml.load(f'"{escape}"', Loader)):
                message = f"`{escape}`: {refusal(refused.group())}"
                place = self._lines.place(found.start())
                self._faults.add(Fault(*place, "character", message, length=len(escape)))


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column (from 1) at which an event begins."""
    mark = event.start_mark
    assert mark is not None, "events that are parsed have their marks"
    return mark.line + 1, mark.column + 1
