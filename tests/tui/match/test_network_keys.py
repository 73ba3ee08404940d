"""All that can be opened in a match with hidden neurons: no line is cut, and it closes again."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

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
INSIDE = ("m", "c", "v", "w", "e", "b")
"""What opens in the match and has keys of its own."""
MOST_OPEN = 4
"""No more dialogs or panels lie one over the other."""
SIZES = [("80x24", 1, "false"), ("80x24", 16, "true"), ("120x40", 4, "false")]


def whole(player: Player) -> bool:
    """Whether every line is as wide as the screen."""
    return {wcswidth(line) for line in player.lines} == {player.app.size.width}


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


@pytest.mark.parametrize(("size", "hidden", "threshold"), SIZES)
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
