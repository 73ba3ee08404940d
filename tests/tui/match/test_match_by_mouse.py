"""A match played by mouse alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write


def ends_of_scale(player: Player) -> tuple[int, int, int]:
    """The columns of 0 and 1 on the scale, and its row."""
    first, row = player.find("├", last=True)
    last, _ = player.find("┤ 1")
    return first, last, row


async def point_at(player: Player, share: float) -> None:
    """Click on the scale, this far from 0 to 1."""
    first, last, row = ends_of_scale(player)
    await player.pilot.click(offset=(first + round(share * (last - first)), row))


@pytest.mark.everyday
async def test_a_whole_match_by_mouse() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.click("Enter play")
        await player.until(lambda: not isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: player.match.recording.complete)
        await player.settle()
        await point_at(player, 1.0)
        assert player.match.match.guess == 1
        await player.click("done", last=True)
        assert player.phase is Phase.TRAIN
        await player.click("▸|")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.part("#words").startswith("You both got it: it is 1. you +100 · neuron +100")
        before = player.match
        while player.says("more lines"):
            await player.click("read on")
        await player.click("next")
        await player.until(lambda: player.app.screen is not before)
        assert player.match.puzzle.title == "Ask it more"


async def test_a_click_on_the_scale_puts_the_guess_there(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(140, 40)) as player:
        await player.play()
        for share in (0.0, 0.25, 0.5, 0.8, 1.0):
            await point_at(player, share)
            guess = player.match.match.guess
            assert guess is not None
            first, last, _ = ends_of_scale(player)
            assert abs(float(guess) - share) <= 0.5 / (last - first) + 0.005
            assert player.find("▲")[0] == first + round(share * (last - first))
        assert player.phase is Phase.GUESS


@pytest.mark.slow
async def test_the_guess_can_be_dragged_even_beyond_the_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        first, last, row = ends_of_scale(player)
        await player.pilot.mouse_down(offset=((first + last) // 2, row))
        middle = player.match.match.guess
        assert middle is not None
        assert abs(middle - Fraction(1, 2)) <= Fraction(1, 100)
        await player.pilot.hover(offset=(last - 4, row - 3))
        halfway = player.match.match.guess
        assert halfway is not None
        assert Fraction(8, 10) < halfway < 1
        await player.pilot.hover(offset=(last + 2, row))
        assert player.match.match.guess == 1
        await player.pilot.mouse_up(offset=(last + 2, row))
        await player.pilot.hover(offset=(first, row))
        assert player.match.match.guess == 1, "let go, it stays where it is"


@pytest.mark.slow
async def test_once_the_guess_stands_the_scale_takes_no_other(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train("1", "1")
        await point_at(player, 0.0)
        assert player.match.match.guess == 1


async def test_a_click_on_a_row_shows_it_in_the_neuron(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.click(" 2 ■")
        assert player.match.selected == 1
        assert [glyph for glyph in player.part("#neuron") if glyph in "■□"] == ["■", "■", "■"]
        await player.click("???")
        assert player.match.selected == 4


@pytest.mark.slow
async def test_the_buttons_play_step_and_jump(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=60)
    async with playing(tmp_path) as player:
        await player.train()
        await player.click(" ▸ ")
        assert player.match.iteration == 1
        await player.click(" ▸ ")
        assert player.match.iteration == 2
        await player.click(" ◂ ")
        assert player.match.iteration == 1
        await player.click("|◂")
        assert player.match.iteration == 0
        await player.click("►")
        assert player.match.player.playhead.playing
        await player.click("▮▮")
        assert not player.match.player.playhead.playing
        await player.click("▸|")
        await player.until(lambda: player.phase is Phase.VERDICT)


async def test_a_click_or_a_drag_on_the_timeline_goes_there(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=60)
    async with playing(tmp_path) as player:
        await player.train()
        row = player.find("|◂")[1] - 1
        await player.pilot.click(offset=(40, row))
        middle = player.match.iteration
        assert 5 <= middle <= 9  # half of the way on the log scale: the square root of 61, less 1
        assert player.find("┃") == (40, row)
        await player.pilot.mouse_down(offset=(40, row))
        await player.pilot.hover(offset=(60, row))
        assert player.match.iteration > middle
        assert not player.match.player.playhead.playing
        await player.pilot.hover(offset=(0, row))
        assert player.match.iteration == 0
        await player.pilot.mouse_up(offset=(0, row))
        assert player.phase is Phase.TRAIN


@pytest.mark.slow
async def test_while_the_neuron_sleeps_its_timeline_and_buttons_do_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        for column in (4, 8, 79):
            await player.pilot.click(offset=(column, 22))
        assert (player.match.iteration, player.phase) == (0, Phase.LOOK)


@pytest.mark.slow
async def test_keys_on_the_key_line_can_be_clicked_each_by_itself(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        bottom = player.lines[-1]
        await player.pilot.click(offset=(bottom.index("01") + 1, 23))
        assert player.match.match.guess == Fraction(9, 10)
        await player.pilot.click(offset=(player.lines[-1].index("01"), 23))
        assert player.match.match.guess == Fraction(1, 10)
        await player.pilot.click(offset=(player.lines[-1].index("←→") + 1, 23))
        assert player.match.match.guess == Fraction(15, 100)
        await player.pilot.click(offset=(player.lines[-1].index("back"), 23))
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
