"""Whatever is pasted into a line comes in as one line of text."""

from __future__ import annotations

from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from tests.tui.story import playing, write


async def test_control_characters_that_are_pasted_do_not_reach_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("slash")
        player.app.screen.post_message(Paste("qu\x1b[31m\x00ick\nand more"))
        await player.settle()
        field = player.app.screen.query_one(Input)
        assert field.value == "qu[31mick and more"
        await player.press("shift+home")
        player.app.screen.post_message(Paste("Quick\r\n"))
        await player.settle()
        assert field.value == "Quick"
        assert player.says("Quick")
