"""What is said at the end of a chapter: what the player knows now, a small check, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import entries, lines, numbers, read_line, whole
from neuron_tui.puzzle.file.keys import (
    Field,
    Fields,
    Reader,
    Values,
    listed,
    mapping,
    read_keys,
    read_values,
    reads,
)
from neuron_tui.puzzle.file.puzzle_fields import read_picture
from neuron_tui.puzzle.file.rows import EXAMPLE, read_row
from neuron_tui.puzzle.file.tree import MappingNode, Node, Scalar
from neuron_tui.puzzle.puzzle import MAX_START_WEIGHT, Example

MAX_SAID = 5
MAX_ROWS = 8

Part = TypeVar("Part")


@dataclass(frozen=True)
class Check:
    """A question on a little picture, answered with 0 or 1, and a sentence for either answer.

    The picture is a `row` with the `weights` that it meets (drawn as points where there is a `picture`), or
    else a table of `rows`. `choices` are what 0 and 1 mean; without them they are what the neuron says.
    """

    question: str
    answer: int
    right: str
    wrong: str
    inputs: tuple[str, ...] = ()
    row: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()
    picture: tuple[int, int] | None = None
    rows: tuple[Example, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def weighted_sum(self) -> float:
        return sum(weight * on for weight, on in zip(self.weights, self.row, strict=True))


@dataclass(frozen=True)
class Earnest:
    """Where people met this in earnest, and who tells of it."""

    text: str
    source: str


@dataclass(frozen=True)
class ChapterEnd:
    """`say` is what the player can say now, `next` the promise of what follows, or the end of the course."""

    say: tuple[str, ...]
    check: Check
    earnest: Earnest
    next: str


def _several(most: int) -> Reader[tuple[str, ...]]:
    return lines(most, "write each as `- ...`", "chapter", least=1)


@reads({"type": ["string", "integer"], "pattern": r"^\s*[01](\s+[01])*\s*$", "minimum": 0, "maximum": 1})
def _read_inputs_on(node: Node, name: str, faults: FaultList) -> tuple[int, ...] | None:
    words = node.text.split() if isinstance(node, Scalar) else []
    if not words or not {"0", "1"}.issuperset(words):
        faults.error(node, "chapter", f"{name} must be inputs that are 0 or 1; write it as `{name}: 1 0 1`")
        return None
    return tuple(map(int, words))


@reads(listed(EXAMPLE, MAX_ROWS, 1))
def _read_rows(node: Node, name: str, faults: FaultList) -> tuple[Example, ...] | None:
    items = entries(node, name, "rows", MAX_ROWS, "write each as `- 0 1 -> 1`", faults, "chapter", 1)
    if items is None:
        return None
    read = (read_row(item, "example", faults) for item in items)
    return tuple(Example(row.inputs, int(row.output or 0)) for row in read if row and row.inputs)


def _part(make: Callable[..., Part], fields: Fields, *optional: str) -> Reader[Part]:
    """A reader of keys that are all needed but the optional ones."""
    needed = [key for key in fields if key not in optional]

    @reads(mapping(fields, *needed))
    def read(node: Node, name: str, faults: FaultList) -> Part | None:
        if not isinstance(node, MappingNode):
            faults.error(node, "chapter", f"{name} must be keys and values; the keys are {', '.join(fields)}")
            return None
        nodes = read_keys(node, fields, faults)
        missing = [key for key in needed if key not in nodes]
        for key in missing:
            faults.error(node, "chapter", f"`{key}` is missing in {name}; add a line `{key}: ...`")
        values: Values = read_values(nodes, fields, faults)
        return None if missing or len(values) < len(nodes) else make(**values)

    return read


_read_check_keys = _part(
    Check,
    {
        "question": Field(read_line, "what is asked"),
        "answer": Field(whole(0, 1, sample=1), "what is right, 0 or 1"),
        "right": Field(read_line, "what is said to the right answer"),
        "wrong": Field(read_line, "what is said to the other one"),
        "inputs": Field(_several(MAX_ROWS), "a name per column; not with a `picture`"),
        "row": Field(_read_inputs_on, "the inputs that are shown, as `1 0 1`"),
        "weights": Field(numbers(MAX_START_WEIGHT), "the weights that the row meets, one for each input"),
        "picture": Field(read_picture, "`3x3`: the row and the weights are shown as points"),
        "rows": Field(_read_rows, f"up to {MAX_ROWS} rows that are shown instead of `row` and `weights`"),
        "choices": Field(_several(2), "what 0 and 1 mean; without it they are what the neuron says"),
    },
    "inputs", "row", "weights", "picture", "rows", "choices",
)  # fmt: skip


@reads(_read_check_keys.form)
def _read_check(node: Node, name: str, faults: FaultList) -> Check | None:
    check = _read_check_keys(node, name, faults)
    if check is None:
        return None
    if fault := _picture_fault(check):
        faults.error(node, "chapter", fault)
        return None
    return check


def _picture_fault(check: Check) -> str:
    """What is wrong with the picture of a check, empty where nothing is."""
    weighed = check.row and check.weights and not check.rows
    if not weighed and not (check.rows and not (check.row or check.weights or check.picture)):
        return "a check shows either `rows`, or one `row` and its `weights`; write one of the two"
    rows, drawn = check.picture or (1, len(check.inputs))
    widths = (
        [len(check.row), len(check.weights)] if check.weights else [len(row.inputs) for row in check.rows]
    )
    if {rows * drawn} != set(widths):
        return "a check needs as many inputs as its rows and weights have; name each, or write `picture: 3x3`"
    if check.choices and len(check.choices) != len({0, 1}):
        return "choices must be two, for 0 and for 1; write them as `choices: [no, yes]`"
    says = int(check.weighted_sum > 0) if check.weights else check.answer
    if not check.choices and says != check.answer:
        return f"these weights add up to {check.weighted_sum:g}, so the answer is {says}; change one of them"
    return ""


_EARNEST_FIELDS: Fields = {
    "text": Field(read_line, "what was met in earnest, and where"),
    "source": Field(read_line, "who tells of it"),
}
read_chapter_end = _part(
    ChapterEnd,
    {
        "say": Field(
            _several(MAX_SAID),
            f"up to {MAX_SAID} sentences that the player can say now",
        ),
        "check": Field(_read_check, "one small question"),
        "earnest": Field(_part(Earnest, _EARNEST_FIELDS), "where it was met in earnest"),
        "next": Field(read_line, "what comes next"),
    },
)
