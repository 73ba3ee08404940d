"""Every key of a match with hidden neurons, in every view that it has: nothing breaks and no line is cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from neuron_tui.game.match.match import Phase
from neuron_tui.tui.match.screen import MatchScreen
from tests.tui.story import Player, playing

HOOKED = """\
title: Stairs
inputs: [up, middle, down]
examples: [0 0 1 -> 0, 0 1 1 -> 1, 1 0 1 -> 1, 1 1 1 -> 0]
questions: [1 1 0 -> 0]
hint: [Look at two columns.]
neuron: {{hidden: {hidden}, threshold: {threshold}, iterations: 40}}
"""
LEADS_AWAY = {"escape", "a", "ctrl+q"}
"""Home, to another match, or out of the game."""
WITH_ENTER = ("c", "v", "w", "e", "b")
INSIDE = ("m", *WITH_ENTER)
"""What opens in the match and has keys of its own; among them Enter, but for the microscope."""
MOST_OPEN = 4
"""No more dialogs or panels lie one over the other."""
VIEWS = ("", *INSIDE, "z", "tab")
FEW = [("80x24", 4, "false")]
MANY = [("80x24", 1, "false"), ("80x24", 16, "true"), ("120x40", 4, "false"), ("120x40", 16, "true")]


def keys_of(player: Player) -> list[str]:
    """All keys that do something now, in the match or in what is open in it; Enter last."""
    found = {key for key, active in player.app.screen.active_bindings.items() if active.enabled}
    return sorted(found - LEADS_AWAY, key=lambda key: (key == "enter", key))


def whole(player: Player) -> bool:
    """Whether every line is as wide as the screen."""
    return {wcswidth(line) for line in player.lines} == {player.app.size.width}


def opened(player: Player) -> tuple[object, object]:
    """What is open in the match: a view or a panel that is zoomed, and what stands in place of the words."""
    return type(player.match.maximized), type(player.match.column.aside)


async def close_all(player: Player) -> None:
    """The match as it is, with the puzzle's own run in front."""
    for _ in range(MOST_OPEN):
        if player.match.maximized is not None or player.match.column.aside is not None:
            await player.press("escape")
    assert player.match.maximized is None
    assert player.match.column.aside is None
    await player.press("R")
    await player.until(lambda: player.match.bench.settled)
    await player.settle()


async def press_all(player: Player, view: str) -> set[str]:
    """Every key there is in a view, which is opened anew where a key closed it; returns which there were."""
    screen, pressed = player.match, set[str]()
    await player.press(*filter(None, [view]))
    there = opened(player)
    while keys := [key for key in keys_of(player) if key not in pressed]:
        pressed.add(keys[0])
        if keys[0] == "enter" and view not in WITH_ENTER:
            continue  # it confirms the guess, or goes on to another match
        await player.press(keys[0])
        assert whole(player), f"{keys[0]} in {view or 'the match'}:\n{player.text}"
        for _ in range(MOST_OPEN):
            if player.app.screen is not screen and screen in player.app.screen_stack:
                await player.press("escape")
                assert whole(player), f"{keys[0]} in {view or 'the match'}:\n{player.text}"
        await player.until(lambda: player.app.screen is screen)  # the palette takes a moment to close
        if view and opened(player) != there:
            await close_all(player)
            await player.press(view)
            assert opened(player) == there, f"{view} after {keys[0]}:\n{player.text}"
    return pressed


@pytest.mark.slow
@pytest.mark.parametrize(("size", "hidden", "threshold"), MANY)
async def test_every_key_in_every_view(size: str, hidden: int, threshold: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HOOKED.format(hidden=hidden, threshold=threshold))
    width, height = map(int, size.split("x"))
    async with playing(tmp_path, size=(width, height)) as player:
        await player.play()
        assert {"0", "1", "h"} <= await press_all(player, "")
        await player.press("1", "enter", "space", "home")
        assert player.phase is Phase.TRAIN
        assert {"space", "full_stop", *INSIDE, "o", "r", "z"} <= await press_all(player, "")
        await close_all(player)
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        for view in VIEWS:
            await press_all(player, view)
            await close_all(player)
        assert player.phase is Phase.VERDICT


@pytest.mark.parametrize(("size", "hidden", "threshold"), FEW)
async def test_what_is_opened_in_the_match_fits_and_closes(
    size: str, hidden: int, threshold: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(HOOKED.format(hidden=hidden, threshold=threshold))
    width, height = map(int, size.split("x"))
    async with playing(tmp_path, size=(width, height)) as player:
        await player.verdict()
        before = player.text
        for view in (*INSIDE, "z"):
            await player.press(view)
            assert player.text != before, f"{view} opens something"
            assert whole(player)
            await close_all(player)
        assert isinstance(player.app.screen, MatchScreen)
