"""A million neurons: measured live, and stopped when it is left."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from neuron_tui.neuron.throughput import COUNTS
from neuron_tui.tui.million.screen import MillionScreen
from tests.tui.story import playing, write


async def test_it_measures_up_to_a_million_and_says_what_that_means(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        ticks = count()
        screen = MillionScreen(lambda: float(next(ticks)))  # a second passes at every look: an iteration each
        player.app.push_screen(screen)
        await player.until(lambda: len(screen.measured) == len(COUNTS))
        await player.settle()
        # with a million side by side a million are adjusted in that second
        assert [speed for _, speed in screen.measured] == [float(many) for many in COUNTS]
        assert "Your computer adjusts 1.0 million neurons" in player.part("#result")
        assert "a human: 23.9 hours" in player.part("#result")
        assert "1.0 million" in player.part("#speed")


async def test_f7_on_home_opens_it_and_escape_leaves_it_in_the_middle(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f7")
        await player.until(lambda: isinstance(player.app.screen, MillionScreen))
        await player.press("escape")
        assert player.home
