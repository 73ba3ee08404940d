"""A picture paints what it was given last, also while nobody saw it."""

from __future__ import annotations

from pathlib import Path

from textual.containers import Vertical

from neuron_tui.tui.kit.painted import Canvas
from tests.tui.story import playing


async def test_a_picture_that_was_hidden_shows_what_came_meanwhile(tmp_path: Path) -> None:
    async with playing(tmp_path) as player:
        picture = Canvas(lambda text, *_: [((text, "text"),)], "before", id="picture")
        picture.styles.height = 1
        around = Vertical(picture)
        await player.app.screen.mount(around)
        await player.settle()
        assert player.part("#picture") == "before"
        around.display = False
        await player.settle()
        picture.show("meanwhile")
        around.display = True
        await player.settle()
        assert player.part("#picture") == "meanwhile"
