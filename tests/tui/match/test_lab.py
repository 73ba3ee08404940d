"""What is tried beside the match: other starts, other settings, branches; and the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from neuron_tui.game.match.match import Phase
from neuron_tui.neuron import Recording
from tests.tui.story import Player, playing, write

PHASES = [pytest.param(phase, id=phase.value) for phase in (Phase.TRAIN, Phase.VERDICT)]


async def stand(player: Player, phase: Phase) -> None:
    """A match of 60 iterations that stands at its start, or at its verdict."""
    if phase is Phase.TRAIN:
        await player.train()
    else:
        await player.pictures()


async def tried(player: Player, *keys: str) -> None:
    """Press keys that bring another run to the front, and wait for it."""
    before = player.match.replay
    await player.press(*keys)
    await player.until(lambda: player.match.replay is not before and player.match.recording.complete)
    await player.settle()


async def begun(player: Player, *keys: str) -> None:
    """Press keys in the dialog for start weights, and wait for the run that begins with them."""
    await player.press(*keys)
    await player.until(lambda: player.match.bench.settled and player.match.recording.complete)
    await player.settle()


def numbers(player: Player) -> list[str]:
    """The weights as the neuron's panel shows them."""
    return re.findall(r"[+−]\d+\.\d\d", player.part("#neuron"))[:2]


@pytest.mark.slow
@pytest.mark.parametrize("phase", PHASES)
async def test_r_draws_other_start_weights_and_names_them_and_shift_r_goes_back(
    phase: Phase, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await stand(player, phase)
        own, scored = player.text, player.match.match
        await tried(player, "r")
        assert player.says("trying seed 2", "start weights seed 2 seed 1")
        await player.press("p")
        assert player.says("Your score stays as it is.")
        await player.press("p")
        await tried(player, "r")
        assert player.says("trying seed 3")
        await player.press("home")
        # 2 * numpy.random.RandomState(3).random_sample() - 1 = +0.1015958
        assert "left ■" in player.part("#neuron")
        assert "+0.10" in player.part("#neuron")
        assert player.match.match == scored
        await tried(player, "R")
        if phase is Phase.VERDICT:
            await player.press("end")
        assert player.text != own, "the run before stays as a ghost"
        await player.press("R")
        assert player.text == own, "everything is as it was"
        assert player.phase is phase


async def test_the_end_of_a_run_that_is_tried_is_no_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await tried(player, "r")
        await player.press("end")
        assert player.match.iteration == 60
        assert player.phase is Phase.TRAIN
        await tried(player, "R")
        assert player.says("iteration 0 of 60"), "nobody has seen more of it"
        assert player.phase is Phase.TRAIN
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.says("you 96")


async def test_a_verdict_that_came_behind_the_settings_is_read_before_the_next_puzzle(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("e", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await tried(player, "right")
        await player.press("escape")
        await tried(player, "R")
        assert "Enter read on" in player.lines[-1]
        await player.press("enter")
        assert "Left decides." in player.part("#speech")


async def test_nothing_is_tried_before_the_guess_stands(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        before = player.lines[:-1]
        await player.press("r", "R", "x", "e", "b")
        assert player.lines[:-1] == before
        assert player.says("First your guess")


async def test_an_experiment_trains_again_at_once_with_every_setting(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        points = player.part("#guesses")
        await player.press("e")
        assert player.says("Experiment", "Your score stays as it is.", "learning rate ◂ 1 ▸")
        assert "final error" not in player.part("#puzzle"), "there is nothing to compare yet"
        await tried(player, "right")
        assert player.says("learning rate ◂ 3 ▸")
        assert player.match.recording.training.learning_rate == 3.0
        await tried(player, "down", "right")
        assert player.says("threshold ◂ yes")
        assert "threshold" in player.part("#neuron")
        await tried(player, "down", "left")
        assert player.says("iterations ◂ 30")
        assert "iteration 30 of 30" in player.part("#transport")
        await tried(player, "down", "right")
        assert player.says("start weights ◂ seed 2")
        await player.press("down")
        assert player.says("hidden neurons ◂ none")
        await tried(player, "right")
        assert player.says("hidden neurons ◂ 1")
        assert "1\u25a1" in player.part("#neuron"), "hidden neuron 1 says 0"
        assert player.says("you +96"), points
        await tried(player, "R")
        assert "iteration 60 of 60" in player.part("#transport")
        await player.press("escape", "R")
        assert "You both got it" in player.part("#words")
        assert player.phase is Phase.VERDICT


async def test_start_weights_are_typed_told_where_they_are_none_and_taken_back(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        await player.press("e", *["down"] * 3)
        assert "Enter type them" in player.lines[-1]
        await player.press("enter")
        assert player.says("Start weights", "left, middle, right", "−0.17 +0.44 −1.00")
        await player.press(*"1 x 3", "enter")
        assert player.says("1 x 3", "x? Type a number such as 0.3, −2 or 1/2.")
        await player.press(*["backspace"] * 3)
        await begun(player, *" -2,1/2", "enter")
        assert player.says("trying your weights", "start weights ◂ yours ▸")
        assert player.match.replay.weights(0).tolist() == [1, -2, 0.5]
        await player.press("enter")
        assert player.says("1 -2 0.5"), "they can be mended"
        await player.press("escape")
        await tried(player, "right")
        assert player.says("start weights ◂ seed 2 ▸")
        await player.press("enter")
        await begun(player, *"0 0 0", "enter")
        await player.press("enter")
        await begun(player, *["backspace"] * 5, "enter")
        assert player.says("start weights ◂ seed 1 ▸")
        assert not player.match.bench.lab.trying


async def test_a_branch_goes_on_otherwise_from_here_and_x_swaps(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "2", "0", "g")
        here, before = player.part("#neuron"), numbers(player)
        await tried(player, "b")
        assert player.says("Branch from iteration 20", "row 1 □ □ ■ told 0", "??? ■ □ □ not told")
        assert player.part("#neuron") == here, "it begins with the weights of that moment"
        await tried(player, "down", "right")
        assert player.says("row 1 □ □ ■ ◂ told 1")
        assert player.match.iteration == 20
        assert numbers(player) == before, "up to here it is the same run"
        await player.press("end")
        branched = player.part("#neuron")
        await tried(player, "x")
        await player.press("end")
        own = player.part("#neuron")
        assert own != branched
        await tried(player, "x")
        assert player.part("#neuron") == branched
        await tried(player, "x")
        assert player.part("#neuron") == own


@pytest.mark.slow
async def test_a_row_that_is_left_out_is_asked_and_comes_back(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "5", "g")
        table = player.part("#puzzle").split("Branch")[0]
        await tried(player, "b")
        await tried(player, "down", "left")
        assert player.says("row 1 □ □ ■ ◂ left out", "1 □ □ ■ (0)")
        assert len(player.match.replay.puzzle.examples) == 3
        assert player.match.selected == 3, "what is looked at in the panel is selected in the table"
        await tried(player, "right")
        assert player.match.replay.puzzle == player.match.puzzle
        await player.press(*["down"] * 5)
        assert player.says("Enter adds ◂ □ □ □ ▸")
        await player.press("right", "right")
        assert player.says("Enter adds ◂ ■ ■ □ ▸"), "the last one that is neither told nor asked"
        await tried(player, "enter")
        assert player.says("row 5 ■ ■ □ ◂ told 1")
        assert len(player.match.replay.puzzle.examples) == 5
        await tried(player, "R")
        await player.press("escape")
        assert player.part("#puzzle").startswith(table.split("▸")[0][:60])


@pytest.mark.slow
async def test_a_branch_from_the_last_iteration_goes_on_for_as_many_again(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("p")
        here = numbers(player)
        await tried(player, "b")
        assert player.says("Branch from iteration 60", "iteration 60 of 120")
        assert numbers(player) == here
        await tried(player, "right")
        await player.press("end")
        assert player.says("learning rate ◂ 3 ▸", "iteration 120 of 120")
        await player.press("escape", "R")
        await player.until(lambda: "of 60" in player.part("#transport"))
        assert player.says("you +96")


@pytest.mark.slow
async def test_a_branch_or_a_hand_that_nothing_was_done_with_is_gone_when_it_is_closed(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("1", "7", "g")
        before = player.text
        for key in ("b", "w", "e"):
            await player.press(key)
            assert player.text != before
            await player.press("escape")
            await player.settle()
            assert player.text == before


@pytest.mark.slow
async def test_going_back_from_a_run_with_more_rows_keeps_to_the_rows_there_are(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "2", "0", "g")
        await tried(player, "b")
        await player.press(*["down"] * 6)
        await tried(player, "enter")
        await player.press("escape", "down", "down", "v")
        assert player.says("of 5 examples")
        await player.press("x")
        await player.until(lambda: len(player.match.replay.rows) == 5)
        await player.settle()
        assert player.says("What did it learn?", "4 examples")
        await player.press("escape")
        assert player.says("▸ ■ □ □")


@pytest.mark.slow
async def test_what_a_branch_was_told_is_not_taken_for_the_right_answer(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "2", "0", "g")
        await tried(player, "b")
        await player.press(*["down"] * 5)
        await tried(player, "right")
        await tried(player, "right")
        assert player.says("row 5 ■ □ □ ◂ told 0")
        await player.press("escape", "3", "0", "g")
        await tried(player, "b")
        await player.press(*["down"] * 5)
        await tried(player, "left")
        assert player.says("??? ■ □ □ ◂ left out")
        assert player.find("■    □      □     1"), "the puzzle's own answer"


@pytest.mark.slow
async def test_keys_pressed_before_another_run_is_there_branch_off_from_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=60_000)
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("comma")
        for key in ("r", "b", "down", "right", "x", "b", "R", "r", "b", "full_stop", "end"):
            player.app.simulate_key(key)
        await player.until(lambda: player.match.recording.complete and player.match.bench.settled)
        await player.settle()
        recording, since = player.match.recording, player.match.replay.since
        again = Recording(recording.training, recording.tape[: since + 1])
        again.record(recording.recorded - since)
        rows = slice(recording.recorded + 1)
        assert (again.tape[rows] == recording.tape[rows]).all(), "no weight that nobody trained"
        assert player.phase is Phase.VERDICT


@pytest.mark.slow
async def test_settings_are_changed_with_the_mouse_too(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("e")
        await player.click("threshold", last=True)
        assert player.says("threshold ◂ no")
        column, row = player.find("▸", last=True)
        before = player.match.replay
        await player.pilot.click(
            offset=(player.lines[player.find("◂ no")[1]].rindex("▸"), player.find("◂ no")[1])
        )
        await player.until(lambda: player.match.replay is not before)
        await player.settle()
        assert player.says("threshold ◂ yes"), (column, row)


@pytest.mark.slow
async def test_many_keys_at_once_end_with_the_last_run(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=20_000)
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("r", "r", "r", "R", "r", "r", "r", "r", "r")
        await player.until(lambda: player.match.recording.training.seed == 6)
        await player.until(lambda: player.match.recording.complete and player.match.iteration == 20_000)
        await player.settle()
        assert player.says("seed 6")
        await player.press("escape", "escape")
        await player.until(lambda: len(player.app.screen_stack) == 1)


@pytest.mark.everyday
async def test_x_keeps_the_iteration_exactly_also_before_the_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("2", "0", "g")
        await tried(player, "b")
        await tried(player, "down", "right")
        await player.press("full_stop", "full_stop")
        for _ in range(3):
            await tried(player, "x")
            assert player.says("iteration 22 of 60")
        assert player.phase is Phase.TRAIN


@pytest.mark.slow
async def test_the_end_of_a_short_run_is_not_taken_for_that_of_the_match_s_own(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=1_000_000)
    async with playing(tmp_path) as player:
        await player.press("enter")
        await player.until(lambda: bool(player.says("press 0 or 1")))
        await player.press("1", "enter", "space", "home", "e", "down", "down")
        for _ in range(8):
            await player.press("left")
        await player.press("end")
        assert player.says("iteration 100 of 100")
        assert not player.match.bench.lab.own.replay.recording.complete
        for key in ("R", "full_stop", "comma"):
            player.app.simulate_key(key)
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert player.phase is Phase.TRAIN
        assert player.match.iteration < 100


@pytest.mark.slow
async def test_nothing_moves_behind_the_help_while_another_run_is_recorded(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=200_000)
    async with playing(tmp_path) as player:
        await player.verdict()
        match = player.match
        await player.press("comma")
        for key in ("r", "question_mark"):
            player.app.simulate_key(key)
        await player.until(lambda: match.bench.settled and match.bench.lab.trying)
        assert player.app.screen is not match
        assert not match.player.playhead.playing, "what nobody sees does not move"
        await player.press("escape")
        await player.until(lambda: match.iteration == 199_999)
        assert player.says("trying seed 2")


async def test_with_cross_entropy_it_learns_more_quickly_from_its_errors_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        own = player.match.replay
        await player.press("e", "up")
        assert player.says("loss ◂ squares ▸")
        await tried(player, "right")
        assert player.says("loss ◂ cross-entropy ▸", "trying cross-entropy", "hidden neurons none")
        assert player.match.replay.error(60) < own.error(60) / 3
        await player.press("c")
        assert player.says("weights += dot(inputs.T, error) ")
        await player.press("c", "m", "home", "down", *["right"] * 6)
        assert player.says("error × left")
        assert not player.says("gradient")
        assert player.says("What row 2 asks of the weight of left: error times input.")
        await player.press("left")
        assert player.says("The error of row 2"), "there is no gradient between the two"
        await player.press("right", "left", "x")
        await player.until(lambda: player.match.bench.settled)
        await player.press("right")
        assert player.says("The gradient of row 2")
        await tried(player, "x")
        assert player.says("The error of row 2")


async def test_hidden_neurons_are_put_before_a_neuron_that_can_not_learn_it_and_taken_away(
    tmp_path: Path,
) -> None:
    rows = "examples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1, 1 1 -> 0]\nquestions: [1 1 -> 0]\n"
    settings = "neuron: {threshold: true, iterations: 3000}\n"
    (tmp_path / "a.yaml").write_text(f"title: Stairs\ninputs: [up, down]\n{rows}{settings}")
    async with playing(tmp_path) as player:
        await player.verdict("0")
        assert player.part("#examples").count("✓") < 4, "one neuron cannot learn exclusive or"
        await player.press("e", "up", "up")
        for _ in range(4):
            await tried(player, "right")
        assert player.says("hidden neurons ◂ 4")
        assert player.part("#examples").count("✓") == 4
        await player.press(*["right"] * 20)
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert player.says("hidden neurons ◂ 16"), "more there are not"
        await player.press(*["left"] * 20)
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert player.says("hidden neurons ◂ none")
        assert not player.match.bench.lab.trying


async def test_the_microscope_stays_open_where_hidden_neurons_come_to_the_front(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("e", "up", "up")
        await tried(player, "right")
        await tried(player, "x")
        await player.press("escape", "m", "n")
        assert not player.says("inputs \u2192 hidden"), "one neuron alone has no next one"
        await tried(player, "x")
        assert player.match.replay.is_network
        assert player.says("inputs \u2192 hidden\u25b81", "sent")
        await player.press("n")
        assert player.says("\u25b8last", "target")
        await tried(player, "x")
        assert not player.match.replay.is_network
        assert player.says("Microscope", "target")
        assert not player.says("inputs \u2192 hidden")


async def test_going_back_while_the_own_run_is_still_to_come_shows_no_row_that_is_not_recorded(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml", iterations=60_000)
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1", "enter", "space", "r")
        await player.until(lambda: player.match.bench.settled and player.match.bench.lab.trying)
        await player.press("end")
        for _ in range(3):
            player.app.simulate_key("R")
            await player.settle()
            assert player.match.iteration <= player.match.recording.recorded
        await player.until(lambda: player.match.bench.settled and player.match.bench.on_own_run)
        assert player.match.iteration <= player.match.recording.recorded


async def test_a_branch_opens_its_settings_also_where_others_are_open_behind_a_panel(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("e", "tab", "z")
        assert player.match.maximized is not None
        await player.press("b")
        await player.until(lambda: player.match.bench.settled)
        await player.settle()
        assert player.match.maximized is None
        assert player.match.focused is player.match.column.aside
        assert player.says("Branch from iteration")


async def test_a_hand_that_turned_nothing_is_let_go_by_its_own_key_as_by_escape(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("w")
        await player.until(lambda: player.match.bench.settled)
        await player.press("w")
        await player.until(lambda: player.match.bench.settled and player.match.bench.on_own_run)
        await player.settle()
        assert not player.says("your own hand")


async def test_four_curves_have_one_row_where_more_neurons_leave_no_room_for_two(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(100, 32)) as player:
        await player.train()
        assert player.match.has_class("-four")
        await player.press("e", "up", "up")
        for _ in range(8):
            await tried(player, "right")
        assert not player.match.has_class("-four")
        await player.press("R")
        await player.until(lambda: player.match.bench.settled and player.match.bench.on_own_run)
        assert player.match.has_class("-four")


@pytest.mark.parametrize("keys", ["m", "c", "v", "z", "e", "r", "w"])
async def test_nothing_that_is_open_or_tried_is_left_by_enter_or_a(keys: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml", "Second")
    async with playing(tmp_path) as player:
        await player.verdict()
        match = player.match
        await player.press(keys)
        await player.settle()
        assert not player.says("Enter next")
        await player.press("a", "enter")
        assert player.match is match
        for _ in range(3):
            if not player.says("Enter next"):
                await player.press("escape")
        await player.press("enter")
        await player.until(lambda: player.match is not match)


async def test_the_puzzle_s_own_start_weights_come_back_after_other_ones(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml")
    path.write_text(path.read_text().replace("iterations: 60", "iterations: 60, start: [0.5, -0.25, 2]"))
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1", "enter", "end")
        await player.settle()
        await player.press("home")
        assert numbers(player) == ["+0.50", "−0.25"]
        await player.press("e", "down", "down", "down")
        assert player.says("start weights ◂ the puzzle's ▸")
        await tried(player, "right")
        assert player.says("start weights ◂ seed 2 ▸")
        await player.press("c")
        assert player.says("random.seed(2)")
        await player.press("c", "e")
        await tried(player, "R")
        await player.press("home", "c")
        assert player.says("weights = array([[0.5, -0.25, 2.0]]).T")
