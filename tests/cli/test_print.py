"""`neuron-tui print`: worksheets and solutions as one HTML file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, assert_mistake, write
from tests.game.worksheet.paper import Paper


def titles(document: str) -> list[str]:
    """The titles over the sheets."""
    return [said.strip() for tag, _, said in Paper(document).drawn if tag == "h1"]


def test_a_puzzle_is_named_as_for_play_and_printed_with_its_place(run: Run) -> None:
    ran = run("print", "picnic")
    assert (ran.code, ran.err, titles(ran.out)) == (0, "", ["The picnic"])
    assert "1. Find the rule \u00b7 4 of 7" in Paper(ran.out).text


def test_the_solutions_are_a_document_of_their_own(run: Run) -> None:
    ran = run("print", "leftmost", "--solutions")
    text = Paper(ran.out).text
    assert titles(ran.out) == ["The leftmost column"]
    assert "+9.67" in text
    assert "surely 0" not in text


def test_a_chapter_has_a_sheet_for_each_puzzle_and_broken_ones_are_named(run: Run, home: Path) -> None:
    for number, title in enumerate(("First", "Second"), 1):
        write(home / "puzzles" / "mine" / f"0{number}-a{number}.yaml", title=title)
    broken = write(home / "puzzles" / "mine" / "03-broken.yaml", "title: Broken\n")
    for name in ("mine", "Mine", "yours"):
        ran = run("print", name)
        assert (ran.code, titles(ran.out)) == (0, ["First", "Second"])
        assert ran.err == f"{broken} is left out; `neuron-tui check` says why\n"


def test_a_pack_and_a_file_are_printed_too(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "packs" / "garden" / "beds" / "rose.yaml", title="Roses & thorns")
    (tmp_path / "packs" / "garden" / "pack.yaml").write_text("title: The garden\n", encoding="utf-8")
    assert titles(run("print", file).out) == ["Roses & thorns"]
    ran = run("print", "garden", "--puzzles", tmp_path / "packs")
    assert titles(ran.out) == ["Roses & thorns"]
    assert "<title>The garden</title>" in ran.out


def test_a_file_is_written_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheets.html"
    ran = run("print", "picnic", "--output", file)
    assert (ran.code, ran.out) == (0, f"1 sheet in {file}; open it in a browser to print it.\n")
    assert titles(file.read_text(encoding="utf-8")) == ["The picnic"]
    assert_mistake(run("print", "picnic", "--output", file), str(file), "is there already")
    assert_mistake(run("print", "picnic", "--output", tmp_path / "no" / "a.html"), "there is no such folder")


def test_what_cannot_be_printed_is_said_in_one_line(run: Run, home: Path) -> None:
    write(home / "puzzles" / "empty" / "broken.yaml", "title: Broken\n")
    assert_mistake(run("print", "nothing-of-this-name"), "no puzzle is called")
    assert_mistake(run("print", "broken"), "broken.yaml:1:1")
    ran = run("print", "empty")
    assert ran.code == 1
    assert ran.err.endswith("error: `empty` has no puzzle that can be played\n")
