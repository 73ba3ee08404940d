"""From a puzzle to the training of its neuron."""

from __future__ import annotations

from neuron_tui.neuron import Model, Network, Neuron, Training
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle


def model_of(puzzle: Puzzle, settings: NeuronSettings) -> Model:
    """One neuron, or a network with as many hidden neurons as the settings say."""
    inputs = len(puzzle.input_names)
    if settings.hidden:
        return Network(inputs, settings.hidden, settings.threshold)
    return Neuron(inputs, settings.threshold)


def training_of(puzzle: Puzzle, settings: NeuronSettings | None = None) -> Training:
    """The training that a puzzle asks for, or the same puzzle's under other settings."""
    settings = settings or puzzle.neuron
    return Training(
        model=model_of(puzzle, settings),
        inputs=puzzle.example_inputs(),
        targets=puzzle.targets(),
        seed=settings.seed,
        iterations=settings.iterations,
        learning_rate=settings.learning_rate,
    )
