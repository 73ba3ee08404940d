"""The page at the end of a chapter: read, answered, and left for what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.tui.chapter_end.screen import ChapterEndScreen
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.match.screen import MatchScreen
from tests.puzzle.library.test_chapter_end import END
from tests.tui.scoring import answer
from tests.tui.story import Player, playing, write

CHAPTERS = scan([Folder(bundled_puzzles(), "bundled")]).chapters


def course(folder: Path) -> Path:
    """Two chapters, both with an end."""
    write(folder, "1-first/01-apple.yaml", "Apple", iterations=20)
    write(folder, "2-second/01-plum.yaml", "Plum", iterations=21)
    (folder / "1-first/chapter.yaml").write_text(END, encoding="utf-8")
    (folder / "2-second/chapter.yaml").write_text(END.replace("First", "Second"), encoding="utf-8")
    return folder


async def end_chapter(player: Player) -> None:
    """From home through a match to the end of its chapter."""
    await player.verdict()
    await player.press("enter")
    await player.until(lambda: isinstance(player.app.screen, ChapterEndScreen))
    await player.settle()


async def test_after_the_last_puzzle_enter_ends_the_chapter_and_then_goes_on(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        await end_chapter(player)
        assert player.says("First chapter 1 is behind you", "You can now say", "One thing.")
        assert player.says("bell ■", "+2.5", "What will it say?", "01 answer", "Enter read on")
        assert player.part("#lower") == "", "one thing at a time"
        await player.press("enter")
        assert player.says("01 answer", "It was so. A book", "More.", "Enter go on")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        assert player.match.puzzle.title == "Plum"


@pytest.mark.parametrize(
    ("key", "reply"),
    [
        ("0", "\u2717 You said 0. It says 0.9241. The rain is off."),
        ("1", "\u2713 You said 1. It says 0.9241. The bell pulls."),
    ],
)
async def test_the_first_answer_stands_and_the_rest_is_read_with_it(
    key: str, reply: str, tmp_path: Path
) -> None:
    async with playing(course(tmp_path)) as player:
        await end_chapter(player)
        assert player.part("#asked") == "What will it say? 0 it says 0 1 it says 1"
        await player.press(key)
        assert player.part("#asked") == f"What will it say? {reply}", "1 / (1 + exp(-2.5))"
        assert player.says("It was so. A book", "More.", "Enter go on")
        assert "answer" not in player.lines[-1]
        await player.press("0", "1")
        assert player.part("#asked") == f"What will it say? {reply}"


async def test_in_a_small_terminal_enter_passes_by_the_question(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        await end_chapter(player)
        await player.resize(60, 20)
        assert player.says("One thing.", "Enter read on")
        await player.press("0")
        assert "answer" not in player.lines[-1], "nobody answers what they have not read"
        await player.press("enter")
        assert player.says("What will it say? 0 it says 0", "01 answer", "Enter read on")
        await player.press("1")
        assert player.says("\u2713 You said 1. It says 0.9241. The bell pulls.")
        assert "answer" not in player.lines[-1]
        await player.press("enter")
        assert player.says("It was so. A book", "More.", "Enter go on")


async def test_in_a_small_terminal_tab_leads_to_no_empty_page(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        await end_chapter(player)
        await player.resize(60, 20)
        await player.press("tab", "tab")
        assert player.says("It was so. A book", "More.", "Enter go on")


async def test_what_a_chapter_said_at_its_end_can_be_read_again_from_home(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        assert "recap" not in player.lines[-1], "the chapter has not ended yet"
        await end_chapter(player)
        await player.press("escape")
        await player.until(lambda: player.says("v recap"))
        await player.press("down")
        assert "recap" not in player.lines[-1], "nor has this one"
        await player.press("up", "v")
        await player.until(lambda: isinstance(player.app.screen, ChapterEndScreen))
        await player.settle()
        assert player.says("First chapter 1 is behind you", "One thing.", "01 answer")
        await player.press("enter", "enter")
        await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        assert player.match.puzzle.title == "Plum"


async def test_escape_goes_home_to_the_puzzle_that_was_played(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        await end_chapter(player)
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert "Apple" in player.part("#preview")
        await player.press("down")
        assert "Plum" in player.part("#preview"), "the list has the keys"


async def test_the_last_chapter_ends_the_course_at_home(tmp_path: Path) -> None:
    async with playing(course(tmp_path)) as player:
        await player.press("down")
        await end_chapter(player)
        await player.press("enter", "enter")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert player.says("That was the last puzzle.")


async def test_the_marks_are_explained_at_the_first_end_alone(tmp_path: Path) -> None:
    async with playing(course(tmp_path / "p")) as player:
        await end_chapter(player)
        await player.press("enter")
        assert player.says("\u2713 means got at once", "the chapter is known")
    Journal(tmp_path / "journal.db").keep([answer("second/plum", player="Ann", question="1 0 0")])
    async with playing(tmp_path / "p", journal=tmp_path / "journal.db") as player:
        await player.until(lambda: "1 of 1" in player.part("#list"))
        await player.press("home")
        await end_chapter(player)
        await player.press("enter")
        assert not player.says("means got it")


async def test_a_chapter_without_an_end_goes_straight_on(tmp_path: Path) -> None:
    (course(tmp_path) / "1-first/chapter.yaml").unlink()
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("enter")
        await player.until(lambda: "Plum" in player.lines[0])
        assert isinstance(player.app.screen, MatchScreen)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_the_ends_of_the_course_are_seen_whole(size: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=size) as player:
        for chapter in CHAPTERS:
            assert chapter.end is not None
            page = ChapterEndScreen(chapter.title, "", chapter.end, first=chapter.number == 1)
            await player.app.push_screen(page)
            for key in ("enter", "0", "1"):
                await player.press(key)
                assert [words.id for words in player.app.screen.query(Words) if words.max_scroll_y] == []
                assert all(player.says(word) for said in chapter.end.say for word in said.split())
                assert "\u2026" not in player.text
            await page.dismiss()
