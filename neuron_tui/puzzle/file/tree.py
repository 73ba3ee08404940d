"""From the YAML library's events to a tree, bounded on the way.

PyYAML's own `compose` calls itself once per level and ends the whole process on deep nesting, stops at the
first alias that leads nowhere, and would let aliases repeat each other without end. Its events do none of
this, so the tree is built straight from them, and every fault of a file can be told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import yaml

from neuron_tui.puzzle.file.characters import MAX_BYTES, Lines, refusal
from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.nodes import Broken, ListNode, MappingNode, Node, Scalar
from neuron_tui.puzzle.file.syntax import MAX_DEPTH, TOO_DEEP
from neuron_tui.puzzle.text import REFUSED, clip

MAX_VALUES = 20_000
"""No file holds more values, repetitions included; the largest puzzle has fewer than 1,000."""
MAX_CHARACTERS = MAX_BYTES
"""No file holds more text in its values, repetitions included."""

_REFUSED_OR_TAB = re.compile(f"\t|\r|{REFUSED.pattern}")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class TooMuchError(Exception):
    """The file goes beyond a bound; the fault is told, and nothing more of the file is read."""


class Mark(Protocol):
    """A place in the text as the YAML library gives it; all three count from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """What the YAML library tells; only scalars have the last two, only nodes the two before."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


@dataclass(slots=True)
class _Level:
    """A list or mapping that is still being read, and how much had been read before it began.

    `deepest` is the deepest level inside it so far, counted from the top of the file.
    """

    event: Event
    values_before: int
    characters_before: int
    deepest: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Anchored:
    """A finished part of the tree that an alias may repeat, how much it holds and how deep it goes."""

    node: Node
    values: int
    characters: int
    height: int


class TreeBuilder:
    """Takes the events of one document, one by one; `root` is the finished tree."""

    def __init__(self, text: str, faults: FaultList) -> None:
        self.root: Node | None = None
        self._text = text
        self._faults = faults
        self._levels: list[_Level] = []
        self._anchors: dict[str, _Anchored] = {}
        self._values = 0
        self._characters = 0

    def add(self, event: Event) -> None:
        """Take the next event. Raises TooMuchError where a bound is passed."""
        take = _TAKERS.get(type(event))
        if take is not None:
            take(self, event)

    def _scalar(self, event: Event) -> None:
        start, text = event.start_mark, event.value
        if event.style == '"' and _REFUSED_OR_TAB.search(text):
            text = self._refuse_escapes(event)
        plain = not event.style
        exact = plain and start.line == event.end_mark.line and not event.anchor
        node: Node = Scalar(start.line + 1, start.column + 1, text, plain, exact)
        self._count(node, 1, len(text))
        if event.tag is not None:
            node = self._refuse_tag(node, event.tag)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, 1, len(text), 0)
        self._place(node)

    def _open(self, event: Event) -> None:
        """A list or mapping begins. An anchor of the same name no longer means what it did."""
        here, depth = _broken(event), len(self._levels) + 1
        self._count(here, 1, 0)
        self._check_depth(here, depth)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self._levels.append(_Level(event, self._values - 1, self._characters, depth))

    def _close(self, _: Event) -> None:
        """The innermost list or mapping ends and becomes a node."""
        level = self._levels.pop()
        event, items = level.event, level.items
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        node: Node
        if isinstance(event, yaml.MappingStartEvent):
            node = MappingNode(line, column, list(zip(items[::2], items[1::2], strict=True)))
        else:
            node = ListNode(line, column, items)
        if event.tag is not None:
            node = self._refuse_tag(node, event.tag)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(
                node,
                self._values - level.values_before,
                self._characters - level.characters_before,
                level.deepest - len(self._levels),
            )
        self._reach(level.deepest)
        self._place(node)

    def _repeat(self, event: Event) -> None:
        """An alias: the same node again, counted again in full."""
        here, name = _broken(event), event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored is None:
            if any(level.event.anchor == name for level in self._levels):
                why = "repeats a part that it stands in itself; write the value out"
            else:
                why = (
                    "repeats a part that is not there; write the value out, or put quotation marks around it"
                )
            self._faults.error(here, f"`*{clip(name)}` {why}")
            self._place(here)
            return
        self._count(here, anchored.values, anchored.characters)
        self._check_depth(here, len(self._levels) + anchored.height)
        self._reach(len(self._levels) + anchored.height)
        self._place(anchored.node)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if self._levels:
            self._levels[-1].items.append(node)
        else:
            self.root = node

    def _reach(self, depth: int) -> None:
        """Remember how deep the innermost list or mapping goes."""
        if self._levels:
            self._levels[-1].deepest = max(self._levels[-1].deepest, depth)

    def _count(self, place: Node, values: int, characters: int) -> None:
        """Add up what the file holds, repetitions included."""
        self._values += values
        self._characters += characters
        if self._values > MAX_VALUES or self._characters > MAX_CHARACTERS:
            self._faults.error(
                place,
                "up to here this file holds more than any puzzle, repetitions by `*` included; "
                f"keep it below {MAX_VALUES:,} values and 1 MiB of text",
            )
            raise TooMuchError

    def _check_depth(self, place: Node, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._faults.error(place, TOO_DEEP)
            raise TooMuchError

    def _refuse_tag(self, node: Node, tag: str) -> Broken:
        shown = clip(tag.replace("tag:yaml.org,2002:", "!!"))
        wanted = "remove it, or put quotation marks around a text with `!`"
        self._faults.error(node, f"the tag `{shown}` is not allowed; {wanted}")
        return Broken(node.line, node.column)

    def _refuse_escapes(self, event: Event) -> str:
        """Report each escape in a quoted text that stands for a refused character; the text without them."""
        for found in _ESCAPE.finditer(self._text, event.start_mark.index, event.end_mark.index):
            code = found[1] or found[2] or found[3]
            character = chr(int(code, 16)) if code else _SHORT_ESCAPES.get(found[4], "")
            if _REFUSED_OR_TAB.match(character):
                message = "" if self._faults.full else f"`{found.group()}`: {refusal(character)}"
                self._faults.error(self._lines.spot(found.start()), message)
        return _REFUSED_OR_TAB.sub(" ", event.value)


_TAKERS: dict[type[object], Callable[[TreeBuilder, Event], None]] = {
    yaml.ScalarEvent: TreeBuilder._scalar,
    yaml.MappingStartEvent: TreeBuilder._open,
    yaml.SequenceStartEvent: TreeBuilder._open,
    yaml.MappingEndEvent: TreeBuilder._close,
    yaml.SequenceEndEvent: TreeBuilder._close,
    yaml.AliasEvent: TreeBuilder._repeat,
}


def _broken(event: Event) -> Broken:
    """A place without a value."""
    return Broken(event.start_mark.line + 1, event.start_mark.column + 1)
