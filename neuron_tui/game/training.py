"""From a puzzle to the training of its neuron."""

from __future__ import annotations

from neuron_tui.neuron import Neuron, Training
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle


def training_of(puzzle: Puzzle, settings: NeuronSettings | None = None) -> Training:
    """The training that a puzzle asks for, or the same puzzle's under other settings."""
    settings = settings or puzzle.neuron
    return Training(
        neuron=Neuron(len(puzzle.input_names), settings.threshold),
        inputs=puzzle.example_inputs(),
        targets=puzzle.targets(),
        seed=settings.seed,
        iterations=settings.iterations,
        learning_rate=settings.learning_rate,
    )
