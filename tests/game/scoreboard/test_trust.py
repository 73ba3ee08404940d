"""What is said of how well a player knows the neuron."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.trust import about_the_neuron

Foresaw = tuple[float, float]
"""What was said, and what the neuron said."""


def foreseen(said: list[Foresaw]) -> Foreseen:
    columns = np.array(said, np.float64).reshape(len(said), 2).T
    return Foreseen(columns[0], columns[1], np.zeros(len(said), np.int64))


def told(said: list[Foresaw]) -> list[str]:
    return list(about_the_neuron(foreseen(said)))


def test_who_never_foresaw_it_is_told_nothing() -> None:
    assert told([]) == []


def test_the_points_are_told_in_all_and_per_answer() -> None:
    # 100 - 400 * 0.1^2, 100 - 400 * 0.5^2 and 100; two of them within a tenth
    said = [(0.6, 0.5), (0.5, 1.0), (0.9, 0.9)]
    (first, _) = told(said)
    assert first.startswith("You foresaw the neuron 2 of 3 times: worth +196, +65 per answer. ")
    assert first.endswith("in the points on home, and in no comparison with the neuron.")


@pytest.mark.parametrize(
    ("said", "neuron", "trust"),
    [
        (0.9, 0.7, 0.2),
        (0.1, 0.3, 0.2),
        (0.8, 0.95, -0.15),
        (0.2, 0.05, -0.15),
        (0.9, 0.5, 0.4),
        (0.9, 0.1, 0.8),
        (1.0, 0.0, 1.0),
    ],
)
def test_trust_is_how_much_surer_you_are_than_the_neuron_on_your_side(
    said: float, neuron: float, trust: float
) -> None:
    assert foreseen([(said, neuron)]).trust.tolist() == [pytest.approx(trust)]


def test_an_undecided_guess_is_on_no_side_and_left_out() -> None:
    assert len(foreseen([(0.5, 0.9)]).trust) == 0
    assert len(told([(0.5, 0.9)] * 30)) == 1
    assert told([(0.5, 0.9)] * 30 + [(0.9, 0.6)] * 20)[1].endswith("over 20 answers.")


def test_who_says_that_it_is_surer_than_it_is_trusts_it_too_much() -> None:
    said = [(0.9, 0.7), (0.2, 0.6)] * 12  # 0.2 and 0.4 surer
    assert told(said)[1] == (
        "You trust the neuron too much: on average it is 0.30 less sure than you say, over 24 answers."
    )


def test_who_says_that_it_is_less_sure_than_it_is_doubts_it_too_much() -> None:
    said = [(0.6, 1.0), (0.3, 0.1)] * 12  # 0.4 and 0.2 less sure
    assert told(said)[1] == (
        "You doubt the neuron too much: on average it is 0.30 surer than you say, over 24 answers."
    )


def test_who_is_a_little_off_this_way_and_that_trusts_it_as_they_should() -> None:
    said = [(0.9, 0.95), (0.9, 0.85)] * 20
    assert told(said)[1] == (
        "You trust the neuron as you should: on average it is as sure as you say, over 40 answers."
    )
    nearly = [(0.9, 0.93)] * 60
    assert told(nearly)[1] == (
        "You trust the neuron as you should: on average it is 0.03 surer than you say, over 60 answers."
    )


def test_too_few_answers_say_how_many_more_it_takes_and_those_do_tell() -> None:
    said = [(0.9, 0.6), (0.8, 0.5)]
    words = told(said)[1]
    more = re.fullmatch(
        r"(\d+) more answers about the neuron may show whether you trust it too much or too little\.", words
    )
    assert more
    enough = 2 + int(more[1])
    assert told((said * enough)[: enough + enough % 2])[1].startswith("You trust the neuron too much")


def test_where_not_even_a_thousand_more_would_tell_nothing_is_said() -> None:
    # 0.06 too trusting on average, now by 0.98 and now by -0.48: may be 0.025, may be 0.1
    assert len(told([(0.98, 0.0)] * 10 + [(0.52, 1.0)] * 17)) == 1


@given(st.lists(st.tuples(st.integers(0, 20).map(lambda step: step / 20), st.floats(0, 1)), max_size=40))
def test_every_sentence_is_plain_english(said: list[Foresaw]) -> None:
    for sentence in told(said):
        assert sentence.endswith(".")
        assert not re.search(r"\b1 (more )?answers\b|\b(0|[2-9]|\d\d+) (more )?answer\b", sentence)
        assert "nan" not in sentence
        assert "!" not in sentence
