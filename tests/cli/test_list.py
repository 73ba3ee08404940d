"""`neuron-tui list`: chapters and puzzles."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run, assert_mistake, write


def test_the_articles_puzzle_stands_first_in_its_chapter(run: Run) -> None:
    lines = run("list").out.splitlines()
    assert lines[0] == "Find the rule"
    cells = [cell.strip() for cell in lines[1].split("  ") if cell.strip()]
    assert cells == [
        "article/leftmost-column", "The leftmost column", "3 inputs", "4 examples", "1 question", "learns"
    ]  # fmt: skip


def test_json_has_these_keys_for_each_puzzle(run: Run) -> None:
    first, *others = json.loads(run("list", "--json").out)
    assert len(others) >= 13
    path = Path(first.pop("path"))
    assert path.is_absolute()
    assert path.is_file()
    assert first == {
        "id": "article/leftmost-column",
        "title": "The leftmost column",
        "chapter": "article",
        "inputs": 3,
        "examples": 4,
        "questions": 1,
        "expect": "learns",
        "hidden": 0,
        "noisy": False,
        "picture": None,
        "difficulty": 1,
        "tags": [],
        "was": [],
        "problems": [],
    }


def test_a_broken_puzzle_is_marked_and_takes_no_other_down(run: Run, home: Path) -> None:
    write(home / "puzzles" / "broken.yaml", "title: x\nexamples: [0 2 -> 1]\n")
    write(home / "puzzles" / "fine.yaml", title="Fine")
    lines = run("list").out.splitlines()
    (broken,) = (line for line in lines if "broken" in line)
    assert broken.startswith("!")
    assert broken.endswith("2 faults")
    assert any("Fine" in line and not line.startswith("!") for line in lines)
    (found,) = (item for item in json.loads(run("list", "--json").out) if item["id"] == "broken")
    assert len(found["problems"]) == 2
    assert (found["inputs"], found["examples"], found["questions"], found["expect"]) == (None,) * 4


def test_columns_stay_aligned_under_wide_names(run: Run, home: Path) -> None:
    write(home / "puzzles" / "wide.yaml", title="左のコラム")
    lines = run("list").out.splitlines()
    (wide,) = (line for line in lines if "wide" in line)
    (first,) = (line for line in lines if "leftmost-column" in line)
    five_wide_characters = 5
    assert wide.index("3 inputs") + five_wide_characters == first.index("3 inputs")


def test_puzzles_without_a_chapter_come_last(run: Run, home: Path) -> None:
    write(home / "puzzles" / "loose.yaml", title="Loose")
    assert run("list").out.splitlines()[-1].split()[:2] == ["loose", "Loose"]


@pytest.mark.parametrize("arguments", [("--puzzles", "more", "list"), ("list", "--puzzles", "more")])
def test_a_given_folder_counts_before_and_after_the_command(run: Run, arguments: tuple[str, ...]) -> None:
    write(Path("more/mine.yaml"), title="Mine")
    assert "Mine" in run(*arguments).out


def test_several_folders_can_be_given_on_both_sides(run: Run) -> None:
    for name in ("a", "b", "c"):
        write(Path(name) / f"{name}.yaml", title=f"Puzzle {name}")
    out = run("--puzzles", "a", "--puzzles", "b", "list", "--puzzles", "c").out
    assert all(f"Puzzle {name}" in out for name in ("a", "b", "c"))


def test_one_commands_folders_are_forgotten_by_the_next(run: Run) -> None:
    write(Path("more/mine.yaml"), title="Mine")
    assert "Mine" in run("list", "--puzzles", "more").out
    assert "Mine" not in run("list").out


def test_folders_are_given_by_the_environment_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path("a/a.yaml"), title="Puzzle a")
    write(Path("b/b.yaml"), title="Puzzle b")
    monkeypatch.setenv("NEURON_TUI_PUZZLES", os.pathsep.join(["a", "b"]))
    out = run("list").out
    assert "Puzzle a" in out
    assert "Puzzle b" in out


def test_a_given_puzzle_wins_over_the_players_and_that_over_the_bundled(run: Run, home: Path) -> None:
    write(home / "puzzles" / "article" / "picnic.yaml", title="The player's picnic")
    write(Path("given/article/picnic.yaml"), title="The given picnic")
    assert run("train", "article/picnic").out.startswith("The player's picnic")
    assert run("train", "article/picnic", "--puzzles", "given").out.startswith("The given picnic")


def test_a_given_folder_that_is_not_there_is_a_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_mistake(run("list", "--puzzles", "nowhere"), "--puzzles", "nowhere")
    write(Path("file.yaml"), ARTICLE)
    assert_mistake(run("--puzzles", "file.yaml", "where"), "file.yaml")
    monkeypatch.setenv("NEURON_TUI_PUZZLES", "nowhere")
    told = run("list")
    assert told.code == 0
    assert told.err == (
        "nowhere:1:1: warning: `nowhere` is passed over, for it is no folder; create it, or name another\n"
    )
    assert told.err in run("check").out


def test_json_tells_what_kind_of_puzzle_it_is(run: Run, home: Path) -> None:
    more = "noisy: true\ndifficulty: 3\nwas: [old/name]\nneuron: {hidden: 2}\n"
    file = home / "puzzles" / "noisy.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"title: Noisy\nexamples: [1 -> 1, 1 -> 0]\nquestions: [1 -> 1/2]\n{more}")
    (found,) = (item for item in json.loads(run("list", "--json").out) if item["id"] == "noisy")
    assert (found["noisy"], found["difficulty"], found["was"], found["hidden"]) == (True, 3, ["old/name"], 2)
    assert found["problems"] == []


def test_one_pack_alone_can_be_listed(run: Run, home: Path) -> None:
    write(home / "puzzles" / "class-9" / "1-first" / "lamp.yaml", title="Lamp")
    write(home / "puzzles" / "class-9" / "pack.yaml", "title: For class 9\n")
    lines = run("list", "--only", "class-9").out.splitlines()
    assert lines[0] == "For class 9 · First"
    assert [line.split()[0] for line in lines[1:]] == ["class-9/first/lamp"]
    assert run("--only", "class-9", "list").out.splitlines() == lines
    assert run("list", "--only", "yours").out.strip() == ""
    assert_mistake(run("list", "--only", "class-8"), "no pack `class-8`", "yours, class-9, course")
