"""A home that a group shares: whatever one of them makes there, the others can use."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.settings import DEFAULT, write_settings
from tests.cli.conftest import Run
from tests.game.journal.answers import answer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of this kind")


@pytest.fixture
def careful() -> Iterator[None]:
    """A player whose new files are nobody else's."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def everything_in(folder: Path) -> dict[str, str]:
    """What a group may do with each file and folder in it."""
    return {
        str(path.relative_to(folder)): stat.filemode(path.stat().st_mode)[4:7]
        for path in sorted(folder.rglob("*"))
    }


def play(run: Run, home: Path) -> None:
    """Answer something, set something, and make a puzzle and a pack."""
    Journal(home / "journal.sqlite3").keep([answer()])
    write_settings(home / "settings.json", DEFAULT)
    assert run("new", "Ours").code == 0
    assert run("new", "--pack", "All of us").code == 0
    assert run("journal", "export", home / "copies.jsonl").code == 0


@pytest.mark.usefixtures("careful")
def test_in_a_folder_of_a_group_all_that_is_made_is_the_groups(run: Run, home: Path) -> None:
    home.parent.chmod(0o2770)
    play(run, home)
    made = everything_in(home.parent)
    assert {"home", "home/journal.sqlite3", "home/settings.json", "home/puzzles", "home/copies.jsonl"} <= set(
        made
    )
    assert any(name.endswith(".yaml") for name in made)
    folders = {name for name in made if (home.parent / name).is_dir()} - {"work"}
    assert {name: made[name] for name in folders} == dict.fromkeys(folders, "rws")
    files = set(made) - folders - {"work"}
    assert {name: made[name] for name in files} == dict.fromkeys(files, "rw-")


@pytest.mark.usefixtures("careful")
def test_in_a_folder_of_ones_own_nothing_is_anybody_elses(run: Run, home: Path) -> None:
    home.parent.chmod(0o755)
    play(run, home)
    assert set(everything_in(home).values()) == {"---"}
