"""Which panels a puzzle shows: a course introduces them one after the other."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.panels import ALL, Panels, panels_of
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from tests.tui.story import write


def shown(folder: Path) -> dict[str, Panels]:
    """The panels of every puzzle in a folder, by its id."""
    shelf = Shelf([Folder(folder, "bundled")])
    return {entry.id: panels_of(entry, shelf) for entry in shelf}


def test_the_bundled_chapters_bring_them_one_by_one() -> None:
    found = shown(bundled_puzzles())
    first = {panels.new: entry_id.partition("/")[0] for entry_id, panels in found.items() if panels.new}
    assert first == {
        ("neuron",): "article",
        ("weights",): "weights",
        ("s-curve",): "curve",
        ("error", "predictions"): "learning",
        ("plane",): "threshold",
    }
    assert {panels.shown for entry_id, panels in found.items() if entry_id.startswith("pictures/")} == {ALL}


def test_a_puzzle_or_its_chapter_says_which_ones_and_where_neither_does_all_are_there(tmp_path: Path) -> None:
    write(tmp_path, "1-one/1-a.yaml")
    write(tmp_path, "1-one/2-b.yaml", more="panels: [error, neuron]\n")
    (tmp_path / "1-one/chapter.yaml").write_text("panels: [weights]\n")
    write(tmp_path, "2-two/1-c.yaml")
    write(tmp_path, "loose.yaml")
    found = shown(tmp_path)
    assert found["one/a"] == Panels(("weights",), ("weights",))
    assert found["one/b"] == Panels(("error", "neuron"))
    assert found["two/c"] == found["loose"] == Panels(ALL)


def test_the_first_chapter_of_a_pack_brings_its_panels_whatever_stands_before_it(tmp_path: Path) -> None:
    write(tmp_path, "one/a.yaml")
    write(tmp_path, "pack/first/b.yaml")
    write(tmp_path, "pack/second/c.yaml")
    for chapter in ("one", "pack/first", "pack/second"):
        (tmp_path / chapter / "chapter.yaml").write_text("panels: [weights]\n")
    found = shown(tmp_path)
    assert found["one/a"] == found["pack/first/b"] == Panels(("weights",), ("weights",))
    assert found["pack/second/c"] == Panels(("weights",))
