"""ASCII and calm: a whole match in both, and nothing of the program's own is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual._border import BORDER_CHARS
from textual.command import CommandPalette

import neuron_tui
from neuron_tui.ascii import ascii_like
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write

HERE = Path(neuron_tui.__file__).parent
NEVER_SHOWN = re.compile("[\ufff0-\ufffe\U0001f1e6-\U0001f1ff]")
"""Characters by which ranges and flags are found."""
WRITTEN = re.compile(r"[^\x00-\x7f]|\\u([0-9a-f]{4})")


def characters() -> set[str]:
    """Every character of the program, its puzzles and Textual's frames that is not in ASCII."""
    files = [*HERE.rglob("*.py"), *HERE.rglob("*.tcss"), *bundled_puzzles().rglob("*.y*ml")]
    texts = [str(BORDER_CHARS), *(path.read_text(encoding="utf-8") for path in files)]
    found = {match for text in texts for match in WRITTEN.finditer(text)}
    return {chr(int(match[1], 16)) if match[1] else match[0] for match in found}


def test_every_character_of_the_program_has_one_in_ascii() -> None:
    there = {character for character in characters() if unicodedata.category(character)[0] in "LNPSZ"}
    assert set("\u25a0\u2713\u2212\u2502\u2550\u00fc") <= there
    left = "".join(map(ascii_like, there - {"\u2028", "\u2029"}))
    assert NEVER_SHOWN.sub("", left).isascii()


@pytest.mark.everyday
async def test_a_match_in_ascii_and_calm(looks_as_accepted: Callable[[Player, str], None]) -> None:
    async with playing(bundled_puzzles(), ascii=True, calm=True) as player:
        await player.until(lambda: player.says("The mystery itch"))
        await player.settle()
        assert player.text.isascii()
        looks_as_accepted(player, "ascii-home-80x24")
        await player.play()
        assert player.says("press 0 or 1 - Left/Right in between", "Left/Right move")
        assert player.text.isascii()
        await player.press("1", "h", "enter")
        for jump in range(2, 11):
            at = player.match.iteration
            assert not player.match.player.playhead.playing
            assert player.text.isascii()
            if jump == 6:
                looks_as_accepted(player, "ascii-train-80x24")
            await player.press("space")
            assert player.match.iteration > at
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.says("it is 1", "you +96 - neuron +100")
        assert player.text.isascii()
        await player.press("question_mark")
        assert player.text.isascii()


async def test_ascii_and_calm_are_chosen_in_the_palette_and_remembered(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        before = player.text
        for name, about in (("ascii", "for fonts that"), ("calm", "nothing moves by itself")):
            await player.press("ctrl+p")
            await player.until(lambda: isinstance(player.app.screen, CommandPalette))
            await player.press(*name)
            await player.until(partial(player.says, about))
            await player.press("enter")
            await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.settle()
        assert player.text == ascii_like(before)
        assert (player.app.settings.glyphs, player.app.settings.calm) == ("ascii", True)
        player.app.turn_glyphs()
        await player.settle()
        assert player.text == before
        assert player.app.settings.glyphs == "", "as it was before"
