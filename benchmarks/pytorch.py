"""Neurons side by side, and deep Q-learning, against the same in PyTorch, each on one core.

Neurons are computed with doubles, and Q-learning in single precision, in both.

By hand, for PyTorch is large: `pip install -e '.[bench]'`, then `python -m benchmarks pytorch`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
import torch

from benchmarks.figure import Figure, ratio, seconds
from benchmarks.q_learning import LIVED, Steps
from neuron_tui.neuron import Neuron
from neuron_tui.neuron.fast import adjusted
from neuron_tui.neuron.q_learning import DISCOUNT, LEARNING_RATE, Weights
from neuron_tui.neuron.q_network import QNetwork
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


def pytorch_steps(steps: Steps) -> np.ndarray:
    """The same adjustments as PyTorch's own parts make them: its layers, its loss, its gradients, its SGD."""
    recording, network = steps.recording, steps.network
    online, old = (_as_torch(network, steps.start) for _ in range(2))
    adjusting = torch.optim.SGD(online.parameters(), lr=LEARNING_RATE)
    before, after, rewards = (
        torch.tensor(seen[:LIVED], dtype=torch.float32)
        for seen in (recording.before, recording.after, recording.rewards)
    )
    actions, goes_on = (torch.tensor(seen[:LIVED]) for seen in (recording.actions, ~recording.overs))
    for drawn in torch.tensor(steps.drawn):
        with torch.no_grad():
            best = old(after[drawn]).max(dim=1).values
            should = rewards[drawn] + DISCOUNT * best * goes_on[drawn]
        expected = online(before[drawn]).gather(1, actions[drawn].unsqueeze(1)).squeeze(1)
        adjusting.zero_grad()
        torch.nn.functional.huber_loss(expected, should).backward()
        adjusting.step()
    layers = [
        torch.cat([layer.weight.T, layer.bias.unsqueeze(0)]).detach().numpy().ravel()
        for layer in (online[0], online[2])
    ]
    return np.concatenate(layers)


def _as_torch(network: QNetwork, weights: Weights) -> torch.nn.Sequential:
    """A network of PyTorch's with these weights."""
    sizes = (network.inputs, network.hidden), (network.hidden, network.actions)
    layers = [torch.nn.Linear(*size) for size in sizes]
    for layer, its_weights in zip(layers, network.layers(weights), strict=True):
        layer.weight.data = torch.tensor(its_weights[:-1].T.copy())
        layer.bias.data = torch.tensor(its_weights[-1].copy())
    return torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1])


def q_learning(adjustments: int, repetitions: int) -> Figure:
    steps = Steps(adjustments)

    def theirs() -> np.ndarray:
        return pytorch_steps(steps)

    if not np.allclose(steps.ours(), theirs(), atol=1e-3):
        raise SystemExit("error: the two do not end on the same weights")
    what = "adjustments of deep Q-learning, to PyTorch"
    return ratio(what, lambda: seconds(steps.ours), lambda: seconds(theirs), 0.5, repetitions)


def main(quick: bool) -> Iterator[Figure]:
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    torch.set_num_threads(1)
    for neurons, iterations in ((3_000, 1_000), (1_000_000, 10)):
        yield against_pytorch(neurons, iterations // 10 if quick else iterations, 1 if quick else 11)
    yield q_learning(20 if quick else 1_000, 1 if quick else 11)
    os.sched_setaffinity(0, cores)
