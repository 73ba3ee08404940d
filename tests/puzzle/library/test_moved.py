"""Puzzles that moved to another chapter, or got another name: their old ids still lead to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.puzzle.library.library import Folder, Library, PuzzleNotFoundError, formerly, scan
from tests.tui.story import write

WAS = "was: [{}]\n"


def folder(path: Path) -> list[Folder]:
    return [Folder(path, "bundled")]


def veto(path: Path, *, name: str = "2-weights/veto.yaml", was: str = "threshold/veto") -> Library:
    """The veto has moved to the weights; another puzzle's id begins as its old one does."""
    write(path, name, "The veto", more=WAS.format(was))
    write(path, "5-threshold/veto-seen-once.yaml", "The veto, seen once")
    return scan(folder(path))


def test_an_old_id_leads_to_the_puzzle_and_not_to_one_whose_id_is_longer(tmp_path: Path) -> None:
    assert veto(tmp_path).find("threshold/veto").id == "weights/veto"
    assert veto(tmp_path).find("threshold/veto-seen-once").id == "threshold/veto-seen-once"


def test_the_present_ids_and_parts_of_them_lead_where_they_led(tmp_path: Path) -> None:
    library = veto(tmp_path)
    assert library.find("weights/veto").id == library.find("veto").id == "weights/veto"
    assert library.find("once").id == "threshold/veto-seen-once"
    assert library.find("threshold/").id == "threshold/veto-seen-once"


@pytest.mark.parametrize("key", ["was:", "'was' :", '"was":'])
def test_however_the_key_is_written_it_is_found(tmp_path: Path, key: str) -> None:
    write(tmp_path, "new/name.yaml", more=f"{key} ['old/name']\n")
    assert scan(folder(tmp_path)).find("old/name").id == "new/name"


def test_an_id_that_never_was_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PuzzleNotFoundError, match="no puzzle is called `threshold/vote`"):
        veto(tmp_path).find("threshold/vote")


def test_whoever_has_an_id_today_keeps_it(tmp_path: Path) -> None:
    veto(tmp_path)
    write(tmp_path, "5-threshold/veto.yaml", "Another veto")
    assert scan(folder(tmp_path)).find("threshold/veto").id == "threshold/veto"


def test_where_two_puzzles_claim_an_old_id_the_first_in_the_course_has_it(tmp_path: Path) -> None:
    veto(tmp_path)
    write(tmp_path, "1-first/veto.yaml", more=WAS.format("threshold/veto"))
    assert scan(folder(tmp_path)).find("threshold/veto").id == "first/veto"


def test_a_broken_file_has_no_old_ids(tmp_path: Path) -> None:
    library = veto(tmp_path, was="threshold/veto")
    path = tmp_path / "2-weights/veto.yaml"
    path.write_text(path.read_text() + "nonsense: [\n")
    assert formerly("threshold/veto", library.entries) is None
