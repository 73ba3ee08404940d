"""The verdict and the training come with short moves, which no key waits for."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.match.match import Phase
from tests.tui.story import playing, write


@pytest.mark.everyday
async def test_what_moved_ends_where_it_stands_at_once_without_moves(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        training = player.text
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        verdict = player.text
    async with playing(tmp_path, moving=True) as player:
        await player.train()
        await player.until(lambda: player.text == training)
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT and player.text == verdict)


async def test_no_key_waits_for_a_move(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, moving=True) as player:
        await player.verdict()
        await player.press("p")
        assert player.part("#neuron"), "the pictures are there while the words would still come"
        await player.press("p", "escape")
        assert player.home


async def test_nobody_has_read_the_end_of_what_has_just_come(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(160, 50)) as player:
        await player.train()
        assert not player.match.speech.has_more
        player.match.reading = True
        assert player.match.speech.has_more, "Enter in this very instant goes nowhere"
        await player.settle()
        assert not player.match.speech.has_more
