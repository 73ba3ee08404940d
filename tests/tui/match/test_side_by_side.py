"""The two runs in the words: two columns that fit the smallest terminal, and x that swaps them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui.game.lab.runs import Lab
from neuron_tui.tui.kit.cells import width_of
from neuron_tui.tui.match.side_by_side import WIDTH, side_by_side
from tests.game.matches import article, replay_of, two_questions
from tests.tui.story import Player, playing, write


def test_a_line_for_each_difference_the_error_and_each_question() -> None:
    lab = Lab.of(replay_of(two_questions()), two_questions().neuron)
    lab = lab.experiment(replace(lab.own.settings, learning_rate=10.0))
    lab.front.replay.recording.record(10_000)
    lines = side_by_side(lab.front, lab.own, two_questions(), with_error=True).plain.splitlines()
    assert [" ".join(line.split()[:-2]) for line in lines] == [
        "x swaps",
        "learning rate",
        "final error",
        "■■□",
        "□■□",
    ]
    assert lines[1].split()[-2:] == ["10", "1"]
    ends = [
        [f"{float(value):.4f}" for value in (run.replay.error(10_000), *run.replay.outputs(10_000)[4:])]
        for run in (lab.front, lab.own)
    ]
    assert [line.split()[-2:] for line in lines[2:]] == list(map(list, zip(*ends, strict=True)))
    assert {width_of(line) for line in lines} == {WIDTH}


@pytest.mark.parametrize("seed", [2, 4_294_967_295])
def test_it_fits_and_no_term_comes_before_it_was_explained(seed: int) -> None:
    lab = Lab.of(replay_of(article()), article().neuron)
    settings = replace(lab.own.settings, seed=seed, iterations=1_000_000)
    tried = lab.experiment(settings).front
    said = side_by_side(tried, lab.own, article(), with_error=False).plain
    assert "error" not in said
    assert "dotted" not in said
    assert "…" in said, "what is not recorded yet is not known"
    assert max(map(width_of, said.splitlines())) <= WIDTH


def test_no_word_is_cut_beside_long_values() -> None:
    lab = Lab.of(replay_of(article()), article().neuron)
    tried = lab.experiment(replace(lab.own.settings, cross_entropy=True, learning_rate=3.0)).front
    tried.replay.recording.record(10_000)
    lines = side_by_side(tried, lab.own, article(), with_error=True).plain.splitlines()
    assert [" ".join(line.split()[:2]) for line in lines if not line.startswith(" ")] == [
        "x swaps", "learning rate", "loss cross-entropy", "final error", "■□□ 1.0000"
    ]  # fmt: skip
    assert max(map(width_of, lines)) <= WIDTH


def compared(player: Player) -> list[str]:
    """The lines of the panel with the words, from the one whose key swaps the runs."""
    words = player.part("#words")
    assert words.startswith("x swaps")
    return words.split()


@pytest.mark.everyday
async def test_they_stand_side_by_side_at_80x24_x_swaps_them_and_shift_r_hides_one(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        before = player.part("#words")
        await player.press("e", "right")
        await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
        await player.settle()
        turned = player.part("#puzzle")
        assert "dotted the match" in player.part("#error")
        await player.press("e")
        await player.settle()
        words = player.part("#words")
        assert "this dotted learning rate 3 1 final error" in words
        error, other, *answers = words.split("final error ")[1].split()[:5]
        assert answers[0] == "■□□"
        assert f"final error {error} dotted {other}" in turned, "in sight while a setting is turned"
        assert f"error {error}" in player.part("#transport")
        assert f"tried {answers[1]}" in player.part("#guesses")
        await player.press("x")
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        swapped = player.part("#words")
        assert "this dotted learning rate 1 3" in swapped
        assert f"final error {other} {error} ■□□ {answers[2]} {answers[1]}" in swapped
        await player.press("R")
        await player.settle()
        assert player.part("#words") == before


async def test_the_dotted_curve_has_a_name_where_there_is_room(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(160, 50)) as player:
        await player.pictures()
        assert "iteration" in player.part("#error")
        await player.press("r")
        await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
        await player.settle()
        assert "dotted: the match" in player.part("#error")
        await player.press("x")
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert "dotted: seed 2" in player.part("#error")
        end = (
            f"ends at {player.match.bench.lab.ghost.replay.error(60):.4f}"
            if player.match.bench.lab.ghost
            else ""
        )
        while player.app.focused is None or player.app.focused.id != "error":
            await player.press("tab")
        await player.press("z")
        await player.settle()
        assert player.says(f"dotted: seed 2, {end}")
        await player.press("escape", "R")
        await player.settle()
        assert "dotted" not in player.part("#error")


async def test_the_dotted_run_ends_where_it_is_drawn_also_without_a_hidden_neuron(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "title: Stairs\ninputs: [up, down]\nexamples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1]\nquestions: [1 1 -> 0]\n"
        "neuron: {hidden: 2, iterations: 200}\n"
    )
    async with playing(tmp_path, size=(120, 40)) as player:
        await player.pictures()
        await player.press("home", "5", "0", "g", "b", "down", "right")
        await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
        await player.settle()
        await player.press("escape", "z")
        await player.until(lambda: player.match.maximized is not None)
        while not player.says("dotted: the match, ends at"):
            await player.press("tab")
        own = player.match.bench.lab.own.replay
        for keys in ((), ("o",), ("o",), ("o",)):
            await player.press(*keys)
            assert f"ends at {own.error(200):.4f}" in player.part("#error")
        assert not own.off
