"""What the weights of a model are called on every screen."""

from __future__ import annotations

from neuron_tui.neuron import Model, Network
from neuron_tui.puzzle.puzzle import Puzzle

FROM = "\u2190"
THRESHOLD = "threshold"


def weight_names(puzzle: Puzzle, model: Model) -> tuple[str, ...]:
    """A name per weight, in the order of the weight vector.

    Of one neuron the inputs', then "threshold" where there is one. Of a network which neuron
    hears what with it: 1←left, 2←left and so on for the hidden neurons, then out←1, out←2.
    """
    heard = puzzle.input_names + (THRESHOLD,) * model.threshold
    if not isinstance(model, Network):
        return heard
    hidden = tuple(map(str, range(1, model.hidden + 1)))
    layer_1 = tuple(f"{neuron}{FROM}{name}" for name in heard for neuron in hidden)
    return layer_1 + tuple(f"out{FROM}{name}" for name in hidden + (THRESHOLD,) * model.threshold)


def heard_names(puzzle: Puzzle, model: Model) -> tuple[str, ...]:
    """What the neuron that gives the output hears: the inputs, or the hidden neurons; and its threshold."""
    if isinstance(model, Network):
        heard = tuple(f"hidden {neuron}" for neuron in range(1, model.hidden + 1))
    else:
        heard = puzzle.input_names
    return heard + (THRESHOLD,) * model.threshold
