"""`neuron-tui share`, and what a friend does with the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.cli import command_line
from neuron_tui.cli.choosing import choose, folders_in_use
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.reader import read_puzzle
from tests.cli.conftest import ARTICLE, Run, assert_mistake, write

MINE = ARTICLE.replace("1 0 0 -> 1", "0 0 0 -> 0").replace("{title}", "On the left")


@pytest.fixture
def code(run: Run) -> str:
    write(Path("mine.yaml"), MINE)
    ran = run("share", "mine.yaml")
    assert (ran.code, ran.err) == (0, "")
    return ran.out.strip()


def test_a_code_is_kept_among_the_friends_puzzles_and_known_again(run: Run, home: Path, code: str) -> None:
    assert run("train", code).out.startswith("On the left")
    path = home / "puzzles" / "from-friends" / "on-the-left.yaml"
    sent, kept = read_puzzle(MINE.encode()).puzzle, read_puzzle(path.read_bytes()).puzzle
    assert sent is not None
    assert kept is not None
    assert content_of(kept) == content_of(sent)
    assert choose(code, folders_in_use(())).id == "from-friends/on-the-left"
    assert [it.name for it in path.parent.iterdir()] == ["on-the-left.yaml"]


def test_a_code_of_a_puzzle_that_is_here_is_that_puzzle(run: Run, home: Path) -> None:
    code = run("share", "article/picnic").out.strip()
    assert choose(code, folders_in_use(())).id == "article/picnic"
    assert not home.exists()


def test_another_puzzle_of_the_same_title_is_not_written_over(run: Run, home: Path, code: str) -> None:
    there = write(home / "puzzles" / "from-friends" / "on-the-left.yaml")
    before = there.read_bytes()
    assert run("train", code).code == 0
    assert there.read_bytes() == before
    assert (there.parent / "on-the-left-2.yaml").is_file()


@pytest.mark.parametrize("command", ["play", "train"])
def test_a_damaged_code_is_a_mistake(run: Run, home: Path, code: str, command: str) -> None:
    assert_mistake(run(command, code[:-4]), "copy it again")
    assert not home.exists()


def test_the_help_of_play_tells_of_codes() -> None:
    assert "code" in (command_line.play.help or "")
