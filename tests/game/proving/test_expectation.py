"""How the neuron fares with a puzzle over ten random starts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuron_tui.game.proving.expectation import SLICE, SeedOutcome, expectation, outcomes, train_starts
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import train
from neuron_tui.neuron.neuron import on_right_side, sigmoid
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

LEFTMOST = "001>0 111>1 101>1 011>0"
MAJORITY = "1101>1 0111>1 1001>0 0011>0 0101>0"
BURGLAR = "00>0 01>1 10>1"


def puzzle_of(examples: str, questions: str, settings: NeuronSettings | None = None) -> Puzzle:
    """A puzzle in the shorthand `001>0`: inputs, then the output."""
    rows, asked = ([row.split(">") for row in text.split()] for text in (examples, questions))
    return Puzzle(
        title="A puzzle",
        input_names=tuple(f"input {place}" for place in range(len(rows[0][0]))),
        examples=tuple(Example(tuple(map(int, inputs)), int(output)) for inputs, output in rows),
        questions=tuple(Question(tuple(map(int, inputs)), int(output)) for inputs, output in asked),
        neuron=settings or NeuronSettings(),
    )


def fate_of(examples: str, questions: str, settings: NeuronSettings | None = None) -> str:
    return expectation(list(outcomes(puzzle_of(examples, questions, settings))))


THRESHOLD = NeuronSettings(threshold=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("examples", "questions", "settings", "fate"),
    [
        pytest.param(LEFTMOST, "100>1", None, "learns", id="the article's puzzle"),
        pytest.param(LEFTMOST, "100>0", None, "fails", id="the article's rows, the other answer"),
        pytest.param(LEFTMOST, "000>0", None, "fails", id="nothing on is exactly 0.5 without a threshold"),
        pytest.param(LEFTMOST, "000>1", None, "fails", id="and 0.5 is not the other side either"),
        pytest.param(LEFTMOST, "000>0", THRESHOLD, "learns", id="nothing on, with a threshold"),
        pytest.param("11>1 10>0 01>0", "00>0", None, "fails", id="and, without a threshold"),
        pytest.param("11>1 10>0 01>0", "00>0", THRESHOLD, "learns", id="and, with a threshold"),
        pytest.param(BURGLAR, "11>1", THRESHOLD, "learns", id="or"),
        pytest.param(BURGLAR, "11>0", THRESHOLD, "fails", id="exclusive or"),
        pytest.param(
            MAJORITY, "1011>1", NeuronSettings(iterations=2_000, learning_rate=0.01), "fails", id="too timid"
        ),
        pytest.param(MAJORITY, "1011>1", NeuronSettings(learning_rate=50), "depends", id="too hasty"),
    ],
)
def test_what_becomes_of_a_puzzle(
    examples: str, questions: str, settings: NeuronSettings | None, fate: str
) -> None:
    assert fate_of(examples, questions, settings) == fate


def test_an_input_that_was_never_on_answers_with_the_weight_it_was_born_with() -> None:
    puzzle = puzzle_of("100>0 010>1 110>1", "001>0")
    for outcome in outcomes(puzzle):
        born = 2 * np.random.RandomState(outcome.seed).random_sample(3) - 1
        assert outcome.questions_right == int(sigmoid(born)[2] < 0.5)
        assert outcome.examples_right == 3


def test_the_seeds_are_the_puzzles_own_and_the_nine_after_it() -> None:
    puzzle = puzzle_of("1>1 0>0", "1>1", NeuronSettings(seed=41, iterations=1))
    assert [outcome.seed for outcome in outcomes(puzzle)] == list(range(41, 51))


def test_start_weights_of_the_puzzles_own_stand_in_the_place_of_its_seed() -> None:
    stuck = puzzle_of("1>1", "1>1", NeuronSettings(iterations=100, start=(-100.0,)))
    found = outcomes(stuck)
    assert [outcome.learned for outcome in found] == [False] + [True] * 9
    assert [outcome.seed for outcome in found] == list(range(1, 11))


def test_the_last_seed_that_a_puzzle_may_have_is_one_that_numpy_takes_nine_more_of() -> None:
    puzzle = puzzle_of("1>1 0>0", "1>1", NeuronSettings(seed=2**32 - 10, iterations=1))
    assert [outcome.seed for outcome in outcomes(puzzle)][-1] == 2**32 - 1


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(NeuronSettings(iterations=8, threshold=True), id="one neuron"),
        pytest.param(NeuronSettings(iterations=3 * SLICE, learning_rate=60), id="too hasty"),
        pytest.param(NeuronSettings(iterations=20, threshold=True, hidden=2), id="two hidden neurons"),
    ],
)
def test_side_by_side_they_end_as_they_do_one_by_one(settings: NeuronSettings) -> None:
    puzzle = puzzle_of(MAJORITY, "1011>1 0100>0", settings)
    answers = np.array([1, 0])
    found = outcomes(puzzle)
    assert len({outcome.examples_right for outcome in found}) > 1, "the starts differ"
    for outcome in found:
        training = training_of(puzzle, replace(settings, seed=outcome.seed))
        weights = train(training)[-1]
        right = on_right_side(training.model.think(weights, training.inputs), training.targets)
        answered = on_right_side(training.model.think(weights, puzzle.question_inputs()), answers)
        expected = SeedOutcome(outcome.seed, int(right.sum()), 5, int(answered.sum()), 2)
        assert outcome == expected


def test_it_stops_between_slices_so_that_keys_have_their_turn() -> None:
    puzzle = puzzle_of(LEFTMOST, "100>1", NeuronSettings(iterations=2 * SLICE + 50))
    assert len(list(train_starts(puzzle))) == 3


def test_weights_that_are_no_numbers_any_more_have_nothing_right() -> None:
    endless = puzzle_of("11>1 " * 99, "11>1", NeuronSettings(iterations=3, learning_rate=1.7e308))
    for outcome in outcomes(endless):
        assert (outcome.examples_right, outcome.questions_right, outcome.learned) == (0, 0, False)


@pytest.mark.parametrize(
    ("rows_right", "learned"), [((4, 2), True), ((3, 2), False), ((4, 1), False), ((0, 0), False)]
)
def test_all_examples_and_all_questions_must_be_right(rows_right: tuple[int, int], learned: bool) -> None:
    assert SeedOutcome(1, rows_right[0], 4, rows_right[1], 2).learned is learned
