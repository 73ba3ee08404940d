"""How many examples do you need, line by line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from neuron_tui.game.explain.numbers import probability
from tests.plain.conftest import Play
from tests.plain.test_match import answers


def test_example_by_example_to_the_verdict_and_to_the_match(play: Play, home: Path) -> None:
    learning = ("0", "", "row 2", "0.5", "", "", "table", "1", "")
    heard = play("examples", "examples 1", *learning, "guesses", "match", "quit")
    assert "Type examples and the number of a puzzle, such as examples 1." in heard.lines
    assert "Nothing counts here." in heard
    rows = [line for line in heard.after("How many examples") if line.startswith("Row ")]
    assert rows[:2] == ["Row 1: right on; answer 0.", "Row 2: left, middle and right on; answer 1."]
    assert "An empty line keeps 0.50, a number changes it." in heard
    kept = answers(home)
    assert [answer.guess for answer in kept] == [Fraction(tenths, 10) for tenths in (1, 5, 5, 9)]
    assert {answer.mode for answer in kept} == {"examples"}
    for answer, count in zip(kept, ("1 example", "2 examples", "3 examples", "4 examples"), strict=True):
        both = f"With {count}: you {float(answer.guess):.2f}, neuron {probability(answer.neuron_guess)}."
        assert both in heard.lines
    verdict = heard.after("With 4 examples: ")
    assert verdict[1] == "After 4 examples: you plus 96, neuron plus 100."
    assert "You were surer too early: up to 0.90 sure of the wrong answer, after 1 example." in heard
    assert "The rule: The output copies the leftmost input." in verdict
    assert "You know the answer already, so this is practice and does not count." in verdict


def test_enough_of_a_picture(play: Play, home: Path) -> None:
    heard = play(
        "examples 3", "enough", "1", "", "row 1", "row 2", "row question", "row 3", "enough", "home", "home"
    )
    assert "Nothing here is called enough." in heard
    assert "Picture 1: .#.#. ..... #...# .###.; smiles 1." in heard
    assert "Line 1: points 2 and 4 on." in heard.lines
    assert "Type row and a number from 1 to 2, or question." in heard.lines
    assert "After 1 example: you plus 96, neuron " in heard
    assert len(answers(home)) == 2, "the one guess stands for the whole puzzle, too"
