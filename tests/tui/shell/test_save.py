"""The dialog that saves a text: whole files, none overwritten unasked, every trouble in one sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from neuron_tui.game.files.saving import path_of, reason, safe_name, save
from neuron_tui.tui import themes
from neuron_tui.tui.shell.save import SaveScreen

pytestmark = pytest.mark.slow

TEXT = "print('größer')\n"


class Host(App[None]):
    """Something to save a program from."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.NIGHT_COLOURS


@dataclass
class Saver:
    """Someone in front of the dialog, and the paths that it closed with."""

    app: Host
    pilot: Pilot[None]
    closed: list[Path | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that the screen says, without frames and line breaks."""
        rows = [strip.text for strip in self.app.screen._compositor.render_strips()]
        return " ".join(" ".join(rows).replace("│", " ").split())

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def name(self, name: str) -> None:
        """Paste a name in place of the one that is there, and Enter."""
        await self.press("end", "ctrl+u")
        self.app.screen.query_one(Input).post_message(Paste(name))
        await self.press("enter")

    async def click(self, words: str) -> None:
        rows = [strip.text for strip in self.app.screen._compositor.render_strips()]
        y = next(y for y, row in enumerate(rows) if words in row)
        await self.pilot.click(offset=(rows[y].index(words), y))
        await self.pilot.pause()


@asynccontextmanager
async def saving(name: str = "program.py", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Saver]:
    app = Host()
    async with app.run_test(size=size, notifications=True) as pilot:
        saver = Saver(app, pilot)
        app.push_screen(SaveScreen("Save the program", TEXT, name), saver.closed.append)
        await pilot.pause()
        yield saver


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder and a home of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"home"}


async def test_enter_saves_under_the_name_that_is_offered_and_says_the_whole_path(folder: Path) -> None:
    async with saving("leftmost-column.py") as saver:
        assert "leftmost-column.py" in saver.text
        assert "Enter save" in saver.text
        await saver.press("enter")
        assert saver.closed == [folder / "leftmost-column.py"]
        assert (folder / "leftmost-column.py").read_bytes() == TEXT.encode()
        note = next(iter(saver.app._notifications)).message
        assert note == f"Saved as {folder / 'leftmost-column.py'}"


async def test_a_file_that_is_there_is_kept_until_overwriting_is_asked_for(folder: Path) -> None:
    (folder / "program.py").write_text("mine")
    async with saving() as saver:
        await saver.press("enter")
        assert "is there already. Should it be overwritten?" in saver.text
        await saver.press("enter")
        assert (folder / "program.py").read_text() == "mine", "Enter twice overwrites nothing"
        assert saver.closed == []
        await saver.press("enter", "s")
        assert (folder / "program.py").read_text(encoding="utf-8") == TEXT
        assert saver.closed == [folder / "program.py"]
        assert files(folder) == {"program.py"}, "nothing else is left behind"


async def test_instead_of_overwriting_another_name_can_be_typed(folder: Path) -> None:
    (folder / "program.py").write_text("mine")
    async with saving() as saver:
        await saver.press("enter", "escape")
        assert "overwritten" not in saver.text
        assert saver.closed == [], "Escape goes back to the name first"
        await saver.name("other.py")
        assert saver.closed == [folder / "other.py"]
        assert (folder / "program.py").read_text() == "mine"


async def test_escape_saves_nothing(folder: Path) -> None:
    async with saving() as saver:
        await saver.press("escape")
        assert saver.closed == [None]
        assert files(folder) == set()


async def test_the_mouse_saves_overwrites_and_goes_back(folder: Path) -> None:
    (folder / "program.py").write_text("mine")
    async with saving() as saver:
        await saver.click("Enter save")
        await saver.click("overwrite it")
        assert saver.closed == [folder / "program.py"]
        assert (folder / "program.py").read_text(encoding="utf-8") == TEXT
    async with saving() as saver:
        await saver.click("Esc back")
        assert saver.closed == [None]


async def test_a_folder_that_is_not_there_is_told_and_the_name_stays(folder: Path) -> None:
    async with saving() as saver:
        await saver.name("nowhere/a.py")
        assert "can't be saved: there is no such folder." in saver.text
        assert "nowhere/a.py" in saver.text
        assert saver.closed == []
        (folder / "nowhere").mkdir()
        await saver.press("enter")
        assert saver.closed == [folder / "nowhere" / "a.py"]


async def test_a_folder_a_blank_name_and_a_stranger_s_home_are_told(folder: Path) -> None:
    (folder / "here").mkdir()
    async with saving() as saver:
        await saver.name("here")
        assert "can't be saved: this is a folder." in saver.text
        await saver.name(" ")
        assert "A file needs a name." in saver.text
        await saver.name("~nobody-of-this-name/a.py")
        assert "there is no such folder." in saver.text
        await saver.name("x" * 300)
        assert "the name is too long." in saver.text
        assert saver.closed == []
        await saver.name("~/a.py")
        assert saver.closed == [folder / "home" / "a.py"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
async def test_a_folder_that_may_not_be_written_to_is_told(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    async with saving() as saver:
        await saver.name("locked/a.py")
        assert "can't be saved: you may not write there." in saver.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_name_with_markup_in_it_is_shown_as_it_is(size: tuple[int, int], folder: Path) -> None:
    (folder / "[bold]x[").write_text("mine")
    async with saving("[bold]x[", size) as saver:
        await saver.press("enter")
        assert "[bold]x[ is there already." in saver.text


def test_a_link_that_leads_nowhere_is_not_written_through(folder: Path) -> None:
    (folder / "link.py").symlink_to(folder / "elsewhere.py")
    with pytest.raises(FileExistsError):
        save(folder / "link.py", TEXT)
    assert not (folder / "elsewhere.py").exists()


def test_a_full_disk_is_told_in_words() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"


def test_what_can_not_be_written_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        save(folder / "half.py", "half \ud800")
    with pytest.raises(OSError, match="no file can have this name"):
        save(folder / "nul\x00.py", TEXT)
    assert files(folder) == set()


def test_a_name_made_from_a_title_is_one_file_s_name_anywhere() -> None:
    assert safe_name("leftmost-column") == "leftmost-column"
    assert safe_name("../..") == ""
    assert safe_name("Größer: als\x00 das\u202e?") == "größer-als-das"
    assert safe_name("x" * 500) == "x" * 60
    assert path_of(" a b.py ").name == "a b.py"
