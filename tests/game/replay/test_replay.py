"""A training at any iteration: every number is the one that plain numpy works out from the tape."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from tests.game.matches import article, bundled, replay_of, two_questions

ARTICLE = replay_of(article())
THRESHOLD = replay_of(bundled("threshold/night-light-again"))
ITERATIONS = st.integers(0, 10_000)


def sums_by_hand(replay: Replay, iteration: int) -> list[float]:
    """Each row's weighted sum, one product after the other."""
    weights = list(replay.recording.tape[iteration])
    puzzle = replay.puzzle
    rows = [example.inputs for example in puzzle.examples] + [asked.inputs for asked in puzzle.questions]
    constant = (1,) if puzzle.neuron.threshold else ()
    return [sum(w * x for w, x in zip(weights, (*row, *constant), strict=True)) for row in rows]


@pytest.mark.parametrize("replay", [ARTICLE, THRESHOLD], ids=["the article's", "with a threshold"])
@given(iteration=ITERATIONS)
def test_sums_outputs_and_errors_follow_from_the_weights(replay: Replay, iteration: int) -> None:
    sums = sums_by_hand(replay, iteration)
    outputs = [1 / (1 + np.exp(-total)) for total in sums]
    errors = [
        abs(example.target - output) for example, output in zip(replay.puzzle.examples, outputs, strict=False)
    ]
    assert replay.sums(iteration) == pytest.approx(sums, rel=1e-12, abs=1e-12)
    assert replay.outputs(iteration) == pytest.approx(outputs, rel=1e-12)
    assert replay.mean_error(np.array([iteration])) == pytest.approx([np.mean(errors)], rel=1e-9)


def test_the_rows_are_the_examples_and_then_the_questions() -> None:
    replay = Replay(two_questions(), Match.begin(two_questions()).recording)
    assert replay.rows.tolist() == [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0], [0, 1, 0]]


def test_every_weight_has_a_name_and_the_threshold_stands_last() -> None:
    assert ARTICLE.weight_names == ("left", "middle", "right")
    assert THRESHOLD.weight_names[-1] == "threshold"
    assert len(THRESHOLD.weight_names) == len(THRESHOLD.weights(0)) == 3


def test_what_reaches_the_weights_is_the_row_and_for_the_threshold_a_1() -> None:
    assert ARTICLE.output_inputs(0, 4).tolist() == [1, 0, 0]
    for row, inputs in enumerate(THRESHOLD.rows.tolist()):
        assert THRESHOLD.output_inputs(0, row).tolist() == [*inputs, 1]


def test_the_article_s_digits() -> None:
    assert ARTICLE.iterations == 10_000
    assert [f"{weight:.8f}" for weight in ARTICLE.weights(0)] == ["-0.16595599", "0.44064899", "-0.99977125"]
    assert [f"{weight:.7f}" for weight in ARTICLE.weights(10_000)] == [
        "9.6729930",
        "-0.2078435",
        "-4.6296367",
    ]
    assert f"{ARTICLE.outputs(10_000)[4]:.8f}" == "0.99993704"


def test_going_back_shows_what_was_there_before() -> None:
    before = ARTICLE.outputs(17).tolist()
    ARTICLE.outputs(9_000)
    assert ARTICLE.outputs(17).tolist() == before
    assert ARTICLE.outputs(18).tolist() != before


def test_errors_of_many_iterations_are_those_of_each() -> None:
    iterations = np.array([0, 1, 10, 9_999, 10_000])
    together = ARTICLE.mean_error(iterations)
    each = [ARTICLE.mean_error(np.array([iteration]))[0] for iteration in iterations]
    assert together == pytest.approx(each, rel=1e-12)
    assert together[-1] < together[0]


def test_the_scales_hold_every_weight_and_every_sum() -> None:
    largest_weight, largest_sum = ARTICLE.reach()
    tape = ARTICLE.recording.tape
    rows = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 0, 0]])
    assert largest_weight == pytest.approx(np.abs(tape).max(), rel=1e-3)
    assert largest_sum == pytest.approx(np.abs(tape @ rows.T).max(), rel=1e-3)


def test_the_scales_grow_with_the_recording_and_never_see_what_is_not_recorded() -> None:
    match = Match.begin(article())
    match.recording.tape[1:] = np.nan
    replay = Replay(article(), match.recording)
    start = replay.reach()
    assert start[0] == pytest.approx(0.99977125, abs=1e-8)
    match.recording.record(10_000)
    assert replay.reach()[0] == pytest.approx(9.673, abs=0.01)


def test_before_a_branch_everything_is_as_in_the_training_that_it_left() -> None:
    puzzle = article()
    flipped = replace(puzzle, examples=(replace(puzzle.examples[0], target=1), *puzzle.examples[1:]))
    recording = Recording(training_of(flipped), ARTICLE.recording.tape[:101])
    recording.record(9_900)
    branch = Replay(flipped, recording, earlier=ARTICLE, since=100)
    before, after = np.arange(100), np.arange(100, 10_001, 99)
    assert branch.mean_error(before).tobytes() == ARTICLE.mean_error(before).tobytes()
    outputs = branch.model.think(branch.recording.tape[after], flipped.example_inputs())
    assert branch.mean_error(after) == pytest.approx(abs(flipped.targets() - outputs).mean(axis=1))
    assert branch.training_at(99) is ARTICLE.recording.training
    assert branch.training_at(100) is recording.training
    assert branch.outputs(100).tobytes() == ARTICLE.outputs(100).tobytes()
