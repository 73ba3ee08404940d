"""One step closely: its numbers worked out another way."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.arcade.games.road import ROAD
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.neuron.q_learning import Recording

STEPS = 760


@pytest.fixture(scope="module")
def recording() -> Recording:
    recording = Recording(learning_of(ROAD, 3, STEPS))
    recording.record(STEPS)
    return recording


def by_hand(recording: Recording, weights: np.ndarray, cells: np.ndarray) -> list[float]:
    """What is expected of each action, neuron by neuron."""
    layer_1, layer_2 = (layer.astype(float) for layer in recording.learning.network.layers(weights))
    lit = np.flatnonzero(cells)
    hidden = [max(sum(layer_1[lit, neuron]) + layer_1[-1, neuron], 0) for neuron in range(ROAD.hidden)]
    return [float(np.dot(hidden, layer_2[:-1, action]) + layer_2[-1, action]) for action in range(3)]


@pytest.mark.parametrize(
    ("steps", "kept", "copied"),
    [(1, 0, 0), (99, 0, 0), (500, 500, 0), (501, 500, 500), (640, 600, 500), (STEPS, 700, 500)],
)
def test_what_was_expected_and_what_should_have_been(
    recording: Recording, steps: int, kept: int, copied: int
) -> None:
    moment, step = Moment(ROAD, recording, steps), steps - 1
    assert (moment.kept_at, moment.copied_at) == (kept, copied)
    now, old = recording.weights(kept), recording.weights(copied)
    expected = by_hand(recording, now, recording.before[step])[recording.actions[step]]
    best = 0.0 if recording.overs[step] else max(by_hand(recording, old, recording.after[step]))
    assert moment.expected == pytest.approx(expected, abs=1e-4)
    assert moment.reward == recording.rewards[step]
    assert moment.best_next == pytest.approx(best, abs=1e-4)
    assert moment.should == pytest.approx(moment.reward + 0.95 * best, abs=1e-4)
    assert moment.error == pytest.approx(moment.should - moment.expected)


def test_after_the_end_of_a_game_nothing_comes(recording: Recording) -> None:
    ends = np.flatnonzero(recording.overs) + 1
    assert len(ends) > 20
    for end in ends.tolist():
        moment = Moment(ROAD, recording, end)
        assert moment.ended
        assert moment.should == moment.reward != 0


def test_the_boards_follow_one_another(recording: Recording) -> None:
    assert (Moment(ROAD, recording, 0).board == Moment(ROAD, recording, 1).before).all()
    for steps in range(1, 100):
        here, after = Moment(ROAD, recording, steps), Moment(ROAD, recording, steps + 1)
        assert here.board.shape == (2, 6, 6)
        assert here.ended or (here.board == after.before).all()


def test_the_hidden_neurons_add_up_to_the_values(
    recording: Recording,
) -> None:
    moment = Moment(ROAD, recording, STEPS)
    layer_1, layer_2 = recording.learning.network.layers(recording.weights(STEPS))
    total = layer_2[-1].astype(float)
    for hidden in range(ROAD.hidden):
        seen = float((moment.hidden_weights(hidden) * moment.board).sum()) + float(layer_1[-1, hidden])
        assert moment.activation(hidden, moment.board) == pytest.approx(max(seen, 0), abs=1e-5)
        total = total + moment.activation(hidden, moment.board) * moment.onward(hidden)
    assert moment.values(moment.board) == pytest.approx(total, abs=1e-4)
