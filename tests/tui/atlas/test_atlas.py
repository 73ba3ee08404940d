"""The atlas on the screen: it fills live, can be walked over, and each pattern played."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.atlas import pattern_at
from neuron_tui.tui.atlas.screen import AtlasScreen
from tests.tui.story import Player, playing, unchanged, write

pytestmark = pytest.mark.slow


def atlas(player: Player) -> AtlasScreen:
    assert isinstance(player.app.screen, AtlasScreen), player.app.screen
    return player.app.screen


async def filled(player: Player) -> None:
    """To the atlas, and to the end of what it learns."""
    await player.press("f6")
    await player.until(lambda: isinstance(player.app.screen, AtlasScreen))
    await to_the_end(player)


async def to_the_end(player: Player) -> None:
    await player.until(lambda: atlas(player).tape.complete)
    await player.press("end")


async def test_in_the_end_104_of_256_are_learned_and_32_of_128_without_a_threshold(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        assert player.says("iteration 10,000 learned 104 of 256", "256 patterns, a threshold")
        await player.press("home")
        # all begin with the same random weights, and these happen to be right for one pattern
        assert player.says("iteration 0 learned 1 of 256")
        await player.press("tab")
        await to_the_end(player)
        assert player.says("iteration 10,000 learned 32 of 128", "128 patterns, no threshold")
        await player.press("escape")
        assert player.home


async def test_the_cursor_goes_round_and_the_mouse_picks(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        assert player.says(f"Pattern {pattern_at(0, 5)}")
        await player.press("up", "left")
        assert player.says(f"Pattern {pattern_at(15, 4)}")
        x, y = player.find("[]")
        await player.pilot.click(offset=(x + 5, y - 2))
        await player.settle()
        assert player.find("[]") == (x + 4, y - 2)
        assert player.says(f"Pattern {pattern_at(13, 6)}")


async def test_patterns_in_disguise_are_told_and_shown(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        before = player.colours("#grid")
        await player.press("k")
        assert player.says("are alike")
        assert player.colours("#grid") != before
        await player.press("k")
        assert player.colours("#grid") == before


async def test_it_plays_pauses_and_steps(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        with unchanged(player):
            await player.press("full_stop")
        await player.press("comma")
        assert not player.says("iteration 10,000")
        await player.press("end", "space")
        assert atlas(player).player.playhead.playing
        await player.until(lambda: atlas(player).moment.stop > 2)
        await player.press("space")
        assert not atlas(player).player.playhead.playing


async def test_a_pattern_is_played_as_a_puzzle_and_nothing_of_it_counts(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, journal=tmp_path / "journal.sqlite") as player:
        await filled(player)
        await player.press("enter")
        await player.until(lambda: player.says("Pattern 7 of the atlas"))
        await player.until(lambda: player.match.recording.complete)
        await player.press("1", "enter", "end")
        await player.until(lambda: player.says("you +96"))
        await player.press("escape")
        assert player.says("learned 104 of 256")
        await player.press("escape")
        assert player.home
        await player.settle()
        assert player.says("0 of 1")
        assert "points" not in player.text


async def test_the_strip_is_dragged_and_its_buttons_clicked(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        strip = atlas(player).query_one("#timeline")
        await player.pilot.mouse_down(strip, offset=(40, 0))
        await player.settle()
        middle = atlas(player).moment.stop
        await player.pilot.mouse_up(strip, offset=(40, 0))
        assert 0 < middle < len(atlas(player).tape.stops) - 1
        await player.pilot.click(strip, offset=(4, 1))
        await player.settle()
        assert atlas(player).moment.stop == middle - 1
        await player.pilot.click(strip, offset=(1, 1))
        await player.settle()
        assert player.says("iteration 0 learned 1 of 256")


async def test_it_goes_faster_and_slower_within_bounds(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        for key, speed in (("plus", "×64"), ("minus", "1 a key")):
            for _ in range(10):
                await player.press(key)
            assert speed in player.part("#timeline")


async def test_help_holds_the_atlas_still_and_lets_it_go_on(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await filled(player)
        screen = atlas(player)
        for _ in range(3):
            await player.press("minus")
        await player.press("space", "question_mark")
        await player.until(lambda: player.app.screen is not screen)
        held = screen.player.iteration
        await player.settle()
        assert screen.player.iteration == held
        await player.press("escape")
        await player.until(lambda: screen.player.iteration > held)
