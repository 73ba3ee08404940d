"""Caps Lock, keyboards of other scripts, and terminals that keep some keys for themselves."""

from __future__ import annotations

from pathlib import Path

from textual.command import CommandPalette

from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.shell.ask import WhoScreen
from tests.tui.story import playing, unchanged, write


async def test_with_caps_lock_a_letter_means_what_it_always_does(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("Y")
        await player.until(lambda: isinstance(player.app.screen, WhoScreen))
        await player.press("Y", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.train()
        await player.press("P")
        await player.until(lambda: player.match.reads)


async def test_letters_of_another_script_are_told_apart_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        for key in ("к", "К", "ρ", "ctrl+й"):
            await player.press(key)
            await player.until(lambda: player.text.count("The game's keys are") == 1)


async def test_a_capital_that_has_a_meaning_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        with unchanged(player):  # the puzzle's own run is there already; `r` would begin another one
            await player.press("R")


async def test_other_keys_stand_in_for_those_that_a_terminal_may_keep(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("greater_than_sign")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.press("less_than_sign")
        await player.until(lambda: player.match.iteration == 0)
        await player.press("colon")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        await player.press("escape", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.press("ctrl+d")
        await player.until(lambda: player.app.return_code == 0)
