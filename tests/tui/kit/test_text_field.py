"""Whatever is pasted into a line comes in as one line of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from tests.tui.story import playing, write


@pytest.mark.parametrize("key", ["slash", "f3", "f4", "ctrl+p"])
async def test_control_characters_that_are_pasted_do_not_reach_the_terminal(key: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press(key)
        await player.until(lambda: isinstance(player.app.focused, Input))
        await player.press("shift+home")
        player.app.screen.post_message(Paste("qu\x1b[31m\x00ick\nand more"))
        await player.settle()
        field = player.app.screen.query_one(Input)
        assert field.value == "qu[31mick and more"
        await player.press("shift+home")
        player.app.screen.post_message(Paste("Quick\r\n"))
        await player.settle()
        assert field.value == "Quick"
