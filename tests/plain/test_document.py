"""The page about it shows what is really said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plain.conftest import Play

PAGE = (Path(__file__).parents[2] / "docs" / "plain.md").read_text(encoding="utf-8")
TABLE, MATCH, RACE, GAME = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(
    ("shown", "command", "what", "seed"),
    [
        (TABLE, "play", "leftmost", ()),
        (MATCH, "play", "leftmost", ()),
        (RACE, "race", "type-1", ("--seed", "3")),
        (GAME, "arcade", "catch", ("--seed", "1")),
    ],
)
def test_its_examples_are_what_is_said(
    shown: str, command: str, what: str, seed: tuple[str, ...], play: Play
) -> None:
    lines = shown.splitlines()
    typed = [line.removeprefix(">").strip() for line in lines if line.startswith(">")]
    heard = play(*typed, puzzle=what, options=seed, command=command)
    assert "\n".join(line for line in lines if not line.startswith(">")) in "\n".join(heard.lines)
