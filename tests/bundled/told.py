"""What a bundled puzzle's training came to, in the words of its texts: names of inputs, rows and neurons."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.proving.expectation import outcomes
from neuron_tui.game.proving.impossible import is_impossible
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Network, Training, train
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.formula.parser import read_formula
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle, Question

Row = frozenset[str]
"""The names of the inputs that are on."""

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|sixteen)"
CLAIM = re.compile(
    r"\b(?:all|always|any|anybody|anything|every\w*|exactly|never|no|nobody|none|nothing|only|cannot"
    rf"|whatever|however|surest|{_NUMBER} of (?:the |all )?(?:{_NUMBER}|them|those|pictures)"
    rf"|of (?:the |all )?{_NUMBER}|\d+ right|\d+,\d{{3}})\b|\d %",
    re.IGNORECASE,
)
"""The words and numbers that speak of all rows, or of none."""
IDIOM = re.compile(
    r"\b(?:all the (?:same|way|time)|at all|once and for all|hardly any(?:thing)?|any more|not only"
    r"|if anything)\b",
    re.IGNORECASE,
)
"""Here such a word claims nothing."""
_END = re.compile(r"(?<=[.?:]) +(?=[A-Z0-9\"])")


def claims(text: str) -> list[str]:
    """The sentences of a text that speak of all rows, or of none."""
    return [said for said in _END.split(" ".join(text.split())) if CLAIM.search(IDIOM.sub("", said))]


@dataclass(frozen=True, eq=False)
class Told:
    """A puzzle and its training; `before` is the puzzle that comes before it in the chapter."""

    puzzle: Puzzle
    before: Told | None = None

    @cached_property
    def training(self) -> Training:
        return training_of(self.puzzle, self.puzzle.neuron)

    @cached_property
    def tape(self) -> Array:
        return train(self.training)

    @property
    def names(self) -> tuple[str, ...]:
        return self.puzzle.input_names

    def row(self, inputs: tuple[int, ...]) -> Row:
        """The names of the inputs that are on."""
        return frozenset(name for name, on in zip(self.names, inputs, strict=True) if on)

    @cached_property
    def examples(self) -> list[tuple[Row, int]]:
        """Which inputs are on in each example, and its output."""
        return [(self.row(example.inputs), example.target) for example in self.puzzle.examples]

    def rows(self, target: int | None = None) -> list[Row]:
        """The examples with this output, or all."""
        return [row for row, output in self.examples if target in (None, output)]

    @cached_property
    def asked(self) -> list[Row]:
        """Which inputs are on in each question."""
        return [self.row(question.inputs) for question in self.puzzle.questions]

    @cached_property
    def every(self) -> list[Row]:
        """All rows there can be."""
        return [self.row(inputs) for inputs in product((0, 1), repeat=len(self.names))]

    def _inputs(self, rows: list[Row]) -> Array:
        return np.array([[name in row for name in self.names] for row in rows], dtype=np.float64)

    def says(self, *names: str, at: int = -1) -> float:
        """The output where just these inputs are on."""
        return float(self.outputs([frozenset(names)], at)[0])

    def outputs(self, rows: list[Row], at: int = -1) -> Array:
        return self.training.model.think(self.tape[at], self._inputs(rows))

    def weight(self, name: str, at: int = -1) -> float:
        """The weight of an input, or the threshold."""
        return float(self.tape[at][[*self.names, "threshold"].index(name)])

    def weights(self, *names: str) -> list[float]:
        """The weights of these inputs, or of all."""
        return [self.weight(name) for name in names or self.names]

    def has_right(self) -> int:
        """How many examples come out right."""
        return sum(self.is_right(row, output) for row, output in self.examples)

    def is_right(self, row: Row, output: int) -> bool:
        says = self.says(*row)
        return says > 0.5 if output else says < 0.5

    def ruled(self, rows: list[Row] | None = None) -> NDArray[np.int64]:
        """What the puzzle's own formula says to these rows, or to all."""
        formula = read_formula(self.puzzle.formula, self.names, self.puzzle.output_name)
        asked = self.every if rows is None else rows
        return np.array(formula.outputs([[int(name in row) for name in self.names] for row in asked]))

    def right_of_all(self) -> int:
        """How many of all rows there can be come out as the formula says."""
        return int(((self.outputs(self.every) > 0.5) == self.ruled()).sum())

    def surest(self, names: set[str]) -> bool:
        """Whether the output for this row is further from the middle than that for any example."""
        return abs(self.says(*names) - 0.5) > max(abs(self.outputs(self.rows()) - 0.5))

    def hidden(self, number: int) -> set[Row]:
        """The rows, of all there can be, to which a hidden neuron (from 1) says 1."""
        model = self.training.model
        assert isinstance(model, Network)
        answers = model.hidden_outputs(self.tape[-1], self._inputs(self.every))[:, number - 1]
        return {row for row, answer in zip(self.every, answers, strict=True) if answer > 0.5}

    def is_impossible(self) -> bool:
        """Whether no weights of its own neuron bring examples and questions out right, by the exact proof."""
        return is_impossible(self.puzzle) is True

    def lucky(self) -> int:
        """How many of the ten random starts have all examples and questions right."""
        return sum(outcome.learned for outcome in outcomes(self.puzzle))

    def beyond_one_neuron(self, *, every_row: bool = False) -> bool:
        """Whether no weights, with a threshold, bring the table out right, by the exact proof.

        `every_row`: not only the table's rows, but all there can be, as the formula says.
        """
        questions = self.puzzle.questions
        if every_row:
            outputs = zip(product((0, 1), repeat=len(self.names)), self.ruled().tolist(), strict=True)
            questions = tuple(Question(inputs, output) for inputs, output in outputs)
        alone = NeuronSettings(threshold=True)
        return is_impossible(replace(self.puzzle, neuron=alone, questions=questions)) is True

    def examples_beyond_one_neuron(self) -> bool:
        """The same for the examples alone."""
        return Told(replace(self.puzzle, questions=())).beyond_one_neuron()

    def other(self, **settings: int | float | bool) -> Told:
        """The same puzzle with other settings of its neuron."""
        neuron = replace(self.puzzle.neuron, **settings)  # type: ignore[arg-type]  # whichever they are
        return Told(replace(self.puzzle, neuron=neuron))
