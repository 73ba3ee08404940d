"""A row of the table as it is written: `0 0 1 -> 0`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from neuron_tui.puzzle.faults import FaultList
from neuron_tui.puzzle.nodes import Broken, Node, Scalar
from neuron_tui.puzzle.text import clip

ARROW = "->"
_SAMPLE = "write a row as `0 0 1 -> 0`"
_GOOD = re.compile(r"[01](?: [01])* -> [01]")
_WORD = re.compile(r"\S+")
_OTHER_ARROWS = re.compile(r"=>|→|⇒|➜|>|=|:")


@dataclass(frozen=True, slots=True)
class Row:
    """One written row. `values` are the inputs and, last, the output, each 0 or 1; None if one is wrong."""

    line: int
    column: int
    width: int
    values: tuple[int, ...] | None


def read_row(node: Node, faults: FaultList) -> Row | None:
    """The row, or None where not even its width can be told. Faults stand at the very word that is wrong."""
    if isinstance(node, Broken):
        return None
    if not isinstance(node, Scalar):
        faults.error(node, f"a row is no list and has no colon; {_SAMPLE}")
        return None
    text = node.text
    if _GOOD.fullmatch(text):
        values = tuple(map(int, text.replace(" ->", "").split(" ")))
        return Row(node.line, node.column, len(values) - 1, values)
    return _read_words(node, faults)


def _read_words(node: Scalar, faults: FaultList) -> Row | None:
    """A row that is written unusually, or wrong."""
    text = node.text
    arrow = text.find(ARROW)
    if arrow < 0:
        other = _OTHER_ARROWS.search(text)
        _at(node, other.start() if other else 0, "the arrow is missing in this row; " + _SAMPLE, faults)
        return None
    inputs = list(_WORD.finditer(text, 0, arrow))
    outputs = list(_WORD.finditer(text, arrow + len(ARROW)))
    if not inputs:
        _at(node, arrow, "no inputs stand before the arrow; " + _SAMPLE, faults)
        return None
    wrong = [word for word in [*inputs, *outputs[:1]] if word.group() not in {"0", "1"}]
    for word in wrong:
        _at(node, word.start(), "" if faults.full else _wrong_word(word.group()), faults)
    if not outputs:
        _at(node, arrow, "no output stands after the arrow; " + _SAMPLE, faults)
    elif len(outputs) > 1:
        _at(node, outputs[1].start(), "only one output may stand after the arrow; " + _SAMPLE, faults)
    values = None
    if not wrong and len(outputs) == 1:
        values = tuple(int(word.group()) for word in [*inputs, *outputs])
    return Row(node.line, node.column, len(inputs), values)


def _wrong_word(word: str) -> str:
    """What to write instead of a word that is neither 0 nor 1."""
    if set(word) <= {"0", "1"}:
        return f"`{clip(word)}` is not 0 or 1; put a space between values, as in `0 0 1 -> 0`"
    if word.rstrip(",;") in {"0", "1"}:
        return f"`{word}` is not 0 or 1; leave out commas, as in `0 0 1 -> 0`"
    return f"`{clip(word)}` is not 0 or 1; write 0 or 1"


def _at(node: Scalar, offset: int, message: str, faults: FaultList) -> None:
    """A fault at a character of the row, or at its start where characters and columns may differ."""
    faults.add(node.line, node.column + (offset if node.exact else 0), message)
