"""What there is to say of a puzzle while it is being made, in short sentences for who makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.explain.rules.fitting import Fitting, fitting
from neuron_tui.game.explain.rules.sizes import MOST_INPUTS
from neuron_tui.game.explain.rules.text import rule_in_words
from neuron_tui.game.explain.rules.verdict import needs_no_names, unfair
from neuron_tui.game.proving.expectation import SEEDS, SeedOutcome
from neuron_tui.game.proving.impossible import is_impossible
from neuron_tui.puzzle.file.faults import Fault
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import yaml_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital, clip

Kind = Literal["to do", "good", "bad", "plain"]
_BEGIN = (
    "Type the rows of your table with 0 and 1. The neuron learns them as you type. "
    "Then type the row to guess, below the line."
)
_LINE = re.compile(r"\bline (\d+)")
_DONE = {
    "write `noisy: true`": "turn on \u201cnoisy\u201d",
    "remove this line": "turn off \u201cnoisy\u201d",
}
"""What `check` has written in a file, and a switch does here."""
_LONGEST = 60
"""Characters of a rule."""
UNKNOWN = "???"
_NAMES_DECIDE = "Several rules fit the rows, and the names tell which is meant."
_NAMES_IDLE = "The rows are enough: the names need not decide."
_HARD = (
    "Too easy: the answer is always {}.",
    "Easy: one input decides.",
    "Not easy: the rule names two inputs.",
    "Hard: the rule names three inputs.",
    "Very hard: the rule names inputs {} times.",
)


@dataclass(frozen=True)
class Note:
    """One thing to say; `row` is the row that it is about, where it is about one."""

    kind: Kind
    text: str
    row: int | None = None


def missing(draft: Draft) -> list[Note]:
    """What the draft does not have yet."""
    if draft == Draft.blank():
        return [Note("to do", _BEGIN)]
    notes = [
        Note("to do", f"{capital(_called(draft, row))} has no answer yet.", row)
        for row, each in enumerate(draft.rows)
        if not each.complete
    ]
    if not draft.examples:
        notes.append(Note("to do", "Add rows to learn from."))
    if draft.examples == len(draft.rows) and not draft.about.task:
        notes.append(Note("to do", "Add a row to guess."))
    if not draft.about.title:
        notes.append(Note("to do", "Give it a title."))
    return notes


def checked(draft: Draft) -> list[Note]:
    """What `neuron-tui check` finds wrong with the puzzle of a draft that misses nothing."""
    puzzle = draft.puzzle()
    text = yaml_of(puzzle)
    lines = text.split("\n")
    examples = draft.examples
    firsts = [lines.index(name) + 2 if name in lines else 0 for name in ("examples:", "questions:")]
    rows = {firsts[each.asked] + row - examples * each.asked: row for row, each in enumerate(draft.rows)}

    def note(fault: Fault) -> Note:
        row = rows.get(fault.line)
        said = _LINE.sub(lambda at: _called(draft, rows.get(int(at[1]))), fault.message)
        for written, done in _DONE.items():
            said = said.replace(written, done)
        where = "" if row is None else f"{capital(_called(draft, row))}: "
        kind: Kind = "bad" if fault.severity == "error" else "plain"
        return Note(kind, f"{where}{said if where else capital(said)}.", row)

    faults = read_puzzle(text.encode()).faults
    return [note(replace(fault, line=0) if fault.code == "rows" else fault) for fault in faults]  # all rows


def _called(draft: Draft, row: int | None) -> str:
    if row is None:
        return "another line"
    name = draft.row_name(row)
    return "the row to guess" if name == UNKNOWN else f"row {name}"


def learned(puzzle: Puzzle, outcomes: Sequence[SeedOutcome]) -> Note:
    """From how many starts the neuron learns it; and where from none, whether it could."""
    count = sum(outcome.learned for outcome in outcomes)
    if count == SEEDS:
        return Note("good", f"The neuron learns it, from {SEEDS} of {SEEDS} starts.")
    if count:
        return Note("plain", f"The neuron learns it from {count} of {SEEDS} starts. Luck decides.")
    said = f"The neuron does not learn it, from 0 of {SEEDS} starts"
    if not is_impossible(puzzle):
        return Note("plain", f"{said}.")
    helped = replace(puzzle, neuron=replace(puzzle.neuron, threshold=True))
    if not puzzle.neuron.threshold and is_impossible(helped) is False:
        return Note("plain", f"{said}: it needs a threshold.")
    return Note("plain", f"{said}: one neuron never can. Hidden neurons may.")


def rules(draft: Draft) -> Iterator[Note]:
    """Which short rules fit the examples, whether they settle what is asked, and how hard that makes it."""
    puzzle = draft.puzzle()
    fit = fitting(puzzle) if puzzle.examples and puzzle.questions else None
    if fit is None:
        if draft.width > MOST_INPUTS and not puzzle.picture:
            yield Note("plain", f"With more than {MOST_INPUTS} inputs, the rules that fit are not counted.")
        return
    faulty = [index for index, _ in unfair(puzzle)]
    for index in faulty:
        row = draft.examples + index
        yield Note("bad", _unsettled(fit, puzzle, index, _called(draft, row)), row)
    if puzzle.names_decide:
        enough = needs_no_names(puzzle)
        yield Note(*(("plain", _NAMES_IDLE) if enough else ("good", _NAMES_DECIDE)))
    elif not faulty:
        first = _words(fit.rules[0], puzzle)
        if len(fit.rules) == 1:
            yield Note("good", f"Fair: the shortest rule that fits is {first}.")
        else:
            yield Note("good", f"Fair: {len(fit.rules)} rules fit and are equally short, such as {first}.")
    level = min(fit.size, len(_HARD) - 1)
    yield Note("plain", _HARD[level].format(fit.size or int(fit.rules[0] > 0)))


def _unsettled(fit: Fitting, puzzle: Puzzle, index: int, name: str) -> str:
    """Why the rows do not lead to what the question of this name says."""
    question = puzzle.questions[index]
    zeros, ones = (fit.saying(question, answer) for answer in (0, 1))
    if zeros and ones:
        two = f"by {_words(zeros[0], puzzle)} it is 0, by {_words(ones[0], puzzle)} 1"
        return f"{capital(name)} is open: {two}. Both fit. Add a row that parts them."
    rule, says = _words(fit.rules[0], puzzle), int(bool(ones))
    if question.answer is None:
        return f"{capital(name)} is not open: by the shortest rule, {rule}, it is {says}."
    return f"The rows speak against {name}: by the shortest rule, {rule}, it is {says}."


def _words(rule: int, puzzle: Puzzle) -> str:
    return f"“{clip(rule_in_words(rule, puzzle.input_names), _LONGEST)}”"
