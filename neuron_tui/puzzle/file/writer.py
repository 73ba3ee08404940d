"""From a puzzle to a file that holds it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.rows import plain_row
from neuron_tui.puzzle.puzzle import FORMAT, NeuronSettings, Puzzle, Step
from neuron_tui.puzzle.task import Task

_WIDTH = 96
_LISTED = re.compile(r"[^\W\d_][\w.'!()/;+-]*(?: [\w.'!()/;+-]+)*")
_ALONE = re.compile(r"[^\W\d_][\w.'!()/;+,?-]*(?: [\w.'!()/;+,?-]+)*")
_CANT_FOLD = re.compile(r"(?m)^ |  | $|[^\S \n]")


def write_puzzle(puzzle: Puzzle) -> str:
    """The text of a file that reads back to an equal puzzle.

    Raises ValueError for a puzzle that no file may hold (too many rows, contradicting ones, control
    characters, texts with blank space around them); the error says what is wrong first.
    """
    text = yaml_of(puzzle)
    reading = read_puzzle(text.encode())
    if reading.puzzle != puzzle:
        errors = [fault.message for fault in reading.faults if fault.severity == "error"]
        raise ValueError(errors[0] if errors else "a text begins or ends blank")
    return text


def yaml_of(puzzle: Puzzle) -> str:
    """The text of a file for whatever puzzle, also one that no file may hold; reading it tells the faults."""
    return "\n".join(_lines(puzzle)) + "\n"


def _lines(puzzle: Puzzle) -> Iterator[str]:
    """The file line by line, in the order that reads best."""
    yield f"title: {quoted(puzzle.title)}"
    if puzzle.picture:
        yield f"picture: {puzzle.picture[0]}x{puzzle.picture[1]}"
    yield from _names(puzzle.input_names)
    yield f"output: {quoted(puzzle.output_name)}"
    if puzzle.noisy:
        yield "noisy: true"
    yield "examples:"
    yield from (f"  - {plain_row(example.inputs, example.target)}" for example in puzzle.examples)
    yield from ["questions:"] * bool(puzzle.questions)
    yield from (f"  - {plain_row(question.inputs, question.answer)}" for question in puzzle.questions)
    yield from _text("rule: ", puzzle.rule)
    if puzzle.formula:
        yield f"formula: {quoted(puzzle.formula)}"
    if puzzle.names_decide:
        yield "names_decide: true"
    if puzzle.foresee:
        yield "foresee: true"
    yield from _hints(puzzle.hints)
    yield from _text("lesson: ", puzzle.lesson)
    yield from _text("afterwards: ", puzzle.afterwards)
    yield f"neuron: {_settings(puzzle.neuron)}"
    if puzzle.expect:
        yield f"expect: {puzzle.expect}"
    yield from _steps(puzzle.steps)
    if puzzle.task:
        yield f"task: {_task(puzzle.task)}"
    if puzzle.panels:
        yield f"panels: [{', '.join(puzzle.panels)}]"
    if puzzle.difficulty:
        yield f"difficulty: {puzzle.difficulty}"
    for key, words in (("tags", puzzle.tags), ("was", puzzle.was)):
        if words:
            yield f"{key}: [{', '.join(quoted(word, listed=True) for word in words)}]"
    if puzzle.author:
        yield f"author: {quoted(puzzle.author)}"
    yield f"format: {FORMAT}"


def _names(names: tuple[str, ...]) -> Iterator[str]:
    """The names of the inputs, in one line where they fit."""
    line = f"inputs: [{', '.join(quoted(name, listed=True) for name in names)}]"
    if len(line) <= _WIDTH:
        yield line
    else:
        yield "inputs:"
        yield from (f"  - {quoted(name)}" for name in names)


def _hints(hints: tuple[str, ...]) -> Iterator[str]:
    """One hint as a text, several as a list."""
    if len(hints) > 1:
        yield "hint:"
    for hint in hints:
        yield from _text("hint: " if len(hints) == 1 else "  - ", hint)


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    """The steps of the lesson, each with its condition."""
    if steps:
        yield "steps:"
    for step in steps:
        yield from _text("  - text: ", step.text)
        if step.pause is not None:
            yield f"    pause: {step.pause}"
        yield f"    until: {quoted(step.until)}"
        yield from _text("    shown: ", step.shown)


def _text(lead: str, text: str) -> Iterator[str]:
    """A text behind what leads to it, nothing where it is empty; its other lines stand further in."""
    if text:
        indent = len(lead) - len(lead.lstrip(" -")) + 2 * (":" in lead)
        first, *rest = _value(text, indent)
        yield lead + first
        yield from rest


def _value(text: str, indent: int) -> list[str]:
    """A text as a value: in one line where it fits, else as a block, wrapped where that changes nothing."""
    lines = text.split("\n")
    long = max(map(len, lines)) > _WIDTH
    if len(lines) == 1 and not long:
        return [quoted(text)]
    folds = long and not _CANT_FOLD.search(text)
    block = [">", *_folded(lines, _WIDTH - indent)] if folds else ["|", *lines]
    return [block[0], *(f"{' ' * indent}{line}" if line else "" for line in block[1:])]


def _folded(lines: list[str], width: int) -> Iterator[str]:
    """The lines of a folded block: a single line break in it is read as a space, n + 1 of them as n."""
    for number, line in enumerate(lines):
        if number and line:
            yield ""
        yield from textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def _settings(neuron: NeuronSettings) -> str:
    """The neuron's settings in one line; numbers with every digit they have."""
    start = f", start: [{', '.join(map(_number, neuron.start))}]" if neuron.start else ""
    hidden = f", hidden: {neuron.hidden}" if neuron.hidden else ""
    return (
        f"{{threshold: {str(neuron.threshold).lower()}, iterations: {neuron.iterations}, "
        f"seed: {neuron.seed}, learning_rate: {_number(neuron.learning_rate)}{hidden}{start}}}"
    )


def _task(task: Task) -> str:
    """The task in one line."""
    may = f", may: [{', '.join(task.may)}]" if task.may else ""
    hint = f", hint: {quoted(task.hint, listed=True)}" if task.hint else ""
    limit = f", limit: {task.limit}" if task.limit else ""
    solution = ", ".join(map(_number, task.solution))
    return f"{{do: {task.do}, par: {task.par}{may}{limit}, solution: [{solution}]{hint}}}"


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def quoted(text: str, listed: bool = False) -> str:
    """The text in quotation marks if YAML could read it as anything else.

    `listed`: within a list such as `[left, right]`, where a comma would end it.
    """
    if (_LISTED if listed else _ALONE).fullmatch(text) and text.lower() != "null":
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
