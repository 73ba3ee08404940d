"""A click that is answered after its line has gone does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.events import Click
from textual.widgets import OptionList

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
