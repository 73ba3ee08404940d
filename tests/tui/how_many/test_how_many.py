"""How many do you need: opened from a match of hidden neurons, live, and left at any moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.tui.how_many.screen import HowManyScreen
from neuron_tui.tui.match.screen import MatchScreen
from tests.tui.story import Player, playing, write

pytestmark = pytest.mark.slow

XOR = """\
title: Stairs
inputs: [up, down]
output: light
examples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1, 1 1 -> 0]
questions: [1 1 -> 0]
neuron: {{hidden: 3, threshold: true, iterations: {iterations}}}
"""


def stairs(folder: Path, iterations: int = 300) -> None:
    (folder / "a.yaml").write_text(XOR.format(iterations=iterations))


async def opened(player: Player) -> HowManyScreen:
    """From a match to the screen."""
    await player.press("u")
    await player.until(lambda: isinstance(player.app.screen, HowManyScreen))
    await player.settle()
    screen = player.app.screen
    assert isinstance(screen, HowManyScreen)
    return screen


async def learning(player: Player, screen: HowManyScreen) -> None:
    """Until the first iterations are done."""
    await player.until(lambda: screen.many.iteration > 0)


@pytest.mark.parametrize("size", [(80, 24)])
async def test_it_learns_live_and_then_says_what_it_means(tmp_path: Path, size: tuple[int, int]) -> None:
    stairs(tmp_path)
    async with playing(tmp_path, size=size) as player:
        await player.verdict("0")
        screen = await opened(player)
        await player.until(lambda: screen.many.complete)
        await player.settle()
        bars = player.part("#bars")
        assert "iteration 300 of 300" in bars
        for one in screen.many.success_counts():
            name = f"{one.hidden} hidden" if one.hidden else "one alone"
            assert name in bars
            assert f"{one.successful} of 100" in bars
        assert "\u25b8 3 hidden" in bars, "the puzzle's own number is marked"
        assert "This puzzle has 3 hidden neurons" in player.part("#meaning")


async def test_left_in_the_middle_it_stops_and_the_match_is_as_it_was(tmp_path: Path) -> None:
    stairs(tmp_path, iterations=5_000)
    async with playing(tmp_path) as player:
        await player.verdict("0")
        told, tape = player.text, player.match.recording.tape.tobytes()
        for key in ("escape", "u"):
            screen = await opened(player)
            await learning(player, screen)
            await player.press(key)
            stopped_at = screen.many.iteration
            await player.settle()
            assert screen.many.iteration == stopped_at < 5_000
            assert player.text == told
        assert player.match.recording.tape.tobytes() == tape


async def test_other_starts_begin_anew_with_the_next_hundred(tmp_path: Path) -> None:
    stairs(tmp_path, iterations=50)
    async with playing(tmp_path) as player:
        await player.verdict("0")
        screen = await opened(player)
        assert player.says("seeds 1 to 100")
        await player.click("other starts")
        await player.until(lambda: screen.many.complete)
        await player.settle()
        assert player.says("seeds 101 to 200")


async def test_one_neuron_alone_has_no_such_key_and_a_guess_comes_first(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("u")
        assert isinstance(player.app.screen, MatchScreen)
    stairs(tmp_path)
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("u")
        assert isinstance(player.app.screen, MatchScreen)


async def test_the_command_palette_opens_it_too(tmp_path: Path) -> None:
    stairs(tmp_path)
    async with playing(tmp_path) as player:
        await player.verdict("0")
        await player.press("ctrl+p")
        await player.press(*"how many")
        await player.until(lambda: "How many hidden neurons it needs" in player.text)
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, HowManyScreen))


async def test_help_tells_what_is_seen(tmp_path: Path) -> None:
    stairs(tmp_path)
    async with playing(tmp_path) as player:
        await player.verdict("0")
        await opened(player)
        await player.press("question_mark", "pagedown")
        assert player.says("A start is lucky")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_how_many_do_you_need_looks_as_accepted(
    tmp_path: Path, size: tuple[int, int], looks_as_accepted: Callable[[Player, str], None]
) -> None:
    [file] = (bundled_puzzles() / "8-hooked-together").glob("*stairs-by-moonlight.yaml")
    text = file.read_text(encoding="utf-8")
    (tmp_path / file.name).write_text(
        text.replace("hidden: 3", "hidden: 3, iterations: 300").replace("pause: 3000", "pause: 30")
    )
    async with playing(tmp_path, size=size) as player:
        await player.verdict()
        screen = await opened(player)
        await player.until(lambda: screen.many.complete)
        await player.settle()
        looks_as_accepted(player, f"how-many-{size[0]}x{size[1]}")
