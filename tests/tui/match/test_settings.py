"""What is set in one match holds in the next one, and in the next game."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.settings import Settings
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write


def decimals(player: Player) -> int:
    """How many decimals the weights have in the neuron's panel."""
    return max(len(word.partition(".")[2]) for word in player.part("#neuron").split())


async def test_speed_decimals_and_axis_are_remembered(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=1_000)
    async with playing(tmp_path, size=(120, 40)) as player:
        await player.pictures()
        few = decimals(player)
        await player.press("f", "l", "plus", "plus", "f2")
        assert decimals(player) > few
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.pictures()
        assert decimals(player) > few
        assert player.says("\u00d74")
        assert "0 200 400 600 800 1k" in player.part("#error")
        settings = player.app.settings
        assert settings == Settings(theme="day", speed=2, exact=True, linear=True)
    async with playing(tmp_path, size=(120, 40), settings=settings) as player:
        await player.pictures()
        assert decimals(player) > few
        assert player.says("\u00d74")
        await player.press("f", "l")
        assert decimals(player) == few
        assert player.app.settings == Settings(theme="day", speed=2)


async def test_where_every_iteration_takes_a_key_the_next_training_moves_by_itself(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press(*["minus"] * 4)
        assert player.says("1 a key")
        assert player.app.settings == Settings(speed=-3)


async def test_all_panels_are_remembered() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.train()
        await player.press("f8")
        settings = player.app.settings
    async with playing(bundled_puzzles(), settings=settings) as player:
        await player.train()
        assert player.says("S-curve")
