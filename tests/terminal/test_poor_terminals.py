"""Where neither the encoding nor the colours are what the game would like."""

from __future__ import annotations

import re

import pytest

from tests.terminal.conftest import Start

pytestmark = pytest.mark.slow

POOR = {
    "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TERM": "xterm-16color", "COLORTERM": "",
}  # fmt: skip


def test_without_utf_8_a_match_is_drawn_in_ascii_with_no_glyph_lost(start: Start) -> None:
    game = start("play", "leftmost-column", **POOR)
    game.wait_for("press 0 or 1")
    game.wait_for("1 .      .        #       0")
    assert "?" not in re.sub(r"\?\?\?|\w\?|\? all", "", game.text())
    game.press("1", "enter", "end")
    game.wait_for("you +96 - neuron +100")
    assert game.text().isascii()
    zero, one = game.find("0 |---"), game.find("@ 1")
    ground = game.colours(0, 0)[1]
    assert len({ground, game.colours(*zero)[0], game.colours(one[0] + 2, one[1])[0]}) == 3
