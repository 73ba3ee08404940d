"""Choosing a puzzle line by line, and hearing how far one is."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import write
from tests.plain.conftest import Play


def test_somebody_new_is_greeted_and_begins_with_the_first_puzzle(play: Play) -> None:
    heard = play("", "1", "", "home", "points")
    assert heard.lines[0] == "Hello."
    assert "Next is 1, The leftmost column." in heard
    assert any("Next is 2, Ask it more." in line for line in heard.after("You both got it: it is 1."))
    assert "You have 96 points, the neuron 100." in heard


def test_a_puzzle_is_found_by_number_and_by_words(play: Play) -> None:
    heard = play("8", "home", "socks", "odd socks", "home", "unicorn", "999", "9" * 5_000, "find night light")
    assert "The tug of war" in heard.lines
    found = heard.after("2 puzzles fit.")
    assert found[:2] == ["9: The lucky socks.", "47: Odd socks."]
    assert "Odd socks" in found
    assert "No puzzle fits unicorn." in heard
    assert "The puzzles have the numbers from 1 to 78." in heard


def test_words_of_a_formula_begin_nothing_that_nobody_meant(play: Play) -> None:
    heard = play("front xor", "BACK", "hint")
    assert "1 puzzle fits. Type its number." in heard.lines
    assert "49: The long hall, in its formula." in heard.lines
    assert "You are at home." in heard.lines
    assert "Hint: not here, but while you guess or in a task." in heard
    assert "The question" not in heard


def test_the_lists_say_what_was_played(play: Play) -> None:
    play("1", "", puzzle="leftmost")
    play("0", "", "1", "", puzzle="ask-it-more")
    heard = play("list", "list 1", "list 99")
    assert "Chapter 1, Find the rule: puzzles 1 to 7, 2 of 7 played." in heard
    assert "1: The leftmost column, got it." in heard
    assert "2: Ask it more, played." in heard
    assert "3: Does it smile?" in heard.lines
    assert "The chapters have the numbers from 1 to 10." in heard


def test_a_file_with_a_fault_says_what_is_wrong(play: Play, home: Path) -> None:
    write(home / "puzzles" / "broken.yaml").write_text("title: Broken\nexamples: [0 1]\n", "utf-8")
    heard = play("broken", "list 11")
    assert "This puzzle can't be played:" in heard
    assert "broken.yaml" in heard
    assert "its file has a fault" in heard


def test_a_term_is_explained_by_ear(play: Play) -> None:
    heard = play("explain gradient", "1", "EXPLAIN unicorns", "1", "", "explain weight")
    assert any(line.startswith("Gradient: ") for line in heard.lines)
    assert any(line.startswith("Weight: ") for line in heard.after("You both got it"))
    assert "No term fits unicorns." in heard


def test_scores_are_said(play: Play) -> None:
    assert "Nothing is counted yet." in play("scores")
    heard = play("1", "", "scores", puzzle="leftmost")
    assert "Over 1 answer you won 0" in heard
