"""Folders of puzzles: chapters, ids, whose file wins, and files that are broken or no files at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from neuron_tui.puzzle.library.chapter import read_chapter_file
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.library.library import Folder, Library, PuzzleNotFoundError, scan
from neuron_tui.puzzle.text import clean
from tests.puzzle.sources import puzzle_file


def write(folder: Path, *names: str, title: str = "Two switches") -> None:
    """Good puzzle files under these names, with the folders they need."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(puzzle_file(title=title))


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.entries]


def test_a_sub_folder_is_a_chapter_and_a_number_in_front_only_sorts(tmp_path: Path) -> None:
    write(tmp_path, "02-later/b.yaml", "01-first/10-z.yaml", "01-first/2-a.yml", "more/02-two-of-four.yaml")
    library = scan([Folder(tmp_path, "own")])
    assert [chapter.id for chapter in library.chapters] == ["first", "later", "more"]
    assert ids(library) == ["first/a", "first/z", "later/b", "more/two-of-four"]
    assert [entry.chapter for entry in library.entries] == ["first", "first", "later", "more"]


def test_puzzles_in_no_chapter_come_last_under_their_own_names(tmp_path: Path) -> None:
    write(tmp_path, "01-mine.yaml", "zoo/lion.yaml", "other.yaml")
    library = scan([Folder(tmp_path, "own")])
    assert ids(library) == ["zoo/lion", "mine", "other"]
    assert library.chapters[-1].id == ""
    assert library.chapters[-1].title == "Your puzzles"


def test_a_chapter_file_gives_a_title_and_says_what_it_is_about(tmp_path: Path) -> None:
    write(tmp_path, "01-basics/a.yaml", "02-no-file/a.yaml")
    (tmp_path / "01-basics/chapter.yaml").write_text("title: The basics\nabout: |\n  One.\n\n  Two.\n")
    basics, other = scan([Folder(tmp_path, "own")]).chapters
    assert (basics.title, basics.about) == ("The basics", "One.\n\nTwo.")
    assert (other.title, other.about) == ("No file", "")
    assert [file.faults for file in (*basics.files, *other.files)] == [()]


def test_a_broken_chapter_file_is_told_and_takes_nothing_down(tmp_path: Path) -> None:
    write(tmp_path, "basics/a.yaml")
    (tmp_path / "basics/chapter.yaml").write_text("titel: The basics\nabuot: [x]\n")
    [chapter] = scan([Folder(tmp_path, "own")]).chapters
    assert chapter.title == "The basics", "a slip in a key loses nothing"
    assert [(fault.line, fault.column) for fault in chapter.files[0].faults] == [(1, 1), (2, 1), (2, 8)]
    assert read_chapter_file(tmp_path / "basics/chapter.yaml") == chapter.files[0]
    assert ids(scan([Folder(tmp_path, "own")])) == ["basics/a"]


def test_what_is_no_puzzle_file_is_not_listed(tmp_path: Path) -> None:
    write(tmp_path, "a/b.yaml", "a/.hidden.yaml", ".git/c.yaml", "a/.git/deep/d.yaml")
    (tmp_path / "a/notes.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    assert ids(scan([Folder(tmp_path, "own")])) == ["a/b"]


def test_a_folder_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    missing = [Folder(tmp_path / "nowhere", "own"), Folder(tmp_path / "file", "given")]
    assert scan(missing).chapters == ()
    assert scan([]).entries == ()


def test_a_given_file_wins_over_the_players_own_and_that_over_a_bundled_one(tmp_path: Path) -> None:
    bundled, own, given = (tmp_path / name for name in ("bundled", "own", "given"))
    write(bundled, "01-article/01-a.yaml", "01-article/02-b.yaml", title="Bundled")
    write(own, "article/a.yaml", "article/b.yaml", title="Own")
    write(given, "article/a.yaml", title="Given")
    library = scan([Folder(bundled, "bundled"), Folder(own, "own"), Folder(given, "given")])
    assert [chapter.id for chapter in library.chapters] == ["article"]
    assert len(library.entries) == 5
    assert library.find("article/a").source == "given"
    assert library.find("article/b").source == "own"
    losers = {entry.path: entry for entry in library.entries if entry.shadowed_by}
    assert {path: entry.shadowed_by for path, entry in losers.items()} == {
        own / "article/a.yaml": given / "article/a.yaml",
        bundled / "01-article/01-a.yaml": given / "article/a.yaml",
        bundled / "01-article/02-b.yaml": own / "article/b.yaml",
    }
    for path, entry in losers.items():
        [fault] = entry.faults
        assert str(path) in fault.message
        assert str(entry.shadowed_by) in fault.message
        assert entry.read().puzzle is not None


def test_the_title_of_a_shared_chapter_is_the_one_that_wins(tmp_path: Path) -> None:
    for name in ("bundled", "own", "given"):
        write(tmp_path / name, f"zoo/{name}.yaml")
    (tmp_path / "bundled/zoo/chapter.yaml").write_text("title: Bundled zoo\nabout: Animals.\n")
    (tmp_path / "own/zoo/chapter.yaml").write_text("title: My zoo\n")
    sources = [Folder(tmp_path / name, name) for name in ("bundled", "own", "given")]
    [chapter] = scan(sources).chapters
    assert (chapter.title, chapter.about) == ("My zoo", "Animals.")
    assert [entry.id for entry in chapter.entries] == ["zoo/bundled", "zoo/given", "zoo/own"]


def test_two_files_of_one_folder_with_one_id_are_both_listed(tmp_path: Path) -> None:
    write(tmp_path, "a/01-x.yaml", "a/02-x.yaml", "a/x.yml")
    first, second, third = scan([Folder(tmp_path, "own")]).entries
    assert first.shadowed_by is None
    assert second.shadowed_by == third.shadowed_by == first.path


def test_a_folder_that_is_named_twice_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path, "a/x.yaml")
    [entry] = scan([Folder(tmp_path, "own"), Folder(tmp_path / "a" / "..", "given")]).entries
    assert entry.source == "given"
    assert entry.shadowed_by is None


def test_listing_opens_no_puzzle_file_and_reading_gives_a_new_entry(tmp_path: Path) -> None:
    write(tmp_path, "a/03-leftmost_column.yaml", title="Look left")
    [entry] = scan([Folder(tmp_path, "own")]).entries
    assert entry.reading is None
    assert entry.puzzle is None
    assert entry.title == "Leftmost column"
    assert entry.read().title == "Look left"
    assert entry.reading is None


def test_a_broken_file_stands_beside_the_good_ones(tmp_path: Path) -> None:
    write(tmp_path, "a/good.yaml", "a/other.yaml")
    (tmp_path / "a/broken.yaml").write_text(puzzle_file(title="[]"))
    broken, good, other = (entry.read() for entry in scan([Folder(tmp_path, "own")]).entries)
    assert broken.puzzle is None
    assert broken.title == "Broken"
    assert [(fault.line, fault.column) for fault in broken.faults] == [(1, 8)]
    assert good.faults == other.faults == ()


def test_what_is_no_regular_file_is_a_fault_and_never_waits(tmp_path: Path) -> None:
    write(tmp_path, "a/good.yaml")
    os.mkfifo(tmp_path / "a/pipe.yaml")
    (tmp_path / "a/device.yaml").symlink_to("/dev/zero")
    (tmp_path / "a/lost.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a/loop.yaml").symlink_to(tmp_path / "a/loop.yaml")
    entries = {entry.id: entry.read() for entry in scan([Folder(tmp_path, "own")]).entries}
    assert set(entries) == {"a/good", "a/pipe", "a/device", "a/lost", "a/loop"}
    for name in ("pipe", "device", "lost", "loop"):
        assert entries[f"a/{name}"].puzzle is None
        assert len(entries[f"a/{name}"].faults) == 1
    for path in (tmp_path, tmp_path / "none.yaml", Path("nul\0"), Path("x" * 5000)):
        assert read_entry(path).puzzle is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_that_may_not_be_read_takes_nothing_down(tmp_path: Path) -> None:
    write(tmp_path, "a/good.yaml", "a/locked.yaml", "locked/x.yaml")
    (tmp_path / "a/locked.yaml").chmod(0)
    (tmp_path / "locked").chmod(0)
    good, locked = (entry.read() for entry in scan([Folder(tmp_path, "own")]).entries)
    (tmp_path / "locked").chmod(0o700)
    assert good.puzzle is not None
    assert "may not be read" in locked.faults[0].message


def test_a_file_above_one_mebibyte_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    [fault] = read_entry(path).faults
    assert "1 MiB" in fault.message


@pytest.mark.parametrize(
    "name", ["two\nlines", "\x1b[31mred", "\u202eleft", "01-", "-", "🧠", "[b]bold", " "]
)
def test_a_file_may_have_any_name_but_shows_a_clean_one(name: str, tmp_path: Path) -> None:
    write(tmp_path, f"{name}/{name}.yaml", f"{name}.yaml")
    library = scan([Folder(tmp_path, "own")])
    assert len(library.entries) == 2
    for entry in library.entries:
        assert entry.id == clean(entry.id)
        assert entry.id.strip("/ ")
        assert entry.title == clean(entry.title)
        assert entry.read().puzzle is not None


def test_a_name_that_is_not_utf8_is_shown_with_a_sign_for_what_is_not(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.yaml", "wb") as file:  # noqa: PTH123
        file.write(puzzle_file().encode())
    [entry] = scan([Folder(tmp_path, "own")]).entries
    assert entry.id == "caf\ufffd"
    assert entry.read().puzzle is not None


def test_a_single_file_is_an_entry_under_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, "01-mine.yaml", title="Mine")
    entry = read_entry(tmp_path / "01-mine.yaml")
    assert (entry.id, entry.chapter, entry.source, entry.title) == ("mine", "", "given", "Mine")


@pytest.fixture
def zoo(tmp_path: Path) -> Library:
    write(tmp_path, "zoo/lion.yaml", "zoo/sea-lion.yaml", "farm/cow.yaml", "farm/hen.yaml", "lion.yaml")
    return scan([Folder(tmp_path, "own")])


def test_a_puzzle_is_found_by_its_id_or_by_a_part_that_fits_no_other(zoo: Library) -> None:
    assert zoo.find("zoo/lion").id == "zoo/lion"
    assert zoo.find("lion").id == "lion"
    assert zoo.find("SEA").id == "zoo/sea-lion"
    assert zoo.find(" farm/c ").id == "farm/cow"


def test_a_puzzles_own_name_wins_over_ids_that_only_hold_it(tmp_path: Path) -> None:
    write(tmp_path, "zoo/lion.yaml", "zoo/sea-lion.yaml", "lion-farm/cow.yaml")
    assert scan([Folder(tmp_path, "own")]).find("lion").id == "zoo/lion"


def test_a_part_that_fits_several_puzzles_names_them(zoo: Library) -> None:
    with pytest.raises(PuzzleNotFoundError) as caught:
        zoo.find("lio")
    assert str(caught.value) == "`lio` fits 3 puzzles: zoo/lion, zoo/sea-lion, lion; write more of the id"


def test_a_puzzle_that_is_not_there_names_the_closest(zoo: Library) -> None:
    with pytest.raises(PuzzleNotFoundError) as caught:
        zoo.find("farm/cwo\x1b")
    assert str(caught.value).startswith("no puzzle is called `farm/cwo`; the closest: farm/cow")
    for text in ("", "x" * 100_000):
        with pytest.raises(PuzzleNotFoundError, match="neuron-tui list"):
            zoo.find(text)


def test_a_file_that_lost_its_id_is_not_found(tmp_path: Path) -> None:
    write(tmp_path, "one/a/x.yaml", "two/a/x.yaml")
    library = scan([Folder(tmp_path / "one", "bundled"), Folder(tmp_path / "two", "own")])
    assert library.find("x").path == tmp_path / "two/a/x.yaml"
