"""A click that is answered after its line has gone does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.events import Click
from textual.widgets import OptionList

from neuron_tui.tui.kit.glyphs import SELECTED
from tests.tui.story import playing, write


@pytest.mark.parametrize("keys", ["ctrl+p", "slash"])
async def test_a_click_on_a_line_that_has_gone_does_nothing(keys: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press(keys)
        options = player.app.screen.query_one(OptionList)
        there = Style(meta={"option": options.option_count - 1})
        options.post_message(Click(options, 1, 1, 0, 0, 1, False, False, False, style=there))
        options.clear_options()  # as a letter typed at the same moment does
        await player.settle()
        assert player.app.is_running
        await player.press("escape", "escape")
        assert player.home.is_current


@pytest.mark.parametrize("keys", [(), ("ctrl+p",), ("slash", "u")])
async def test_the_chosen_line_has_a_mark_that_needs_no_colour(keys: tuple[str, ...], tmp_path: Path) -> None:
    for title in ("Quick one", "Quick two", "Quick three"):
        write(tmp_path, f"{title[6:]}.yaml", title)
    async with playing(tmp_path) as player:
        await player.press(*keys)
        seen = []
        for key in ("home", "down"):
            await player.press(key)
            (marked,) = [line for line in player.lines if SELECTED in line]
            seen.append(marked)
        assert seen[0] != seen[1]
