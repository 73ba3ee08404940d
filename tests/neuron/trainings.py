"""Trainings to test with: the article's, and any that a puzzle file could ask for."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from hypothesis import strategies as st

from neuron_tui.neuron import Neuron, Training
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, MAX_INPUTS, MAX_LEARNING_RATE, MAX_SEED

ARTICLE = Training(
    model=Neuron(3),
    inputs=np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=np.float64),
    targets=np.array([0, 1, 1, 0], dtype=np.float64),
)
ARTICLE_QUESTION = np.array([[1, 0, 0]], dtype=np.float64)


@st.composite
def tables(
    draw: st.DrawFn, max_inputs: int = MAX_INPUTS, max_examples: int = MAX_EXAMPLES
) -> tuple[Array, Array]:
    """Inputs of shape (examples, inputs) and targets of shape (examples,), all 0 or 1."""
    inputs = draw(st.integers(1, max_inputs))
    examples = draw(st.integers(1, max_examples))
    cells = examples * (inputs + 1)
    bits = draw(st.integers(0, 2**cells - 1))
    table = np.array([int(bit) for bit in f"{bits:0{cells}b}"], dtype=np.float64)
    table = table.reshape(examples, inputs + 1)
    return table[:, :-1].copy(), table[:, -1].copy()


@st.composite
def trainings(
    draw: st.DrawFn,
    max_inputs: int = MAX_INPUTS,
    max_examples: int = MAX_EXAMPLES,
    max_iterations: int = 300,
    max_learning_rate: float = MAX_LEARNING_RATE,
) -> Training:
    inputs, targets = draw(tables(max_inputs, max_examples))
    return Training(
        model=Neuron(inputs.shape[1], draw(st.booleans()), cross_entropy=draw(st.booleans())),
        inputs=inputs,
        targets=targets,
        seed=draw(st.integers(0, MAX_SEED)),
        iterations=draw(st.integers(1, max_iterations)),
        learning_rate=draw(st.just(1.0) | st.floats(0, max_learning_rate, exclude_min=True)),
    )


def weights_for(neuron: Neuron, size: float) -> st.SearchStrategy[Array]:
    """Weight vectors of one neuron, each weight between -size and size."""
    return st.lists(st.floats(-size, size), min_size=neuron.size, max_size=neuron.size).map(np.array)


@lru_cache(maxsize=8)
def plain_loop(training: Training) -> Array:
    """Every iteration's weights, by the article's loop as the formulas state it, one line at a time.

    With cross-entropy the error is not multiplied by the gradient.
    """
    neuron, rate = training.model, training.learning_rate
    x, y = training.inputs, training.targets.reshape(-1, 1)
    if neuron.threshold:
        x = np.hstack([x, np.ones((len(x), 1))])
    w = 2 * np.random.RandomState(training.seed).random_sample((neuron.size, 1)) - 1
    rows = [w]
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(training.iterations):
            o = 1 / (1 + np.exp(-np.dot(x, w)))
            delta = y - o if neuron.cross_entropy else (y - o) * o * (1 - o)
            w = w + rate * np.dot(x.T, delta)
            rows.append(w)
    return np.array(rows)[:, :, 0]
