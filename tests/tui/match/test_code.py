"""The program of a match's training: opened, carried out line by line, copied, saved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from neuron_tui.game.match.match import Phase
from neuron_tui.tui.match.views.code.view import CodeView
from neuron_tui.tui.shell.save import SaveScreen
from tests.tui.story import Player, playing, write

pytestmark = pytest.mark.slow

PROGRAM = """\
# Quick
from numpy import array, dot, exp, random
inputs = array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])
targets = array([[0, 1, 1, 0]]).T
random.seed(1)
weights = 2 * random.random((3, 1)) - 1
for iteration in range(60):
    output = 1 / (1 + exp(-dot(inputs, weights)))
    error = targets - output
    weights += dot(inputs.T, error * output * (1 - output))
print("1 0 0 -> %.8f" % tuple(1 / (1 + exp(-dot([1, 0, 0], weights)))))
"""
"""The article's nine lines, for the puzzle of these stories."""
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((160, 50), id="160x50")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the game was started in; the puzzles lie elsewhere."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "puzzles", "quick-one.yaml")
    return tmp_path


def lit(player: Player) -> str:
    """The name that the marked line of the program gives a value to."""
    marked = [line.split("▸")[1].split() for line in player.lines if "▸     " in line]
    [name] = [words[0] for words in marked if words[0] in ("output", "error", "weights")]
    return name


def opened(player: Player) -> bool:
    """Whether the program has the whole screen."""
    return isinstance(player.match.maximized, CodeView)


async def save(player: Player, *before: str) -> None:
    """Ask to save the program, and wait for the dialog."""
    await player.press(*before)
    await player.press("s")
    await player.until(lambda: isinstance(player.app.screen, SaveScreen))
    await player.settle()


async def tried(player: Player, *keys: str) -> None:
    """Press keys that bring another run to the front, and wait for it."""
    before = player.match.replay
    await player.press(*keys)
    await player.until(lambda: player.match.replay is not before and player.match.recording.complete)
    await player.settle()


@contextmanager
def nothing_written(folder: Path) -> Iterator[None]:
    """No file is written or changed in here."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("way_back", ["c", "escape"])
@pytest.mark.parametrize("size", SIZES)
async def test_c_opens_the_program_of_this_training_and_c_or_escape_closes_it(
    size: tuple[int, int], way_back: str, folder: Path
) -> None:
    async with playing(folder / "puzzles", size=size) as player:
        await player.train()
        before = player.text
        await player.press("c")
        assert opened(player)
        assert player.says(*(line.strip() for line in PROGRAM.splitlines()))
        assert player.says("Quick", "iteration 0 of 60"), "the heading and the timeline stay"
        await player.press(way_back)
        assert not opened(player)
        assert player.text == before


async def test_down_carries_out_think_error_and_adjust_and_goes_on_to_the_next_iteration(
    folder: Path,
) -> None:
    async with playing(folder / "puzzles") as player:
        await player.train()
        await player.press("c")
        seen = [(lit(player), player.match.iteration)]
        for _ in range(6):
            await player.press("down")
            seen.append((lit(player), player.match.iteration))
            assert f"iteration {seen[-1][1]} of 60" in player.part("#transport")
        assert seen == [
            ("output", 0), ("error", 0), ("weights", 0),
            ("output", 1), ("error", 1), ("weights", 1),
            ("output", 2),
        ]  # fmt: skip
        for _ in range(7):
            await player.press("up")
        assert (lit(player), player.match.iteration) == ("output", 0), "there is nothing before the start"


async def test_while_it_plays_a_line_that_is_carried_out_stops_it(folder: Path) -> None:
    write(folder / "puzzles", "quick-one.yaml", iterations=10_000)
    async with playing(folder / "puzzles") as player:
        await player.train()
        await player.press("c", "space")
        assert player.match.player.playhead.playing
        await player.press("down")
        assert not player.match.player.playhead.playing
        assert lit(player) == "error"


async def test_the_values_are_those_of_the_moment_wherever_the_timeline_goes(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.verdict()
        await player.press("c")
        output = f"{player.match.replay.outputs(60)[4]:.8f}"
        assert player.says(f"prints ▸1 0 0 -> {output}")
        await player.press("home")
        # the article's start weights: 1 / (1 + exp(0.16595599)) = 0.45860596
        assert player.says("prints now ▸1 0 0 -> 0.45860596", "+0.4406", "−0.9998")
        await player.press("1", "2", "g")
        assert player.says(f"1 0 0 -> {player.match.replay.outputs(12)[4]:.8f}")


@pytest.mark.slow
async def test_a_row_that_is_looked_at_in_the_program_is_selected_in_the_match(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.train()
        await player.press("c", "left")
        await player.press("left")
        assert player.match.selected == 2
        await player.press("escape")
        assert "▸3" in player.part("#puzzle")


async def test_y_copies_the_program_and_says_that_it_was_sent(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.train()
        await player.press("c")
        with nothing_written(folder):
            await player.press("ctrl+c")
        assert player.app.clipboard == PROGRAM
        await player.until(lambda: player.says("Sent to the clipboard."))
        assert opened(player)


async def test_s_saves_the_program_and_the_file_says_what_the_neuron_says(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.verdict()
        await save(player, "c")
        assert player.says("Save the program", "quick-one.py")
        await player.press("enter")
        assert opened(player), "back in the program"
        path = folder / "quick-one.py"
        assert path.read_text(encoding="utf-8") == PROGRAM
        await player.until(lambda: player.says("Saved as"))
        ran = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True)
        assert ran.stdout == f"1 0 0 -> {player.match.replay.outputs(60)[4]:.8f}\n"
        assert ran.stderr == ""


@pytest.mark.slow
async def test_the_rate_and_the_start_of_an_experiment_are_in_its_program(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.verdict()
        await player.press("c")
        assert player.says("weights += dot(inputs.T")
        await tried(player, "r")
        assert opened(player)
        assert player.says("random.seed(2)"), "an open program follows the run in front"
        await player.press("c", "e")
        await tried(player, "right")
        await player.press("c")
        assert player.says("weights += 3 * dot(inputs.T, error * output * (1 - output))", "random.seed(2)")
        await tried(player, "R")
        assert player.says("weights += dot(inputs.T", "random.seed(1)")


@pytest.mark.slow
async def test_the_program_of_a_branch_begins_with_its_weights_and_goes_on_as_long(folder: Path) -> None:
    async with playing(folder / "puzzles", size=(120, 40)) as player:
        await player.verdict()
        await player.press("home", "2", "0", "g")
        await tried(player, "b")
        await tried(player, "down", "right")
        weights = player.match.bench.lab.own.replay.recording.tape[20]
        await player.press("c")
        assert player.says(*(repr(float(weight)) for weight in weights)), "to the last bit"
        assert player.says("for iteration in range(40):", "targets = array([[1, 1, 1, 0]]).T")
        assert not player.says("random")
        await player.press("ctrl+c")
        ran = subprocess.run(
            [sys.executable, "-c", player.app.clipboard], capture_output=True, text=True, check=True
        )
        assert ran.stdout == f"1 0 0 -> {player.match.replay.outputs(60)[4]:.8f}\n"


async def test_there_is_no_program_while_the_guess_does_not_stand(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.play()
        with nothing_written(folder):
            await player.press("c", "s", "ctrl+c")
        assert player.says("the neuron is asleep until then")
        await player.press("1", "c")
        assert player.phase is Phase.GUESS
        assert player.app.clipboard == ""
        await player.press("enter", "space", "c")
        assert opened(player)


@pytest.mark.slow
async def test_the_turns_of_a_hand_are_no_program_and_an_open_one_closes(folder: Path) -> None:
    async with playing(folder / "puzzles") as player:
        await player.verdict()
        await player.press("c", "w")
        assert not opened(player)
        assert player.says("your own hand")
        await player.press("c")
        assert not opened(player)
        assert player.says("Your turns are no training.")
        await player.press("escape")
        await player.press("c")
        assert opened(player)
