"""A lesson's steps on the screen of a match: they say what to do, and never stand in the way."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.game.match import Phase
from tests.screens.story import playing, write

STEPS = """\
steps:
  - {text: Look at row two., until: row 2 is selected}
  - {text: Make your guess., until: guessed}
  - {text: Turn left beyond three., until: weight of left > 3}
"""


async def test_the_next_step_is_said_until_all_are_done(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=STEPS)
    async with playing(tmp_path) as player:
        await player.play()
        assert player.part("#step") == "Step 1 of 3 Look at row two."
        await player.press("up", "up", "up")
        assert player.part("#step") == "Step 2 of 3 Make your guess."
        await player.press("1", "enter", "space", "w")
        assert player.part("#step") == "Step 3 of 3 Turn left beyond three."
        await player.press(*["right"] * 40)
        assert not player.says("Step 3 of 3")
        assert not player.match.query_one("#step").display


async def test_guess_enter_and_end_work_at_any_moment_as_without_steps(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=STEPS)
    async with playing(tmp_path) as player:
        await player.verdict()
        assert player.phase is Phase.VERDICT
        assert player.part("#step") == "Step 1 of 3 Look at row two."
