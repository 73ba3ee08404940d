"""A puzzle that is being made: rows that may still miss their answers, and the moves that change it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuron_tui.puzzle.formula.parser import FormulaError, read_formula
from neuron_tui.puzzle.formula.rows import draw
from neuron_tui.puzzle.puzzle import (
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_QUESTIONS,
    Answer,
    Example,
    Puzzle,
    Question,
    default_input_names,
    usual_row_name,
)

FILLED = 5
"""A formula draws so many examples where there are fewer, and one question where there is none."""
_NEXT: dict[bool, dict[Answer, Answer]] = {False: {0: 1}, True: {None: 0, 0: 1, 1: None}}
"""What an answer turns to, in an example and in a question."""


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

    Each move returns the draft after it; a move that is not possible, the same draft.
    """

    about: Puzzle
    rows: tuple[Row, ...] = ()

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
    def to_edit(cls, puzzle: Puzzle) -> Draft:
        """A puzzle of the player's own, to go on with; another one if it has what a draft does not keep."""
        kept = replace(puzzle.bare(), afterwards=puzzle.afterwards)
        whole = puzzle.task is None and kept == replace(puzzle, expect=None)
        return cls.of(kept) if whole else cls.made_of(puzzle)

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

    def turned(self, row: int, column: int) -> Answer:
        """What a cell becomes when it is turned."""
        old = self.rows[row]
        if column < self.width:
            return 1 - old.inputs[column]
        return _NEXT[old.asked].get(old.answer, 0)

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
        return Draft(self._named((*names[:at], new, *names[at:])), tuple(rows))

    def remove_input(self, at: int) -> Draft:
        names = self.about.input_names
        if self.about.picture or len(names) == 1:
            return self
        rows = (replace(row, inputs=(*row.inputs[:at], *row.inputs[at + 1 :])) for row in self.rows)
        return Draft(self._named((*names[:at], *names[at + 1 :])), tuple(rows))

    def rename(self, column: int, name: str) -> Draft:
        """Name an input, or in the column after them the output; the formula keeps its meaning."""
        about = self.about
        names = [*about.input_names, about.output_name]
        names[column] = name
        formula = about.formula
        try:
            meant = read_formula(formula, about.input_names, about.output_name)
            formula = str(replace(meant, input_names=tuple(names[:-1]), output_name=names[-1]))
        except FormulaError:
            pass  # there is none, or it means nothing yet
        return replace(
            self,
            about=replace(about, input_names=tuple(names[:-1]), output_name=names[-1], formula=formula),
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
        return Draft(about, tuple(rows))

    def _with(self, row: int, new: Row) -> Draft:
        return replace(self, rows=(*self.rows[:row], new, *self.rows[row + 1 :]))

    def _named(self, names: tuple[str, ...]) -> Puzzle:
        """Other inputs. Start weights of its own would not fit them."""
        return replace(self.about, input_names=names, neuron=replace(self.about.neuron, start=()))
