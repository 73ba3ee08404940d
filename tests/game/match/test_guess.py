"""A guess can be typed as a number, with the keys that also answer 0 and 1."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.guess import Typed

KEYS = st.text(".0123456789", max_size=12)


def guess_after(keys: str) -> Fraction | None:
    typed = Typed()
    for key in keys:
        typed = typed.press(key, typed.guess)
    return typed.guess


@pytest.mark.parametrize(
    ("keys", "guess"),
    [
        (".7", "0.7"),
        ("0.7", "0.7"),
        (".75", "0.75"),
        ("0.75", "0.75"),
        (".05", "0.05"),
        ("1.0", "1"),
        ("1.00", "1"),
        ("1.5", "1"),
        ("0.0", "0"),
        (".753", "0.75"),
        (".7501", "0.9"),
        (".7.2", "0.2"),
        ("0.051.0", "1"),
        (".71.0", "1"),
        ("1", "0.9"),
        ("11", "1"),
        ("1.", "0.9"),
        ("17", "0.9"),
    ],
)
def test_what_is_typed_is_the_guess(keys: str, guess: str) -> None:
    assert guess_after(keys) == Fraction(guess)


@pytest.mark.parametrize("keys", ["", ".", "7", "23", "9."])
def test_what_is_no_number_yet_is_no_guess(keys: str) -> None:
    assert guess_after(keys) is None


def test_a_guess_that_was_moved_meanwhile_is_not_typed_on() -> None:
    typed = Typed().press(".", None).press("7", None)
    assert typed.press("1", Fraction("0.65")).guess == Fraction("0.9")
    assert typed.press("1", None).guess == Fraction("0.9"), "this is the next question"


@given(KEYS)
def test_whatever_is_typed_is_a_guess_of_two_decimals(keys: str) -> None:
    guess = guess_after(keys)
    assert guess is None or (0 <= guess <= 1 and (100 * guess).denominator == 1)
