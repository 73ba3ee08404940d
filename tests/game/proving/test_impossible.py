"""Whether a puzzle is beyond one neuron."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from neuron_tui.game.proving.impossible import is_impossible
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

THRESHOLD = NeuronSettings(threshold=True)
OR = (Example((0, 0), 0), Example((0, 1), 1), Example((1, 0), 1))


def puzzle(answer: int | Fraction | None, settings: NeuronSettings = THRESHOLD) -> Puzzle:
    return Puzzle("Stairs", ("top", "bottom"), OR, (Question((1, 1), answer),), neuron=settings)


def test_exclusive_or_is_beyond_one_neuron_and_or_is_not() -> None:
    assert is_impossible(puzzle(0)) is True
    assert is_impossible(puzzle(1)) is False


def test_examples_alone_can_be_beyond_it() -> None:
    every_row = replace(puzzle(0), examples=(*OR, Example((1, 1), 0)), questions=(Question((1, 1), None),))
    assert is_impossible(every_row) is True


def test_a_question_without_an_answer_asks_nothing_of_it() -> None:
    assert is_impossible(puzzle(None)) is False


def test_without_a_threshold_nothing_on_is_never_right() -> None:
    assert is_impossible(puzzle(1, NeuronSettings())) is True


def test_of_hidden_neurons_and_of_chance_nothing_is_proved() -> None:
    assert is_impossible(puzzle(0, replace(THRESHOLD, hidden=2))) is None
    assert is_impossible(replace(puzzle(Fraction(3, 4)), noisy=True)) is None
