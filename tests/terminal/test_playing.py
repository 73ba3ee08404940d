"""The real game in a real terminal, from the command to the verdict and out again."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.slow

OWN_PUZZLE = """\
title: My own opposite
examples:
  - 0 0 -> 1
  - 0 1 -> 1
  - 1 0 -> 0
questions:
  - 1 1 -> 0
rule: The output is the opposite of the first input.
neuron: {threshold: true, iterations: 2000}
"""
BROKEN_PUZZLE = """\
title: My broken one
examples:
  - 0 0 -> 1
  - 0 1 1
questions:
  - 1 1 -> 0
"""
WIDE_PUZZLE = """\
title: 漢字の謎
inputs: [左の列, 🍓🍓, center]
output: 答え
examples:
  - 0 0 1 -> 0
  - 1 1 1 -> 1
questions:
  - 1 0 0 -> 1
"""


def at_home(terminal: Terminal) -> Terminal:
    terminal.wait_for("to play.")
    return terminal


def at_first_look(terminal: Terminal) -> Terminal:
    at_home(terminal).press("enter")
    terminal.wait_for("press 0 or 1")
    return terminal


def in_training(terminal: Terminal) -> Terminal:
    at_first_look(terminal).press("1")
    terminal.wait_for("you 0.90")
    terminal.press("enter")
    terminal.wait_for(lambda: 0 < iteration(terminal) < 10_000)
    return terminal


def at_verdict(terminal: Terminal) -> Terminal:
    in_training(terminal).press("end")
    terminal.wait_for("You both got it")
    return terminal


def find_puzzle(terminal: Terminal, typed: str) -> None:
    """Open the field above the list, and type a part of a title."""
    terminal.press("/")
    terminal.wait_for("a title, or a word")
    terminal.type(typed)


def left_panel_is_straight(terminal: Terminal) -> bool:
    """Whether the left panel's right edge stands in one column from its upper to its lower corner."""
    corner, top = terminal.find("╮")
    below = [terminal.cell(corner, row) for row in range(top + 1, len(terminal.screen()))]
    height = below.index("╯") if "╯" in below else 0
    return height > 10 and set(below[:height]) == {"│"}


def iteration(terminal: Terminal) -> int:
    """The iteration that the playhead stands on; -1 where none is shown."""
    found = re.search(r"(?:iteration|look) +([\d,]+) of", terminal.text())
    return int(found[1].replace(",", "")) if found else -1


def test_from_home_on_the_articles_puzzle_to_the_verdict_and_home_again(start: Start) -> None:
    game = at_home(start())
    game.wait_for(lambda: game.text().count("The leftmost column") == 2)  # in the list, and above its table
    for word in ("left", "middle", "right", "???"):
        game.wait_for(word)
    at_first_look(game)
    game.wait_for("the neuron is asleep")
    game.press("1")
    game.wait_for("fairly sure it is 1")
    game.wait_for("+96 if 1")
    game.wait_for("−224 if 0")
    game.press("enter")
    game.wait_for(lambda: iteration(game) > 2)
    game.press("end")
    game.wait_for("You both got it: it is 1.")
    game.wait_for("neuron 0.9999")
    game.press("p")
    game.wait_for(lambda: iteration(game) == 10_000)
    for weight in ("+9.67", "−0.21", "−4.63"):
        game.wait_for(weight)
    game.press("escape")
    at_home(game)


def test_left_alone_the_training_comes_to_its_verdict_by_itself(start: Start) -> None:
    in_training(start()).wait_for("You both got it")


def test_a_puzzle_is_chosen_and_guessed_by_mouse(start: Start) -> None:
    game = at_home(start())
    place = game.find("Ask it more")
    game.click(*place)
    game.wait_for("2 of 7")
    game.click(*place)
    game.wait_for("press 0 or 1")
    zero, row = game.find("0 ├")
    one, _ = game.find("┤ 1")
    middle = (zero + 2 + one) // 2
    game.click(one, row)
    game.wait_for("certain it is 1")
    game.drag((middle, row), (zero + 3, row))
    game.wait_for("sure it is 0")
    game.wait_for(lambda: "certain it is 1" not in game.text())


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(at_home, id="home"),
        pytest.param(in_training, id="training"),
        pytest.param(at_verdict, id="the verdict"),
    ],
)
def test_ctrl_q_leaves_at_once_and_leaves_the_terminal_as_it_was(
    start: Start, place: Callable[[Terminal], Terminal]
) -> None:
    game = place(start())
    game.press("ctrl+q")
    assert game.wait_for_exit() == 0
    assert game.left_behind() == []
    assert game.text().strip() == ""
    assert not game.leaves_processes()


def test_ctrl_q_leaves_even_from_help_and_from_a_terminal_that_is_too_small(start: Start) -> None:
    for leave_from in ("help", "a small terminal"):
        game = at_first_look(start())
        if leave_from == "help":
            game.press("?")
            game.wait_for("─ Help ─")
        else:
            game.resize(50, 20)
            game.wait_for("50 x 20")
        game.press("ctrl+q")
        assert game.wait_for_exit() == 0
        assert game.left_behind() == []
        assert game.text().strip() == ""
        assert not game.leaves_processes()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP], ids=["terminated", "window closed"])
def test_a_game_that_is_ended_from_outside_leaves_nothing_running(
    start: Start, ending: signal.Signals
) -> None:
    game = in_training(start())
    game.signal(ending)
    game.wait_for_exit()
    assert not game.leaves_processes()
    if ending is signal.SIGTERM:  # else there is no terminal any more
        assert game.left_behind() == []


def test_a_terminal_made_too_small_says_so_and_large_again_goes_on(start: Start) -> None:
    game = at_first_look(start())
    game.press("1", "right")
    game.wait_for("you 0.95")
    game.resize(50, 20)
    game.wait_for("50 x 20")
    game.wait_for("60 x 20")
    game.wait_for(lambda: "you 0.95" not in game.text())
    game.resize(80, 24)
    game.wait_for("you 0.95")
    game.press("enter")
    game.wait_for(lambda: iteration(game) > 0)
    game.resize(50, 20)
    game.wait_for("50 x 20")
    game.resize(120, 40)
    game.wait_for(lambda: iteration(game) > 0)


def test_a_puzzle_of_ones_own_shows_after_f5_and_can_be_played(start: Start, home: Path) -> None:
    game = at_home(start())
    assert "My own opposite" not in game.text()
    (home / "puzzles").mkdir(exist_ok=True)
    (home / "puzzles" / "opposite.yaml").write_text(OWN_PUZZLE)
    game.press("f5")
    find_puzzle(game, "my own")
    game.wait_for(lambda: game.text().count("My own opposite") == 2)
    game.press("enter")
    game.wait_for("press 0 or 1")
    game.press("0", "0")
    game.wait_for("you 0.00")
    game.press("enter", "end")
    game.wait_for("You got it, the neuron was right")
    game.wait_for("the opposite")


def test_a_broken_puzzle_is_listed_with_its_fault_and_can_be_mended(start: Start, home: Path) -> None:
    folder = home / "puzzles"
    folder.mkdir()
    (folder / "broken.yaml").write_text(BROKEN_PUZZLE)
    (folder / "opposite.yaml").write_text(OWN_PUZZLE)
    game = at_home(start())
    find_puzzle(game, "broken")
    game.wait_for("broken.yaml:4:5: error:")
    (folder / "broken.yaml").write_text(BROKEN_PUZZLE.replace("0 1 1", "0 1 -> 1"))
    game.press("f5")
    game.wait_for("to play.")
    game.wait_for(lambda: "error:" not in game.text())


def test_wide_characters_do_not_bend_the_panels(start: Start, home: Path) -> None:
    (home / "puzzles").mkdir()
    (home / "puzzles" / "wide.yaml").write_text(WIDE_PUZZLE)
    game = at_home(start(columns=100, rows=30))
    find_puzzle(game, "漢字")
    game.wait_for(lambda: game.text().count("漢字の謎") == 2)
    game.wait_for(lambda: left_panel_is_straight(game))
    game.press("enter")
    game.wait_for("press 0 or 1")
    game.wait_for(lambda: left_panel_is_straight(game))


def test_a_puzzle_that_is_named_is_played_straight_away(start: Start) -> None:
    game = start("play", "two-keys")
    game.wait_for("press 0 or 1")
    game.wait_for("Two keys")
    game.press("escape")
    at_home(game)
