"""From the bytes of a puzzle file to the puzzle, with all the faults of the file at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from neuron_tui.puzzle.file.course_fields import (
    check_steps,
    read_difficulty,
    read_old_ids,
    read_picture,
    read_steps,
)
from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import (
    read_flag,
    read_keys,
    read_line,
    read_positive,
    read_text,
    read_whole,
)
from neuron_tui.puzzle.file.table import Table, inputs_in_words, read_table
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar, read_tree
from neuron_tui.puzzle.formula.rows import check_formula, rows_to_read
from neuron_tui.puzzle.puzzle import (
    FORMAT,
    MAX_HIDDEN,
    MAX_HINTS,
    MAX_ITERATIONS,
    MAX_LEARNING_RATE,
    MAX_SEED,
    Expectation,
    NeuronSettings,
    Puzzle,
    default_input_names,
)
from neuron_tui.puzzle.text import clip

KEYS = (
    "title", "inputs", "output", "examples", "questions", "rule", "hint", "lesson", "afterwards", "neuron",
    "expect", "author", "format", "picture", "difficulty", "was", "steps", "noisy", "formula",
    "names_decide",
)  # fmt: skip
NEURON_KEYS = ("threshold", "iterations", "seed", "learning_rate", "hidden")

_MISSING = {
    "title": "`title` is missing; add a line such as `title: The leftmost column`",
    "examples": "`examples` is missing; add it with rows such as `- 0 0 1 -> 0`, each on a line of its own",
    "questions": "`questions` is missing; add it with at least one row such as `- 1 0 0 -> 1`",
}
_IN_NEURON = {key: f"write it within `neuron`, as `neuron: {{{key}: ...}}`" for key in NEURON_KEYS}
_AT_TOP = dict.fromkeys(KEYS, "write it at the top of the file, not within `neuron`")
_DEFAULT = Puzzle("", (), (), ())


@dataclass(frozen=True)
class Reading:
    """What a file gave. `puzzle` is None exactly when one of the faults is an error; faults are in order."""

    puzzle: Puzzle | None
    faults: tuple[Fault, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that are more than warnings."""
        return tuple(fault for fault in self.faults if fault.severity == "error")


def read_puzzle(data: bytes) -> Reading:
    """Read a puzzle file. Never raises, whatever the bytes are, and takes bounded time and memory."""
    faults = FaultList()
    root = read_tree(data, faults)
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not faults.errors:
            faults.add(1, 1, "this file is empty; `title`, `examples` and `questions` are needed")
        return Reading(None, faults.in_order())
    if not isinstance(root, MappingNode):
        faults.error(root, "a puzzle is written as `key: value` lines; begin with `title: ...`")
        return Reading(None, faults.in_order())
    newer = _newer_format(root)
    if newer is not None:
        return Reading(None, (newer,))
    puzzle = _read_fields(root, faults)
    return Reading(None if faults.errors else puzzle, faults.in_order())


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
                return Fault(value.line, value.column, message)
    return None


def _read_fields(root: MappingNode, faults: FaultList) -> Puzzle:
    """The puzzle as far as it can be read; it counts only where no error was told."""
    values = read_keys(root, KEYS, faults, _IN_NEURON)
    for key, message in _MISSING.items():
        if key not in values:
            faults.error(root, message)
    get = values.get
    picture = read_picture(get("picture"), faults)
    noisy = read_flag(get("noisy"), "noisy", faults) or _DEFAULT.noisy
    table = read_table(rows_to_read(values, picture, faults), get("questions"), picture, noisy, faults)
    input_names, output_name = _read_names(get("inputs"), get("output"), table, picture, faults)
    read_whole(get("format"), "format", (1, FORMAT), FORMAT, faults)
    steps = read_steps(get("steps"), faults)
    puzzle = Puzzle(
        title=read_line(get("title"), "title", faults) or "",
        input_names=input_names,
        output_name=output_name,
        examples=table.examples,
        questions=table.questions,
        rule=read_text(get("rule"), "rule", faults) or "",
        hints=_read_hints(get("hint"), faults),
        lesson=read_text(get("lesson"), "lesson", faults) or "",
        afterwards=read_text(get("afterwards"), "afterwards", faults) or "",
        neuron=_read_neuron(get("neuron"), faults),
        expect=_read_expectation(get("expect"), faults),
        author=read_line(get("author"), "author", faults) or "",
        picture=picture,
        difficulty=read_difficulty(get("difficulty"), faults),
        was=read_old_ids(get("was"), faults),
        steps=tuple(step for step, _ in steps),
        noisy=noisy,
        formula=read_line(get("formula"), "formula", faults) or "",
        names_decide=read_flag(get("names_decide"), "names_decide", faults) or _DEFAULT.names_decide,
    )
    check_steps(steps, puzzle, faults)
    check_formula(get("formula"), puzzle, table.example_rows, table.question_rows, faults)
    _check_tape(get("neuron"), puzzle, faults)
    return puzzle


def _read_names(
    inputs: Node | None,
    output: Node | None,
    table: Table,
    picture: tuple[int, int] | None,
    faults: FaultList,
) -> tuple[tuple[str, ...], str]:
    """The names of the inputs and of the output; none may repeat."""
    output_name = read_line(output, "output", faults) or _DEFAULT.output_name
    if inputs is None:
        names = default_input_names(table.width, picture)
        if output is not None and output_name in names:
            faults.error(
                output, f"`{output_name}` is the name of an input as well; write another name for the output"
            )
        return names, output_name
    if not isinstance(inputs, ListNode):
        faults.error(inputs, "inputs must be a list of names; write it as `inputs: [left, middle, right]`")
        return (), output_name
    if table.width and len(inputs.items) != table.width:
        faults.error(
            inputs,
            f"the rows have {inputs_in_words(table.width)}, and here stand {len(inputs.items):,} names; "
            "write one name per input, or remove `inputs`",
        )
    return _read_input_names(inputs.items, output, output_name, faults), output_name


def _read_input_names(
    items: Sequence[Node], output: Node | None, output_name: str, faults: FaultList
) -> tuple[str, ...]:
    """The names of the inputs, each told where it repeats another or the output's."""
    names: dict[str, Node] = {}
    for item in items:
        name = read_line(item, "the name of an input", faults)
        if name is None:
            continue
        if name in names:
            faults.error(item, f"the name `{clip(name)}` stands here twice; write a different one per input")
        elif name == output_name:
            place = item if output is None else output
            faults.error(
                place,
                f"`{clip(name)}` names an input and the output as well; write another name for one of them",
            )
        names[name] = item
    return tuple(names)


def _read_hints(node: Node | None, faults: FaultList) -> tuple[str, ...]:
    """One hint, or a list of up to three."""
    if not isinstance(node, ListNode):
        hint = read_text(node, "hint", faults)
        return (hint,) if hint else ()
    if len(node.items) > MAX_HINTS:
        faults.error(
            node.items[MAX_HINTS],
            f"hint has {len(node.items):,} entries; keep at most {MAX_HINTS}, from gentle to plain",
        )
    hints = []
    for item in node.items[:MAX_HINTS]:
        hint = read_text(item, "a hint", faults)
        if hint:
            hints.append(hint)
        elif hint == "":
            faults.error(item, "a hint is empty; write it, or remove its line")
    return tuple(hints)


def _read_neuron(node: Node | None, faults: FaultList) -> NeuronSettings:
    """How the neuron is trained."""
    default = _DEFAULT.neuron
    if node is None:
        return default
    if not isinstance(node, MappingNode):
        faults.error(node, "neuron must be keys and values; write it as `neuron: {threshold: true, seed: 1}`")
        return default
    values = read_keys(node, NEURON_KEYS, faults, _AT_TOP)
    threshold = read_flag(values.get("threshold"), "threshold", faults) or default.threshold
    iterations = read_whole(
        values.get("iterations"), "iterations", (1, MAX_ITERATIONS), default.iterations, faults
    )
    seed = read_whole(values.get("seed"), "seed", (0, MAX_SEED), default.seed, faults)
    rate = read_positive(values.get("learning_rate"), "learning_rate", MAX_LEARNING_RATE, faults)
    hidden = read_whole(values.get("hidden"), "hidden", (0, MAX_HIDDEN), 4, faults)
    return NeuronSettings(
        threshold=threshold,
        iterations=default.iterations if iterations is None else iterations,
        seed=default.seed if seed is None else seed,
        learning_rate=default.learning_rate if rate is None else rate,
        hidden=hidden or default.hidden,
    )


def _check_tape(node: Node | None, puzzle: Puzzle, faults: FaultList) -> None:
    """Whether the whole training can be kept: many weights leave room for fewer iterations."""
    inputs = len(puzzle.input_names)
    if node is None or faults.errors or inputs == 0:
        return
    most = puzzle.neuron.most_iterations(inputs)
    if puzzle.neuron.iterations > most:
        weights = puzzle.neuron.weights(inputs)
        faults.error(
            node, f"with {weights} weights there can be at most {most:,} iterations; write such a number"
        )


def _read_expectation(node: Node | None, faults: FaultList) -> Expectation | None:
    """How the neuron fares, in one of three words."""
    if node is None:
        return None
    words: tuple[Expectation, ...] = get_args(Expectation)
    if isinstance(node, Scalar):
        for word in words:
            if node.text == word:
                return word
    faults.error(node, "expect must be one of learns, fails and depends; write `expect: learns`")
    return None
