"""A puzzle is sent on as a code, and the result card of a puzzle that others lack has it."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.code import puzzle_of_code
from tests.tui.story import playing, write


async def test_a_code_is_sent_and_the_result_card_carries_it(tmp_path: Path) -> None:
    write(tmp_path, "quick.yaml")
    async with playing(tmp_path, source="own") as player:
        await player.play()
        await player.press("S")
        sent = player.app.clipboard
        code = sent.removeprefix("neuron-tui play ")
        assert content_of(puzzle_of_code(code)) == content_of(player.match.puzzle)
        await player.press("1", "enter", "end")
        await player.until(lambda: player.match.solved)
        await player.press("s")
        assert player.app.clipboard.startswith("neuron-tui: ")
        assert player.app.clipboard.endswith(sent)
        assert "Sent to the clipboard: your result card." in player.text
