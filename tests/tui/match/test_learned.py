"""What did it learn? The view opened in a match."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.story import playing, write


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_v_says_what_it_learned_and_escape_goes_back(size: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=2_000)
    async with playing(tmp_path, size=size) as player:
        await player.verdict()
        await player.press("v")
        assert player.says("What did it learn?", "pushes strongly towards 1", "all 8 rows there can be")
        assert player.says("It has all 4 examples right, and the question.", "question 1 ✓")
        await player.press("escape")
        assert not player.says("What did it learn?")
        assert player.says("The rule The output copies"), "the verdict is back"


async def test_the_answer_is_not_given_away_before_the_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("v")
        assert not player.says("What did it learn?"), "the neuron is asleep"
        await player.press("1", "enter", "space", "v")
        assert player.says("question ???")
        await player.press("end")
        await player.until(lambda: player.says("question 1 ✓"))


async def test_a_row_chosen_there_is_selected_in_the_table(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("v")
        await player.press("up", "up", "enter", "escape")
        assert player.match.selected == 2


@pytest.mark.slow
async def test_it_follows_another_run_even_one_that_was_told_the_question(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "full_stop", "full_stop", "b")
        await player.press(*["down"] * 5, "right")
        await player.press("escape", "v")
        assert player.says("of 5 examples")
        assert not player.says("question")
        await player.press("home")
        assert player.says("of 4 examples", "question 1"), "before the branch"
