"""Numbers as they are shown: with a sign, in a fixed number of decimals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from neuron_tui.game.explain.numbers import points, probability, signed, told_apart
from neuron_tui.game.score_rule import score
from neuron_tui.puzzle.text import plural


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (9.67299303, 2, "+9.67"),
        (-4.62963669, 2, "−4.63"),
        (0.0, 2, "+0.00"),
        (-0.0, 2, "+0.00"),
        (-0.001, 2, "+0.00"),
        (-0.006, 2, "−0.01"),
        (-0.4, 0, "+0"),
        (1234.5678, 1, "+1,234.6"),
        (-1234567.0, 0, "−1,234,567"),
    ],
)
def test_a_number_always_has_its_sign_and_nothing_is_not_negative(
    value: float, decimals: int, text: str
) -> None:
    assert signed(value, decimals) == text


@pytest.mark.parametrize(
    ("guess", "answer", "text"),
    [("0.9", 1, "+96"), ("0.9", 0, "−224"), ("0.5", 1, "0"), ("1", 0, "−300"), ("0.501", 0, "0")],
)
def test_points_are_whole_numbers_with_a_sign_and_none_are_just_0(guess: str, answer: int, text: str) -> None:
    assert points(score(Fraction(guess), answer)) == text


def test_a_prediction_always_has_four_decimals() -> None:
    shown = [probability(value) for value in (0.99993704, 0, 1, Fraction(1, 3), 1e-9)]
    assert shown == ["0.9999", "0.0000", "1.0000", "0.3333", "0.0000"]


def test_one_thing_and_several_things() -> None:
    assert [plural(count, "row") for count in (0, 1, 2, 1000)] == ["0 rows", "1 row", "2 rows", "1,000 rows"]


def test_two_numbers_have_as_many_decimals_as_tell_them_apart() -> None:
    assert told_apart(0.1903, 0.3075) == ("0.1903", "0.3075")
    assert told_apart(0.00421, 0.00419) == ("0.00421", "0.00419")
    assert told_apart(0.000_003, 0.000_001) == ("0.000003", "0.000001")
    assert told_apart(0.5, 0.5) == told_apart(0.5, 0.5 + 1e-9) == ("0.5000", "0.5000")
    assert told_apart(0.25, None) == ("0.2500", "…")
