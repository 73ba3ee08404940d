"""The microscope over a match: opened, walked through, closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.story import playing, write


async def test_at_the_verdict_it_shows_the_first_iteration_and_closing_it_brings_back_where_one_was(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        read = player.part("#speech")
        await player.press("m")
        await player.until(lambda: player.says("+ adjustment = new weight"))
        assert player.match.iteration == 0
        assert player.says("left −0.1660"), "the article's first weight, with four decimals"
        await player.press("f")
        assert not player.match.exact, "nothing here has more decimals"
        await player.press("down", "down", "right")
        assert player.says("The output of row 3, its answer: the S-curve")
        assert player.match.selected == 2
        await player.press("escape")
        assert player.match.selected == 2
        assert not player.says("+ adjustment")
        assert player.match.iteration == 60
        assert player.part("#speech") == read
        await player.press("m", "full_stop", "m")
        assert player.match.iteration == 1, "where the player went"


@pytest.mark.slow
async def test_the_timeline_s_keys_work_under_the_microscope(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("m")
        await player.until(lambda: player.says("= new weight"))
        await player.press("up", "full_stop", "full_stop", "comma")
        assert player.match.iteration == 1
        await player.press("end")
        await player.until(lambda: player.match.iteration == 60)
        await player.press("home", "end")
        before = player.part("Microscope")
        await player.press("home", "end")
        assert player.part("Microscope") == before
