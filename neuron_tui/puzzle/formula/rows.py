"""A puzzle file's formula and its rows: all obey it, and some can be drawn from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import read_line, whole
from neuron_tui.puzzle.file.keys import Field, Fields, Form, mapping, read_keys, read_values
from neuron_tui.puzzle.file.rows import plain_row, read_row
from neuron_tui.puzzle.file.table import WrittenTable
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar
from neuron_tui.puzzle.formula.expression import BooleanFormula
from neuron_tui.puzzle.formula.parser import FormulaError, read_formula
from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, MAX_INPUTS, MAX_SEED, Puzzle, default_input_names

DRAWING_FIELDS: Fields = {
    "from": Field(replace(read_line, form={"const": "formula"}), "what they are drawn from: `formula`"),
    "rows": Field(whole(1, MAX_EXAMPLES, sample=5), "how many rows are drawn"),
    "seed": Field(whole(0, MAX_SEED, sample=3), "which rows: each seed draws others; by default 1"),
}
DRAWING: Form = mapping(DRAWING_FIELDS, "from", "rows")
_SAMPLE = "write it as `{from: formula, rows: 5, seed: 3}`"


def check_formula(node: Node | None, puzzle: Puzzle, table: WrittenTable, faults: FaultList) -> None:
    """Report a formula that can't be read, and each row that does not obey it.

    A noisy puzzle's examples need not, nor a question whose answer is a share or open.
    """
    names = puzzle.input_names
    rows = [row for row in (*table.example_rows, *table.question_rows) if row.inputs is not None]
    if not isinstance(node, Scalar) or not puzzle.formula or {row.width for row in rows} != {len(names)}:
        return
    try:
        formula = read_formula(puzzle.formula, names, puzzle.output_name)
    except FormulaError as error:
        column = node.column + (0 if node.lead is None else node.lead + error.start)
        faults.add(Fault(node.line, column, "formula", str(error)))
        return
    ruled = [
        (row, row.inputs)
        for row in (table.question_rows if puzzle.noisy else rows)
        if row.inputs is not None and row.output in (0, 1)
    ]
    outputs = formula.outputs(inputs for _, inputs in ruled)
    for (row, _), said in zip(ruled, outputs, strict=True):
        if row.output != said:
            faults.error(
                row,
                "disagrees",
                f"by the formula this row is {said}, and here stands {row.output}; change one of the two",
            )


def rows_to_read(nodes: Mapping[str, Node], puzzle: Puzzle, faults: FaultList) -> Node | None:
    """The examples as a list; where they are drawn from the formula, as if they had been written there.

    `puzzle` is what is known before there are rows.
    """
    node = nodes.get("examples")
    if not isinstance(node, MappingNode) or "from" not in {
        key.text for key, _ in node.pairs if isinstance(key, Scalar)
    }:
        return node
    keys = read_keys(node, DRAWING_FIELDS, faults)
    source = keys["from"]
    if not isinstance(source, Scalar) or source.text != "formula":
        faults.error(node, "drawn", f"examples can only come from a formula; {_SAMPLE}")
    elif "formula" not in nodes:
        faults.error(
            source, "drawn", "there is no formula to draw from; add a line such as `formula: left and right`"
        )
    elif "rows" not in keys:
        faults.error(node, "drawn", f"`rows` is missing, how many rows to draw; {_SAMPLE}")
    else:
        values = read_values(keys, DRAWING_FIELDS, faults)
        if values.keys() == keys.keys():
            drawn = _drawn_rows(nodes, puzzle, values["rows"], values.get("seed", 1), keys["rows"], faults)
            if drawn:
                return ListNode(
                    node.line, node.column, [Scalar(node.line, node.column, row) for row in drawn]
                )
    return None


def _drawn_rows(
    nodes: Mapping[str, Node], puzzle: Puzzle, count: int, seed: int, place: Node, faults: FaultList
) -> list[str]:
    """The rows as they would be written; none where anything is wrong that is reported elsewhere."""
    asked = _asked(nodes.get("questions"))
    names = _names(nodes.get("inputs"), asked, puzzle.picture)
    most = puzzle.picture[0] * puzzle.picture[1] if puzzle.picture else MAX_INPUTS
    if not 0 < len(names) <= most:
        return []
    asked = {row for row in asked if len(row) == len(names)}
    left = 2 ** len(names) - len(asked)
    try:
        formula = read_formula(puzzle.formula, names, puzzle.output_name)
    except FormulaError:
        return []
    if count > left:
        faults.error(place, "drawn", f"only {left} rows are not asked; write such a number, or less")
        return []
    rows = draw(formula, count, seed, asked)
    return [plain_row(row, output) for row, output in rows]


def draw(
    formula: BooleanFormula, count: int, seed: int, asked: Collection[tuple[int, ...]]
) -> list[tuple[tuple[int, ...], int]]:
    """`count` different rows, none of them asked, with the formula's outputs; the same for the same seed.

    Floyd's sampling draws as often as there are rows, however many there could be: J. Bentley and R. Floyd,
    "A sample of brilliance", Communications of the ACM 30 (1987), 754-757.
    """
    import numpy as np  # only now: home is to open at once

    width = len(formula.input_names)
    random = np.random.RandomState(seed)
    left = 2**width - len(asked)
    places: list[int] = []
    for most in range(left - count, left):
        place = int(random.randint(0, most + 1))
        places.append(most if place in places else place)
    random.shuffle(places)
    passed_over = sorted(int("".join(map(str, row)), 2) for row in asked)
    rows = [_row(_beyond(place, passed_over), width) for place in places]
    return list(zip(rows, formula.outputs(rows), strict=True))


def _beyond(place: int, passed_over: Sequence[int]) -> int:
    """The row at this place among those left when some are skipped (in order)."""
    for row in passed_over:
        place += row <= place
    return place


def _row(number: int, width: int) -> tuple[int, ...]:
    return tuple(map(int, f"{number:0{width}b}"))


def _asked(questions: Node | None) -> set[tuple[int, ...]]:
    """The inputs that are asked; what is wrong with the rows is reported elsewhere."""
    if not isinstance(questions, ListNode):
        return set()
    rows = (read_row(item, "noisy question", FaultList()) for item in questions.items)
    return {row.inputs for row in rows if row is not None and row.inputs is not None}


def _names(
    inputs: Node | None, asked: Collection[tuple[int, ...]], picture: tuple[int, int] | None
) -> tuple[str, ...]:
    """The names of the inputs, as far as they are known before there are rows."""
    if isinstance(inputs, ListNode):
        return tuple(item.text.strip() for item in inputs.items if isinstance(item, Scalar))
    width = picture[0] * picture[1] if picture else len(next(iter(asked), ()))
    return default_input_names(width, picture)
