"""Packs: folders of chapters that somebody cloned or unpacked into a folder of puzzles."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.library.shelf import Shelf
from tests.puzzle.library.test_library import ids, write

PACK = """\
title: Lists for class 9
author: A. Teacher
version: 1.2
about: Ten minutes each.
order: [warm-up, 2-search]
"""


def cloned(puzzles: Path, name: str = "class-9") -> Path:
    """What `git clone` leaves in a folder of puzzles: two chapters, a pack.yaml, and what else lies there."""
    pack = puzzles / name
    write(pack, "search/2-b.yaml", "search/1-a.yaml", "warm-up/a.yaml", ".git/hooks/x.yaml")
    (pack / "pack.yaml").write_text(PACK)
    (pack / "README.md").write_text("# Class 9\n")
    (pack / "search/chapter.yaml").write_text("title: Searching\n")
    return pack


def test_a_cloned_pack_stands_after_the_other_chapters_in_its_own_order(tmp_path: Path) -> None:
    cloned(tmp_path)
    write(tmp_path, "zoo/lion.yaml", "loose.yaml")
    library = scan([Folder(tmp_path, "own")])
    assert ids(library) == [
        "zoo/lion", "loose", "class-9/warm-up/a", "class-9/search/a", "class-9/search/b",
    ]  # fmt: skip
    titles = [
        (chapter.pack and chapter.pack.title, chapter.number, chapter.title) for chapter in library.chapters
    ]
    assert titles == [
        (None, 1, "Zoo"),
        (None, 2, "Your puzzles"),
        ("Lists for class 9", 1, "Warm up"),
        ("Lists for class 9", 2, "Searching"),
    ]
    assert library.find("class-9/search/b").path == tmp_path / "class-9/search/2-b.yaml"
    assert library.find("warm").id == "class-9/warm-up/a"


def test_one_pack_can_be_the_whole_course(tmp_path: Path) -> None:
    cloned(tmp_path)
    write(tmp_path, "zoo/lion.yaml")
    folders = [Folder(tmp_path, "own")]
    library = scan(folders, "class-9")
    assert ids(library) == ["class-9/warm-up/a", "class-9/search/a", "class-9/search/b"]
    assert library.only is not None
    assert (library.only.title, [pack.name for pack in library.packs]) == (
        "Lists for class 9",
        ["yours", "class-9"],
    )
    assert ids(scan(folders, "yours")) == ["zoo/lion"]
    assert ids(scan(folders, "nobody")) == ids(scan(folders)), "a pack that is gone hides nothing"
    shelf = Shelf(folders, "class-9")
    *_, last = shelf
    assert shelf.after(last) is None


def test_without_a_pack_file_a_folder_of_chapters_is_a_pack_however_deep(tmp_path: Path) -> None:
    write(tmp_path, "school/lists/content/one/a.yaml", "mine/own.yaml", "mine/deeper/b.yaml")
    library = scan([Folder(tmp_path, "own")])
    assert ids(library) == ["mine/own", "mine/deeper/b", "school/lists/content/one/a"]
    assert [pack.title for pack in library.packs] == ["Your puzzles", "Mine", "School lists content"]


def test_the_same_pack_has_the_same_ids_wherever_it_lies(tmp_path: Path) -> None:
    pack = cloned(tmp_path)
    below, given = scan([Folder(tmp_path, "own")]), scan([Folder(pack, "given")])
    assert ids(below) == ids(given)
    assert ids(scan([Folder(tmp_path, "own"), Folder(pack, "given")])) == ids(below), "and is listed once"


def test_packs_with_the_same_chapters_do_not_hide_each_other(tmp_path: Path) -> None:
    cloned(tmp_path, "2-monday")
    cloned(tmp_path, "1-tuesday")
    library = scan([Folder(tmp_path, "own")])
    assert ids(library)[::3] == ["tuesday/warm-up/a", "monday/warm-up/a"]
    assert all(entry.shadowed_by is None for entry in library.entries)


def test_an_old_id_in_a_pack_is_one_of_the_same_pack(tmp_path: Path) -> None:
    pack = cloned(tmp_path)
    file = pack / "search/2-b.yaml"
    file.write_text(file.read_text() + "was: [warm-up/b, class-9/one/c]\n")
    library = scan([Folder(tmp_path, "own")])
    assert len(library.entries) == 3
    for old in ("class-9/warm-up/b", "class-9/one/c"):
        assert library.find(old).id == "class-9/search/b"


def test_puzzles_in_no_chapter_of_a_pack_are_under_its_title(tmp_path: Path) -> None:
    write(tmp_path, "flat/a.yaml")
    (tmp_path / "flat/pack.yaml").write_text("title: All flat\n")
    [chapter] = scan([Folder(tmp_path, "own")]).chapters
    assert (chapter.title, [entry.id for entry in chapter.entries]) == ("All flat", ["flat/a"])


def test_what_is_passed_over_is_named_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, "a/good.yaml", "a/notes.yaml.txt", "1/2/3/4/fine.yaml", "1/2/3/4/5/deep.yaml")
    (tmp_path / "a/readme.txt").write_text("x")
    library = scan([Folder(tmp_path / "none", "given"), Folder(tmp_path, "own")])
    assert ids(library) == ["a/good", "1/2/3/4/fine"]
    told = {path.name: fault.message for path, fault in library.passed_over}
    assert sorted(told) == ["5", "none", "notes.yaml.txt"]
    assert told["notes.yaml.txt"].endswith("ends in .txt; rename it to notes.yaml")
    assert "more than 4 folders deep" in told["5"]
    assert "is no folder" in told["none"]


def test_a_pack_s_other_files_are_no_puzzles_and_a_broken_puzzle_is_one(tmp_path: Path) -> None:
    pack = cloned(tmp_path)
    write(pack, ".github/workflows/check.yaml")
    (pack / "mkdocs.yml").write_text("site_name: Lists\nnav: [index.md]\n")
    (pack / "docs").mkdir()
    (pack / "docs/notes.yaml").write_text("title: To do\n")
    (pack / "warm-up/b.yaml").write_text("titel x\nexample:\n")
    (pack / "warm-up/d.yaml").symlink_to("nowhere")
    (pack / "warm-up/c.yaml").write_text('{"title": "In JSON", "examples": []}')
    library = scan([Folder(tmp_path, "own")])
    assert ids(library) == [
        f"class-9/{name}"
        for name in ("warm-up/a", "warm-up/b", "warm-up/c", "warm-up/d", "search/a", "search/b")
    ]
    assert [chapter.title for chapter in library.chapters] == ["Warm up", "Searching"]
    told = {path.name: (fault.severity, fault.message) for path, fault in library.passed_over}
    assert told.keys() == {"mkdocs.yml", "notes.yaml"}
    assert told["notes.yaml"] == (
        "note",
        "`notes.yaml` is passed over, for it has no `examples`; a puzzle needs them",
    )


def test_a_folder_of_very_many_folders_is_not_searched_to_its_end(tmp_path: Path) -> None:
    for number in range(1100):
        (tmp_path / f"{number:04}" / "x").mkdir(parents=True)
    write(tmp_path, "0000/x/a.yaml")
    library = scan([Folder(tmp_path, "given")])
    assert "more than 1,000 folders" in library.passed_over[-1][1].message


def test_links_in_a_circle_are_walked_once(tmp_path: Path) -> None:
    write(tmp_path, "pack/one/a.yaml")
    (tmp_path / "pack/one/round").symlink_to(tmp_path)
    (tmp_path / "elsewhere").symlink_to(tmp_path / "pack")
    assert ids(scan([Folder(tmp_path, "own")])) == ["elsewhere/one/a"]


def test_what_is_wrong_with_a_pack_file_is_told(tmp_path: Path) -> None:
    pack = cloned(tmp_path)
    (pack / "pack.yaml").write_text("titel: x\norder: [gone, search]\nauthor: [x]\n")
    file = scan([Folder(tmp_path, "own")]).packs[1].file
    messages = [fault.message for fault in file.faults]
    assert len(messages) == 3
    assert any("`gone`" in message for message in messages)
    assert any("did you mean `title`" in message for message in messages)


def test_a_shelf_notices_a_change_in_a_pack(tmp_path: Path) -> None:
    pack = cloned(tmp_path)
    shelf = Shelf([Folder(tmp_path, "own")])
    assert not shelf.changed
    write(pack, "search/3-c.yaml")
    assert shelf.changed
    shelf.read_again()
    (pack / "pack.yaml").write_text("title: Another\n")
    assert shelf.changed


def test_a_pack_of_loose_puzzles_may_add_to_a_chapter_of_the_course(tmp_path: Path) -> None:
    write(tmp_path / "bundled", "1-zoo/lion.yaml", "2-farm/cow.yaml")
    write(tmp_path / "own", "zoo/tiger.yaml")
    (tmp_path / "own/zoo/pack.yaml").write_text("title: More animals\n")
    library = scan([Folder(tmp_path / "own", "own"), Folder(tmp_path / "bundled", "bundled")])
    assert [(chapter.id, chapter.pack) for chapter in library.chapters] == [("zoo", None), ("farm", None)]
    assert ids(library) == ["zoo/lion", "zoo/tiger", "farm/cow"]
