"""How the neuron of a puzzle learns: its settings in the file, and whether they fit the puzzle."""

from __future__ import annotations

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import numbers, positive, read_flag, whole
from neuron_tui.puzzle.file.keys import Field, Fields
from neuron_tui.puzzle.file.tree import MappingNode, Node, Scalar
from neuron_tui.puzzle.puzzle import (
    MAX_HIDDEN,
    MAX_ITERATIONS,
    MAX_LEARNING_RATE,
    MAX_SEED,
    MAX_START_WEIGHT,
    NeuronSettings,
    Puzzle,
)

_DEFAULT = NeuronSettings()
NEURON_FIELDS: Fields = {
    "threshold": Field(read_flag, "`true`: it can learn that an output is 1 without any input"),
    "iterations": Field(
        whole(1, MAX_ITERATIONS, sample=_DEFAULT.iterations),
        f"how often it adjusts its weights, up to {MAX_ITERATIONS:,}; by default {_DEFAULT.iterations:,}",
    ),
    "seed": Field(whole(0, MAX_SEED, sample=_DEFAULT.seed), "which random weights it starts with"),
    "learning_rate": Field(
        positive(MAX_LEARNING_RATE), f"how large its steps are, up to {MAX_LEARNING_RATE:,g}"
    ),
    "hidden": Field(whole(0, MAX_HIDDEN, sample=4), f"how many hidden neurons, up to {MAX_HIDDEN}"),
    "start": Field(numbers(MAX_START_WEIGHT), "its first weights instead of random ones"),
}


def check_neuron(node: Node | None, puzzle: Puzzle, faults: FaultList) -> None:
    """Whether the whole training can be kept, and whether each weight has its start.

    Many weights leave room for fewer iterations.
    """
    neuron, inputs = puzzle.neuron, len(puzzle.input_names)
    if node is None or faults.errors or inputs == 0:
        return
    weights, most = neuron.weights(inputs), neuron.most_iterations(inputs)
    if neuron.iterations > most:
        message = f"with {weights} weights there can be at most {most:,} iterations; write such a number"
        faults.error(node, "value", message)
    if neuron.start and len(neuron.start) != weights and isinstance(node, MappingNode):
        place = next(value for key, value in node.pairs if isinstance(key, Scalar) and key.text == "start")
        faults.error(
            place,
            "value",
            f"start must have a number for each weight, which are {weights:,} here, not "
            f"{len(neuron.start):,}; write them in the order in which `neuron-tui train` shows them",
        )
