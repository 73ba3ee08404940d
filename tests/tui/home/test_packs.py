"""Home with packs: all in one list, or one of them as the whole course."""

from __future__ import annotations

from pathlib import Path

from textual.command import CommandPalette

from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write


async def choose(player: Player, typed: str, offered: str) -> None:
    """Find it in the command palette, and choose it there."""
    await player.press("ctrl+p")
    await player.until(lambda: isinstance(player.app.screen, CommandPalette))
    await player.press(*typed)
    await player.until(lambda: player.says(offered))
    await player.press("down", "enter")
    await player.until(lambda: isinstance(player.app.screen, HomeScreen))


async def test_one_pack_is_the_whole_course_with_its_own_continue_and_end(tmp_path: Path) -> None:
    write(tmp_path, "mine/own.yaml", "My own")
    write(tmp_path, "class-9/first/lamp.yaml", "The lamp", iterations=61)
    write(tmp_path, "class-9/second/bell.yaml", "The bell", iterations=62)
    (tmp_path / "class-9/pack.yaml").write_text(
        "title: '[b]Class 9'\nabout: Ten minutes.\nauthor: A. Teacher\n"
    )
    write(tmp_path, "class-9/second/notes.yaml.txt")
    async with playing(tmp_path, size=(200, 30), journal=tmp_path / "journal", source="own") as player:
        await player.until(lambda: player.says("rename it to notes.yaml.", "Mine"))
        assert "── [b]Class 9 ──" in player.text
        await choose(player, "onlyclass", "Only (b)Class 9")
        await player.until(lambda: player.says("▸ The lamp") and not player.says("Mine"))
        assert player.part("#choice").startswith("[b]Class 9 First")
        await player.until(lambda: player.says("1. First · 1 of 1", "All others are hidden."))
        await player.verdict()
        await player.press("escape")
        await player.until(lambda: player.says("Continue: The bell", "Ten minutes.", "by A. Teacher"))
        await player.press("down")
        await player.verdict()
        await player.press("enter")
        await player.until(lambda: player.says("That was the last puzzle of [b]Class 9."))
        assert player.app.settings.pack == "class-9"
        await choose(player, "allpuz", "those of every pack")
        await player.until(lambda: player.says("Continue: My own"))
        assert player.app.settings.pack == ""
