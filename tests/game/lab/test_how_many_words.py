"""What lucky starts tell, in words."""

from __future__ import annotations

import pytest

from neuron_tui.game.lab.how_many import SuccessCount
from neuron_tui.game.lab.how_many_words import about, said


def counts(*successful: int, examples_only: int = 0) -> list[SuccessCount]:
    """So many lucky starts of 100 with 0, 1, 2, ... hidden neurons."""
    return [SuccessCount(hidden, many, examples_only, 100) for hidden, many in enumerate(successful)]


@pytest.mark.parametrize(
    ("successful", "words"),
    [(0, "none"), (1, "hardly any"), (26, "about 3 of 10"), (78, "about 8 of 10"), (99, "nearly all"),
     (100, "all")],
)  # fmt: skip
def test_a_share_is_said_as_people_say_it(successful: int, words: str) -> None:
    assert about(successful, 100) == words


def test_while_they_learn_it_says_what_is_seen() -> None:
    assert "100 random starts" in said(counts(0, 0, 3), 2, complete=False)[0]


@pytest.mark.parametrize(
    ("successful", "words"),
    [
        ((0, 0, 78, 100, 100),
         "From 3 hidden neurons on, every start was lucky. One neuron alone never had luck."),
        ((0, 0, 78, 100), "With 3 hidden neurons every start was lucky. One neuron alone never had luck."),
        ((100, 100, 100), "One neuron alone is enough: every start was lucky."),
        ((0, 0, 20, 64), "No number of neurons made every start lucky. 3 hidden neurons came closest: "
         "64 of 100, about 6 of 10. One neuron alone never had luck."),
        ((0, 0, 100, 60), "With 2 hidden neurons every start was lucky. One neuron alone never had luck. "
         "More is not always better: with 3 hidden neurons it was 60."),
        ((0, 0, 0), "No start was lucky, however many neurons there were."),
    ],
)  # fmt: skip
def test_it_says_how_many_are_needed(successful: tuple[int, ...], words: str) -> None:
    assert said(counts(*successful), 2, complete=True)[0] == words


def test_it_says_how_the_puzzles_own_number_fares() -> None:
    told = said(counts(0, 0, 78, 100), 2, complete=True)
    assert "This puzzle has 2 hidden neurons: 78 of 100 starts were lucky, about 8 of 10." in told


def test_starts_that_found_another_rule_are_spoken_of_where_there_are_many() -> None:
    assert any(
        "300 starts learned all examples" in part
        for part in said(counts(0, 0, 0, examples_only=100), 2, complete=True)
    )
    assert not any("missed" in part for part in said(counts(0, 50, 60, examples_only=2), 2, complete=True))
