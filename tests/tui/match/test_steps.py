"""A lesson's steps on the screen of a match: they say what to do, and never stand in the way."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from neuron_tui.game.match.match import Phase
from tests.tui.story import Player, playing, unchanged, write

STEPS = """\
steps:
  - {text: Look at row two., until: row 2 is selected, shown: All are on.}
  - {text: Make your guess., until: guessed}
  - {text: Turn left beyond three., until: weight of left > 3, shown: Left pulls.}
"""
PREDICT = """\
steps:
  - {text: Which one will move most?, until: the weight that moved most is selected, pause: 0}
  - {text: Turn left until row 2 passes 0.85., until: output of 2 > 0.85 by hand}
"""


async def test_a_step_that_is_done_is_ticked_and_says_what_it_showed_until_the_next_is_done(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml", more=STEPS)
    async with playing(tmp_path) as player:
        await player.play()
        assert player.part("#step") == "* Step 1 of 3 Look at row two."
        await player.press("up", "up", "up")
        assert player.part("#step") == "✓ All are on. * Step 2 of 3 Make your guess."
        await player.press("1", "enter", "space")
        assert player.part("#step") == "✓ Make your guess. * Step 3 of 3 Turn left beyond three."
        await player.press("w", *["right"] * 40)
        assert player.part("#step") == "✓ Left pulls.", "beside the hand, too"
        await player.press("escape", "R", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert not player.match.query_one("#step").display
        assert not player.says("Left pulls")


PAUSED = """\
steps:
  - {text: Which one will move most?, until: the weight that moved most is selected, pause: 0}
  - {text: Look at row two., until: row 2 is selected, pause: 9, shown: All are on.}
"""


async def test_the_training_waits_for_a_question_and_space_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=PAUSED)
    async with playing(tmp_path) as player:
        await player.play()
        assert not player.match.query_one("#step").display, "the guess comes first"
        await player.press("1", "enter")
        assert player.part("#step") == "* Step 1 of 2 Paused. Which one will move most?"
        assert not player.match.player.playhead.playing
        moved = np.abs(np.diff(player.match.recording.tape[:2], axis=0))[0]
        await player.press(*["n"] * (int(moved.argmax()) + 1), "full_stop")
        assert player.part("#step") == "✓ Which one will move most? Space goes on.", (
            "the next one is not there yet"
        )
        await player.press(*["plus"] * 6, "space")
        await player.until(lambda: not player.match.player.playhead.playing)
        assert player.match.iteration == 9
        await player.until(lambda: "* Step 2 of 2 Paused. Look at row two." in player.part("#step"))
        await player.press("space")
        await player.until(lambda: player.phase is Phase.VERDICT)


async def test_where_it_is_calm_no_jump_goes_past_a_pause(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=PAUSED)
    async with playing(tmp_path, calm=True) as player:
        await player.play()
        await player.press("1", "enter")
        assert player.match.iteration == 0, "a question comes first"
        stops = [0]
        while stops[-1] < 9:
            await player.press("space")
            stops.append(player.match.iteration)
            assert stops[-2] < stops[-1] <= 9
        assert player.part("#step").endswith("* Step 2 of 2 Paused. Look at row two.")
        while player.phase is Phase.TRAIN and not player.match.player.at_end:
            await player.press("space")
        await player.until(lambda: player.phase is Phase.VERDICT)


async def test_at_the_end_of_a_pause_a_jump_does_not_stop(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=PAUSED)
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "space")
        assert player.match.player.playhead.playing, "and seen again, it runs through"


async def test_the_place_that_a_step_speaks_of_is_marked_until_it_is_done(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.yaml",
        more=STEPS.replace("until: weight of left > 3", "until: weight of left > 3, pause: 0"),
    )
    async with playing(tmp_path) as player:
        await player.play()
        assert "* Puzzle" in player.part("#puzzle")
        assert "*2 ■ ■ ■" in player.part("#examples")
        await player.press("up", "up", "up")
        assert "*" not in player.part("#puzzle")
        assert "* Should ??? be 0 or 1?" in player.part("#guesses")
        await player.press("1", "enter", "space")
        assert "* Neuron" in player.part("#neuron")
        assert "*left" in player.part("#neuron")
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert "*" not in player.text


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_weight_that_is_selected_keeps_its_own_mark(size: tuple[int, int], tmp_path: Path) -> None:
    more = "steps: [{text: Mark left., until: weight of left > 99, pause: 0}]\n"
    write(tmp_path, "a.yaml", more=more)
    async with playing(tmp_path, size=size) as player:
        await player.train()
        assert "*left" in player.part("#neuron")
        await player.press("n")
        assert "▸left" in player.part("#neuron")


@pytest.mark.parametrize("steps", [STEPS, PREDICT])
async def test_guess_enter_and_end_work_at_any_moment_as_without_steps(steps: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=steps)
    async with playing(tmp_path) as player:
        await player.verdict()
        assert player.phase is Phase.VERDICT
        assert not player.match.query_one("#step").display
        assert not player.says("Step"), "the steps leave before the insight comes"


def marked(player: Player) -> str:
    """The name that is marked in the neuron's panel."""
    found = re.search(r"▸(\w+) +[■□]", player.part("#neuron"))
    return found[1] if found else ""


async def test_a_weight_is_selected_by_key_one_after_the_other_and_then_none(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        seen = []
        for _ in range(5):
            seen.append(marked(player))
            await player.press("n")
        assert seen == ["", "left", "middle", "right", ""]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_weight_is_selected_by_a_click_on_its_line(size: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=size) as player:
        await player.train()
        await player.click("+0.44")
        assert player.match.weight == 1
        column, row = player.find("+0.44")
        await player.pilot.click(offset=(column + 3, row))
        await player.settle()
        assert player.match.weight is None
        await player.click("−1.00")
        assert player.match.weight == 2


async def test_which_weight_moves_is_foretold_and_a_weight_is_turned_by_hand(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=PREDICT)
    async with playing(tmp_path) as player:
        await player.train()
        moved = np.abs(np.diff(player.match.recording.tape[:2], axis=0))[0]
        most = int(moved.argmax())
        await player.press(*["n"] * ((most + 1) % 3 + 1), "full_stop")
        assert player.match.weight not in (None, most)
        assert player.says("Step 1 of 2")
        await player.press("home")
        while player.match.weight != most:
            await player.press("n")
        assert player.says("Step 1 of 2"), "it is foretold, and still to be seen"
        await player.press("full_stop")
        step_2 = "✓ Which one will move most? * Step 2 of 2 Turn left until row 2 passes 0.85."
        assert player.part("#step") == step_2
        player.match.player.go(59)
        await player.settle()
        assert "2 ■ ■ ■ 1 0.88" in player.part("#examples")
        assert player.says("Step 2 of 2"), "the training has done it, and no hand"
        await player.press("w", "right")
        assert player.says("Step 2 of 2")
        await player.press("right")  # 1 / (1 + exp(-2)) = 0.8808
        assert player.part("#step") == "✓ Turn left until row 2 passes 0.85."


@pytest.mark.parametrize("more", ["", "picture"])
async def test_where_weights_have_no_line_of_their_own_none_is_selected(more: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml")
    text = path.read_text(encoding="utf-8").replace("{iterations", "{hidden: 2, iterations")
    if more:
        bar = "[1 0 0 1 0 0 1 0 0 -> 1, 0 1 0 0 1 0 0 1 0 -> 0]"
        text = f"title: Bar\npicture: 3x3\nexamples: {bar}\nquestions: [1 0 0 1 0 0 1 0 1 -> 1]\n"
    path.write_text(text, encoding="utf-8")
    async with playing(tmp_path) as player:
        await player.train()
        before = player.part("#neuron")
        with unchanged(player):
            await player.press("n")
        await player.pilot.click("#neuron", offset=(4, 2))
        await player.settle()
        assert player.match.weight is None
        if more:
            assert player.part("#neuron") == before


async def test_a_weight_that_an_experiment_takes_away_is_selected_no_more(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml")
    text = path.read_text(encoding="utf-8").replace("{iterations", "{threshold: true, iterations")
    path.write_text(text, encoding="utf-8")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("n", "n", "n", "n")
        assert marked(player) == "threshold"
        experiment = player.match.bench.lab.experiment
        player.match.bench.bring(experiment(replace(player.match.puzzle.neuron, threshold=False)))
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert marked(player) == ""
        await player.press("R")
        await player.until(lambda: player.match.bench.settled)
        assert player.match.weight is None


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(80, 24), (99, 30), (100, 34)])
@pytest.mark.parametrize("questions", [1, 4])
async def test_beside_a_long_table_and_a_long_step_all_words_can_be_read(
    width: int, height: int, questions: int, tmp_path: Path
) -> None:
    rows = [" ".join(f"{row:04b}") for row in range(15)]
    known = [f"{row} -> {row[0]}" for row in rows[questions:]]
    asked = [f"{row} -> {row[0]}" for row in rows[:questions]]
    step = "Look at the second row, then at the third one, and see what each of them does to the weights."
    (tmp_path / "a.yaml").write_text(
        f"title: Long\nexamples: [{', '.join(known)}]\nquestions: [{', '.join(asked)}]\n"
        f"lesson: {'These words go on and on. ' * 9}This is their end.\n"
        f"steps: [{{text: '{step}', until: guessed}}]\n",
        encoding="utf-8",
    )
    async with playing(tmp_path, size=(width, height)) as player:
        await player.play()
        assert player.part("#step") == f"* Step 1 of 1 {step}"
        assert player.part("#words").startswith("These words")
        for _ in range(8):
            await player.press("pagedown")
        assert player.says("their end.")
