"""The page around the game: what is written there is as easy to see as what is written in the game."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.theme import Theme

from neuron_tui.cli.serve import server
from neuron_tui.tui.themes import DAY, NIGHT

STYLE = (Path(server.__file__).parent / "page" / "page.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(("theme", "block"), [(NIGHT, 0), (DAY, 1)], ids=["night", "day"])
def test_the_page_has_the_colours_of_the_game(theme: Theme, block: int) -> None:
    """The contrast of these is in the tests of the themes."""
    found = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[block]
    of = theme.variables
    assert dict(re.findall(r"--(\w+): (\S+);", found)) == {
        "back": theme.background,
        "field": theme.panel,
        "text": theme.foreground,
        "edge": of["line"],
        "quiet": of["muted"],
        "mark": of["mark"],
        "note": of["towards-one"],
    }
