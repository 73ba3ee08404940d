"""`neuron-tui help`: what makers of puzzles look up comes with the game."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_mistake

DOCS = Path(__file__).parents[2] / "docs" / "puzzle-files.md"


def test_the_reference_of_puzzle_files_is_printed(run: Run) -> None:
    assert run("help", "puzzle-files").out == DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("what", "key"), [("puzzle", "examples"), ("chapter", "about"), ("pack", "order"), ("glossary", "forms")]
)
def test_so_is_what_editors_read(run: Run, what: str, key: str) -> None:
    form = json.loads(run("help", f"{what}-schema").out)
    assert what in form["title"]
    assert form.get("items", form)["properties"][key]["description"]


def test_a_command_is_explained_as_it_explains_itself(run: Run) -> None:
    assert run("help", "train").out == run("train", "--help").out
    assert run("help").out == run("--help").out


def test_a_topic_that_is_none_names_those_that_are(run: Run) -> None:
    assert_mistake(run("help", "puzzels"), "`puzzels`", "puzzle-files")
