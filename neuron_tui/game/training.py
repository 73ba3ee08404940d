"""From a puzzle to the training of its neuron."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.neuron import Neuron, Training
from neuron_tui.puzzle.puzzle import Puzzle


def training_of(
    puzzle: Puzzle,
    *,
    seed: int | None = None,
    iterations: int | None = None,
    learning_rate: float | None = None,
) -> Training:
    """The training that a puzzle asks for; what is not None stands for the puzzle's own setting."""
    settings = puzzle.neuron
    training = Training(
        neuron=Neuron(len(puzzle.input_names), settings.threshold),
        inputs=puzzle.example_inputs(),
        targets=puzzle.targets(),
        seed=settings.seed,
        iterations=settings.iterations,
        learning_rate=settings.learning_rate,
    )
    chosen = {"seed": seed, "iterations": iterations, "learning_rate": learning_rate}
    return replace(training, **{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]
