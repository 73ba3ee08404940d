"""`neuron-tui glossary`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run, assert_mistake


def test_all_terms_are_told_with_the_puzzles_that_explain_them(run: Run) -> None:
    lines = run("glossary").out.splitlines()
    assert lines[0] == "neuron"
    assert lines[1].startswith("    A small calculator")
    assert '"The leftmost column".' in " ".join(" ".join(lines).split())
    assert "calibration" in lines


def test_a_word_finds_its_terms(run: Run) -> None:
    terms = [line for line in run("glossary", "BRIER").out.splitlines() if not line.startswith(" ")]
    assert terms == ["Brier score"]


def test_lines_are_no_longer_than_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, run("glossary").out.splitlines())) <= 50


def test_as_json(run: Run) -> None:
    told = json.loads(run("glossary", "--json").out)
    assert len(told) == 35
    assert told[0]["explained"] == "article/leftmost-column"
    assert {term["term"]: term["explained"] for term in told}["calibration"] is None


def test_a_word_that_fits_no_term_is_a_mistake(run: Run) -> None:
    assert_mistake(run("glossary", "xyz"), "xyz", "neuron-tui glossary")
