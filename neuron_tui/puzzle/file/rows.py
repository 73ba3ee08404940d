"""A row as it is written: `0 0 1 -> 0`; for a question also `1 0 0 -> 3/4` or `1 0 0 -> ?`.

Other arrows, commas, tabs, digits without blanks between them, `???`, and a share as `0.75` or `75%` are
understood as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from neuron_tui.puzzle.file.faults import Fault, FaultList, Rewrite
from neuron_tui.puzzle.file.keys import Form
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar
from neuron_tui.puzzle.puzzle import MAX_SHARE, Answer, plain_share
from neuron_tui.puzzle.text import clip

ARROW = "->"
OPEN = "?"
"""The answer of a question that has no right one."""
RowKind = Literal["example", "question", "noisy question"]
"""An example's output is 0 or 1; a question's may be open, and in a noisy puzzle a share, too."""

_INPUTS = r"^\s*[01](\s+[01])*\s+->\s+"
EXAMPLE: Form = {"type": "string", "pattern": _INPUTS + r"[01]\s*$"}
QUESTION: Form = {"type": "string", "pattern": _INPUTS + r"([01?]|[0-9]{1,3}/[0-9]{1,3})\s*$"}
"""Rows in their plain form."""

_SAMPLE = "write a row as `0 0 1 -> 0`"
_ARROWS = re.compile(r"[-=]+>|[→⇒➜➔⟶]")
_OTHER_ARROWS = re.compile(r"<[-=]+|[=|:>–—-]+(?=\s)")
_WORD = re.compile(r"[^\s,;]+")
_SHARE = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_DECIMAL = re.compile(r"[0-9]{0,9}\.[0-9]{1,9}|[0-9]{1,9}(?:\.[0-9]{1,9})?%")
_LIKE_SHARE = re.compile(r"[0-9]+/[0-9]+")
_MEANT = {
    **dict.fromkeys(["o", "no", "n", "false", "off", "0.0", "-1", ".", "\u25a1", "_"], 0),
    **dict.fromkeys(["l", "i", "yes", "y", "true", "on", "1.0", "+1", "x", "#", "\u25a0"], 1),
}
"""What elsewhere stands for 0 and 1."""


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One written row. `inputs` are each 0 or 1, None if one of them or the output is wrong."""

    line: int
    column: int
    length: int
    width: int
    inputs: tuple[int, ...] | None
    output: Answer = None


def written(answer: Answer) -> str:
    """An answer as it is written after the arrow, and shown: 0, 1, 3/4 or ?."""
    return OPEN if answer is None else str(answer)


def plain_row(inputs: Sequence[int], answer: Answer) -> str:
    """A row in its plain form."""
    return f"{' '.join(map(str, inputs))} {ARROW} {written(answer)}"


def read_row(node: Node, kind: RowKind, faults: FaultList, width: int = 0) -> WrittenRow | None:
    """The row, or None where not even its width is known. Faults are placed at the word that is wrong.

    `width`: how many inputs a row has, where that is known.
    """
    if not isinstance(node, Scalar):
        faults.error(node, "row", _not_a_line(node))
        return None
    reader = _RowReader(node, kind, faults)
    arrows = list(_ARROWS.finditer(node.text))
    if node.goes_on and len(arrows) > 1:
        message = f"this row is indented further than the one above; begin `-` in column {node.column - 2}"
        faults.add(Fault(*node.goes_on, "row", message))
    elif len(arrows) > 1:
        reader.fault(arrows[1], "a second row begins in this line; begin it with `- ` on a line of its own")
    elif not arrows:
        reader.no_arrow(width)
    else:
        return reader.row(arrows[0])
    return None


def _not_a_line(node: ListNode | MappingNode) -> str:
    """What to write instead of a list, or of a colon as the arrow."""
    parts = node.items if isinstance(node, ListNode) else [part for pair in node.pairs for part in pair]
    words = [word for part in parts if isinstance(part, Scalar) for word in _WORD.findall(part.text)]
    values = list(_values(words))
    if len(values) > 1 and None not in values:
        row = f"{' '.join(map(str, values[:-1]))} {ARROW} {values[-1]}"
        return f"a row is no list and has no colon; write `{clip(row)}`"
    return f"a row is no list and has no colon; {_SAMPLE}"


def _values(words: Sequence[str]) -> Iterator[int | None]:
    """The values in these words, each digit one of them; None for a word that has another."""
    for word in words:
        digits = unicodedata.normalize("NFKC", word)
        yield from map(int, digits) if set(digits) <= {"0", "1"} else [None]


class _RowReader:
    """One line that is to be a row."""

    def __init__(self, node: Scalar, kind: RowKind, faults: FaultList) -> None:
        self._node, self._kind, self._faults = node, kind, faults

    def fault(self, found: re.Match[str] | None, message: str) -> None:
        """A fault at some characters of the row, or at its start where characters and columns may differ."""
        node = self._node
        if found is None or node.lead is None:
            self._faults.error(node, "row", message)
        else:
            column, length = node.column + node.lead + found.start(), len(found.group())
            self._faults.add(Fault(node.line, column, "row", message, length=max(length, 1)))

    def no_arrow(self, width: int) -> None:
        """Say what is missing in a line without an arrow."""
        text = self._node.text
        values = list(_values(_WORD.findall(text)))
        other = _OTHER_ARROWS.search(text)
        if self._node.empty:
            self.fault(None, f"nothing stands here; remove this line, or {_SAMPLE}")
        elif other:
            turned = "the arrow points the wrong way; " * other.group().startswith("<")
            self.fault(other, f"{turned}write `->` instead of `{other.group()}`: inputs, `->`, output")
        elif width and len(values) == width:
            self.fault(None, "the answer is missing in this row; write `-> 0` or `-> 1` behind it, or `-> ?`")
        elif None not in values and len(values) in (width + 1, len(values) * (not width)) and len(values) > 1:
            meant = f"{' '.join(map(str, values[:-1]))} {ARROW} {values[-1]}"
            self.fault(None, f"the arrow is missing in this row; did you mean `{clip(meant)}`?")
        else:
            self.fault(None, f"the arrow is missing in this row; {_SAMPLE}")

    def row(self, arrow: re.Match[str]) -> WrittenRow | None:
        """The row around its arrow."""
        node, text = self._node, self._node.text
        inputs = list(_WORD.finditer(text, 0, arrow.start()))
        outputs = list(_WORD.finditer(text, arrow.end()))
        values = list(_values([word.group() for word in inputs]))
        if not inputs:
            self.fault(arrow, "no inputs stand before the arrow; " + _SAMPLE)
            return None
        if len(values) == 1 and len(outputs) > 1 and None not in _values([word.group() for word in outputs]):
            self.fault(arrow, "the inputs stand before the arrow and the output after it; turn them round")
            return None
        for word in inputs:
            if None in _values([word.group()]):
                self.fault(word, _wrong_word(word.group()))
        output, good = self._output(arrow, outputs)
        given = tuple(value for value in values if value is not None)
        read = given if good and len(given) == len(values) else None
        if read is not None and node.lead is not None:
            self._note_plain(plain_row(read, output))
        return WrittenRow(node.line, node.column, node.length, len(values), read, output)

    def _output(self, arrow: re.Match[str], outputs: Sequence[re.Match[str]]) -> tuple[Answer, bool]:
        """The answer after the arrow, and whether it can be read."""
        if not outputs:
            self.fault(arrow, "no output stands after the arrow; " + _SAMPLE)
            return None, False
        output, fault = _read_output(outputs[0].group(), self._kind)
        if fault:
            self.fault(outputs[0], fault)
        if len(outputs) > 1:
            comment = outputs[1].group().startswith(("//", "--", "(", "%"))
            wanted = "a comment begins with `#`" if comment else _SAMPLE
            self.fault(outputs[1], f"only one output may stand after the arrow; {wanted}")
        return output, not fault and len(outputs) == 1

    def _note_plain(self, plain: str) -> None:
        """Note how the row is written plainly; blanks may be as many as one likes."""
        node = self._node
        if node.text.split() != plain.split():
            column = node.column + (node.lead or 0)
            self._faults.rewrite(Rewrite(node.line, column, len(node.text), plain))


def _read_output(word: str, kind: RowKind) -> tuple[Answer, str]:
    """The answer after the arrow, and what is wrong with it, empty where nothing is."""
    if (digit := unicodedata.normalize("NFKC", word)) in {"0", "1"}:
        return int(digit), ""
    if set(word) == {OPEN}:
        fault = "`?` is not 0 or 1, and only a question may have no right answer; write 0 or 1"
        return None, fault if kind == "example" else ""
    decimal = _DECIMAL.fullmatch(word)
    if not (_LIKE_SHARE.fullmatch(word) or decimal) or (word in _MEANT and kind != "noisy question"):
        return None, _wrong_word(word)
    if kind == "example":
        said = f"`{clip(word)}` is not 0 or 1; an example happened or did not"
        return None, f"{said}: write a row for each time, with 0 or 1, and `noisy: true`"
    if kind == "question":
        return None, f"`{clip(word)}` is not 0 or 1, and a share needs the line `noisy: true`; write 0 or 1"
    share = _share(word)
    if share is None or share > 1 or share.denominator > MAX_SHARE:
        fault = f"`{clip(word)}` is no share; write one such as `3/4`, 0/1 to 1/1, below at most {MAX_SHARE}"
        return None, fault
    return plain_share(share), ""


def _share(word: str) -> Fraction | None:
    """A share as it is written: 3/4, 0.75 or 75%."""
    if found := _SHARE.fullmatch(word):
        over, under = map(int, found.groups())
        return Fraction(over, under) if 0 < under <= MAX_SHARE else None
    if not _DECIMAL.fullmatch(word):
        return None
    return Fraction(word.rstrip("%")) / (100 if word.endswith("%") else 1)


def _wrong_word(word: str) -> str:
    """What to write instead of a word that is neither 0 nor 1."""
    meant = [_MEANT.get(part) for part in ([word.lower()] if word.lower() in _MEANT else word.lower())]
    said = "0 or 1" if None in meant else clip(" ".join(map(str, meant)))
    return f"`{clip(word)}` is not 0 or 1; write {said}"
