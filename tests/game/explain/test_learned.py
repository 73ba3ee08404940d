"""What the neuron learned, in sentences, and what it says to every row there can be."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.explain.learned import PossibleRow, meanings, rows, sentences, sureness
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from tests.game.matches import article, bundled, quickly, replay_of, trained
from tests.puzzle.puzzles import puzzles

ARTICLE = replay_of(article())
WEIGHTS = st.lists(st.floats(-20, 20), min_size=3, max_size=3)


def puzzle_of(examples: str, questions: str, names: tuple[str, ...] = (), threshold: bool = False) -> Puzzle:
    """A puzzle in the shorthand `001>0`: inputs, then the output."""
    told, asked = ([row.split(">") for row in text.split()] for text in (examples, questions))
    return Puzzle(
        title="A puzzle",
        input_names=names or ("left", "middle", "right", "far")[: len(told[0][0])],
        examples=tuple(Example(tuple(map(int, inputs)), int(output)) for inputs, output in told),
        questions=tuple(Question(tuple(map(int, inputs)), int(output)) for inputs, output in asked),
        neuron=NeuronSettings(threshold=threshold),
    )


def with_weights(puzzle: Puzzle, *weights: float) -> Replay:
    """The neuron of a puzzle that has these weights at iteration 1."""
    training = training_of(puzzle)
    tape = np.array([training.model.start_weights(1), weights])
    return Replay(puzzle, Recording(training, tape))


def said(replay: Replay, iteration: int = 1, solved: bool = True) -> str:
    return "\n".join(sentences(replay, iteration, solved))


def test_every_row_there_can_be_stands_in_rising_order_with_its_kind() -> None:
    found = rows(ARTICLE, 10_000, solved=True)
    assert [row.inputs for row in found] == list(product((0, 1), repeat=3))
    assert [(row.kind, row.answer, row.place) for row in found] == [
        ("never seen", None, None),  # 0 0 0
        ("example", 0, 0),
        ("never seen", None, None),  # 0 1 0
        ("example", 0, 3),
        ("question", 1, 4),
        ("example", 1, 2),
        ("never seen", None, None),  # 1 1 0
        ("example", 1, 1),
    ]


@pytest.mark.parametrize("inputs", range(1, 17))
def test_up_to_eight_inputs_all_rows_are_there_and_with_more_those_of_the_puzzle(inputs: int) -> None:
    ones, zeros = (1,) * inputs, (0,) * inputs
    puzzle = Puzzle("x", tuple("abcdefghijklmnop"[:inputs]), (Example(ones, 1),), (Question(zeros, 0),))
    found = rows(Replay(puzzle, Match.begin(puzzle).recording), 0, solved=False)
    known = {row.inputs: row for row in found}
    assert len(found) == len(known) == (2**inputs if inputs <= 8 else 2)
    assert known[ones] == PossibleRow(ones, "example", 1, 0)
    assert known[zeros] == PossibleRow(zeros, "question", None, 1)


def test_a_row_that_stands_twice_is_one_row_and_what_was_told_is_not_asked() -> None:
    puzzle = puzzle_of("01>1 01>1", "01>1 10>0")
    found = rows(with_weights(puzzle, 1, 1), 1, solved=True)
    assert [(row.kind, row.place) for row in found if row.kind != "never seen"] == [
        ("example", 0),
        ("question", 3),
    ]


@pytest.mark.slow
@given(puzzles())
def test_before_the_verdict_nothing_depends_on_the_answers(puzzle: Puzzle) -> None:
    asked = tuple(replace(question, answer=1 - (question.answer or 0)) for question in puzzle.questions)
    puzzle = quickly(puzzle, 1)
    swapped = replace(puzzle, questions=asked)
    one, other = (Replay(it, Match.begin(it).recording) for it in (puzzle, swapped))
    assert sentences(one, 0, solved=False) == sentences(other, 0, solved=False)
    assert rows(one, 0, solved=False) == rows(other, 0, solved=False)
    assert rows(one, 0, solved=True) != rows(other, 0, solved=True)


def test_before_a_branch_the_rows_are_those_that_were_told_then() -> None:
    puzzle = quickly(article(), 100)
    lab = Lab.of(Replay(puzzle, trained(Match.begin(puzzle)).recording), puzzle.neuron).branch(50)
    terms = lab.front.terms
    assert terms is not None
    branch = lab.rebranch(terms.with_target(0, 1).with_target(4, 1)).front.replay
    branch.recording.record(100)
    before, after = (
        {row.inputs: (row.kind, row.answer, row.place) for row in rows(branch, at, solved=True)}
        for at in (49, 50)
    )
    assert before[0, 0, 1] == ("example", 0, 0)
    assert after[0, 0, 1] == ("example", 1, 0)
    assert before[1, 0, 0] == ("question", 1, 4)
    assert after[1, 0, 0] == ("example", 1, 4)
    assert "all 4 examples" in said(branch, 49)
    assert "of 5 examples" in said(branch, 50)


def test_what_the_article_s_weights_do() -> None:
    # +9.67, −0.21 and −4.63: alone they take 0.5 to 0.99994, 0.45 and 0.0097
    does = ["pushes strongly towards 1", "hardly matters", "pulls strongly towards 0"]
    assert meanings(ARTICLE, 10_000) == does


def test_a_threshold_always_pulls() -> None:
    puzzle = puzzle_of("01>1 10>0", "11>1", threshold=True)
    assert meanings(with_weights(puzzle, 10, -2, -6), 1) == [
        "pushes strongly towards 1",
        "pulls a little towards 0",
        "always pulls strongly towards 0",
    ]


@pytest.mark.parametrize(
    ("threshold", "sentence"),
    [
        (-4.0, "With nothing on, it says 0.0180: very sure it is 0."),
        (0.9, "With nothing on, it says 0.7109: leaning to 1."),
        (0.0001, "With nothing on, it says 0.5000: undecided."),
        (12.0, "With nothing on, it says 1.0000: certain it is 1."),
    ],
)
def test_with_nothing_on_the_threshold_decides(threshold: float, sentence: str) -> None:
    replay = with_weights(puzzle_of("01>1 10>0", "11>1", threshold=True), 3, -2, threshold)
    assert f"{1 / (1 + math.exp(-threshold)):.4f}" in sentence
    assert sentences(replay, 1, solved=False)[0] == sentence


def test_without_a_threshold_it_has_nothing_to_say_there() -> None:
    assert said(ARTICLE, 10_000).startswith("With nothing on, its sum is 0 and it says 0.5.")


@given(st.floats(0, 1))
def test_the_words_fit_the_number_that_is_shown(output: float) -> None:
    shown = f"{output:.4f}"
    assert (sureness(output) == "undecided") == (shown == "0.5000")
    assert sureness(output).startswith("certain") == (shown in ("0.0000", "1.0000"))
    if shown != "0.5000":
        assert sureness(output).endswith("1" if output > 0.5 else "0")


@pytest.mark.parametrize(
    ("examples", "questions", "weights", "sentence"),
    [
        ("01>0 10>1", "11>1", (5, -3), "It has both examples right, and the question."),
        ("01>0 10>1", "11>0", (5, -3), "It has both examples right, but not the question."),
        ("01>0 10>0", "11>1", (5, -3), "It has 1 of 2 examples right, and the question."),
        ("01>1 10>0", "11>0", (5, -3), "It has none of the 2 examples right, nor the question."),
        ("01>1 10>0", "11>1", (5, -3), "It has none of the 2 examples right, but the question."),
        ("01>0", "11>1 10>0", (5, -3), "It has its one example right, and 1 of 2 questions."),
        ("01>1", "11>0 10>0", (5, -3), "It does not have its one example right, nor any question."),
        ("10>1", "11>0 01>1", (5, -3), "It has its one example right, but none of the 2 questions."),
        ("10>1", "11>1 01>0", (5, -3), "It has its one example right, and both questions."),
        ("10>1 01>0", "11>1", (0, 0), "It has none of the 2 examples right, nor the question."),
    ],
)
def test_it_says_how_many_are_right(
    examples: str, questions: str, weights: tuple[float, ...], sentence: str
) -> None:
    # with +5 and −3 the sums of 01, 10 and 11 are −3, +5 and +2
    assert sentences(with_weights(puzzle_of(examples, questions), *weights), 1, solved=True)[1] == sentence


def test_where_it_parts_from_the_rule_and_from_what_it_was_told_it_says_so() -> None:
    replay = with_weights(puzzle_of("011>1 101>0", "110>0"), 5, -3, 3)
    # the sums are 0, +8 and +2: undecided where it was told 1, and twice 1 where it should be 0
    assert sentences(replay, 1, solved=True)[2:5] == [
        "It says 1 for ■■□, where the rule says 0.",
        "It is undecided about □■■, where it was told 1.",
        "It says 1 for ■□■, where it was told 0.",
    ]
    assert "■■□" not in said(replay, solved=False)


def test_of_many_rows_that_part_two_are_told_and_the_rest_are_counted() -> None:
    replay = with_weights(puzzle_of("001>0 010>0 011>0 100>0 101>0", "110>0"), 1, 1, 1)
    assert said(replay).count(", where ") == 2
    assert "It is not right about 4 rows more." in said(replay)


@given(WEIGHTS)
def test_every_row_on_the_wrong_side_is_told_or_counted(weights: list[float]) -> None:
    replay = with_weights(article(), *weights)
    wrong = 0
    for row, output in (((0, 0, 1), 0), ((1, 1, 1), 1), ((1, 0, 1), 1), ((0, 1, 1), 0), ((1, 0, 0), 1)):
        total = sum(w * x for w, x in zip(weights, row, strict=True))
        shown = f"{1 / (1 + math.exp(-total)):.4f}"
        wrong += shown == "0.5000" or (shown > "0.5000") != (output == 1)
    told = said(replay).count(", where ")
    more = [int(line.split()[5]) for line in sentences(replay, 1, solved=True) if line.endswith("more.")]
    assert told + sum(more) == wrong


def test_at_the_start_the_weights_are_random_and_chosen_ones_are_not() -> None:
    assert "Its weights are still random." in said(ARTICLE, 0)
    by_hand = Replay(article(), Recording(training_of(article()), np.array([[1.0, 2.0, 3.0]])))
    assert "random" not in said(by_hand, 0)


def test_a_neuron_that_can_not_learn_ends_with_weights_close_to_0() -> None:
    # every row of "one of two, not both", with a third input that is always on: it settles on 0.5
    assert "All its weights are close to 0" in said(replay_of(bundled("never/every-row")), 10_000)
    assert "close to 0" not in said(ARTICLE, 10_000)


def test_an_input_that_was_always_on_had_a_say_in_all_examples() -> None:
    always = "Input right was on in every example, so it had a say in all of them."
    assert always in said(ARTICLE, 10_000)
    assert "every example" not in said(with_weights(article(), 9, 4, 0.1)), "it hardly matters now"
    assert "every example" not in said(with_weights(puzzle_of("11>1", "01>0"), 2, 1)), (
        "one example is no habit"
    )


def test_an_input_that_was_always_on_shares_its_job_with_the_threshold() -> None:
    shares = "Input right was on in every example, so it and the threshold share one job."
    replay = replay_of(bundled("threshold/articles-secret"))
    assert shares in said(replay, 10_000)
    # both are adjusted by the same amount each time, so they stay as far apart as they began
    start, end = replay.weights(0), replay.weights(10_000)
    assert end[2] - end[3] == pytest.approx(start[2] - start[3], abs=1e-9)
    both = with_weights(puzzle_of("1101>1 1100>0", "0011>1", threshold=True), 2, 2, 2, 2, 2)
    assert "Inputs left and middle were on in every example, so they and the threshold share" in said(both)


def test_an_input_that_was_never_on_kept_its_weight() -> None:
    replay = replay_of(bundled("article/button-nobody-pressed"))
    sentence = "Input blue was never on in an example, so its weight never moved."
    assert sentence in said(replay, 10_000)
    assert replay.weights(10_000)[2] == replay.weights(0)[2]
    assert "never moved" not in said(replay, 0), "nothing has moved yet"
    assert "never moved" not in said(with_weights(replay.puzzle, 1, 2, 3)), "somebody moved it"


@pytest.mark.parametrize(
    ("weights", "pair"),
    [
        ((4.0, -3.9, 1.0), "left and middle"),
        ((4.0, 1.0, -4.0), "left and right"),
        ((9.0, 4.0, -4.0), "middle and right"),
        ((4.0, -3.0, 1.0), ""),
        ((4.0, 3.9, 1.0), ""),
        ((9.0, 1.0, -1.0), ""),
    ],
)
def test_two_that_pull_equally_hard_against_each_other_cancel_out(
    weights: tuple[float, ...], pair: str
) -> None:
    replay = with_weights(article(), *weights)
    sentence = f"Both on, {pair} almost cancel out: they pull opposite ways."
    assert (sentence in said(replay)) == bool(pair)
    assert ("cancel" in said(replay)) == bool(pair)


def test_it_says_how_many_of_all_rows_it_was_told() -> None:
    assert "It was told 4 of the 8 rows there can be, and answers all." in said(ARTICLE, 10_000)
    every = puzzle_of("00>0 01>1 10>1 11>1", "00>0")
    assert "there can be" not in said(with_weights(every, 1, 1))


def test_many_names_are_not_all_told() -> None:
    names = tuple(f"name {place}" for place in range(16))
    puzzle = Puzzle("x", names, (Example((1,) * 16, 1), Example((1,) * 16, 1)), (Question((0,) * 16, 0),))
    always = said(with_weights(puzzle, *[1.0] * 16))
    assert "Inputs name 0, name 1 and 14 more were on in every example, so they had a say" in always


@pytest.mark.slow
@given(puzzles(), st.booleans())
def test_any_puzzle_gives_short_sentences_of_one_line(puzzle: Puzzle, solved: bool) -> None:
    puzzle = quickly(puzzle, 1)
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    assert len(meanings(replay, 0)) == len(replay.weight_names)
    for sentence in sentences(replay, 0, solved):
        assert sentence.endswith(".")
        assert len(sentence) <= 160
        assert not any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in sentence)
