"""A puzzle of pictures, played: guessed by eye, learned, and then a picture of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from tests.tui.story import Player, playing

BAR = """\
title: A bar at the left
picture: 3x3
output: bar
examples:
  - 1 0 0 1 0 0 1 0 0 -> 1
  - 0 1 0 0 1 0 0 1 0 -> 0
  - 1 1 0 1 0 1 1 0 0 -> 1
  - 0 0 1 0 1 1 1 0 0 -> 0
  - 1 0 1 0 1 0 1 0 1 -> 0
  - 1 1 1 1 1 1 1 1 1 -> 1
questions:
  - 1 0 0 1 1 0 1 0 1 -> 1
neuron: {threshold: true, iterations: 500}
"""


def answer(player: Player) -> float:
    """What the neuron says of the drawn picture, as it is shown."""
    said = player.text[player.text.index("The neuron says") :]
    return float(said[said.index("(") + 1 : said.index(")")])


async def drawing(player: Player) -> None:
    """To the verdict, and on to an empty sheet."""
    await player.verdict()
    await player.press("d", "backspace")


async def test_the_pictures_stand_side_by_side_and_the_weights_have_their_shape(tmp_path: Path) -> None:
    (tmp_path / "bar.yaml").write_text(BAR)
    async with playing(tmp_path) as player:
        await player.verdict()
        assert "picture \u2192 bar" in player.part("#examples")
        assert player.part("#words").count("Orange points pull towards 1") == 1
        await player.press("p")
        assert player.part("#neuron").startswith("Neuron picture weights")
        await player.press("up")
        await player.click("picture", last=True)
        assert player.phase is Phase.VERDICT


async def test_while_weights_are_turned_the_picture_that_is_asked_is_whole(tmp_path: Path) -> None:
    lit = "1 " * 25
    rows = f"examples: [{lit} -> 1, {'0 ' * 25} -> 0]\nquestions: [{lit} -> 1]\n"
    (tmp_path / "a.yaml").write_text(f"title: A\npicture: 5x5\n{rows}neuron: {{iterations: 20}}\n")
    async with playing(tmp_path) as player:
        await player.pictures()
        await player.press("w")
        assert player.part("#questions") == "\u25b8 1 " + "\u2580" * 5, "its last line has upper halves"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_beside_a_scrollbar_no_picture_loses_its_answer(tmp_path: Path, size: tuple[int, int]) -> None:
    rows = [" ".join(f"{number:09b}") for number in range(200)]
    examples = "".join(f"  - {row} -> {row[0]}\n" for row in rows)
    question = "questions:\n  - 1 1 1 1 1 1 1 1 1 -> 1\nneuron: {iterations: 40}\n"
    (tmp_path / "many.yaml").write_text(f"title: Many\npicture: 3x3\nexamples:\n{examples}{question}")
    async with playing(tmp_path, size=size) as player:
        await player.play()
        table = player.match.query_one("#examples").region
        _, upper, lower = player.lines[table.y : table.y + 3]
        pictures = lower[: table.right].count("\u2580\u2580\u2580")
        answers = [character for character in upper[: table.right] if character in "01"]
        assert len(answers) == pictures > 3


async def test_a_picture_of_one_s_own_is_answered_at_once(tmp_path: Path) -> None:
    (tmp_path / "bar.yaml").write_text(BAR)
    async with playing(tmp_path) as player:
        await drawing(player)
        assert player.says("It has never seen this one.")
        nothing = answer(player)
        assert nothing < 0.5
        # from the middle to the upper left, and down the left column
        await player.press("up", "left", "enter", "down", "enter", "down", "enter")
        assert player.says("This is example 1, which is 1.")
        assert answer(player) > 0.5
        await player.press("enter")
        assert player.says("It has never seen this one.")
        await player.press("home")
        assert player.says("The neuron says bar"), "at the start its weights are random"
        await player.press("escape")
        assert not player.says("It has never seen this one.")
        assert player.phase is Phase.VERDICT


async def test_a_picture_is_drawn_with_the_mouse(tmp_path: Path) -> None:
    (tmp_path / "bar.yaml").write_text(BAR)
    async with playing(tmp_path) as player:
        await drawing(player)
        x, y = player.find("picture", last=True)
        height = 3 * 4
        for row in range(3):
            await player.pilot.mouse_down(offset=(x + 1, y + 1 + row * height // 3))
            await player.pilot.mouse_up(offset=(x + 1, y + 1 + row * height // 3))
        await player.settle()
        assert player.says("This is example 1, which is 1.")


async def test_there_is_nothing_to_draw_where_the_inputs_are_no_picture(tmp_path: Path) -> None:
    (tmp_path / "plain.yaml").write_text(
        "title: Plain\nexamples: [0 -> 0]\nquestions: [1 -> 1]\nneuron: {iterations: 10}\n"
    )
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("d")
        assert not player.says("A picture of your own")


async def test_beside_a_step_a_question_of_five_rows_is_whole_and_a_hint_is_seen(tmp_path: Path) -> None:
    smile = (bundled_puzzles() / "9-pictures" / "06-smile.yaml").read_text(encoding="utf-8")
    steps = "steps: [{text: Guess both faces., until: guessed}]\n"
    (tmp_path / "smile.yaml").write_text(smile + steps, encoding="utf-8")
    async with playing(tmp_path, size=(80, 24)) as player:
        await player.play()
        assert player.part("#step") == "* Step 1 of 1 Guess both faces."
        questions = player.match.query_one("#questions")
        assert questions.size.height == questions.virtual_size.height == 3  # half blocks: two rows a line
        await player.press("h")
        assert player.part("#words").startswith("Hint Forget the freckles, and look at the mouth.")
