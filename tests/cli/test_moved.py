"""Puzzles that moved to another chapter, on the command line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import read_entry
from tests.cli.conftest import ARTICLE, Run, write
from tests.cli.test_scores import answer

MOVED = ARTICLE + "was: [old/place]\n"


def test_an_old_id_still_names_the_puzzle(run: Run, home: Path) -> None:
    write(home / "puzzles" / "new" / "place.yaml", MOVED, "The place")
    write(home / "puzzles" / "old" / "place-beside.yaml")
    ran = run("train", "old/place", "--json")
    assert ran.code == 0
    assert json.loads(ran.out) == json.loads(run("train", "new/place", "--json").out)


def test_scores_by_puzzle_have_old_and_new_answers_in_one_row(run: Run, home: Path) -> None:
    text = ARTICLE.replace("left, ", "first, ")
    puzzle = read_entry(write(home / "puzzles" / "new" / "place.yaml", text)).puzzle
    assert puzzle is not None
    journal = Journal(home / "journal.sqlite3")
    asked = replace(answer(1, "1", 1), puzzle="old/place", content=content_of(puzzle))
    journal.keep([asked, replace(answer(2, "1", 1), puzzle="gone/id")])
    journal.keep([replace(asked, id="3", question="another", guess=Fraction(1, 2), puzzle="new/place")])
    rows = list(csv.DictReader(io.StringIO(run("scores", "--csv").out)))
    found = {row["puzzle"]: (row["answers"], float(row["points"])) for row in rows}
    assert found == {"new/place": ("2", 100), "gone/id": ("1", 100)}
