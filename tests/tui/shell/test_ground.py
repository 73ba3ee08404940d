"""The terminal's background: its answer is found among the keys, and only a theme nobody chose follows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.tui.shell.ground import GroundTold, Sieve, is_light
from tests.tui.story import playing, write

ANSWERS = [f"\x1b]11;{told}" for told in ("rgb:ffff/ffff/ffff\x07", "rgb:ff/fd/f6\x1b\\", "rgba:f/f/f/8\x07")]
KEYS = st.sampled_from(["", "1", "\x1b[A", "\x1bOP", "\x1b[200~]11;\x1b[201~", "]11;rgb:", "\x1b"])


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:fd/f6/e3", True),
        ("rgb:0000/0000/0000", False),
        ("rgb:0/2b/36", False),
        ("rgba:1e1e/1e1e/2e2e/ffff", False),
        ("?", None),
        ("red", None),
    ],
)
def test_a_colour_is_light_or_dark(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


@given(KEYS, st.sampled_from(ANSWERS), KEYS.filter(lambda keys: keys != "\x1b"), st.data())
def test_an_answer_in_pieces_is_found_and_every_key_stays(
    before: str, answer: str, after: str, data: st.DataObject
) -> None:
    told: list[bool] = []
    sieve = Sieve(told.append)
    sent = before + answer + after
    cut = data.draw(st.integers(0, len(sent)).filter(lambda at: at != len(before) + 1))  # Escape is a key
    assert sieve(sent[:cut]) + sieve(sent[cut:]) == before + after
    assert told == [True]


def test_what_is_no_answer_comes_through(tmp_path: Path) -> None:
    sieve = Sieve(lambda _: pytest.fail("nothing was told"))
    for typed in ("\x1b", "]", "1", "\x1b]2;title\x07", "\x1b]1", "x", "\x1b]11;" + "y" * 60, "z"):
        sieve(typed)
    assert sieve("left") == "left"


@pytest.mark.everyday
async def test_a_light_terminal_begins_by_day_but_no_theme_that_was_chosen_changes(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        player.app.post_message(GroundTold(light=False))
        await player.settle()
        assert player.app.theme == "night"
        player.app.post_message(GroundTold(light=True))
        await player.settle()
        assert (player.app.theme, player.app.settings.theme) == ("day", "")
        await player.press("f2")
        player.app.post_message(GroundTold(light=True))
        await player.settle()
        assert (player.app.theme, player.app.settings.theme) == ("night", "night")
