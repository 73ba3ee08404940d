"""What somebody types finds puzzles by their titles, tags, terms, formulas and rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.course.glossary import Glossary, Term
from neuron_tui.game.course.search import Search, terms_explained
from neuron_tui.puzzle.library.entry import PuzzleEntry
from tests.puzzle.sources import puzzle_file

TERMS = terms_explained(
    Glossary((Term("threshold", "x", explained="a/lamp", also=("bias",)), Term("share", "x")))
)


@pytest.fixture
def lamp(tmp_path: Path) -> PuzzleEntry:
    path = tmp_path / "lamp.yaml"
    written = puzzle_file(
        title="The floor and the lamp",
        rule="It shines when both switches are on, or at night.",
        formula="A and (B xor not B)",
        tags="[and, night light]",
    )
    path.write_text(written, encoding="utf-8")
    return PuzzleEntry("a/lamp", "a", path, "own").read()


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("LAMP", ""),
        ("loo", ""),
        ("First rooms", ""),
        ("night", "night light"),
        ("bias", "bias"),
        ("thresh", "threshold"),
        ("and", ""),
        ("shine", "rule"),
        ("hine", None),
        ("both  switches", "rule"),
        ("A and", "formula"),
        ("xnor", None),
        ("share", None),
        ("[", None),
    ],
)
def test_it_says_where_it_was_found(lamp: PuzzleEntry, typed: str, where: str | None) -> None:
    assert Search.among(typed, [lamp], TERMS).found_in(lamp, "First rooms") == where


def test_a_tag_means_the_tag_and_no_part_of_other_words(lamp: PuzzleEntry, tmp_path: Path) -> None:
    path = tmp_path / "or.yaml"
    path.write_text(puzzle_file(title="Two bells", tags="[or]"), encoding="utf-8")
    bells = PuzzleEntry("a/bells", "a", path, "own").read()
    found = Search.among("or", [lamp, bells], TERMS)
    assert found.found_in(bells, "a") == "or"
    assert found.found_in(lamp, "a") is None, "neither the floor nor the rule's `or`"


def test_a_file_that_is_not_read_yet_is_found_by_its_title(tmp_path: Path) -> None:
    entry = PuzzleEntry("a/two-bells", "a", tmp_path / "two-bells.yaml", "own")
    assert Search.among("bells", [entry], {}).found_in(entry, "a") == ""
    assert Search.among("xor", [entry], {}).found_in(entry, "a") is None
