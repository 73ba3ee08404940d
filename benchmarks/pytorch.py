"""Neurons side by side against the same in PyTorch, both on one core and with doubles.

By hand, for PyTorch is large: `pip install -e '.[bench]'`, then `python -m benchmarks pytorch`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import torch

from benchmarks.figure import Figure, ratio, seconds
from neuron_tui.neuron import Neuron
from neuron_tui.neuron.fast import adjusted
from neuron_tui.neuron.throughput import INPUTS, TARGETS


def pytorch_loop(
    weights: torch.Tensor, inputs: torch.Tensor, targets: torch.Tensor, iterations: int
) -> torch.Tensor:
    """The article's loop with a column of weights for each neuron."""
    for _ in range(iterations):
        output = torch.sigmoid(inputs @ weights)
        weights = weights + inputs.T @ ((targets - output) * output * (1 - output))
    return weights


def against_pytorch(neurons: int, iterations: int, repetitions: int) -> Figure:
    neuron = Neuron(3)
    start = np.random.default_rng(1).uniform(-1, 1, (neurons, neuron.size))
    columns, inputs, targets = map(torch.tensor, (start.T, INPUTS, TARGETS[:, None]))

    def ours() -> np.ndarray:
        return adjusted(neuron, start, INPUTS, TARGETS, iterations)

    def theirs() -> torch.Tensor:
        return pytorch_loop(columns, inputs, targets, iterations)

    if not np.allclose(ours(), theirs().numpy().T):
        raise SystemExit("error: the two do not end on the same weights")
    what = f"{neurons:,} neurons side by side, to PyTorch"
    return ratio(what, lambda: seconds(ours), lambda: seconds(theirs), 0.67, repetitions)


def main(quick: bool) -> Iterator[Figure]:
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    torch.set_num_threads(1)
    for neurons, iterations in ((3_000, 1_000), (1_000_000, 10)):
        yield against_pytorch(neurons, iterations // 10 if quick else iterations, 1 if quick else 11)
    os.sched_setaffinity(0, cores)
