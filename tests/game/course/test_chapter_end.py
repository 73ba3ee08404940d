"""When a chapter ends, and what the neuron of its check says."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.course.chapter_end import ended_by, is_first, says
from neuron_tui.puzzle.library.chapter_end import Check
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from tests.puzzle.library.test_chapter_end import END
from tests.tui.story import write


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Two chapters with an end, and one without."""
    for name in ("1-first/01-apple", "1-first/02-pear", "2-second/01-plum", "3-third/01-fig"):
        write(tmp_path, f"{name}.yaml")
    for chapter in ("1-first", "2-second"):
        (tmp_path / chapter / "chapter.yaml").write_text(END, encoding="utf-8")
    return Shelf([Folder(tmp_path, "own")])


def ending(shelf: Shelf) -> list[str]:
    """The puzzles after which a chapter ends."""
    return [entry.id for entry in shelf if entry.playable and ended_by(entry, shelf)]


def test_a_chapter_ends_with_its_last_puzzle_where_it_has_something_to_say(shelf: Shelf) -> None:
    assert ending(shelf) == ["first/pear", "second/plum"]


def test_a_broken_last_puzzle_does_not_keep_a_chapter_from_its_end(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "1-first/03-broken.yaml").write_text("title: [", encoding="utf-8")
    shelf.read_again()
    assert ending(shelf) == ["first/pear", "second/plum"]


def test_the_first_chapter_that_ends_is_first_whichever_it_is(shelf: Shelf) -> None:
    first, second, _ = shelf.library.chapters
    assert is_first(second, shelf, {"second/plum", "first/apple"})
    assert not is_first(second, shelf, {"second/plum", "first/pear"})
    assert is_first(first, shelf, {"first/pear", "third/fig"})


def test_the_neuron_of_a_check_says_what_its_weights_come_to() -> None:
    check = Check("?", 0, "", "", ("a", "b"), (1, 0), (0.0, 9.0))
    assert says(check) == 0.5
