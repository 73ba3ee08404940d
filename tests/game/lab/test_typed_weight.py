"""Which numbers a player may type for a weight, and what is said of the others."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.lab.hand import LIMIT
from neuron_tui.game.lab.typed_weight import TypedWeightError, typed_weight, typed_weights


@pytest.mark.parametrize(
    ("typed", "weight"),
    [
        ("0.3", 0.3),
        (".3", 0.3),
        ("0,3", 0.3),
        (",3", 0.3),
        ("3.", 3.0),
        ("-2", -2.0),
        ("\u22122", -2.0),
        ("+2", 2.0),
        ("- 2", -2.0),
        ("1/2", 0.5),
        ("-1/3", -1 / 3),
        ("1 / 4", 0.25),
        ("0,5/2", 0.25),
        (" 7 ", 7.0),
        ("007", 7.0),
        ("20", 20.0),
        ("-20", -20.0),
        ("100/5", 20.0),
        ("0/3", 0.0),
    ],
)
def test_a_number_may_be_written_as_people_write_it(typed: str, weight: float) -> None:
    assert typed_weight(typed) == weight


def test_minus_nothing_is_nothing() -> None:
    assert str(typed_weight("-0")) == str(typed_weight("-0.0")) == "0.0"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", ".", ",", "/", "1/", "/2", "one", "nan", "inf", "-inf", "1e3", "0x10", "1_0", "1 2",
     "1.2.3", "1,000.5", "1/2/3", "1/-2", "--2", "2-", "\u0663", "\uff11", "\u00bd", "9" * 5_000],
)  # fmt: skip
def test_anything_else_is_told_what_a_number_looks_like(typed: str) -> None:
    with pytest.raises(TypedWeightError, match=r"^Type a number such as 0\.3, \u22122 or 1/2\.$"):
        typed_weight(typed)


@pytest.mark.parametrize("typed", ["1/0", "0/0", "-1/0,0", "1/.0"])
def test_nothing_is_divided_by_0(typed: str) -> None:
    with pytest.raises(TypedWeightError, match=r"^Nothing can be divided by 0\. Type another number\.$"):
        typed_weight(typed)


@pytest.mark.parametrize("typed", ["20.1", "-21", "41/2", "20.00000000000000000001", "9" * 40])
def test_beyond_the_ends_the_ends_are_told(typed: str) -> None:
    with pytest.raises(TypedWeightError, match=r"^Type a number from \u221220 to \+20\.$"):
        typed_weight(typed)


@given(st.integers(-int(LIMIT) * 100, int(LIMIT) * 100))
def test_every_weight_can_be_typed_as_the_game_shows_it(hundredths: int) -> None:
    assert typed_weight(signed(hundredths / 100)) == hundredths / 100


@given(st.text("0123456789+-\u2212.,/ e", max_size=8))
def test_whatever_is_typed_it_is_a_weight_or_a_sentence(typed: str) -> None:
    with suppress(TypedWeightError):
        assert -LIMIT <= typed_weight(typed) <= LIMIT


@pytest.mark.parametrize("typed", ["0.5 -2 1/2", "0.5,-2,1/2", " 0.5, \u22122 ; 1/2 ", "0.5\t-2  1/2,"])
def test_several_weights_have_blanks_or_commas_between_them(typed: str) -> None:
    assert typed_weights(typed, 3) == (0.5, -2.0, 0.5)


def test_an_empty_line_has_no_weights() -> None:
    assert typed_weights(" ", 3) == typed_weights(",", 3) == ()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1 2", "You typed 2 numbers. There are 3 weights."),
        ("1, 2, 3, 4", "You typed 4 numbers. There are 3 weights."),
        ("1 two 3", "two? Type a number such as 0.3, \u22122 or 1/2."),
        ("1 2 21", "21? Type a number from \u221220 to +20."),
        (f"1 {'9' * 500} 3", f"{'9' * 11}\u2026? Type a number such as 0.3, \u22122 or 1/2."),
    ],
)
def test_what_is_wrong_with_several_is_told_in_one_line(typed: str, told: str) -> None:
    with pytest.raises(TypedWeightError) as problem:
        typed_weights(typed, 3)
    assert str(problem.value) == told
