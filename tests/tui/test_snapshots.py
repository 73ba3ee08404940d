"""Every screen as a picture. Look at a picture before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.journal.match_answers import question_text
from neuron_tui.game.match.match import Phase
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.atlas.screen import AtlasScreen
from neuron_tui.tui.chapter_end.screen import ChapterEndScreen
from tests.tui.scoring import answer
from tests.tui.story import Player, playing, write

Compare = Callable[[Player, str], None]
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


def named(name: str, size: tuple[int, int]) -> str:
    """A picture's name with its size."""
    return f"{name}-{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES)
async def test_home_and_every_phase_by_night(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.until(lambda: "The mystery itch" in player.part("#list"))
        await player.settle()
        looks_as_accepted(player, named("home", size))
        await every_phase(player, size, looks_as_accepted)


async def test_home_and_every_phase_with_one_panel_at_a_time(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=(60, 20)) as player:
        await player.until(lambda: "The seesaw" in player.part("#list"))
        await player.settle()
        looks_as_accepted(player, "home-60x20")
        await every_phase(player, (60, 20), looks_as_accepted)


async def test_every_phase_by_day(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=(100, 30)) as player:
        await player.press("f2")
        await every_phase(player, (100, 30), looks_as_accepted)


@pytest.mark.parametrize(
    ("name", "terminal"),
    [("ansi", {"TERM": "xterm-16color", "COLORTERM": ""}), ("grey", {"NO_COLOR": "1"})],
    ids=["sixteen", "none"],
)
async def test_home_and_a_training_with_few_colours(
    name: str, terminal: dict[str, str], monkeypatch: pytest.MonkeyPatch, looks_as_accepted: Compare
) -> None:
    for variable, value in terminal.items():
        monkeypatch.setenv(variable, value)
    async with playing(bundled_puzzles()) as player:
        await player.until(lambda: player.says("The mystery itch"))
        await player.settle()
        looks_as_accepted(player, f"{name}-home-80x24")
        await player.train()
        player.match.player.go(150)
        await player.settle()
        looks_as_accepted(player, f"{name}-train-80x24")


async def every_phase(player: Player, size: tuple[int, int], looks_as_accepted: Compare) -> None:
    """One match from home to its verdict, with a picture of each phase."""
    await player.play()
    looks_as_accepted(player, named("look", size))
    await player.press("1", "left", "h")
    looks_as_accepted(player, named("guess", size))
    await player.press("enter", "space", "home")
    player.match.player.go(150)
    await player.settle()
    looks_as_accepted(player, named("train", size))
    await player.press("end")
    await player.until(lambda: player.phase is Phase.VERDICT)
    await player.settle()
    looks_as_accepted(player, named("verdict", size))


@pytest.mark.parametrize("size", SIZES)
async def test_home_in_the_middle_of_the_course(
    tmp_path: Path, size: tuple[int, int], looks_as_accepted: Compare
) -> None:
    path = tmp_path / "journal.sqlite3"
    Journal(path).keep(on_the_way())
    async with playing(bundled_puzzles(), size=size, journal=path) as player:
        await player.until(lambda: player.says("Continue: The picnic", "known 1 of 5"))
        await player.settle()
        looks_as_accepted(player, named("home-on-the-way", size))


def on_the_way() -> list[Answer]:
    """Three puzzles at the beginning, of which one is lost, and one at the end of a chapter."""
    shelf = Shelf([Folder(bundled_puzzles(), "bundled")])
    found = []
    for name, guess in (("leftmost-column", "1"), ("ask-it-more", "0"), ("does-it-smile", "1")):
        found.append(answer(f"article/{name}", guess, player="Ann", content=name))
    puzzle = shelf.library.find("weights/storm").read().puzzle
    assert puzzle is not None
    content = content_of(puzzle)
    for question in puzzle.questions:
        right = int(question.answer or 0)
        asked = question_text(question.inputs)
        said = str(right)
        found.append(
            answer("weights/storm", said, right=right, player="Ann", question=asked, content=content)
        )
    return found


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, pytest.param((200, 60), id="200x60")])
async def test_looking_inside(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.verdict()
        player.match.player.go(150)
        await player.press("up", "up")
        for key, name in (("m", "microscope"), ("c", "code"), ("v", "learned")):
            await player.press(key)
            looks_as_accepted(player, named(name, size))
        await player.press("escape", "w", "right", "right", "down", "down", "left")
        looks_as_accepted(player, named("hand", size))


@pytest.mark.slow
async def test_a_branch_with_the_run_that_it_left_behind_it(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=(120, 40)) as player:
        await player.verdict()
        player.match.player.go(150)
        await player.press("b", "down", "down", "right")
        await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
        player.match.player.go(400)
        await player.settle()
        looks_as_accepted(player, "branch-120x40")
        await player.press("z")
        looks_as_accepted(player, "zoomed-120x40")


async def test_an_experiment_at_the_smallest(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles()) as player:
        await player.verdict()
        await player.press("e", "right")
        await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
        await player.settle()
        looks_as_accepted(player, "experiment-80x24")
        await player.press("z", "tab")
        looks_as_accepted(player, "zoomed-80x24")


@pytest.mark.slow
async def test_the_verdict_by_day(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=(120, 40)) as player:
        await player.press("f2")
        await player.verdict("0")
        looks_as_accepted(player, "verdict-by-day-120x40")


async def test_the_verdict_on_several_questions(tmp_path: Path, looks_as_accepted: Compare) -> None:
    write(tmp_path, "a.yaml", "Several questions", questions="1 0 0 -> 1, 0 1 0 -> 0, 0 0 0 -> 0")
    async with playing(tmp_path) as player:
        await player.verdict("1", "enter", "0", "enter", "left")
        looks_as_accepted(player, "several-questions-80x24")


async def test_a_broken_file_on_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks_as_accepted: Compare
) -> None:
    monkeypatch.chdir(tmp_path)  # the file's path is in the picture
    write(tmp_path, "fruit/01-apple.yaml", "Apple")
    (tmp_path / "fruit/02-pear.yaml").write_text("title: Pear\nexamples: [0 1 > 1]\nquestion: [1 1 -> 1]\n")
    async with playing(Path()) as player:
        await player.press("down")
        looks_as_accepted(player, "broken-file-80x24")


async def test_help_in_a_match(looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles()) as player:
        await player.play()
        await player.press("question_mark")
        looks_as_accepted(player, "help-80x24")


async def test_the_note_in_a_small_terminal(tmp_path: Path, looks_as_accepted: Compare) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(50, 16)) as player:
        looks_as_accepted(player, "too-small-50x16")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_a_puzzle_of_pictures_and_one_of_one_s_own(
    size: tuple[int, int], looks_as_accepted: Compare
) -> None:
    async with playing(bundled_puzzles() / "9-pictures", size=size) as player:
        await player.verdict("1", "enter", "0")
        looks_as_accepted(player, named("pictures", size))
        await player.press("d", "enter", "left", "enter")
        looks_as_accepted(player, named("drawing", size))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_a_network(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles() / "8-hooked-together", size=size) as player:
        await player.verdict()
        looks_as_accepted(player, named("network", size))
        await player.press("o", "z")
        looks_as_accepted(player, named("network-zoomed", size))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_the_microscope_over_a_network(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles() / "8-hooked-together", size=size) as player:
        await player.verdict()
        player.match.player.go(150)
        await player.press("m", "right", "right", "right")
        looks_as_accepted(player, named("network-microscope", size))
        await player.press("N")
        looks_as_accepted(player, named("network-microscope-last", size))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_the_atlas(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.press("f6")
        await player.until(lambda: isinstance(player.app.screen, AtlasScreen))
        screen = player.app.screen
        assert isinstance(screen, AtlasScreen)
        await player.until(lambda: screen.tape.complete)
        await player.press("end", "k")
        looks_as_accepted(player, named("atlas", size))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_the_builder(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.press("n")
        await player.press(*"0010111110", "left", "left", "left", "down", "down", *"1001", "up")
        await player.until(lambda: player.says("The neuron learns it, from"))
        await player.settle()
        looks_as_accepted(player, named("builder", size))


@pytest.mark.parametrize("size", SIZES)
async def test_the_glossary(size: tuple[int, int], looks_as_accepted: Compare) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.press("f4")
        player.app.screen.query_one(Input).cursor_blink = False
        await player.until(lambda: player.says("see The leftmost column"))
        await player.settle()
        looks_as_accepted(player, named("glossary", size))


@pytest.mark.parametrize("size", SIZES)
async def test_the_end_of_a_chapter(
    size: tuple[int, int], tmp_path: Path, looks_as_accepted: Compare
) -> None:
    write(tmp_path, "a.yaml")
    chapter = scan([Folder(bundled_puzzles(), "bundled")]).chapters[0]
    assert chapter.end is not None
    async with playing(tmp_path, size=size) as player:
        await player.app.push_screen(
            ChapterEndScreen(chapter.title, "chapter 1 is behind you", chapter.end, first=True)
        )
        await player.press("0")
        looks_as_accepted(player, named("chapter-end", size))
