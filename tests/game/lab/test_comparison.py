"""Two runs side by side: what differs between them, and the numbers that each came to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuron_tui.game.lab.comparison import at_the_end, differences
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.runs import Lab
from neuron_tui.neuron.neuron import Array
from tests.game.matches import article, replay_of
from tests.neuron.trainings import ARTICLE, ARTICLE_QUESTION, plain_loop


def lab() -> Lab:
    return Lab.of(replay_of(article()), article().neuron)


def by_hand(weights: Array) -> list[float]:
    """The mean error over the article's rows, and the answer to its question."""
    outputs = 1 / (1 + np.exp(-(np.vstack([ARTICLE.inputs, ARTICLE_QUESTION]) @ weights)))
    return [float(np.abs(ARTICLE.targets - outputs[:4]).mean()), float(outputs[4])]


def test_only_what_differs_is_compared() -> None:
    own = lab()
    other = own.experiment(replace(own.own.settings, learning_rate=10.0, threshold=True))
    assert differences(other.front, own.own) == [("learning rate", "10", "1"), ("threshold", "yes", "no")]
    assert differences(own.own, other.front) == [("learning rate", "1", "10"), ("threshold", "no", "yes")]
    assert differences(own.own, own.own) == []
    assert differences(own.next_seed().front, own.own) == [("start weights", "seed 2", "seed 1")]


def test_a_branch_says_where_it_left_and_how_many_rows_it_learns_otherwise() -> None:
    branched = lab().branch(50)
    terms = branched.front.terms
    assert terms is not None
    changed = branched.rebranch(terms.turn(1, 1))
    assert differences(changed.front, changed.own) == [
        ("branch at", "50", "none"),
        ("rows changed", "1", "none"),
    ]
    changed.front.replay.recording.record(70)
    again = changed.branch(70)
    assert differences(again.front, changed.front) == [("branch at", "70", "50")], "with the same rows"


def test_what_began_with_your_weights_says_so() -> None:
    own = lab()
    held = own.hold(Hand.begin(own.own.replay.recording.training, np.zeros(3)))
    taken = held.take_over(0)
    assert differences(taken.front, own.own) == [("start weights", "yours", "seed 1")]
    other = taken.experiment(replace(taken.front.settings, start=(1.0, 2.0, 3.0)))
    assert differences(other.front, taken.front) == [("start weights", "yours", "yours")]


def test_each_has_its_error_and_its_answers_at_the_end_as_the_plain_loop_has_them() -> None:
    own = lab()
    quicker = own.experiment(replace(own.own.settings, learning_rate=10.0)).front
    asked = [question.inputs for question in article().questions]
    assert at_the_end(quicker, asked) is None, "it is not recorded yet"
    quicker.replay.recording.record(10_000)
    for run, training in ((own.own, ARTICLE), (quicker, replace(ARTICLE, learning_rate=10.0))):
        assert at_the_end(run, asked) == pytest.approx(by_hand(plain_loop(training)[-1]), rel=1e-12)
