"""Your own hand on the weights: sliders by key and mouse, turns to go back over; the neuron takes over."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Click, Paste

from neuron_tui.game.match.match import Phase
from tests.tui.story import Player, playing, write


def weights(player: Player) -> list[float]:
    """The weights as the sliders show them."""
    lines = [line for line in player.lines if "●" in line and ("─●" in line or "●─" in line or "┼" in line)]
    return [float(line[:38].split("│")[1].split()[-1].replace("−", "-")) for line in lines[:3]]


async def in_hand(player: Player) -> None:
    """A trained match of 60 iterations, with the weights in hand."""
    await player.verdict()
    await player.press("w")


@pytest.mark.everyday
async def test_the_weights_are_turned_by_key_and_every_picture_follows(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        assert player.says("trying your own hand")
        assert "How many of the 4 rows can you get right, and in how few turns?" in player.part("#puzzle")
        assert weights(player) == [0, 0, 0]
        await player.press("right", "right", "down", "down", "left")
        assert weights(player) == [2, 0, -1]
        # 1 / (1 + exp(-2)) = 0.8808, 1 / (1 + exp(1)) = 0.2689, 1 / (1 + exp(-1)) = 0.7311
        assert player.says("1 □ □ ■ 0 0.2689", "2 ■ ■ ■ 1 0.7311", "■ □ □ 1 0.8808")
        # all four errors are 0.2689, those of 0 from below
        assert player.says("off by 0.2689 best 0.2689", "turn 3 of 3")
        assert "All rows right in 3 turns. Can you do it in fewer?" in player.part("#puzzle")
        assert "0.2689" in player.part("#error")
        await player.press("shift+left")
        assert weights(player) == [2, 0, -1.1]
        assert player.lines[-1].startswith(" ←→ change  ↑↓ choose  Enter a number  R to the match")


async def test_undo_and_redo_are_positions_and_a_new_turn_cuts_off_what_lay_ahead(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("right", "right", "right")
        await player.press("comma", "comma")
        assert weights(player) == [1, 0, 0]
        assert player.says("turn 1 of 3")
        await player.press("full_stop")
        assert weights(player) == [2, 0, 0]
        await player.press("home")
        assert weights(player) == [0, 0, 0]
        await player.press("down", "right")
        assert weights(player) == [0, 1, 0]
        assert player.says("turn 1 of 1")


@pytest.mark.slow
async def test_a_slider_is_dragged_and_every_step_of_it_is_a_turn(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        column, row = player.find("●", last=False)
        row = next(at for at, line in enumerate(player.lines) if "left" in line and "●─" in line)
        column = player.lines[row].index("●")
        await player.pilot.mouse_down(offset=(column, row))
        for step in (1, 2, 3, 4):
            await player.pilot.hover(offset=(column + step, row))
        await player.pilot.mouse_up(offset=(column + 4, row))
        await player.settle()
        assert weights(player)[0] == 5, "four of the eight cells from the middle to +10"
        assert player.says("turn 5 of 5"), "as many as with the keys"
        await player.press("right")
        assert weights(player)[0] == 6
        assert player.says("turn 6 of 6")


@pytest.mark.slow
async def test_one_can_begin_with_the_neuron_s_own_weights(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("down", "down", "down", "right")
        assert player.says("begin with ◂ its start ▸")
        assert weights(player) == [-0.17, 0.44, -1.0], "the article's random start"
        await player.press("right")
        assert "All rows were right from the start." in player.part("#puzzle")
        assert player.says("begin with ◂ iteration 60 ▸")
        await player.press("right")
        assert weights(player) == [0, 0, 0]
        await player.click("◂ all 0")
        assert player.says("begin with ◂ iteration 60 ▸")


@pytest.mark.slow
async def test_the_neuron_takes_over_and_trains_on_from_your_weights(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("right", "right", "right")
        await player.click("let it take over")
        await player.until(lambda: player.match.iteration > 2)
        assert player.says("▮▮"), "it plays by itself"
        await player.press("home")
        assert player.says("trying your weights")
        assert player.match.replay.weights(0).tolist() == [3, 0, 0]
        assert "iteration 0 of 60" in player.part("#transport")
        assert player.lines[-1].startswith(" R to the match  Space play"), "the way on comes first"
        await player.press("end")
        assert "start weights yours seed 1" in player.part("#words")
        own = player.match.bench.lab.own.replay.recording.tape
        assert player.match.replay.weights(60).tolist() != own[60].tolist()


@pytest.mark.slow
@pytest.mark.parametrize("way_back", ["R", "escape"])
async def test_the_match_goes_on_where_it_stood(way_back: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("1", "7", "g")
        before = player.text
        await player.press("w", "right", "right", "right")
        await player.press(*([way_back] if way_back == "R" else ["escape", "escape"]))
        await player.settle()
        assert player.text == before
        assert player.phase is Phase.TRAIN
        await player.press("w")
        assert weights(player) == [3, 0, 0], "the hand is as it was left"


@pytest.mark.slow
async def test_a_branch_or_a_new_start_can_follow(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("right", "b")
        assert player.says("trying your own hand"), "a hand has no iteration to branch at"
        await player.press("r")
        await player.until(lambda: player.match.recording.training.seed == 2 and player.match.recorded == 60)
        await player.settle()
        assert player.says("trying seed 2")
        assert not player.says("let it take over")
        assert "iteration" in player.part("#transport")


@pytest.mark.slow
async def test_escape_in_the_middle_of_a_drag_leaves_the_mouse_free(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        row = next(at for at, line in enumerate(player.lines) if "left" in line and "●─" in line)
        await player.pilot.mouse_down(offset=(player.lines[row].index("●"), row))
        await player.press("escape")
        await player.pilot.mouse_up(offset=(5, row))
        await player.click("1 □")
        assert player.says("▸1 □")


@pytest.mark.slow
async def test_the_match_s_own_run_is_recorded_to_its_end_meanwhile(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=150_000)
    async with playing(tmp_path) as player:
        await player.press("enter")
        await player.until(lambda: bool(player.says("press 0 or 1")))
        for key in ("1", "enter", "space", "w", "right"):
            player.app.simulate_key(key)
        own = player.match.recording
        await player.until(lambda: own.complete)
        await player.settle()
        error = own.training.model.mean_error(own.tape[-1], own.training.inputs, own.training.targets)
        assert f"the trained neuron {error:.4f}" in player.part("#puzzle")
        assert player.phase is Phase.TRAIN


async def test_the_slider_and_the_neuron_show_one_selected_weight(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("n", "n", "w")
        assert player.says("▸ middle"), "what was selected before is taken in hand"
        for keys, weight in ((["down"], 2), (["up", "up"], 0), (["n"], 1), (["down", "down"], None)):
            await player.press(*keys)
            assert player.match.weight == weight
            chosen = "begin with" if weight is None else ("left", "middle", "right")[weight]
            assert player.says(f"▸ {chosen}")
        await player.press("down")
        assert player.says("▸ let it take over")
        await player.click("left", last=True)
        assert player.says("▸ left")


def line_of(player: Player, name: str) -> str:
    """The line of the slider with this name."""
    return next(line for line in player.lines if name in line and "\u2500\u2500" in line and "\u25cf" in line)


async def typed(player: Player, text: str) -> None:
    """Type on whatever has the keys."""
    await player.press(*text)


@pytest.mark.everyday
@pytest.mark.parametrize(
    ("text", "weight", "turns"), [("0.3", 0.3, 1), ("-2", -2, 2), ("1/2", 0.5, 1), ("0,3", 0.3, 1)]
)
async def test_enter_on_a_weight_opens_a_field_and_enter_takes_the_number(
    text: str, weight: float, turns: int, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("down")
        assert "Enter a number" in player.lines[-1]
        await player.press("enter")
        assert "Enter take it" in player.lines[-1]
        assert "Esc as it was" in player.lines[-1]
        assert "speed" not in player.lines[-1], "what writes something is no key meanwhile"
        await typed(player, text)
        assert f"{text}\u258f" in line_of(player, "middle")
        assert player.says("turn 0 of 0"), "nothing is turned before it is taken"
        await player.press("enter")
        assert weights(player) == [0, weight, 0]
        assert player.says(f"turn {turns} of {turns}")
        await player.press("right")
        assert weights(player)[1] == weight + 1, "the arrows turn weights again"


@pytest.mark.slow
async def test_escape_leaves_the_weight_as_it_was_and_the_sliders_open(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("right")
        before = player.text
        await player.press("enter")
        await typed(player, "-7wq")
        await player.press("left", "down", "escape")
        assert player.text == before
        await player.press("enter", "enter")
        assert player.text == before, "nothing typed is nothing changed"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two", "Type a number such as 0.3, \u22122 or 1/2."),
        ("nan", "Type a number such as 0.3, \u22122 or 1/2."),
        ("1/0", "Nothing can be divided by 0. Type another number."),
        ("21", "Type a number from \u221220 to +20."),
    ],
)
async def test_what_is_no_weight_is_told_and_can_be_mended(text: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        await player.press("enter")
        await typed(player, text)
        await player.press("enter")
        assert player.says(said)
        assert f"{text}\u258f" in line_of(player, "left")
        await player.press(*["backspace"] * len(text))
        await typed(player, "4")
        await player.press("enter")
        assert weights(player) == [4, 0, 0]


@pytest.mark.slow
async def test_a_long_number_covers_the_slider_and_nothing_else_moves(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        before = player.lines
        await player.press("enter")
        await typed(player, "-0.123456789012345")
        row = next(at for at, line in enumerate(before) if "left" in line and "\u25cf\u2500" in line)
        assert "-0.123456789\u258f\u2502" in player.lines[row].replace(" ", ""), (
            "no more than twelve characters"
        )
        changed = [at for at, line in enumerate(player.lines) if line != before[at]]
        assert changed == [row, len(before) - 1], "only the weight and the line of keys"


@pytest.mark.slow
async def test_a_click_on_a_number_types_it_and_another_weight_closes_the_field(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        row = next(at for at, line in enumerate(player.lines) if "right" in line and "\u25cf\u2500" in line)
        await player.pilot.click(offset=(player.lines[row].index("+0.00") + 1, row))
        await player.settle()
        await typed(player, "3")
        assert "3\u258f" in line_of(player, "right")
        await player.click("left", last=True)
        assert player.says("\u25b8 left")
        assert weights(player) == [0, 0, 0]
        await player.app.run_action("screen.do('type')")
        player.app.screen.focused.post_message(Paste("\u22122,5\n"))
        await player.settle()
        await player.press("enter")
        assert weights(player) == [-2.5, 0, 0]


@pytest.mark.slow
async def test_a_drag_that_ends_on_the_number_types_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await in_hand(player)
        row = next(at for at, line in enumerate(player.lines) if "left" in line and "\u25cf\u2500" in line)
        number = player.lines[row].index("+0.00") + 1
        await player.pilot.mouse_down(offset=(player.lines[row].index("\u25cf"), row))
        await player.pilot.hover(offset=(number, row))
        await player.pilot.mouse_up(offset=(number, row))
        panel = player.app.screen.focused
        x, y = number - panel.region.x, row - panel.region.y  # a terminal clicks where the button comes up
        panel.post_message(Click(panel, x, y, 0, 0, 1, False, False, False, number, row))
        await player.settle()
        assert weights(player)[0] == 10
        assert "\u258f" not in line_of(player, "left")
