"""What a branch of a training learns from: rows told otherwise, left out or added, at another rate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, Answer, Example, Puzzle, Question


@dataclass(frozen=True)
class Row:
    """One row: its inputs, the output it is told with, and how it was before.

    `told` is None where the row is left out, `was` where it was not told before the branch either;
    `answer` is what is right in the puzzle, None where nothing is; `added` says that the row is not one of
    the puzzle's at all.
    """

    inputs: tuple[int, ...]
    told: int | None
    was: int | None
    answer: Answer
    added: bool = False


@dataclass(frozen=True)
class Terms:
    """The rows of the training that is left, examples before questions, then those added; and the rate."""

    rows: tuple[Row, ...]
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

        def row(inputs: tuple[int, ...], output: int | None) -> Row:
            return Row(inputs, output, output, answers.get(inputs), added=inputs not in answers)

        examples = [row(example.inputs, example.target) for example in puzzle.examples]
        questions = [row(question.inputs, None) for question in puzzle.questions]
        return cls((*examples, *questions), learning_rate)

    def tell(self, index: int, output: int | None) -> Terms:
        """Tell a row with another output, or leave it out; at least one row stays told."""
        rows = (*self.rows[:index], replace(self.rows[index], told=output), *self.rows[index + 1 :])
        told = sum(row.told is not None for row in rows)
        return replace(self, rows=rows) if 1 <= told <= MAX_EXAMPLES else self

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
        """Tell one more row, with 1, unless it is there already."""
        there = {row.inputs for row in self.rows}
        if inputs in there or sum(row.told is not None for row in self.rows) == MAX_EXAMPLES:
            return self
        return replace(self, rows=(*self.rows, Row(inputs, told=1, was=None, answer=None, added=True)))

    def turn(self, index: int, steps: int) -> Terms:
        """Go on to the next way of telling a row: as it was, the other output, not at all."""
        row = self.rows[index]
        first = 1 if row.was is None else row.was
        ways = (first, 1 - first, None)
        at = ways.index(row.told)
        turned = self.tell(index, ways[(at + steps) % 3])
        return self.tell(index, ways[(at + 2 * steps) % 3]) if turned is self else turned

    @property
    def changes(self) -> int:
        """How many rows are told otherwise than before."""
        return sum(row.told != row.was for row in self.rows)

    @property
    def examples(self) -> list[int]:
        """The rows that are told."""
        return [index for index, row in enumerate(self.rows) if row.told is not None]

    @property
    def questions(self) -> list[int]:
        """The rows that are not told; a row that is neither told nor in the puzzle is nowhere."""
        return [index for index, row in enumerate(self.rows) if row.told is None and not row.added]

    def place(self, index: int) -> int | None:
        """Where a row stands in the puzzle under these terms, examples before questions; None: nowhere."""
        order = self.examples + self.questions
        return order.index(index) if index in order else None

    def puzzle(self, puzzle: Puzzle) -> Puzzle:
        """The puzzle under these terms."""
        told = [(self.rows[index].inputs, self.rows[index].told) for index in self.examples]
        asked = [(self.rows[index].inputs, self.rows[index].answer) for index in self.questions]
        return replace(
            puzzle,
            examples=tuple(Example(inputs, output) for inputs, output in told if output is not None),
            questions=tuple(Question(inputs, answer) for inputs, answer in asked),
        )
