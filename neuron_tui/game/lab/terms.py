"""What a branch of a training learns from: rows changed, left out or added, and another learning rate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, Answer, Example, Puzzle, Question


@dataclass(frozen=True)
class BranchRow:
    """One row: its name and inputs, its target, and the target it had before the branch.

    `target` is None where the row is left out, `target_before` where it was no example before either;
    `answer` is the right answer in the puzzle, if there is one; `added`: the row is not the puzzle's.
    """

    name: str
    inputs: tuple[int, ...]
    target: int | None
    target_before: int | None
    answer: Answer
    added: bool = False


@dataclass(frozen=True)
class Terms:
    """The rows of the training that is left, examples before questions, then those added; and the rate."""

    rows: tuple[BranchRow, ...]
    learning_rate: float

    @classmethod
    def of(cls, puzzle: Puzzle, learning_rate: float, own: Puzzle | None = None) -> Terms:
        """The terms of a training so far.

        Where its puzzle is one under other terms already, `own` is the one that the match is about: it
        says what the right answers are.
        """
        truth = own or puzzle
        answers: dict[tuple[int, ...], Answer]
        answers = {question.inputs: question.answer for question in truth.questions}
        answers |= truth.shares()

        asked = {
            row.inputs: truth.row_name(len(truth.examples) + at) for at, row in enumerate(truth.questions)
        }
        rows: list[tuple[tuple[int, ...], int | None]]
        rows = [(example.inputs, example.target) for example in puzzle.examples]
        rows += [(question.inputs, None) for question in puzzle.questions]

        def branched(index: int, inputs: tuple[int, ...], target: int | None) -> BranchRow:
            name, right = puzzle.row_name(index), answers.get(inputs)
            if not puzzle.noisy:  # where chance has a say, an example can have a question's inputs
                name = asked.get(inputs, name)
            return BranchRow(name, inputs, target, target, right, added=inputs not in answers)

        return cls(tuple(branched(index, *row) for index, row in enumerate(rows)), learning_rate)

    def with_target(self, index: int, output: int | None) -> Terms:
        """Give a row another target, or leave it out (None); at least one row stays an example."""
        rows = (*self.rows[:index], replace(self.rows[index], target=output), *self.rows[index + 1 :])
        examples = sum(row.target is not None for row in rows)
        return replace(self, rows=rows) if 1 <= examples <= MAX_EXAMPLES else self

    def free(self, inputs: tuple[int, ...], steps: int = 0) -> tuple[int, ...] | None:
        """The nearest inputs, from these on, that no row has: counted up, or down where `steps` is negative.

        With steps it is another one than these. None where every row there can be is there.
        """
        there = {row.inputs for row in self.rows}
        width = len(inputs)
        at = int("".join(map(str, inputs)), 2) + steps
        for _ in range(min(len(there) + 1, 2**width)):
            found = tuple(map(int, f"{at % 2**width:0{width}b}"))
            if found not in there:
                return found
            at += -1 if steps < 0 else 1
        return None

    def add(self, inputs: tuple[int, ...]) -> Terms:
        """Add an example with target 1, unless the row is there already."""
        there = {row.inputs for row in self.rows}
        if inputs in there or sum(row.target is not None for row in self.rows) == MAX_EXAMPLES:
            return self
        return replace(self, rows=(*self.rows, BranchRow("", inputs, 1, None, None, added=True)))

    def turn(self, index: int, steps: int, *, anew: bool = True, out: bool = True) -> Terms:
        """Turn a row to its next setting: its own target; the other one, if `anew`; left out, if `out`."""
        row = self.rows[index]
        first = 1 if row.target_before is None else row.target_before
        targets = [first, *[1 - first] * anew, *[None] * out]
        at = targets.index(row.target) if row.target in targets else 0
        turned = self.with_target(index, targets[(at + steps) % len(targets)])
        return self.with_target(index, targets[(at + 2 * steps) % len(targets)]) if turned is self else turned

    @property
    def changes(self) -> int:
        """How many rows have another target than before."""
        return sum(row.target != row.target_before for row in self.rows)

    @property
    def examples(self) -> list[int]:
        """The rows that are examples, by index."""
        return [index for index, row in enumerate(self.rows) if row.target is not None]

    @property
    def questions(self) -> list[int]:
        """The rows that are asked, by index; an added row that is left out is nowhere."""
        return [index for index, row in enumerate(self.rows) if row.target is None and not row.added]

    @property
    def names(self) -> list[str]:
        """What each row is called: as before the branch, and what is told anew by the next numbers."""
        numbers = count(1 + max(int(row.name) for row in self.rows if row.name.isdecimal()))
        return [
            row.name if row.target is None or row.name.isdecimal() else f"{next(numbers)}"
            for row in self.rows
        ]

    def place(self, index: int) -> int | None:
        """A row's index in the puzzle under these terms, examples before questions; None if absent."""
        order = self.examples + self.questions
        return order.index(index) if index in order else None

    def puzzle(self, puzzle: Puzzle) -> Puzzle:
        """The puzzle under these terms."""
        examples = [(self.rows[index].inputs, self.rows[index].target) for index in self.examples]
        asked = [(self.rows[index].inputs, self.rows[index].answer) for index in self.questions]
        return replace(
            puzzle,
            examples=tuple(Example(inputs, output) for inputs, output in examples if output is not None),
            questions=tuple(Question(inputs, answer) for inputs, answer in asked),
            row_names=tuple(self.names[index] for index in self.examples + self.questions),
        )
