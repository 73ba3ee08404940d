"""`neuron-tui train`: a puzzle's training without a screen, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from neuron_tui.cli.choosing import seed_within
from neuron_tui.cli.columns import aligned
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.explain.numbers import side
from neuron_tui.game.proving.expectation import NEAR
from neuron_tui.game.replay.training import model_of, training_of, weight_names
from neuron_tui.neuron import DivergenceError, train
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.puzzle import MAX_ITERATIONS, MAX_LEARNING_RATE, Answer, NeuronSettings, Puzzle
from neuron_tui.puzzle.text import clean, clip, plural

NAME_LENGTH = 20
"""Characters of a name that a table shows."""


def settings_with(
    puzzle: Puzzle, seed: int | None, iterations: int | None, learning_rate: float | None
) -> NeuronSettings:
    """The puzzle's settings with what was asked for instead; None leaves the puzzle's own.

    Raises click.UsageError where a number is out of the bounds that puzzle files have too.
    """
    if iterations is not None and not 1 <= iterations <= MAX_ITERATIONS:
        raise click.UsageError(f"--iterations must be from 1 to {MAX_ITERATIONS:,}, not {iterations:,}")
    if learning_rate is not None and not 0 < learning_rate <= MAX_LEARNING_RATE:
        raise click.UsageError(
            f"--learning-rate must be above 0 and at most {MAX_LEARNING_RATE:,g}, not {learning_rate:g}"
        )
    own = puzzle.neuron
    inputs = len(puzzle.input_names)
    most, weights = own.most_iterations(inputs), own.weights(inputs)
    if iterations is not None and iterations > most:
        raise click.UsageError(f"--iterations must be at most {most:,} for a neuron with {weights} weights")
    return replace(
        own,
        start=own.start if seed is None else (),
        seed=own.seed if seed is None else seed_within(seed),
        iterations=own.iterations if iterations is None else iterations,
        learning_rate=own.learning_rate if learning_rate is None else learning_rate,
    )


@dataclass(frozen=True, eq=False)
class Report:
    """What a training led to."""

    puzzle_id: str
    puzzle: Puzzle
    settings: NeuronSettings
    start_weights: Array
    weights: Array

    @property
    def _outputs(self) -> tuple[list[float], list[float]]:
        """The outputs for the puzzle's examples, and those for its questions."""
        model = model_of(self.puzzle, self.settings)
        examples, questions = self.puzzle.example_inputs(), self.puzzle.question_inputs()
        return model.think(self.weights, examples).tolist(), model.think(self.weights, questions).tolist()

    def as_json(self) -> str:
        """One object, numbers in full precision."""
        puzzle, settings = self.puzzle, self.settings
        example_outputs, question_outputs = self._outputs
        found = {
            "puzzle": self.puzzle_id,
            "seed": None if settings.start else settings.seed,
            "iterations": settings.iterations,
            "learning_rate": settings.learning_rate,
            "threshold": settings.threshold,
            **({"hidden": settings.hidden} if settings.hidden else {}),
            "start_weights": self.start_weights.tolist(),
            "weights": self.weights.tolist(),
            "examples": [
                {"inputs": list(example.inputs), "target": example.target, "output": output}
                for example, output in zip(puzzle.examples, example_outputs, strict=True)
            ],
            "questions": [
                {"inputs": list(question.inputs), "answer": as_number(question.answer), "output": output}
                for question, output in zip(puzzle.questions, question_outputs, strict=True)
            ],
        }
        return json.dumps(found, indent=2)

    def as_table(self) -> str:
        """Weights, examples and questions in aligned columns."""
        puzzle, settings = self.puzzle, self.settings
        example_outputs, question_outputs = self._outputs
        shares = puzzle.shares() if puzzle.noisy else {}
        examples = [(row.inputs, row.target, shares.get(row.inputs, row.target)) for row in puzzle.examples]
        questions = [(row.inputs, row.answer, row.answer) for row in puzzle.questions]
        hidden = settings.hidden
        neurons = f"{plural(hidden, 'hidden neuron')} and one more" if hidden else "One neuron"
        kind = "with a threshold" if settings.threshold else "without a threshold"
        start = "the puzzle's start weights" if settings.start else f"seed {settings.seed}"
        lines = [
            f"{clean(puzzle.title)} ({clean(self.puzzle_id)})",
            f"{neurons} {kind}, {plural(settings.iterations, 'iteration')}, {start}, "
            f"learning rate {settings.learning_rate:g}",
            "",
            *self._weights(),
            "",
            *self._rows("Examples", examples, example_outputs),
            *(["", *self._rows("Questions", questions, question_outputs)] if questions else []),
        ]
        return "\n".join(lines)

    def _weights(self) -> list[str]:
        names = weight_names(self.puzzle, model_of(self.puzzle, self.settings))
        rows = [
            [clip(name, NAME_LENGTH), f"{start:+.8f}", "->", f"{end:+.8f}"]
            for name, start, end in zip(names, self.start_weights, self.weights, strict=True)
        ]
        return aligned([["Weights", "start", "", "end"], *rows], right=(1, 3))

    def _rows(
        self, heading: str, rows: Sequence[tuple[Sequence[int], Answer, Answer]], outputs: list[float]
    ) -> list[str]:
        """`rows` have their inputs, the answer in the file, and the best that a neuron can give."""
        names = [clip(name, NAME_LENGTH) for name in (*self.puzzle.input_names, self.puzzle.output_name)]
        header = [heading, *names[:-1], "", names[-1], "neuron", ""]
        cells = [
            ["", *map(str, inputs), "->", written(answer), f"{output:.4f}", side_of(output, right)]
            for (inputs, answer, right), output in zip(rows, outputs, strict=True)
        ]
        return aligned([header, *cells], right=range(1, len(header) - 1))


def as_number(answer: Answer) -> int | float | None:
    """An answer for JSON: 0, 1, a share as a number between, or null where nothing is right."""
    if answer is None:
        return None
    return int(answer) if answer in (0, 1) else float(answer)


def side_of(output: float, target: Answer) -> str:
    """Whether an output is on its target's side of 0.5, or near a share, in a word."""
    if target is None:
        return "open"
    if target not in (0, 1):
        return "near" if abs(output - float(target)) <= NEAR else "off"
    leaning = side(output)
    return "undecided" if leaning is None else "right" if leaning == target else "wrong"


def report_on(puzzle_id: str, puzzle: Puzzle, settings: NeuronSettings) -> Report:
    """Train the puzzle as the game does. Raises MistakeError where the weights stop being finite."""
    try:
        tape = train(training_of(puzzle, settings))
    except DivergenceError as problem:
        raise MistakeError(str(problem)) from problem
    return Report(puzzle_id, puzzle, settings, tape[0], tape[-1])
