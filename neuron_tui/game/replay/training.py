"""From a puzzle to the training of its neuron, and the names of its weights."""

from __future__ import annotations

from neuron_tui.neuron import Model, Network, Neuron, Training
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle

FROM = "\u2190"
THRESHOLD = "threshold"


def model_of(puzzle: Puzzle, settings: NeuronSettings) -> Model:
    """One neuron, or a network with as many hidden neurons as the settings say."""
    inputs = len(puzzle.input_names)
    if settings.hidden:
        return Network(inputs, settings.hidden, settings.threshold, settings.cross_entropy)
    return Neuron(inputs, settings.threshold, settings.cross_entropy)


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
        start=settings.start,
    )


def weight_names(puzzle: Puzzle, model: Model) -> tuple[str, ...]:
    """A name per weight, in the order of the weight vector.

    Of one neuron the inputs', then "threshold" where there is one. Of a network the neuron and its
    input: 1←left, 2←left and so on for the hidden layer, then out←1, out←2.
    """
    inputs = puzzle.input_names + (THRESHOLD,) * model.threshold
    if not isinstance(model, Network):
        return inputs
    hidden = tuple(map(str, range(1, model.hidden + 1)))
    layer_1 = tuple(f"{neuron}{FROM}{name}" for name in inputs for neuron in hidden)
    return layer_1 + tuple(f"out{FROM}{name}" for name in hidden + (THRESHOLD,) * model.threshold)


def output_input_names(puzzle: Puzzle, model: Model) -> tuple[str, ...]:
    """The names of the output neuron's inputs: the puzzle's or the hidden neurons; then the threshold."""
    if isinstance(model, Network):
        inputs = tuple(f"hidden {neuron}" for neuron in range(1, model.hidden + 1))
    else:
        inputs = puzzle.input_names
    return inputs + (THRESHOLD,) * model.threshold
