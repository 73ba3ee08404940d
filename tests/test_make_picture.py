"""The README's moving picture is what the game's screen shows, frame by frame."""

from __future__ import annotations

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[1] / "docs" / "make_picture.py"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that makes it."""
    spec = importlib.util.spec_from_file_location("make_picture", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "make_picture", module)
    spec.loader.exec_module(module)
    return module


def seen(picture: ET.Element, percent: float | None) -> str:
    """The words that are visible after so much of the time; None where nothing moves."""
    style, shown = picture.findtext(f"{SVG}style") or "", []
    for group in picture.iter(f"{SVG}g"):
        _, name, *still = group.get("class", "").split()
        visible = bool(still)
        if percent is not None:
            rule = style.partition(f"@keyframes {name} ")[2].partition("\n")[0]
            moments = re.findall(r"([\d.]+)% { visibility: (\w+) }", rule)
            visible = [state for moment, state in moments if float(moment) <= percent][-1] == "visible"
        shown += [text.text or "" for text in group.iter(f"{SVG}text")] * visible
    return " ".join(shown)


@pytest.mark.slow
async def test_every_frame_is_seen_at_its_time_and_one_where_nothing_moves(maker: ModuleType) -> None:
    async with maker.game().run_test(size=maker.SIZE) as pilot:
        frames = [await maker.seen(pilot, 2.0), await maker.seen(pilot, 6.0, "1")]
    picture = ET.fromstring(maker.moving(frames, still=1))
    look, guess = seen(picture, 24), seen(picture, 26)
    assert "press 0 or 1" in look
    assert "you 0.90" not in look
    assert "you 0.90" in guess
    assert "press 0 or 1" not in guess
    assert seen(picture, None) == guess
