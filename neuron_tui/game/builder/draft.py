"""A puzzle that is being made: rows that may still miss their answers, and the moves that change it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from neuron_tui.game.files.saving import stamp
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.writer import yaml_of
from neuron_tui.puzzle.formula.parser import FormulaError, read_formula
from neuron_tui.puzzle.formula.rows import draw
from neuron_tui.puzzle.puzzle import (
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_QUESTIONS,
    Answer,
    Example,
    NeuronSettings,
    Puzzle,
    Question,
    default_input_names,
    usual_row_name,
)

FILLED = 5
"""A formula draws so many examples where there are fewer, and one question where there is none."""
_SHARES: tuple[Answer, ...] = (0, *(Fraction(share) for share in ("1/4", "1/3", "1/2", "2/3", "3/4")), 1)
"""Answers of a question where chance has a say."""


@dataclass(frozen=True)
class Row:
    """One row: its inputs, each 0 or 1, and its answer. None is `?` in a question, and still missing in an
    example.
    """

    inputs: tuple[int, ...]
    answer: Answer = None
    asked: bool = False

    @property
    def complete(self) -> bool:
        return self.asked or self.answer is not None


@dataclass(frozen=True)
class Draft:
    """`about` has the names, the words and the settings, and no rows. Of the `rows`, the examples come first.

    `file` is the player's file that it was read from or saved to, and `stamp` that of its text then.

    Each move returns the draft after it; a move that is not possible, the same draft.
    """

    about: Puzzle
    rows: tuple[Row, ...] = ()
    file: str = ""
    stamp: str = ""

    @classmethod
    def blank(cls) -> Draft:
        """Nothing yet, but names for three inputs."""
        return cls(Puzzle("", default_input_names(3), (), ()))

    @classmethod
    def of(cls, puzzle: Puzzle) -> Draft:
        """The puzzle with all that it has."""
        examples = (Row(example.inputs, example.target) for example in puzzle.examples)
        questions = (Row(question.inputs, question.answer, asked=True) for question in puzzle.questions)
        return cls(replace(puzzle, examples=(), questions=(), row_names=()), (*examples, *questions))

    @classmethod
    def made_of(cls, puzzle: Puzzle, asked: tuple[int, ...] | None = None) -> Draft:
        """A puzzle to begin another one with; and perhaps the inputs of one more row, to be guessed."""
        begun = replace(
            puzzle.bare(), title=f"{puzzle.title} (changed)", formula="", names_decide=False, task=None
        )
        draft = cls.of(replace(begun, neuron=replace(begun.neuron, cross_entropy=False)))
        if asked is None or any(row.inputs == asked for row in draft.rows):
            return draft
        return replace(draft, rows=(*draft.rows, Row(asked, asked=True)))

    @classmethod
    def to_edit(cls, puzzle: Puzzle, file: Path) -> Draft:
        """A puzzle of the player's own, with all that it has, to be saved in its place."""
        return cls.of(puzzle).kept_in(file, yaml_of(puzzle))

    def kept_in(self, file: Path, text: str) -> Draft:
        """The same with the file that holds it, and what stands there."""
        return replace(self, file=str(file), stamp=stamp(text))

    def puzzle(self) -> Puzzle:
        """The puzzle so far. An example whose answer is missing is left out."""
        return replace(
            self.about,
            examples=tuple(
                Example(row.inputs, int(row.answer))
                for row in self.rows
                if not row.asked and row.answer is not None
            ),
            questions=tuple(Question(row.inputs, row.answer) for row in self.rows if row.asked),
        )

    @property
    def trained(self) -> tuple[str, bool]:
        """What the neuron learns from: as long as it is the same, it fares the same."""
        return content_of(self.puzzle()), self.about.noisy

    @property
    def examples(self) -> int:
        """How many of the rows are examples."""
        return sum(not row.asked for row in self.rows)

    @property
    def width(self) -> int:
        """How many inputs a row has."""
        return len(self.about.input_names)

    def row_name(self, row: int) -> str:
        """What a row is called: 1, 2, 3 for examples, then ??? for a question, or a, b, c for several."""
        examples = self.examples
        return usual_row_name(row, examples, len(self.rows) - examples)

    def set_cell(self, row: int, column: int, value: Answer) -> Draft:
        """An input, or in the column after them the answer."""
        old = self.rows[row]
        if column == self.width:
            return self._with(row, replace(old, answer=value))
        inputs = (*old.inputs[:column], int(value or 0), *old.inputs[column + 1 :])
        return self._with(row, replace(old, inputs=inputs))

    def draw(self, row: int, inputs: tuple[int, ...]) -> Draft:
        """Other inputs for a whole row."""
        return self._with(row, replace(self.rows[row], inputs=inputs))

    def reshaped(self, picture: tuple[int, int] | None) -> Draft:
        """Rows that are little pictures of this shape, or with None rows of three inputs.

        What stands in both shapes stays; a row that is no picture counts as one of one line.
        """
        high, wide = self.about.picture or (1, self.width)
        rows, columns = picture or (1, 3)
        places = [
            row * wide + column if row < high and column < wide else None
            for row in range(rows)
            for column in range(columns)
        ]
        shown = (
            replace(row, inputs=tuple(0 if at is None else row.inputs[at] for at in places))
            for row in self.rows
        )
        names = default_input_names(len(places), picture)
        return replace(self, about=replace(self._named(names), picture=picture), rows=tuple(shown))

    def turned(self, row: int, column: int) -> Answer:
        """What a cell becomes when it is turned."""
        old = self.rows[row]
        if column < self.width:
            return 1 - old.inputs[column]
        answers: tuple[Answer, ...] = (0, 1)
        if old.asked:
            told = self.puzzle().shares().get(old.inputs) if self.about.noisy else None
            shares = (*_SHARES, None) if told is None else (told,)
            answers = shares if self.about.noisy else (0, 1, None)
        place = answers.index(old.answer) + 1 if old.answer in answers else 0
        return answers[place % len(answers)]

    def add_row(self, at: int, *, asked: bool) -> Draft:
        """Put an empty row before the one at this place."""
        count, most = (
            (len(self.rows) - self.examples, MAX_QUESTIONS) if asked else (self.examples, MAX_EXAMPLES)
        )
        new = Row((0,) * self.width, asked=asked)
        return self if count == most else replace(self, rows=(*self.rows[:at], new, *self.rows[at:]))

    def remove_row(self, row: int) -> Draft:
        return replace(self, rows=(*self.rows[:row], *self.rows[row + 1 :]))

    def move_row(self, row: int, steps: int) -> tuple[Draft, int]:
        """The draft with a row one place on (1) or back (-1), and the place that it has then.

        Between the last example and the first question it keeps its place and becomes the other.
        """
        moving, last = self.rows[row], self.examples - 1
        if (steps > 0 and row == last) or (steps < 0 and row == last + 1):
            known = moving.answer if moving.answer in (0, 1) else None
            return self._with(row, Row(moving.inputs, known, not moving.asked)), row
        place = row + steps
        if not 0 <= place < len(self.rows):
            return self, row
        rest = self.remove_row(row).rows
        return replace(self, rows=(*rest[:place], moving, *rest[place:])), place

    def add_input(self, at: int) -> Draft:
        """Put an input before the one at this place; it is 0 in every row. A picture has its points."""
        names = self.about.input_names
        if self.about.picture or len(names) == MAX_INPUTS:
            return self
        taken = {*names, self.about.output_name}
        new = next(name for name in default_input_names(MAX_INPUTS + 2) if name not in taken)
        rows = (replace(row, inputs=(*row.inputs[:at], 0, *row.inputs[at:])) for row in self.rows)
        return replace(self, about=self._named((*names[:at], new, *names[at:])), rows=tuple(rows))

    def remove_input(self, at: int) -> Draft:
        names = self.about.input_names
        if self.about.picture or len(names) == 1:
            return self
        rows = (replace(row, inputs=(*row.inputs[:at], *row.inputs[at + 1 :])) for row in self.rows)
        return replace(self, about=self._named((*names[:at], *names[at + 1 :])), rows=tuple(rows))

    def rename(self, column: int, name: str) -> Draft:
        """Name an input, or in the column after them the output; formula and steps keep their meaning."""
        about = self.about
        names = [*about.input_names, about.output_name]
        meant = rf"(?<=weight of |y turning ){re.escape(names[column])}(?= *[<>]| is selected|$)"
        steps = tuple(replace(step, until=re.sub(meant, lambda _: name, step.until)) for step in about.steps)
        names[column] = name
        formula = about.formula
        try:
            rule = read_formula(formula, about.input_names, about.output_name)
            formula = str(replace(rule, input_names=tuple(names[:-1]), output_name=names[-1]))
        except FormulaError:
            pass  # there is none, or it means nothing yet
        return replace(
            self,
            about=replace(
                about, input_names=tuple(names[:-1]), output_name=names[-1], formula=formula, steps=steps
            ),
        )

    def fill(self, formula: str) -> Draft:
        """Give every row the formula's answer, and draw a few rows where there are none.

        An empty formula changes no row. Raises FormulaError.
        """
        about = replace(self.about, formula=formula)
        if not formula:
            return replace(self, about=about)
        rule = read_formula(formula, about.input_names, about.output_name)
        said = rule.outputs(row.inputs for row in self.rows)
        rows = [replace(row, answer=answer) for row, answer in zip(self.rows, said, strict=True)]
        wanted = max(FILLED - self.examples, 0) + (self.examples == len(rows))
        known = {row.inputs for row in rows}
        left = 2**self.width - len(known)
        drawn = [Row(*row) for row in draw(rule, min(wanted, left), about.neuron.seed, known)]
        if drawn and self.examples == len(rows):
            drawn[-1] = replace(drawn[-1], asked=True)
        rows = sorted([*rows, *drawn], key=lambda row: row.asked)
        return replace(self, about=about, rows=tuple(rows))

    def _with(self, row: int, new: Row) -> Draft:
        return replace(self, rows=(*self.rows[:row], new, *self.rows[row + 1 :]))

    def _named(self, names: tuple[str, ...]) -> Puzzle:
        """Other inputs."""
        return with_neuron(replace(self.about, input_names=names), self.about.neuron)


def with_neuron(about: Puzzle, neuron: NeuronSettings) -> Puzzle:
    """The same with a neuron of other weights: those to start with, or to turn by hand, would not fit it."""
    task = about.task if about.task and about.task.do != "by hand" else None
    return replace(about, neuron=replace(neuron, start=()), task=task)
