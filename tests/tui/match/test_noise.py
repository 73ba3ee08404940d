"""Shares and open questions, played: what the table, the scale and the verdict say."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.tui.examples.screen import ExamplesScreen
from tests.game.noise import ODDS, STRANGERS, TWINS
from tests.tui.story import playing, write

SHORT = "neuron: {iterations: 300}\n"


async def test_a_share_is_asked_for_guessed_and_shown(tmp_path: Path) -> None:
    (tmp_path / "odds.yaml").write_text(ODDS)
    async with playing(tmp_path) as player:
        await player.play()
        assert player.says("How likely is it that ??? is 1?", "the best guess wins less than 100")
        assert "???" in player.part("#questions")
        await player.press("1", "left", "left", "left", "enter", "end")
        await player.until(lambda: player.match.solved)
        await player.settle()
        assert "3/4 0.7500 \u2713" in player.part("#questions")
        assert "\u2717" not in player.part("#examples")
        said = player.part("#words")
        assert "You both got it: 3 of 4 are 1. you +25 · neuron +25" in said
        assert "The most to win was 25: chance decides the rest." in said
        assert "you +25 3 of 4 are 1 neuron +25" in player.part("#guesses")
        line = player.part("#guesses").split("0 \u251c")[1]
        assert line.index("\u25c6") > line.index("\u253c")
        assert player.says("points you 25 neuron 25")


async def test_where_the_rows_do_not_tell_the_neuron_is_foreseen(tmp_path: Path) -> None:
    (tmp_path / "twins.yaml").write_text(TWINS)
    async with playing(tmp_path, size=(100, 40)) as player:
        await player.play()
        assert "?" not in player.part("#questions").replace("???", "")
        assert "The rows do not tell. What will the neuron say? (1 of 2)" in player.part("#guesses")
        await player.press("1")
        assert "you 0.90" in player.part("#guesses")
        assert "if 0" not in player.part("#guesses"), "no stake is shown that does not exist"
        await player.press("enter", "right", "right", "enter", "end")
        await player.until(lambda: player.match.solved)
        await player.settle()
        said = player.part("#words")
        # 100 - 400 * 0.3857^2 = 40 and 100 - 400 * 0.0601^2 = 99
        assert said.startswith("You foresaw the neuron in 1 of 2. you +139 for foreseeing it ")
        assert "\u25a0\u25a1\u25a1: what the neuron says you 0.90 +40, neuron 0.5143" in said
        assert "\u25a1\u25a0\u25a1: what the neuron says you 0.60 +99, neuron 0.6601" in said
        assert "you +99 the neuron says 0.6601" in player.part("#guesses")
        line = next(line for line in player.lines if "\u25c6" in line and "\u253c" in line)
        assert line.index("\u25c6") > line.index("\u253c"), "the scale marks what the neuron says"
        assert player.part("#questions").count(" ? ") == 2
        assert player.says("points you 139 neuron 0")


async def test_what_it_learned_says_that_nothing_is_right(tmp_path: Path) -> None:
    (tmp_path / "strangers.yaml").write_text(STRANGERS + SHORT)
    async with playing(tmp_path, size=(120, 40)) as player:
        await player.verdict("1", "enter", "1", "enter", "1")
        await player.press("v")
        assert player.says("example 3/4", "example 1/4", "question ?")


async def test_example_by_example_the_share_is_the_goal(tmp_path: Path) -> None:
    (tmp_path / "odds.yaml").write_text(ODDS + SHORT)
    async with playing(tmp_path) as player:
        await player.press("u")
        await player.until(lambda: isinstance(player.app.screen, ExamplesScreen))
        assert player.says("How likely is it that ??? is 1?")
        await player.press("1", *["enter"] * 4)
        await player.until(lambda: player.says("The rule"))
        assert player.says("3 of 4 are 1", "After 4 examples: you +16 · neuron +25")


@pytest.mark.everyday
async def test_after_each_guess_the_neuron_may_be_foreseen(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more="foresee: true\n")
    async with playing(tmp_path) as player:
        await player.play()
        assert "Should ??? be 0 or 1? (1 of 2)" in player.part("#guesses")
        await player.press("1", "enter")
        assert "And the neuron? What will it say? (2 of 2)" in player.part("#guesses")
        assert "you 0.90" in player.part("#guesses"), "your own guess stays in sight"
        await player.press("enter")
        assert player.match.guessing, "nothing was said yet"
        await player.press("1", "left", "left")
        assert "you foresee 0.80" in player.part("#guesses")
        await player.press("enter")
        assert "\u25b3 you foresaw 0.80" in player.part("#guesses"), "the mark is named while it learns"
        await player.press("end")
        await player.until(lambda: player.match.solved)
        output = player.match.replay.outputs(60)[4]
        foresight = round(100 * (1 - 4 * (0.8 - output) ** 2))
        assert f"foreseeing it {foresight:+}" in player.part("#guesses")
        assert "\u25b3" in player.part("#guesses")
        assert f"you +96 \u00b7 neuron {round(100 * (1 - 4 * (1 - output) ** 2)):+}" in player.part("#words")
        assert f"you {foresight:+} for foreseeing it" in player.part("#words")
        assert player.says(f"points you {round(96 + 100 * (1 - 4 * (0.8 - output) ** 2))}")


async def test_before_the_neuron_is_foreseen_it_is_said_how_it_will_be_trained(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more="foresee: true\n")
    async with playing(tmp_path) as player:
        await player.play()
        assert "has not seen a single row" in player.part("#transport")
        await player.press("1", "enter")
        assert "it looks 60 times" in player.part("#guesses")
        await player.press("1")
        assert "it looks 60 times" in player.part("#guesses"), "it stays while you guess"


async def test_a_guess_that_stands_can_be_looked_at_but_not_changed(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", questions="1 0 0 -> 1, 0 1 0 -> 0")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1")
        assert "1 again: certain" in player.part("#guesses")
        await player.press("enter", "up")
        assert "you 0.90" in player.part("#guesses")
        assert "again: certain" not in player.part("#guesses")
        assert "fairly sure it is 1 \u00b7 stands" in player.part("#guesses")
