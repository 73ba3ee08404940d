"""The examples and questions of a puzzle: all of one width, and none that contradicts another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import entries
from neuron_tui.puzzle.file.rows import RowKind, WrittenRow, read_row, written
from neuron_tui.puzzle.file.tree import Node, Scalar
from neuron_tui.puzzle.puzzle import (
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_QUESTIONS,
    Example,
    Puzzle,
    Question,
    shares_of,
)
from neuron_tui.puzzle.text import plural


@dataclass(frozen=True)
class WrittenTable:
    """The rows that could be read, with their places.

    `width` is how many inputs a row has, 0 where that is unknown.
    """

    examples: tuple[Example, ...]
    questions: tuple[Question, ...]
    width: int
    example_rows: Sequence[WrittenRow] = ()
    question_rows: Sequence[WrittenRow] = ()


def read_table(
    examples: Node | None, questions: Node | None, puzzle: Puzzle, faults: FaultList
) -> WrittenTable:
    """Both lists of rows, with every fault in them reported. `puzzle` is what is known before them."""
    example_rows = _read_rows(examples, "examples", MAX_EXAMPLES, "example", faults)
    kind: RowKind = "noisy question" if puzzle.noisy else "question"
    width, _ = _usual_width(example_rows)
    question_rows = _read_rows(questions, "questions", MAX_QUESTIONS, kind, faults, width)
    width = _check_widths([*example_rows, *question_rows], puzzle.picture, faults)
    read = tuple(Example(row.inputs, int(row.output or 0)) for row in example_rows if row.inputs is not None)
    if puzzle.noisy:
        _check_repetitions((), question_rows, faults)
        _check_shares(read, question_rows, faults)
    else:
        _check_repetitions(example_rows, question_rows, faults)
    asked = (Question(row.inputs, row.output) for row in question_rows if row.inputs is not None)
    return WrittenTable(read, tuple(asked), width, example_rows, question_rows)


def _read_rows(
    node: Node | None, name: str, most: int, kind: RowKind, faults: FaultList, width: int = 0
) -> list[WrittenRow]:
    if node is None:
        return []
    wanted = "begin each on a line of its own with `- `"
    if isinstance(node, Scalar) and node.text.startswith(("-0", "-1")):
        wanted = "write a blank after each `-`"
    elif isinstance(node, Scalar) and "," in node.text and "-" not in node.text:
        wanted = "`neuron-tui new NAME --from TABLE` makes them of a table; or write each with `- `"
    items = entries(node, name, "rows", most, f"{wanted}, as in `- 0 0 1 -> 0`", faults, "rows", 1) or ()
    rows = (read_row(item, kind, faults, width) for item in items)
    return [row for row in rows if row is not None]


def _check_widths(rows: Sequence[WrittenRow], picture: tuple[int, int] | None, faults: FaultList) -> int:
    """The width of the picture, or that most rows have; rows of another one are reported."""
    width, usual = _usual_width(rows)
    if usual is None:
        return 0
    wanted = f"the one on line {usual.line} has {width:,}; give every row equally many"
    if picture is not None:
        width = picture[0] * picture[1]
        wanted = f"a picture of {picture[0]}x{picture[1]} has {width} points; write {width}"
    elif width > MAX_INPUTS:
        faults.error(usual, "width", f"a row has {width:,} inputs; keep at most {MAX_INPUTS}")
    for row in rows:
        if row.width != width:
            faults.error(row, "width", f"this row has {plural(row.width, 'input')}, but {wanted}")
    return width


def _usual_width(rows: Sequence[WrittenRow]) -> tuple[int, WrittenRow | None]:
    """The width that most rows have, the first of several such, and the first row that has it."""
    counts = Counter(row.width for row in rows)
    width = max(counts, key=counts.__getitem__, default=0)
    return width, next((row for row in rows if row.width == width), None)


def _check_repetitions(
    examples: Sequence[WrittenRow], questions: Sequence[WrittenRow], faults: FaultList
) -> None:
    """Rows with the same inputs: an error where the outputs differ, a warning where they agree."""
    first_rows: dict[tuple[int, ...], tuple[WrittenRow, bool]] = {}
    for rows, asked in ((examples, False), (questions, True)):
        for row in rows:
            if row.inputs is None:
                continue
            first, first_asked = first_rows.setdefault(row.inputs, (row, asked))
            if first is row:
                continue
            if first.output != row.output:
                noisy = "" if asked else ", or write `noisy: true` where that is meant"
                what = f"line {first.line} has {written(first.output)} for the same inputs"
                faults.error(row, "contradiction", f"{what}; change one of the two rows, or remove it{noisy}")
            elif first_asked == asked:
                what = f"this row stands on line {first.line} already"
                faults.warn(row, "repeated", f"{what}; remove one of the two")
            else:
                what = f"the answer is given away on line {first.line}"
                faults.warn(row, "repeated", f"{what}; ask for a row that is new")


def _check_shares(examples: Sequence[Example], questions: Sequence[WrittenRow], faults: FaultList) -> None:
    """A question with the inputs of a noisy puzzle's examples must have their share as its answer."""
    counts = Counter(example.inputs for example in examples)
    shares = shares_of(examples)
    for row in questions:
        if row.inputs is None or row.inputs not in shares:
            continue
        share, count = shares[row.inputs], counts[row.inputs]
        if row.output != share:
            found = f"of the examples with these inputs {int(share * count):,} of {count:,} have 1"
            wanted = f"this row has {written(row.output)}; write {written(share)}"
            faults.error(row, "share", f"{found}, and {wanted}")
