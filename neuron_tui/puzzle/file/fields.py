"""Reading typed values from the tree: each reader gives the value, or reports a fault and gives None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from neuron_tui.puzzle.file.faults import Code, FaultList, Rewrite
from neuron_tui.puzzle.file.keys import Form, Reader, listed, reads
from neuron_tui.puzzle.file.tree import ListNode, Node, Scalar
from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH, MAX_TEXT_LENGTH
from neuron_tui.puzzle.text import clip, is_blank

MAX_NUMBERS = 1_000
"""More than the weights of the largest network."""
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_PLAIN_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

TEXT: Form = {"type": ["string", "number", "boolean", "null"], "maxLength": MAX_TEXT_LENGTH}
LINE: Form = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": MAX_LINE_LENGTH}
"""What YAML takes for a number or a truth value is a text as well; `null` too, but a key alone is like it."""
Word = TypeVar("Word", bound=str)


@reads(LINE)
def read_line(node: Node, name: str, faults: FaultList) -> str | None:
    """A text of one line that is not empty, without spaces around it."""
    text = _read_scalar(node, name, faults)
    if text is None:
        return None
    text = text.strip()
    if is_blank(text):
        faults.error(node, "value", f"{name} is empty; write at least one word")
    elif "\n" in text:
        faults.error(node, "value", f"{name} must be one line; remove the line breaks from it")
    elif len(text) > MAX_LINE_LENGTH:
        faults.error(node, "value", f"{name} is too long; write at most {MAX_LINE_LENGTH:,} characters")
    else:
        return text
    return None


@reads(TEXT)
def read_text(node: Node, name: str, faults: FaultList) -> str | None:
    """A text of any number of lines, without blank space around it."""
    text = _read_scalar(node, name, faults)
    if text is None:
        return None
    text = text.strip()
    if len(text) > MAX_TEXT_LENGTH:
        faults.error(node, "value", f"{name} is too long; write at most {MAX_TEXT_LENGTH:,} characters")
        return None
    return "" if is_blank(text) else text


def _read_scalar(node: Node, name: str, faults: FaultList) -> str | None:
    if isinstance(node, Scalar):
        if node.lost:
            shown = clip(node.lost)
            faults.warn(node, "lost", f"`{shown}` is a comment here, not text; quote the whole of the text")
        return node.text
    _refuse(node, name, "a text", "put quotation marks around it", faults)
    return None


@reads({"type": "boolean"})
def read_flag(node: Node, name: str, faults: FaultList) -> bool | None:
    """`true` or `false`, or another of YAML's words for them."""
    value = _FLAGS.get(node.text.lower()) if isinstance(node, Scalar) and node.plain else None
    if value is not None and isinstance(node, Scalar):
        if node.text not in ("true", "false"):
            faults.rewrite(Rewrite(node.line, node.column, node.length, str(value).lower()))
        return value
    _refuse(node, name, "true or false", f"write `{name}: true` or `{name}: false`", faults)
    return None


def whole(low: int, high: int, sample: int) -> Reader[int]:
    """A reader of a whole number within these bounds, in plain decimals; `1e4` is one."""

    @reads({"type": "integer", "minimum": low, "maximum": high})
    def read(node: Node, name: str, faults: FaultList) -> int | None:
        number = _read_decimal(node, name, f"write `{name}: {sample}`", faults)
        if number is None:
            return None
        if not low <= number <= high:
            _refuse(node, name, f"from {low:,} to {high:,}", "write such a number", faults)
        elif number != number.to_integral_value():
            _refuse(node, name, "a whole number", "leave out what follows the point", faults)
        else:
            return int(number)
        return None

    return read


def positive(high: float) -> Reader[float]:
    """A reader of a number above 0 and at most `high`, in plain decimals."""

    @reads({"type": "number", "exclusiveMinimum": 0, "maximum": high})
    def read(node: Node, name: str, faults: FaultList) -> float | None:
        number = _read_decimal(node, name, f"write `{name}: 0.5`", faults)
        if number is None:
            return None
        if not 0 < number <= Decimal(high) or float(number) == 0.0:
            _refuse(node, name, f"above 0 and at most {high:,g}", "write such a number", faults)
            return None
        return float(number)

    return read


def numbers(limit: float) -> Reader[tuple[float, ...]]:
    """A reader of a list of numbers from `-limit` to `limit`, in plain decimals."""

    @reads({"type": "array", "items": {"type": "number", "minimum": -limit, "maximum": limit}, "minItems": 1})
    def read(node: Node, name: str, faults: FaultList) -> tuple[float, ...] | None:
        wanted = f"write it as `{name}: [0.5, -0.2]`"
        items = entries(node, name, "numbers", MAX_NUMBERS, wanted, faults, least=1)
        if items is None:
            return None
        values: list[float] = []
        for item in items:
            number = _read_decimal(item, f"a number in {name}", wanted, faults)
            if number is not None and not -limit <= number <= limit:
                _refuse(item, f"a number in {name}", f"from -{limit:g} to {limit:g}", wanted, faults)
            elif number is not None:
                values.append(float(number) + 0.0)  # -0.0 becomes 0.0
        return tuple(values)

    return read


def entries(
    node: Node,
    name: str,
    what: str,
    most: int,
    wanted: str,
    faults: FaultList,
    code: Code = "value",
    least: int = 0,
) -> Sequence[Node] | None:
    """The entries of a list, at most so many; None where it is none.

    `what` they are, and `wanted`, how to write them, are said where something is wrong.
    """
    if not isinstance(node, ListNode) or len(node.items) < least:
        found = ", but it is empty" if isinstance(node, ListNode) else _found(node)
        faults.error(node, code, f"{name} must be a list of {what}{found}; {wanted}")
        return None
    if len(node.items) > most:
        faults.error(node.items[most], code, f"{name} has {len(node.items):,} {what}; keep at most {most}")
    return node.items[:most]


def lines(most: int, wanted: str, code: Code = "value", least: int = 0) -> Reader[tuple[str, ...]]:
    """A reader of a list of lines."""

    @reads(listed(LINE, most, least))
    def read(node: Node, name: str, faults: FaultList) -> tuple[str, ...] | None:
        items = entries(node, name, "texts", most, wanted, faults, code, least)
        if items is None:
            return None
        read = [read_line(item, f"a text in {name}", faults) for item in items]
        return tuple(line for line in read if line is not None)

    return read


def some_of(words: Sequence[Word]) -> Reader[tuple[Word, ...]]:
    """A reader of a list of some of these words, each once, in the order of the file."""

    @reads({"type": "array", "items": {"enum": [*words]}, "minItems": 1, "uniqueItems": True})
    def read(node: Node, name: str, faults: FaultList) -> tuple[Word, ...] | None:
        items = node.items if isinstance(node, ListNode) else []
        texts = [item.text if isinstance(item, Scalar) else "" for item in items]
        found = [word for text in texts for word in words if word == text]
        if not texts or len({*found}) < len(texts):
            faults.error(
                node, "value", f"{name} must be some of {', '.join(words)}; write `{name}: [{words[0]}]`"
            )
            return None
        return tuple(found)

    return read


def one_of(words: Sequence[Word], code: Code = "value") -> Reader[Word]:
    """A reader of one of these words."""

    @reads({"enum": [*words]})
    def read(node: Node, name: str, faults: FaultList) -> Word | None:
        for word in words:
            if isinstance(node, Scalar) and node.text == word:
                return word
        *others, last = words
        faults.error(
            node, code, f"{name} must be one of {', '.join(others)} and {last}; write `{name}: {words[0]}`"
        )
        return None

    return read


def _refuse(node: Node, name: str, must: str, wanted: str, faults: FaultList) -> None:
    faults.error(node, "value", f"{name} must be {must}{_found(node)}; {wanted}")


def _read_decimal(node: Node, name: str, wanted: str, faults: FaultList) -> Decimal | None:
    """A number as written, exact and of any size: nothing is expanded, so `1e999999999` costs nothing."""
    number = _decimal(node.text) if isinstance(node, Scalar) else None
    if number is None:
        _refuse(node, name, "a number in plain decimals", wanted, faults)
    elif isinstance(node, Scalar) and not node.plain:
        shown = clip(node.text)
        faults.error(node, "value", f"{name} must be a number, not a text; remove what quotes `{shown}`")
    else:
        return number
    return None


def _decimal(text: str) -> Decimal | None:
    """The number in plain decimals, None where it is none; infinite where it is too large even for that."""
    if not _PLAIN_DECIMAL.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")


def _found(node: Node) -> str:
    """What was written instead, for the middle of a sentence."""
    if isinstance(node, Scalar):
        return f", not `{clip(node.text)}`" if node.text else ", but nothing stands here"
    return ", not a list" if isinstance(node, ListNode) else ", not keys and values"
