"""Runs that the player keeps: listed with their ends, brought back, forgotten."""

from __future__ import annotations

from pathlib import Path

from tests.tui.match.test_lab import tried
from tests.tui.story import Player, playing, write


async def chosen_run(player: Player, *keys: str) -> None:
    """Press keys in the list, and wait for the run that is wanted."""
    await player.press(*keys)
    await player.until(lambda: player.match.bench.settled)
    await player.settle()


async def test_a_run_is_kept_listed_and_brought_back_with_the_one_before_dotted(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        await player.press("K")
        own = player.match.replay.error(60)
        assert player.says("Runs final error", "Your score stays as it is.", "Try something first: e or r.")
        assert player.says(f"▸ the match {own:.4f} this")
        await tried(player, "r")
        second = player.match.replay.error(60)
        await player.press("down")
        assert player.says("▸ keep seed 2")
        await player.press("enter")
        assert player.says(f"the match {own:.4f} dotted", f"▸ seed 2 {second:.4f} this")
        assert player.says("Kept until you leave the match.")
        await player.press("K")
        await tried(player, "r")
        await player.press("K")
        assert player.says("▸ keep seed 3", f"seed 2 {second:.4f} dotted")
        await chosen_run(player, "up", "enter")
        assert player.says("trying seed 2", f"▸ seed 2 {second:.4f} this", f"the match {own:.4f}")
        assert "dotted: seed 3" in player.part("#error")
        assert player.says("you +96"), "the score stays"
        await chosen_run(player, "up", "delete", "enter")
        assert player.says(f"▸ the match {own:.4f} this", f"seed 2 {second:.4f} dotted")
        await player.press("down", "delete")
        assert not player.says("seed 2 0."), "it is no longer kept"
        assert "dotted: seed 2" in player.part("#error"), "and still in sight"


async def test_a_tenth_run_is_told_that_there_is_no_room(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        for _ in range(9):
            await tried(player, "r")
            for key in ("K", "enter", "K"):
                await player.press(key)
        await tried(player, "r")
        await player.press("K")
        assert player.says("Full: Delete makes room.")
        for key in ("enter", "up", "delete", "enter"):
            await player.press(key)
        assert player.says("▸ seed 11")
