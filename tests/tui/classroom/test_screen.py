"""The class on the screen, as its teacher sees it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from neuron_tui.game.journal.journal import Journal
from tests.game.journal.answers import answer
from tests.tui.story import playing, write


async def test_from_the_scores_to_the_class_and_a_page_of_it(tmp_path: Path) -> None:
    write(tmp_path / "p" / "one", "a.yaml", "Apple", iterations=20)
    Journal(tmp_path / "journal.sqlite3").keep(
        [answer(name, "one/a") for name in ("Ann", "[b]Bob[/b]")]
        + [answer("Cleo", "one/a", guess=Fraction(0))]
    )
    async with playing(tmp_path / "p", journal=tmp_path / "journal.sqlite3") as player:
        await player.press("t")
        await player.until(lambda: player.says("C class"))
        await player.press("C")
        await player.until(
            lambda: player.says("3 pupils", "▸ [b]Bob[/b]", "[b]Bob[/b], 1.1 Apple: 1 of 1 right")
        )
        await player.press("down", "down")
        assert player.says("▸ Cleo", "Cleo, 1.1 Apple: 0 of 1 right, −300 points per question")
        await player.click("Ann ")
        assert player.says("▸ Ann", "Ann, 1.1 Apple: 1 of 1 right, +96 points per question")
        await player.press("enter", "enter", "enter")
        assert player.says("By points", "▸ Ann")
        await player.press("tab", "pagedown", "pagedown")
        await player.until(lambda: player.says("it takes ten answers to tell.", "▸ Ann"))
        await player.press("tab", "s")
        await player.until(lambda: player.says("Save the class as a page", "neuron-tui-class.html"))
        await player.press("escape", "escape")
        await player.until(lambda: player.says("Enter play"))


async def test_before_anybody_has_answered_anything_the_class_says_so(tmp_path: Path) -> None:
    write(tmp_path / "p", "a.yaml")
    async with playing(tmp_path / "p") as player:
        await player.press("C")
        await player.until(lambda: player.says("Nobody has answered anything here yet."))
        await player.press("enter", "down", "s", "escape")
        await player.until(lambda: player.says("Enter play"))
