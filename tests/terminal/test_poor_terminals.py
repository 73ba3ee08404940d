"""Where neither the encoding nor the colours are what the game would like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal
from tests.terminal.test_driver import COMMAND

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


def test_commands_print_ascii_on_a_terminal_without_utf_8_and_all_to_a_file(
    start: Start, tmp_path: Path
) -> None:
    terminal = start("atlas", **POOR)
    assert terminal.wait_for_exit() == 0
    assert "########- ####" in terminal.text()
    assert terminal.text().isascii()
    file = tmp_path / "atlas.txt"
    with Terminal(["/bin/sh", "-c", f"{COMMAND} atlas > {file}"], env=POOR) as shell:
        assert shell.wait_for_exit() == 0
    assert "\u2588\u2588\u00b7 " in file.read_text(encoding="utf-8")
