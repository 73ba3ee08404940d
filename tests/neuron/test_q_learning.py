"""Deep Q-learning: the same seed gives the same, and a plain, slow learner comes to the same weights."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuron_tui.neuron import q_learning
from neuron_tui.neuron.q_learning import (
    DISCOUNT,
    LEARNING_RATE,
    Cells,
    Learning,
    Recording,
    targets,
)
from neuron_tui.neuron.q_network import QNetwork

LONG = 7


@dataclass(frozen=True)
class Corridor:
    """You walk to the left or the right and may slip; a point at the right end, and one less at the left."""

    place: int

    def cells(self) -> Cells:
        cells = np.zeros((1, 1, LONG), dtype=np.uint8)
        cells[0, 0, self.place] = 1
        return cells

    def step(self, action: int, draw: np.random.Generator) -> tuple[Corridor, float, bool]:
        slips = draw.random() < 0.1
        place = self.place + (1 if (action == 1) != slips else -1)
        return Corridor(place), float((place == LONG - 1) - (place == 0)), place in (0, LONG - 1)


def begin(draw: np.random.Generator) -> Corridor:
    return Corridor(int(draw.integers(2, LONG - 2)))


def corridor(steps: int = 1_200, seed: int = 5) -> Learning:
    return Learning(begin, QNetwork(LONG, 8, 2), steps, seed)


def recorded(learning: Learning) -> Recording:
    recording = Recording(learning)
    recording.record(learning.steps)
    return recording


def tape(recording: Recording) -> np.ndarray:
    return np.array([recording.weights(step) for step in range(0, recording.recorded + 1, 100)])


def test_what_should_have_been_expected() -> None:
    """A network whose values are its inputs: one hidden neuron and one output for each of two."""
    network = QNetwork(2, 2, 2)
    weights = np.zeros(network.size)
    for layer in network.layers(weights):
        layer[:2] = np.eye(2)
    after = np.array([[3.0, 5.0], [3.0, 5.0], [0.0, 0.0], [7.0, 2.0]])
    overs = np.array([False, True, False, False])
    found = targets(network, weights, np.array([1.0, 1.0, -0.5, 0.0]), after, overs)
    assert found == pytest.approx([1 + 0.95 * 5, 1, -0.5, 0.95 * 7])


def test_exploring_falls_in_the_first_third_and_then_stays() -> None:
    learning = corridor(steps=900)
    told = {step: learning.exploring(step) for step in (0, 150, 300, 301, 899)}
    assert told == pytest.approx({0: 1.0, 150: 0.525, 300: 0.05, 301: 0.05, 899: 0.05})


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(1, 300), min_size=1, max_size=8))
def test_it_comes_out_the_same_bit_for_bit_in_slices_of_any_size(slices: list[int]) -> None:
    whole, sliced = recorded(corridor(600)), Recording(corridor(600))
    for rows in [*slices, 600]:
        sliced.record(rows)
    assert sliced.recorded == whole.recorded == 600
    for name in ("before", "after", "actions", "rewards", "overs"):
        assert (getattr(sliced, name) == getattr(whole, name)).all(), name
    assert tape(sliced).tobytes() == tape(whole).tobytes()


def test_another_seed_learns_otherwise() -> None:
    assert (tape(recorded(corridor(seed=1))) != tape(recorded(corridor(seed=2)))).any()


def test_each_step_goes_on_where_the_last_one_ended() -> None:
    recording = recorded(corridor())
    assert recording.overs.sum() > 50
    for step in range(1_199):
        place = int(recording.before[step].argmax())
        assert recording.before[step].sum() == recording.after[step].sum() == 1
        assert abs(int(recording.after[step].argmax()) - place) == 1
        if recording.overs[step]:
            assert recording.rewards[step] in (1, -1)
            assert 2 <= recording.before[step + 1].argmax() <= 4
        else:
            assert (recording.before[step + 1] == recording.after[step]).all()


def one_by_one(
    learning: Learning, memory: int, minibatch: int
) -> tuple[Recording, list[np.ndarray], list[np.ndarray]]:
    """The weights after each step, and those of the targets, as the paper's loop says it, in doubles.

    Every example is adjusted for alone, and what is expected is worked out anew each time. What was done is
    taken from a recording.
    """
    recording, network = recorded(learning), learning.network
    draw = np.random.default_rng(learning.seed)
    weights = network.start_weights(draw)
    weights = weights.astype(np.float32).astype(float)
    old, state = weights, learning.start(draw)
    every, every_old = [weights], []
    for step in range(learning.steps):
        explores = draw.random() < learning.exploring(step)
        if explores:
            assert recording.actions[step] == int(draw.random() * network.actions)
        else:
            values = network.values(weights, recording.before[step].astype(float))
            assert values[recording.actions[step]] >= values.max() - 1e-4
        every_old.append(old)
        state, _, over = state.step(int(recording.actions[step]), draw)
        assert (state.cells().ravel() == recording.after[step]).all()
        if over:
            state = learning.start(draw)
        count = step + 1
        if count >= minibatch:
            total = np.zeros(network.size)
            for lot in draw.random(minibatch):
                one = count - 1 - int(lot * min(count, memory))
                best = network.values(old, recording.after[one].astype(float)).max()
                should = recording.rewards[one] + (0 if recording.overs[one] else DISCOUNT * best)
                signals, action = recording.before[one].astype(float), recording.actions[one]
                total += gradient(network, weights, signals, int(action), float(should))
            weights = weights + LEARNING_RATE * total / minibatch
        if count % 500 == 0:
            old = weights
        every.append(weights)
    return recording, every, every_old


def gradient(
    network: QNetwork, weights: np.ndarray, signals: np.ndarray, action: int, should: float
) -> np.ndarray:
    """The adjustment for one example, back-propagated as textbooks write it."""
    layer_1, layer_2 = network.layers(weights)
    sums = layer_1.T @ [*signals, 1.0]
    hidden = np.maximum(sums, 0)
    error = should - float(layer_2[:, action] @ [*hidden, 1.0])
    delta = max(-1.0, min(1.0, error))
    change = np.zeros(network.size)
    change_1, change_2 = network.layers(change)
    change_2[:, action] = delta * np.array([*hidden, 1.0])
    change_1[:] = np.outer([*signals, 1.0], delta * layer_2[:-1, action] * (sums > 0))
    return change


def test_a_plain_learner_comes_to_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(q_learning, "MEMORY", 200)  # so that it is full soon
    monkeypatch.setattr(q_learning, "MINIBATCH", 4)  # and the plain one has less to do
    recording, every, every_old = one_by_one(corridor(), memory=200, minibatch=4)
    assert np.abs(every[-1] - every[0]).max() > 0.1, "it has learned"
    for step in range(0, 1_200, 50):
        kept = every[step // 100 * 100]
        assert recording.weights(step) == pytest.approx(kept, abs=1e-3)
        assert recording.old_weights(step) == pytest.approx(every_old[step], abs=1e-3)
    assert recording.weights(1_200) == pytest.approx(every[1_200], abs=1e-3)


def test_in_the_corridor_it_learns_to_go_to_the_right() -> None:
    learning = corridor(steps=3_000)
    weights = recorded(learning).weights(3_000)
    boards = np.eye(LONG, dtype=np.float32)[1:-1]
    assert learning.network.values(weights, boards).argmax(axis=1).tolist() == [1] * (LONG - 2)


def test_a_learning_of_other_length_is_another_one() -> None:
    """Exploring ends sooner in a shorter one, so that both part at once."""
    long, short = recorded(corridor(1_200)), recorded(replace(corridor(), steps=300))
    assert (long.actions[:300] != short.actions).any()
