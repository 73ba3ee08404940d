"""A row as it is written: `0 0 1 -> 0`; for a question also `1 0 0 -> 3/4` or `1 0 0 -> ?`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.tree import Node, Scalar
from neuron_tui.puzzle.puzzle import MAX_SHARE, Answer, plain_share
from neuron_tui.puzzle.text import clip

ARROW = "->"
OPEN = "?"
"""The answer of a question that has no right one."""
RowKind = Literal["example", "question", "noisy question"]
"""An example's output is 0 or 1; a question's may be open, and in a noisy puzzle a share, too."""

_SAMPLE = "write a row as `0 0 1 -> 0`"
_SHARE = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_LIKE_SHARE = re.compile(r"[0-9]+/[0-9]+")
_WORD = re.compile(r"\S+")
_OTHER_ARROWS = re.compile(r"=>|→|⇒|➜|>|=|:")


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One written row. `inputs` are each 0 or 1, None if one of them or the output is wrong."""

    line: int
    column: int
    width: int
    inputs: tuple[int, ...] | None
    output: Answer = None


def written(answer: Answer) -> str:
    """An answer as it is written after the arrow, and shown: 0, 1, 3/4 or ?."""
    return OPEN if answer is None else str(answer)


def read_row(node: Node, kind: RowKind, faults: FaultList) -> WrittenRow | None:
    """The row, or None where not even its width is known. Faults are placed at the word that is wrong."""
    if not isinstance(node, Scalar):
        faults.error(node, f"a row is no list and has no colon; {_SAMPLE}")
        return None
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
    wrong = [word for word in inputs if word.group() not in {"0", "1"}]
    for word in wrong:
        _at(node, word.start(), _wrong_word(word.group()), faults)
    good = not wrong and len(outputs) == 1
    output: Answer = None
    if not outputs:
        _at(node, arrow, "no output stands after the arrow; " + _SAMPLE, faults)
    else:
        output, fault = _read_output(outputs[0].group(), kind)
        if fault:
            _at(node, outputs[0].start(), fault, faults)
            good = False
        if len(outputs) > 1:
            _at(node, outputs[1].start(), "only one output may stand after the arrow; " + _SAMPLE, faults)
    values = tuple(int(word.group()) for word in inputs) if good else None
    return WrittenRow(node.line, node.column, len(inputs), values, output)


def _read_output(word: str, kind: RowKind) -> tuple[Answer, str]:
    """The answer after the arrow, and what is wrong with it, empty where nothing is."""
    if word in {"0", "1"}:
        return int(word), ""
    if word == OPEN:
        fault = "`?` is not 0 or 1, and only a question may have no right answer; write 0 or 1"
        return None, fault if kind == "example" else ""
    if not _LIKE_SHARE.fullmatch(word):
        return None, _wrong_word(word)
    if kind != "noisy question":
        where = "only a question has a share" if kind == "example" else "a share needs the line `noisy: true`"
        return None, f"`{clip(word)}` is not 0 or 1, and {where}; write 0 or 1"
    share = _SHARE.fullmatch(word)
    over, under = map(int, share.groups()) if share else (1, 0)
    if not (under <= MAX_SHARE and over <= under and under):
        fault = f"`{clip(word)}` is no share; write one such as `3/4`, 0/1 to 1/1, below at most {MAX_SHARE}"
        return None, fault
    return plain_share(Fraction(over, under)), ""


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
