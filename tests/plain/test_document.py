"""The page about it shows what is really said."""

from __future__ import annotations

import re
from pathlib import Path

from tests.plain.conftest import Play

PAGE = (Path(__file__).parents[2] / "docs" / "plain.md").read_text(encoding="utf-8")


def test_its_example_is_what_is_said(play: Play) -> None:
    table, match = (block.splitlines() for block in re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL))
    typed = [line.removeprefix(">").strip() for line in match if line.startswith(">")]
    heard = "\n".join(play(*typed, puzzle="leftmost").lines)
    assert "\n".join(table) in heard
    assert "\n".join(line for line in match if not line.startswith(">")) in heard
