"""Several neurons hooked together in a match: seen, put in words, and switched off one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.story import Player, playing

XOR = """\
title: Stairs
inputs: [up, down]
output: light
examples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1, 1 1 -> 0]
questions: [1 1 -> 0]
neuron: {hidden: 3, threshold: true, iterations: 2000}
"""


def right(player: Player) -> int:
    """How many rows of the table are marked as right."""
    return player.part("#examples").count("\u2713")


async def solved(player: Player) -> None:
    await player.verdict("0")
    assert right(player) == 4, "three hidden neurons learn exclusive or"


async def test_the_panel_shows_what_each_hidden_neuron_answers_and_the_words_say_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(XOR)
    async with playing(tmp_path, size=(100, 30)) as player:
        await solved(player)
        assert "hidden 1 says" in player.part("#words")
        await player.press("p")
        panel = player.part("#neuron")
        assert all(name in panel for name in ("up", "down", "threshold", "1\u25a1", "2\u25a1", "3\u25a1"))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_switched_off_one_by_one_they_show_what_they_are_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "a.yaml").write_text(XOR)
    async with playing(tmp_path, size=size) as player:
        await solved(player)
        told = player.match.recording.tape.tobytes()
        points = player.match.match.results()[0].neuron_points
        marks = []
        for hidden in (1, 2, 3):
            await player.press("o")
            assert player.says(f"without hidden {hidden}")
            marks.append(right(player))
        assert min(marks) < 4, "at least one of them is needed"
        await player.press("o")
        assert not player.says("without hidden")
        assert right(player) == 4
        assert player.match.recording.tape.tobytes() == told
        assert player.match.match.results()[0].neuron_points == points


@pytest.mark.everyday
async def test_a_click_switches_a_hidden_neuron_off(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(XOR)
    async with playing(tmp_path) as player:
        await solved(player)
        await player.press("p")
        await player.click("2\u25a1")
        assert player.says("without hidden 2")


async def test_its_program_its_words_and_its_weights_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(XOR)
    async with playing(tmp_path) as player:
        await solved(player)
        await player.press("c")
        assert player.says("weights_2 += dot(hidden.T, delta)")
        await player.press("c", "v")
        assert player.says("Hidden 1 says:")
        await player.press("v", "w")
        assert player.says("1\u2190up", "3\u2190down")
        await player.press("right")
        assert player.says("turn 1 of 1")


async def test_the_verdict_is_about_all_hidden_neurons_and_o_says_how_to_bring_them_back(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").write_text(XOR)
    async with playing(tmp_path) as player:
        await player.train("0")
        await player.press("o", "p")
        assert "o switches off the next one, and after the last one none" in player.part("#words")
        await player.press("end")
        await player.until(lambda: player.match.solved)
        await player.settle()
        assert not player.says("without hidden")
        assert "You both got it" in player.part("#words")
