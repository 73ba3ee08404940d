"""The player's hand on the weights: turns as a tape, going back and forth on it, and the challenge."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.explain.numbers import side
from neuron_tui.game.lab.hand import LIMIT, Hand, challenge
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Neuron, Training
from tests.game.matches import article, bundled, quickly, replay_of

ARTICLE = training_of(article())
LEFT, MIDDLE, RIGHT = 0, 1, 2
MOVES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-4, 4), st.booleans(), st.integers(0, 3)), max_size=12
)
"""Which weight, how many steps, whether fine, and how many positions it goes back first."""


def hand(*weights: float, training: Training = ARTICLE) -> Hand:
    return Hand.begin(training, np.array(weights or (0.0,) * training.model.size))


def turned(start: Hand, *turns: tuple[int, int]) -> Hand:
    """The hand after turning these weights by so many steps, one after the other."""
    for index, steps in turns:
        start = start.turn(start.turns, index, steps)
    return start


def played(moves: list[tuple[int, int, bool, int]]) -> list[Hand]:
    """Every hand on the way through some moves."""
    hands = [hand()]
    for index, steps, fine, back in moves:
        here = hands[-1]
        hands.append(here.turn(max(here.turns - back, 0), index, steps, fine))
    return hands


def misses(weights: np.ndarray) -> list[float]:
    """How far the article's four outputs are off, by its own formula, row by row."""
    rows = [((0, 0, 1), 0), ((1, 1, 1), 1), ((1, 0, 1), 1), ((0, 1, 1), 0)]
    sums = [sum(w * x for w, x in zip(weights, row, strict=True)) for row, _ in rows]
    return [abs(target - 1 / (1 + np.exp(-total))) for total, (_, target) in zip(sums, rows, strict=True)]


def test_every_turn_of_a_weight_adds_a_row_to_the_tape() -> None:
    ours = turned(hand(), (LEFT, 1), (LEFT, 1), (RIGHT, -3))
    assert ours.tape.tolist() == [[0, 0, 0], [1, 0, 0], [2, 0, 0], [2, 0, -3]]
    assert ours.turns == 3


def test_ten_fine_steps_are_one_step() -> None:
    ours = hand()
    for _ in range(10):
        ours = ours.turn(ours.turns, LEFT, 1, fine=True)
    assert ours.tape[-1].tolist() == [1, 0, 0]
    assert ours.tape[3].tolist() == [0.3, 0, 0]


def test_it_begins_from_any_weights_and_leaves_them_alone() -> None:
    weights = np.array([0.25, -0.5, 1.0])
    ours = Hand.begin(ARTICLE, weights).turn(0, MIDDLE, -1)
    assert ours.tape.tolist() == [[0.25, -0.5, 1.0], [0.25, -1.5, 1.0]]
    assert weights.tolist() == [0.25, -0.5, 1.0]
    with pytest.raises(ValueError, match=r"shape \(3,\)"):
        Hand.begin(ARTICLE, np.zeros(4))


def test_turning_after_going_back_cuts_off_what_lay_ahead() -> None:
    ours = turned(hand(), (LEFT, 1), (LEFT, 1), (LEFT, 1)).turn(1, RIGHT, -1)
    assert ours.tape.tolist() == [[0, 0, 0], [1, 0, 0], [1, 0, -1]]


def test_a_weight_stops_at_its_ends_and_pressing_on_is_no_turn() -> None:
    ours = hand().turn(0, LEFT, 50)
    assert ours.tape[-1, LEFT] == LIMIT
    assert ours.turn(1, LEFT, 1) is ours
    assert ours.turn(1, LEFT, -100).tape[-1, LEFT] == -LIMIT


def test_a_weight_that_begins_beyond_the_ends_can_only_come_back() -> None:
    ours = hand(35.123456789012, 0, 0)
    assert ours.turn(0, LEFT, 1) is ours
    back = ours.turn(0, LEFT, -1)
    assert back.tape[-1, LEFT] == pytest.approx(34.123456789)
    assert back.turn(1, LEFT, 5).tape[-1, LEFT] == back.tape[-1, LEFT], "34.1 is its end now"


def test_what_changes_nothing_is_no_turn_and_cuts_nothing_off() -> None:
    ours = turned(hand(-0.16595599123456, 0, 0), (LEFT, 1), (RIGHT, -1))
    assert ours.turn(0, LEFT, 0) is ours
    assert ours.turn_to(0, LEFT, 0.3) is ours


def test_dragged_a_weight_goes_by_whole_steps_as_with_the_keys() -> None:
    ours = hand().turn_to(0, LEFT, 3.2)
    assert ours.tape[:, LEFT].tolist() == [0, 1, 2, 3]
    back = ours.turn_to(3, LEFT, 1.4)
    assert back.tape[:, LEFT].tolist() == [0, 1, 2, 3, 2, 1]
    assert ours.turn_to(3, LEFT, 3.4) is ours


@pytest.mark.parametrize(
    ("begin", "value", "tape"),
    [
        (0, 0.3, [0, 0.3]),
        (0, 2.5, [0, 1, 2, 2.5]),
        (0, -2, [0, -1, -2]),
        (0.5, -0.25, [0.5, -0.25]),
        (0.3, 2.3, [0.3, 1.3, 2.3]),
        (21, 20, [21, 20]),
        (1, 1, [1]),
    ],
)
def test_a_typed_weight_is_taken_exactly_and_takes_as_many_turns_as_steps_lead_there(
    begin: float, value: float, tape: list[float]
) -> None:
    assert hand(begin, 0, 0).turn_exactly_to(0, LEFT, value).tape[:, LEFT].tolist() == tape


@given(st.floats(-LIMIT, LIMIT), st.floats(-LIMIT, LIMIT))
def test_however_a_weight_begins_it_ends_with_the_very_number_that_was_typed(
    begin: float, value: float
) -> None:
    ours = hand(begin, 0, 0).turn_exactly_to(0, LEFT, value)
    assert float(ours.tape[-1, LEFT]) == value
    assert ours.turns <= abs(value - begin) + 2


def test_a_weight_typed_at_an_earlier_position_cuts_off_what_lay_ahead() -> None:
    ours = turned(hand(), (LEFT, 1), (LEFT, 1), (LEFT, 1)).turn_exactly_to(1, RIGHT, -0.5)
    assert ours.tape.tolist() == [[0, 0, 0], [1, 0, 0], [1, 0, -0.5]]


def test_a_drag_from_an_earlier_position_cuts_off_what_lay_ahead() -> None:
    ours = turned(hand(), (LEFT, 1), (LEFT, 1), (LEFT, 1)).turn_to(1, RIGHT, -2)
    assert ours.tape.tolist() == [[0, 0, 0], [1, 0, 0], [1, 0, -1], [1, 0, -2]]


@given(MOVES)
def test_the_error_and_the_right_rows_are_those_of_the_weights(
    moves: list[tuple[int, int, bool, int]],
) -> None:
    ours = played(moves)[-1]
    for at, weights in enumerate(ours.tape):
        off = misses(weights)
        assert ours.error(at) == pytest.approx(np.mean(off), rel=1e-9)
        shown = [side(round(miss, 12)) == 0 for miss in off]
        assert ours.right(at) == sum(shown)


@given(MOVES)
def test_records_are_never_forgotten_whatever_is_cut_off(moves: list[tuple[int, int, bool, int]]) -> None:
    hands = played(moves)
    every = [(ours.error(at), at) for ours in hands for at in range(ours.turns + 1)]
    assert hands[-1].best == pytest.approx(min(every)[0], rel=1e-12)
    solved = [at for ours in hands for at in range(ours.turns + 1) if ours.right(at) == 4]
    assert hands[-1].solved_in == min(solved, default=None)


def test_the_best_that_was_cut_off_still_counts() -> None:
    ours = turned(hand(), (LEFT, 9), (RIGHT, -4))
    worse = ours.turn(0, RIGHT, 5)
    assert worse.best == ours.error(2) < worse.error(0)


def test_the_article_s_rows_come_right_in_two_turns_from_the_neuron_s_own_start() -> None:
    # its weights begin as −0.17, +0.44, −1.00: with +1.83 for left the sums are −1, +1.27, +0.83, −0.56
    ours = Hand.begin(ARTICLE, ARTICLE.model.start_weights(1))
    assert (ours.right(0), ours.solved_in) == (2, None)
    ours = turned(ours, (LEFT, 1), (LEFT, 1))
    assert (ours.right(2), ours.solved_in) == (4, 2)


def test_a_row_that_reads_half_is_on_no_side() -> None:
    ours = hand().turn(0, LEFT, 1, True).turn(1, MIDDLE, 2, True).turn(2, RIGHT, -3, True)
    # 1 1 1: in floating point 0.1 + 0.2 − 0.3 is a little above 0, and still reads 0.5000
    assert 0 < sum((0.1, 0.2, -0.3)) < 1e-15
    assert ours.right(3) == 2, "0 0 1 and 0 1 1 are below 0; 1 0 1 is below 0 as well"


def test_its_tape_is_a_training_that_is_complete_at_once() -> None:
    ours = turned(hand(), (LEFT, 2), (RIGHT, -1))
    recording = ours.recording()
    assert recording.complete
    assert recording.tape.tolist() == ours.tape.tolist()
    replay = Replay(article(), recording)
    assert replay.iterations == 2
    assert replay.mean_error(np.array([0, 1, 2])).tolist() == [ours.error(at) for at in range(3)]
    assert hand().recording().complete


def test_the_neuron_takes_over_from_the_weights_in_your_hand() -> None:
    puzzle = quickly(article(), 300)
    lab = Lab.of(replay_of(puzzle), replace(puzzle.neuron, learning_rate=0.5))
    replay = lab.hold(turned(hand(), (LEFT, 2), (RIGHT, -1))).take_over(1).front.replay
    replay.recording.record(300)
    weights = np.array([[2.0], [0.0], [0.0]])
    for _ in range(300):  # the article's loop, at half its rate
        outputs = 1 / (1 + np.exp(-np.dot(ARTICLE.inputs, weights)))
        errors = ARTICLE.targets.reshape(-1, 1) - outputs
        weights = weights + 0.5 * np.dot(ARTICLE.inputs.T, errors * outputs * (1 - outputs))
    assert replay.weights(0).tolist() == [2, 0, 0]
    assert replay.weights(300) == pytest.approx(weights[:, 0], rel=1e-12)


def test_the_threshold_is_turned_like_any_weight() -> None:
    training = training_of(bundled("threshold/night-light-again"))
    ours = hand(training=training).turn(0, 2, -3)
    assert ours.tape[-1].tolist() == [0, 0, -3]


@pytest.mark.parametrize(
    ("turns", "at", "says"),
    [
        ([], 0, "How many of the 4 rows can you get right, and in how few turns?"),
        ([(RIGHT, -1)], 1, "2 of 4 rows are right after 1 turn."),
        ([(RIGHT, -1), (LEFT, 1)], 2, "2 of 4 rows are right after 2 turns."),
        ([(RIGHT, -1), (LEFT, 2)], 2, "All rows right in 2 turns. Can you do it in fewer?"),
        ([(RIGHT, -1), (LEFT, 2)], 1, "2 of 4 rows are right after 1 turn. Best: all right after 2."),
        (
            [(RIGHT, -1), (LEFT, 2), (MIDDLE, -1)],
            3,
            "3 of 4 rows are right after 3 turns. Best: all right after 2.",
        ),
        ([(RIGHT, -1), (LEFT, 2), (LEFT, 1)], 3, "All rows right in 3 turns. Your best is 2."),
    ],
)
def test_the_challenge_says_how_far_you_are(turns: list[tuple[int, int]], at: int, says: str) -> None:
    assert challenge(turned(hand(), *turns), at) == says


def test_the_challenge_knows_when_there_was_nothing_to_do_and_when_nobody_can_do_better() -> None:
    solved = hand(9, 0, -4)
    assert challenge(solved, 0) == "All rows were right from the start."
    spoiled = turned(solved, (LEFT, -10))
    assert challenge(spoiled, 1) == "2 of 4 rows are right after 1 turn. Best: all right at the start."
    assert challenge(turned(spoiled, (LEFT, 10)), 2) == "All rows were right from the start."
    assert (
        challenge(hand(0, 0, -4).turn(0, LEFT, 9), 1)
        == "All rows right in 1 turn. It can't be done in fewer."
    )


def test_one_example_is_one_row() -> None:
    training = Training(Neuron(1), np.array([[1.0]]), np.array([1.0]))
    assert challenge(hand(training=training), 0) == "Can you get the row right, and in how few turns?"


def test_a_match_s_own_tape_is_left_alone() -> None:
    match = Match.begin(article())
    before = match.recording.tape[0].tolist()
    ours = Hand.begin(match.recording.training, match.recording.tape[0]).turn(0, LEFT, 5)
    assert match.recording.tape[0].tolist() == before
    assert ours.tape[0].tolist() == before
