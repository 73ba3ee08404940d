"""From the bytes of a puzzle file to the puzzle, with all the faults of the file at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from neuron_tui.puzzle.file.faults import Fault, FaultList, Rewrite
from neuron_tui.puzzle.file.fields import LINE, read_flag, read_line, read_text, whole
from neuron_tui.puzzle.file.keys import (
    Field,
    Fields,
    Form,
    Reader,
    listed,
    mapping,
    read_keys,
    read_values,
    reads,
)
from neuron_tui.puzzle.file.neuron_fields import NEURON_FIELDS, check_neuron
from neuron_tui.puzzle.file.puzzle_fields import (
    STEPS,
    read_expectation,
    read_hints,
    read_old_ids,
    read_panels,
    read_picture,
    read_steps,
    read_tags,
)
from neuron_tui.puzzle.file.rows import EXAMPLE, QUESTION
from neuron_tui.puzzle.file.table import read_table
from neuron_tui.puzzle.file.task_fields import check_task, read_task
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar, read_tree
from neuron_tui.puzzle.formula.rows import DRAWING, check_formula, rows_to_read
from neuron_tui.puzzle.puzzle import (
    FORMAT,
    MAX_DIFFICULTY,
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_QUESTIONS,
    MAX_TAGS,
    PICTURE_SIDES,
    NeuronSettings,
    Panel,
    Puzzle,
    default_input_names,
    shares_of,
)
from neuron_tui.puzzle.text import clip, plural


@reads(mapping(NEURON_FIELDS))
def _read_neuron(node: Node, name: str, faults: FaultList) -> NeuronSettings | None:
    if not isinstance(node, MappingNode):
        faults.error(
            node,
            "value",
            f"{name} must be keys and values; write it as `neuron: {{threshold: true, seed: 1}}`",
        )
        return None
    elsewhere = "write it at the top of the file, not within `neuron`"
    nodes = read_keys(node, NEURON_FIELDS, faults, dict.fromkeys(FIELDS, elsewhere))
    return NeuronSettings(**read_values(nodes, NEURON_FIELDS, faults))


def _later(form: Form) -> Reader[None]:
    """What depends on other keys is read once these are known."""
    return Reader(lambda *_: None, form)


FIELDS: Fields = {
    "title": Field(read_line, "the name in the list"),
    "inputs": Field(
        _later(listed(LINE, max(MAX_INPUTS, PICTURE_SIDES[1] ** 2), 1)),
        "a name per column; by default A, B, C and so on",
    ),
    "output": Field(read_line, "the name of the output; by default `answer`"),
    "examples": Field(
        _later({**listed(EXAMPLE, MAX_EXAMPLES, 1), **DRAWING, "type": ["array", "object"]}),
        f"1 to {MAX_EXAMPLES} rows: the inputs (1 to {MAX_INPUTS}, each 0 or 1), an arrow, the output",
    ),
    "questions": Field(
        _later(listed(QUESTION, MAX_QUESTIONS, 1)),
        f"1 to {MAX_QUESTIONS} rows to guess, with the right answer: 0, 1, `?` or a share",
    ),
    "rule": Field(read_text, "what the answers follow, shown after the verdict"),
    "hint": Field(read_hints, "one hint, or up to three, from gentle to plain"),
    "lesson": Field(read_text, "what is read before the guess"),
    "afterwards": Field(read_text, "what is read after the verdict"),
    "neuron": Field(_read_neuron, "how the neuron learns"),
    "expect": Field(
        read_expectation,
        "how the neuron fares with this seed and the nine after it: `learns`, `fails`, `depends`",
    ),
    "author": Field(read_line, "who made it"),
    "format": Field(whole(1, FORMAT, sample=FORMAT), f"the version of this format, {FORMAT}"),
    "picture": Field(read_picture, "`3x3`: each row is a little picture"),
    "difficulty": Field(whole(1, MAX_DIFFICULTY, sample=2), f"how hard it is, 1 to {MAX_DIFFICULTY}"),
    "was": Field(read_old_ids, "ids that the puzzle had before it moved, as `[chapter/file]`"),
    "steps": Field(_later(STEPS), "things to do, one after the other"),
    "noisy": Field(read_flag, "`true`: the same inputs may lead to different outputs"),
    "formula": Field(
        read_line, "the rule as a formula that every row is checked against; told where `rule` is missing"
    ),
    "names_decide": Field(
        read_flag, "`true`: several rules fit the rows, and the meaning of the names decides"
    ),
    "foresee": Field(read_flag, "`true`: after each guess you also say what the neuron will say"),
    "task": Field(read_task, "something to do after the verdict, or in the place of questions"),
    "tags": Field(read_tags, f"up to {MAX_TAGS} short words by which `/` on home finds it"),
    "panels": Field(
        read_panels,
        "what is shown while the neuron learns, what matters most first: some of "
        f"{', '.join(f'`{panel}`' for panel in get_args(Panel))}",
    ),
}
_MISSING = {
    "title": "`title` is missing; add a line such as `title: The leftmost column`",
    "examples": "`examples` is missing; add it with rows such as `- 0 0 1 -> 0`, each on a line of its own",
    "questions": "`questions` is missing; add it with at least one row such as `- 1 0 0 -> 1`, or a `task`",
}
PUZZLE: Form = {
    **mapping(FIELDS, "title", "examples"),
    "anyOf": [{"required": ["questions"]}, {"required": ["task"]}],
}
_IN_NEURON = {key: f"write it within `neuron`, as `neuron: {{{key}: ...}}`" for key in NEURON_FIELDS}
_NOTHING = Puzzle("", (), (), ())


@dataclass(frozen=True)
class Reading:
    """What a file gave. `puzzle` is None exactly when one of the faults is an error; faults are in order.

    `whole`: whether they are all of the file's, and not only those that kept it from being read on.
    """

    puzzle: Puzzle | None
    faults: tuple[Fault, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    whole: bool = True


def read_puzzle(data: bytes) -> Reading:
    """Read a puzzle file. Never raises, whatever the bytes are, and takes bounded time and memory."""
    faults = FaultList()
    root = read_tree(data, faults, FIELDS)
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not faults.errors:
            message = "this file is empty; `title`, `examples` and `questions` are needed"
            return Reading(None, (Fault(1, 1, "missing", message),))
        return Reading(None, faults.in_order(), whole=False)
    if not isinstance(root, MappingNode):
        faults.error(root, "yaml", "a puzzle is written as `key: value` lines; begin with `title: ...`")
        return Reading(None, faults.in_order())
    newer = _newer_format(root)
    if newer is not None:
        return Reading(None, (newer,))
    puzzle = _read_fields(root, faults)
    if faults.errors:
        return Reading(None, faults.in_order())
    return Reading(puzzle, faults.in_order(), faults.rewrites)


def _newer_format(root: MappingNode) -> Fault | None:
    """The one fault of a file for a later version of the game, whose other keys mean nothing yet."""
    for key, value in root.pairs:
        if isinstance(key, Scalar) and key.text == "format" and isinstance(value, Scalar) and value.plain:
            digits = value.text.lstrip("+0")
            if digits.isdecimal() and digits.isascii() and (len(digits) > 9 or int(digits) > FORMAT):
                message = (
                    f"this file has format {clip(digits)} and this game reads up to {FORMAT}; "
                    f"get a newer neuron-tui, or write `format: {FORMAT}`"
                )
                return Fault(value.line, value.column, "format", message)
    return None


def _read_fields(root: MappingNode, faults: FaultList) -> Puzzle:
    """The puzzle as far as it can be read; it counts only where there is no error."""
    nodes = read_keys(root, FIELDS, faults, _IN_NEURON)
    for key, message in _MISSING.items():
        if key not in nodes and not (key == "questions" and "task" in nodes):
            faults.error(root, "missing", message)
    values = read_values(nodes, FIELDS, faults)
    values.pop("format", None)
    puzzle = replace(
        _NOTHING,
        output_name=values.pop("output", _NOTHING.output_name),
        hints=values.pop("hint", ()),
        **values,
    )
    rows = rows_to_read(nodes, puzzle, faults)
    table = read_table(rows, nodes.get("questions"), puzzle, faults)
    names = _read_names(nodes.get("inputs"), nodes.get("output"), puzzle, table.width, faults)
    puzzle = replace(puzzle, input_names=names, examples=table.examples, questions=table.questions)
    puzzle = replace(puzzle, steps=read_steps(nodes.get("steps"), puzzle, faults))
    _check_noisy(nodes.get("noisy"), puzzle, faults)
    _check_outputs(nodes.get("examples"), puzzle, faults)
    check_formula(nodes.get("formula"), puzzle, table, faults)
    check_neuron(nodes.get("neuron"), puzzle, faults)
    check_task(nodes.get("task"), puzzle, faults)
    return puzzle


def _read_names(
    inputs: Node | None, output: Node | None, puzzle: Puzzle, width: int, faults: FaultList
) -> tuple[str, ...]:
    """The names of the inputs; none may be another's or the output's."""
    if inputs is None:
        names = default_input_names(width, puzzle.picture)
        if output is not None and puzzle.output_name in names:
            what = f"`{puzzle.output_name}` is the name of an input as well"
            faults.error(output, "names", f"{what}; write another name for the output")
        return names
    if not isinstance(inputs, ListNode):
        words = re.split(r"[,;\s]+", inputs.text.strip()) if isinstance(inputs, Scalar) else []
        sample = clip(", ".join(words)) if len(words) > 1 else "left, middle, right"
        faults.error(inputs, "names", f"inputs must be a list of names; write it as `inputs: [{sample}]`")
        return ()
    if width and len(inputs.items) != width:
        what = f"the rows have {plural(width, 'input')}, and here stand {len(inputs.items):,} names"
        faults.error(inputs, "names", f"{what}; write one name per input, or remove `inputs`")
    return _read_input_names(inputs.items, output, puzzle.output_name, faults)


def _read_input_names(
    items: Sequence[Node], output: Node | None, output_name: str, faults: FaultList
) -> tuple[str, ...]:
    """The names in the list, each reported where it repeats another or the output's."""
    names: dict[str, None] = {}
    seen = {output_name.casefold(): output_name}
    for item in items:
        name = read_line(item, "the name of an input", faults)
        if name is None:
            continue
        shown, alike = f"`{clip(name)}`", seen.setdefault(name.casefold(), name)
        if isinstance(item, Scalar) and item.plain and name.lower() in ("null", "~"):
            faults.warn(item, "names", f"{shown} is taken for a name; write the one that is meant")
        if name in names:
            faults.error(
                item, "names", f"the name {shown} stands here twice; write a different one per input"
            )
        elif name == output_name:
            place = item if output is None else output
            what = f"{shown} names an input and the output as well"
            faults.error(place, "names", f"{what}; write another name for one of them")
        elif name != alike:
            what = f"{shown} and `{clip(alike)}` differ in nothing but capital letters"
            faults.warn(item, "names", f"{what}; write another name for one of them")
        names[name] = None
    return tuple(names)


def _check_noisy(node: Node | None, puzzle: Puzzle, faults: FaultList) -> None:
    """Whether chance has a say at all: some inputs stand with both outputs, or a question has a share."""
    answers = {*shares_of(puzzle.examples).values(), *(question.answer for question in puzzle.questions)}
    if node is not None and puzzle.noisy and not faults.errors and answers <= {0, 1, None}:
        faults.warn(node, "value", "nothing here is noisy: no row stands with both outputs; remove this line")


def _check_outputs(node: Node | None, puzzle: Puzzle, faults: FaultList) -> None:
    """Whether there is anything to learn; who says what to expect of the neuron has seen it learn."""
    outputs = {example.target for example in puzzle.examples}
    if node is not None and len(outputs) == 1 and not puzzle.expect and not faults.errors:
        (output,) = outputs
        what = f"all outputs are {output}, so there is nothing to tell apart"
        faults.warn(node, "rows", f"{what}; add a row with {1 - output}")
