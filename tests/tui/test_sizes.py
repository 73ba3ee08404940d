"""The game at every size of terminal, and while the size changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.match.screen import MatchScreen
from neuron_tui.tui.shell.too_small import TooSmallScreen
from tests.tui.reading import columns_of
from tests.tui.story import playing, write

pytestmark = pytest.mark.slow

SIZES = [(80, 24), (100, 30), (81, 50), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_panel_is_inside_the_screen_and_has_room(size: tuple[int, int]) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        assert player.says("The leftmost column", "???", "Enter")
        await player.pictures()
        width, height = size
        for line in player.lines:
            assert columns_of(line) == width
        for name in ("#puzzle", "#neuron", "#speech", "#guesses", "#transport"):
            region = player.match.query_one(name).region
            assert 0 <= region.x < region.right <= width
            assert 0 <= region.y < region.bottom <= height
            assert region.width >= 10
        assert all(word in player.part("#neuron") for word in ("left", "middle", "right", "+9.67", "0.9999"))
        assert "neuron 0.9999" in player.part("#guesses")
        assert "look 10,000 of 10,000" in player.part("#transport")
        assert player.says("Enter", "p words", "? all keys", "Esc back")


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 6)], ids=str)
async def test_below_60_by_20_a_note_says_how_large_it_should_be(
    size: tuple[int, int], tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=size) as player:
        assert isinstance(player.app.screen, TooSmallScreen)
        assert player.says(f"{size[0]} x {size[1]}", "60 x 20")
        await player.press("enter", "1", "escape", "question_mark", "slash", "a")
        assert isinstance(player.app.screen, TooSmallScreen)
        await player.resize(60, 20)
        assert player.home.is_current
        await player.play()


async def test_becoming_too_small_and_large_again_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=60)
    async with playing(tmp_path) as player:
        await player.train("1", "right")
        await player.press(*["full_stop"] * 7)
        match, before = player.match, player.text
        await player.resize(60, 19)
        assert player.says("60 x 19")
        await player.resize(50, 10)
        assert player.says("50 x 10")
        await player.press("0", "space", "full_stop", "escape", "end")
        await player.resize(70, 20)
        await player.until(lambda: player.says("iteration 7 of 60"))
        await player.resize(80, 24)
        assert player.match is match
        await player.until(lambda: player.text == before)
        assert (match.iteration, match.match.phase) == (7, Phase.TRAIN)


async def test_resizing_while_it_trains_goes_on_training(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1", "enter", "minus", "minus")  # there is time
        match = player.match
        for size in ((120, 40), (90, 25), (50, 20), (70, 20), (200, 60), (80, 24)):
            here = match.iteration
            await player.resize(*size)
            if size[0] >= 80:
                await player.until(lambda before=here: match.iteration > before)
        assert player.match is match
        assert player.says("rows come out right")


async def test_too_small_with_a_page_open_comes_back_to_the_page(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("question_mark")
        assert player.says("Help")
        await player.resize(59, 20)
        assert player.says("59 x 20")
        await player.resize(80, 24)
        assert player.says("Help")
        await player.press("escape")
        assert player.phase is Phase.LOOK


async def test_a_palette_opened_while_it_was_too_small_does_not_leave_the_note_behind(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(40, 20)) as player:
        await player.press("ctrl+p")
        await player.resize(80, 24)
        await player.press("escape")
        await player.until(lambda: not isinstance(player.app.screen, TooSmallScreen))
        assert player.home.is_current


async def test_the_match_that_was_asked_for_waits_behind_the_note(tmp_path: Path) -> None:
    from neuron_tui.puzzle.library.entry import read_entry
    from neuron_tui.puzzle.library.library import Folder
    from neuron_tui.tui.app import NeuronApp

    path = write(tmp_path, "a.yaml")
    app = NeuronApp([Folder(tmp_path, "bundled")], start=read_entry(path))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(app.screen, MatchScreen)


async def test_from_a_small_screen_to_a_large_one_the_panels_grow(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        small = player.match.query_one("#s-curve").size
        await player.resize(160, 50)
        await player.until(lambda: player.match.query_one("#s-curve").size.area > small.area)
        assert player.match.query_one("#weights").display
        assert all(columns_of(line) == 160 for line in player.lines)
        await player.resize(80, 24)
        await player.until(lambda: player.match.query_one("#s-curve").size == small)
