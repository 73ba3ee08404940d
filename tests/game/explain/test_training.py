"""What the game says: how sure a guess is, who won and why, and what the weights mean."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.atlas import puzzle_of
from neuron_tui.game.explain.result import headline, how_sure, score_line
from neuron_tui.game.explain.training import progress, weight_meanings
from neuron_tui.game.match.match import Match, Result
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Puzzle, Question
from tests.game.matches import article, bundled, replay_of, trained

TOWARDS = st.fractions(0, 1)


def result(guess: str, neuron: float, answer: int = 1) -> Result:
    return Result(Question((1, 0, 0), answer), Fraction(guess), neuron)


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        ("0.5", "undecided"),
        ("0.55", "a hunch that it is 1"),
        ("0.45", "a hunch that it is 0"),
        ("0.7", "leaning to 1"),
        ("0.3", "leaning to 0"),
        ("0.89", "leaning to 1"),
        ("0.9", "fairly sure it is 1"),
        ("0.1", "fairly sure it is 0"),
        ("0.95", "very sure it is 1"),
        ("0.01", "very sure it is 0"),
        ("1", "certain it is 1"),
        ("0", "certain it is 0"),
    ],
)
def test_a_guess_in_words(guess: str, words: str) -> None:
    assert how_sure(Fraction(guess)) == words


@given(TOWARDS)
def test_the_words_for_0_and_1_are_the_same(guess: Fraction) -> None:
    def swapped(words: str) -> str:
        return words[:-1] + {"0": "1", "1": "0"}.get(words[-1], words[-1])

    assert how_sure(1 - guess) == swapped(how_sure(guess))


@given(TOWARDS, TOWARDS)
def test_a_surer_guess_never_has_weaker_words(one: Fraction, other: Fraction) -> None:
    order = ("undecided", "a hunch", "leaning", "fairly", "very", "certain")

    def strength(guess: Fraction) -> int:
        return next(place for place, word in enumerate(order) if how_sure(guess).startswith(word))

    less, more = sorted((one, other), key=lambda guess: abs(guess - Fraction(1, 2)))
    assert strength(less) <= strength(more)


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        pytest.param([result("0.9", 0.99993704)], "You both got it: it is 1.", id="both got it, one surer"),
        pytest.param([result("0.1", 0.0002, answer=0)], "You both got it: it is 0.", id="the answer is 0"),
        pytest.param(
            [result("1", 0.8999)],
            "You got it, the neuron was right but not sure: it is 1.",
            id="it was not sure enough",
        ),
        pytest.param([result("0.9", 0.0)], "You got it, the neuron did not: it is 1.", id="only you right"),
        pytest.param(
            [result("0.7", 0.99993704)], "You leaned the right way: it is 1.", id="right, but not sure"
        ),
        pytest.param(
            [result("0.89", 0.4)],
            "You leaned the right way, the neuron did not: it is 1.",
            id="it leaned the wrong way",
        ),
        pytest.param(
            [result("0.55", 0.5)],
            "Your hunch was right, the neuron's was not: it is 1.",
            id="it was undecided",
        ),
        pytest.param([result("0.5", 0.9)], "You were wise not to be sure: it is 1.", id="undecided"),
        pytest.param(
            [result("0.25", 0.9)], "You were wise not to be sure: it is 1.", id="wrong, but not sure"
        ),
        pytest.param([result("0.1", 0.9)], "The neuron got it this time: it is 1.", id="only it right"),
        pytest.param(
            [result("0.1", 0.7)],
            "The neuron leaned the right way: it is 1.",
            id="only it leaned to what is right",
        ),
        pytest.param([result("0", 0.0)], "It surprised you both: it is 1.", id="both certain and wrong"),
        pytest.param(
            [result("0.9", 0.99), result("0.1", 0.01, answer=0)], "You both got every one.", id="both got all"
        ),
        pytest.param(
            [result("0.9", 0.6), result("0.1", 0.9), result("1", 1.0)],
            "You got 2 of 3, the neuron was right in every one, and sure in 2 of 3.",
            id="as many, not the same",
        ),
        pytest.param(
            [result("0.9", 0.6), result("0.9", 0.99)],
            "You got every one, the neuron was right in every one, and sure in 1 of 2.",
            id="you got more",
        ),
        pytest.param(
            [result("0.9", 0.99), result("0.1", 0.99)],
            "You got 1 of 2, the neuron got every one.",
            id="it got more",
        ),
        pytest.param(
            [result("0.9", 0.6), result("0.1", 0.6)],
            "You got 1 of 2, the neuron was right in every one, and not sure.",
            id="it got none",
        ),
        pytest.param(
            [result("0.6", 0.99), result("0.1", 0.6)],
            "You leaned the right way in 1 of 2.",
            id="you got none",
        ),
        pytest.param(
            [result("0.1", 0.99), result("0.1", 0.99)],
            "The neuron got every one.",
            id="it got all, you leaned to none",
        ),
        pytest.param(
            [result("0.1", 0.99), result("0.1", 0.6)],
            "The neuron was right in every one, and sure in 1 of 2.",
            id="it got one, you leaned to none",
        ),
        pytest.param(
            [result("0.1", 0.6), result("0.1", 0.6)], "They surprised you both.", id="nobody got any"
        ),
    ],
)
def test_the_verdict_in_one_sentence(results: list[Result], sentence: str) -> None:
    assert headline(results) == sentence


@given(TOWARDS, st.floats(0, 1), st.integers(0, 1))
def test_whoever_is_on_the_right_side_reads_no_defeat(guess: Fraction, neuron: float, answer: int) -> None:
    said = headline([Result(Question((1,), answer), guess, neuron)])
    if round(guess, 4) != Fraction(1, 2) and (guess > Fraction(1, 2)) == bool(answer):
        assert said.startswith(
            ("You both got it", "You got it", "You leaned the right way", "Your hunch was right")
        )
    assert said.endswith(f": it is {answer}.")


def test_the_points_stand_in_a_line_of_their_own() -> None:
    # 100 * (1 - 4 * 0.1^2) = 96 and 100 * (1 - 4 * 0.9^2) = -224
    assert score_line([result("0.9", 0.1)]) == "you +96 \u00b7 neuron \u2212224"
    # 100 - 400/9, three times: rounded only at the end
    assert score_line([result("2/3", 0.5)] * 3) == "you +167 \u00b7 neuron 0"


def test_what_the_article_s_weights_mean() -> None:
    # +9.67, −0.21 and −4.63: alone they take 0.5 to 0.99994, 0.45 and 0.0097
    assert weight_meanings(replay_of(article()), 10_000) == [
        "left: strongly for 1",
        "middle: hardly matters",
        "right: strongly for 0",
    ]


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        # log(99) = 4.595, log(9) = 2.197 and log(1.5) = 0.405: there an output of 0.99, 0.9 and 0.6 begins
        ((10.0, 4.6, 4.59), ("strongly for 1", "strongly for 1", "for 1")),
        ((-10.0, -2.2, 2.19), ("strongly for 0", "for 0", "a little for 1")),
        ((0.66, -0.41, -0.4), ("a little for 1", "a little for 0", "hardly matters")),
        ((0.0, 0.04, -0.04), ("hardly matters",) * 3),
    ],
)
def test_how_hard_a_weight_pulls_is_what_it_does_to_an_output_of_a_half(
    weights: tuple[float, ...], words: tuple[str, ...]
) -> None:
    match = Match.begin(article())
    match.recording.tape[0] = weights
    said = weight_meanings(Replay(article(), match.recording), 0)
    assert said == [f"{name}: {word}" for name, word in zip(("left", "middle", "right"), words, strict=True)]


def test_the_threshold_has_a_meaning_as_well() -> None:
    names = [
        line.partition(":")[0]
        for line in weight_meanings(replay_of(bundled("threshold/night-light-again")), 10_000)
    ]
    assert names[-1] == "threshold"
    assert len(names) == 3


def test_before_the_training_the_weights_are_random() -> None:
    right, why = progress(Replay(article(), Match.begin(article()).recording), 0)
    # sums −1.00, −0.73, −1.17, −0.56: all below 0, so the two rows with answer 0 are right
    assert right.startswith("2 of 4 rows ")
    assert "random" in why


def test_weights_that_somebody_chose_are_not_called_random() -> None:
    training = Match.begin(article()).recording.training
    by_hand = Replay(article(), Recording(training, np.array([[1.0, 0.0, -2.0]])))
    assert not any("random" in sentence for sentence in progress(by_hand, 0))


def test_while_it_learns_the_row_that_is_furthest_off_is_named() -> None:
    replay = replay_of(article())
    assert progress(replay, 10_000)[0].startswith("4 of 4 rows ")
    assert "furthest" not in progress(replay, 10_000)[1]
    targets = (0.0, 1.0, 1.0, 0.0)
    misses = [abs(target - output) for target, output in zip(targets, replay.outputs(20), strict=False)]
    row = misses.index(max(misses)) + 1
    assert progress(replay, 20)[1].startswith(f"Row {row} is")
    assert "furthest from its answer" in progress(replay, 20)[1]


def test_a_row_that_is_half_right_is_on_no_side() -> None:
    xor = bundled("never/stairs")
    replay = Replay(xor, Match.begin(xor).recording)
    replay.recording.tape[0] = 0.0
    assert progress(replay, 0)[0].startswith("0 of ")


def stuck_sentence(puzzle: Puzzle, seed: int) -> str:
    """What is said of the wrong row in which a training has ended."""
    puzzle = replace(puzzle, neuron=replace(puzzle.neuron, seed=seed))
    said = progress(Replay(puzzle, trained(Match.begin(puzzle)).recording), puzzle.neuron.iterations)
    assert said[2] == "So nothing moves any more: it is stuck."
    return said[1]


def test_a_curve_is_called_flat_only_where_it_is() -> None:
    # the first step was so large that every sum lies far out, and 1 - output is 0
    assert stuck_sentence(bundled("learning/too-hasty"), 1).endswith("is wrong, but its curve is flat there.")


@pytest.mark.parametrize("pattern", [22, 23, 104, 105])
def test_where_the_curve_is_steep_the_pulls_of_the_rows_cancel(pattern: int) -> None:
    # for pattern 22 the wrong row has the output 0.5902, and there the slope is 0.24
    said = stuck_sentence(puzzle_of(pattern, threshold=False), 2)
    assert said.endswith("is wrong, but the rows' pulls cancel.")


def test_one_example_is_one_row() -> None:
    puzzle = replace(article(), examples=article().examples[:1])
    assert " of 1 row comes out right." in progress(Replay(puzzle, Match.begin(puzzle).recording), 0)[0]


def test_rows_that_are_pictures_are_called_so() -> None:
    said = progress(replay_of(bundled("article/does-it-smile")), 1)
    assert said[0].endswith(" of 6 pictures come out right.")
    assert said[1].startswith("Picture ")
