"""What a puzzle is: a small table of examples, and rows whose output is to be guessed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction
from string import ascii_lowercase
from typing import TYPE_CHECKING, Literal

from neuron_tui.puzzle.task import Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

Expectation = Literal["learns", "fails", "depends"]
Panel = Literal["neuron", "s-curve", "error", "predictions", "weights", "plane"]
Answer = int | Fraction | None
"""What is right: 0 or 1; in a noisy puzzle how often it is 1, a share; None where nothing is right."""

MAX_INPUTS = 16
MAX_EXAMPLES = 256
MAX_QUESTIONS = 64
MAX_ITERATIONS = 1_000_000
MAX_TAPE_NUMBERS = 20_000_000
MAX_SEED = 2**32 - 10
"""Nine more seeds are tried after a puzzle's own, and numpy's last one is 2**32 - 1."""
MAX_LEARNING_RATE = 1_000.0
MAX_HIDDEN = 16
MAX_START_WEIGHT = 100.0
"""How far a start weight can be from 0, either way."""
MAX_SHARE = 256
"""No share such as 3/4 has a larger number below: there are not more examples to count."""
MAX_HINTS = 3
MAX_LINE_LENGTH = 1_000
"""Characters in a title, a name or an author."""
MAX_TEXT_LENGTH = 20_000
"""Characters in a lesson, a rule, a hint: about twelve pages."""
PICTURE_SIDES = (3, 5)
"""The least and most rows of a picture, and the least and most columns."""
MAX_DIFFICULTY = 5
MAX_STEPS = 12
MAX_OLD_IDS = 8
MAX_TAGS, MAX_TAG_LENGTH = 8, 30
FORMAT = 2
"""The newest puzzle file format that this game reads."""


@dataclass(frozen=True)
class Example:
    """One known row: the inputs (each 0 or 1) and the output they lead to (0 or 1)."""

    inputs: tuple[int, ...]
    target: int


@dataclass(frozen=True)
class Question:
    """One row to be guessed: the inputs (each 0 or 1) and the right answer, if there is one."""

    inputs: tuple[int, ...]
    answer: Answer


@dataclass(frozen=True)
class Step:
    """One step of a lesson: what to do, and the condition at which it is done, as `condition.py` reads it.

    `shown` says what that showed. Where there is a `pause`, the training stands still at this iteration, and
    only there the step's turn comes.
    """

    text: str
    until: str
    shown: str = ""
    pause: int | None = None


@dataclass(frozen=True)
class NeuronSettings:
    """How the neuron is trained on a puzzle; `hidden` is the size of a hidden layer, 0 for a neuron alone.

    `cross_entropy`: that is what it makes smaller, not half the sum of squared errors. Only an experiment
    asks for it, no puzzle file.

    `start`: the weights that the training begins with, in the order of the weight vector; where it is empty,
    they are drawn with the seed.
    """

    threshold: bool = False
    iterations: int = 10_000
    seed: int = 1
    learning_rate: float = 1.0
    hidden: int = 0
    start: tuple[float, ...] = ()
    cross_entropy: bool = False

    def weights(self, inputs: int) -> int:
        seen = inputs + self.threshold
        return seen * self.hidden + self.hidden + self.threshold if self.hidden else seen

    def most_iterations(self, inputs: int) -> int:
        """The longest training whose tape is allowed, with this many inputs."""
        return min(MAX_TAPE_NUMBERS // self.weights(inputs) - 1, MAX_ITERATIONS)


@dataclass(frozen=True)
class Puzzle:
    """A puzzle as its file states it. Texts are plain data and are never read as markup.

    `input_names` has one name per input. `expect` says how the neuron fares with the puzzle's seed and
    the nine after it, None where the file does not say.

    `picture`: the rows and columns of the little picture that the inputs are, row by row. `was`: the ids that
    the puzzle had before it moved. `noisy`: the same inputs may have different outputs.
    `panels`: what is shown while the neuron learns, what matters most first; empty where that is for others
    to say.
    `formula`: the rule in a form that can be checked. `names_decide`: several rules fit the rows, and
    the meaning of the names decides between them. `tags`: words by which it is found.
    `foresee`: after each guess the neuron is to be foreseen. `task`: what is to be done after the verdict, or
    in the place of questions, of which there are none then.
    `row_names`: what the rows were called before some were left out or added; empty where none was.
    """

    title: str
    input_names: tuple[str, ...]
    examples: tuple[Example, ...]
    questions: tuple[Question, ...]
    output_name: str = "answer"
    rule: str = ""
    hints: tuple[str, ...] = ()
    lesson: str = ""
    afterwards: str = ""
    neuron: NeuronSettings = field(default_factory=NeuronSettings)
    expect: Expectation | None = None
    author: str = ""
    picture: tuple[int, int] | None = None
    difficulty: int | None = None
    was: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    noisy: bool = False
    formula: str = ""
    names_decide: bool = False
    foresee: bool = False
    task: Task | None = None
    tags: tuple[str, ...] = ()
    panels: tuple[Panel, ...] = ()
    row_names: tuple[str, ...] = field(default=(), compare=False)

    def row_name(self, row: int) -> str:
        """What a row is called: 1, 2, 3 for examples, then ??? for a question, or a, b, c for several."""
        if self.row_names:
            return self.row_names[row]
        return usual_row_name(row, len(self.examples), len(self.questions))

    def left_out(self, row: int) -> bool:
        """Whether a row that is asked was an example before."""
        return row >= len(self.examples) and self.row_name(row).isdecimal()

    def in_order(self) -> tuple[list[int], list[int]]:
        """The rows as a table has them: examples, with those left out in their places, and questions.

        A picture that is left out is among the questions, which have more room beside them.
        """
        rows = range(len(self.examples) + len(self.questions))
        told = [row for row in rows if row < len(self.examples) or (self.left_out(row) and not self.picture)]
        names = [self.row_name(row).rjust(3) for row in rows]
        return sorted(told, key=names.__getitem__), [row for row in rows if row not in told]

    def bare(self) -> Puzzle:
        """Its title, names, rows, rule, hints and settings.

        Lesson and steps stay behind, a task where something is asked, and what is about the file: tags,
        author, difficulty.
        """
        return replace(
            self, lesson="", afterwards="", steps=(), task=None if self.questions else self.task,
            panels=(), was=(), tags=(), author="", difficulty=None, expect=None,
        )  # fmt: skip

    def asked(self) -> tuple[Question, ...]:
        """The questions; with `foresee`, each that has an answer again, to foresee the neuron."""
        return tuple(
            ask
            for question in self.questions
            for ask in (question, replace(question, answer=None))
            if ask is question or (self.foresee and question.answer is not None)
        )

    def example_inputs(self) -> NDArray[np.float64]:
        """The examples' inputs, shape `(examples, inputs)`."""
        return _array([example.inputs for example in self.examples])

    def targets(self) -> NDArray[np.float64]:
        """The examples' outputs, shape `(examples,)`."""
        return _array([example.target for example in self.examples])

    def shares(self) -> dict[tuple[int, ...], int | Fraction]:
        """How often each of the examples' inputs leads to 1: 0, 1, or where they disagree a share between."""
        return shares_of(self.examples)

    def question_inputs(self) -> NDArray[np.float64]:
        """The questions' inputs, shape `(questions, inputs)`; a branch may leave none."""
        inputs = [question.inputs for question in self.questions]
        return _array(inputs).reshape(len(inputs), len(self.input_names))


def _array(numbers: Sequence[object]) -> NDArray[np.float64]:
    import numpy as np  # only now: home is to open at once

    return np.array(numbers, dtype=np.float64)


def shares_of(examples: Sequence[Example]) -> dict[tuple[int, ...], int | Fraction]:
    """How often each inputs' output is 1; in the order of the examples."""
    counts = Counter(example.inputs for example in examples)
    ones = Counter(example.inputs for example in examples if example.target)
    return {inputs: plain_share(Fraction(ones[inputs], count)) for inputs, count in counts.items()}


def plain_share(share: Fraction) -> int | Fraction:
    """A share, or the whole number where it is 0 or 1."""
    return int(share) if share.denominator == 1 else share


def usual_row_name(row: int, examples: int, questions: int) -> str:
    """What a row is called among so many."""
    asked = row - examples
    if asked < 0:
        return f"{row + 1}"
    return ascii_lowercase[asked % 26] if questions > 1 else "???"


def default_input_names(count: int, picture: tuple[int, int] | None = None) -> tuple[str, ...]:
    """The names of inputs that have none: A, B, C and so on; those of a picture's points are A1, A2, B1."""
    if picture is not None:
        rows, columns = picture
        return tuple(f"{chr(ord('A') + row)}{column + 1}" for row in range(rows) for column in range(columns))
    return tuple(chr(ord("A") + index) for index in range(count))
