"""`neuron-tui arcade`: a network that learns a game without a screen."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.arcade.titles import TITLES
from tests.cli.conftest import Run, assert_mistake

ALONE = ("arcade", "catch", "--network-only")


def test_without_a_terminal_the_games_are_listed(run: Run) -> None:
    assert [line.split()[0] for line in run("arcade").out.splitlines()] == [game.id for game in GAMES]
    assert list(TITLES) == [game.id for game in GAMES]
    assert_mistake(run("arcade", "road"), "terminal", "--network-only")


def test_what_came_of_it_can_be_read_by_a_program(run: Run) -> None:
    found = json.loads(run(*ALONE, "--steps", 350, "--seed", 3, "--json").out)
    assert list(found) == ["game", "seed", "steps", "games", "curve", "greedy", "random"]
    assert (found["game"], found["seed"], found["steps"]) == ("catch", 3, 350)
    assert found["games"] == 350 // 7, "each ball falls seven rows"
    assert [games for games, _ in found["curve"]] == [10, 20, 50]
    for games, mean in found["curve"]:
        total = mean * games
        assert total == pytest.approx(round(total)), "games of +1 and -1"
        assert abs(total) <= games
    assert all(-1 <= found[who] <= 1 for who in ("greedy", "random"))


def test_the_same_seed_gives_the_same_and_another_seed_something_else(run: Run) -> None:
    one, same, other = (run(*ALONE, "--steps", 300, "--seed", seed, "--json").out for seed in (4, 4, 5))
    assert one == same
    assert json.loads(one)["curve"] != json.loads(other)["curve"]


def test_the_table_shows_the_same(run: Run) -> None:
    found = json.loads(run(*ALONE, "--steps", 300, "--json").out)
    told = run(*ALONE, "--steps", 300).out
    assert told.startswith("Catch (catch)\n300 steps, 42 games, seed 1\n")
    for games, mean in found["curve"]:
        assert f" {games} {mean:+.2f} ".replace("-", "\u2212") in " ".join(told.split())
    assert f"{found['random']:+.2f}".replace("-", "\u2212") in told


def test_a_game_may_not_be_over_by_then(run: Run) -> None:
    found = json.loads(run(*ALONE, "--steps", 5, "--json").out)
    assert (found["games"], found["curve"]) == (0, [])
    assert run(*ALONE, "--steps", 5).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*ALONE, "--steps", 0), ("--steps", "200,000")),
        ((*ALONE, "--steps", 200_001), ("--steps", "200,000")),
        ((*ALONE, "--seed", -1), ("--seed",)),
        (("arcade", "catch", "--json"), ("--network-only",)),
        (("arcade", "catch", "--steps", 10), ("--network-only",)),
        (("arcade", "--network-only"), ("GAME",)),
    ],
)
def test_wrong_usage_is_one_clear_line(
    run: Run, arguments: tuple[object, ...], words: tuple[str, ...]
) -> None:
    assert_mistake(run(*arguments), *words, code=2)


def test_a_game_that_is_not_there_is_one_clear_line(run: Run) -> None:
    assert_mistake(run("arcade", "ctach"), "`ctach`", "did you mean `catch`?")
    assert_mistake(run("arcade", "zzz"), "`zzz`", "catch, road, snake, key-and-door")


def test_games_are_completed_by_their_ids(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NEURON_TUI_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "neuron-tui arcade ")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run().out.split() == [f"plain,{game}" for game in TITLES]


@pytest.mark.slow
def test_ctrl_c_while_it_learns_ends_it_without_a_word() -> None:
    """The signal comes after its first steps; all of them would take half a minute."""
    learns = ["arcade", "snake", "--network-only", "--steps", "200000"]
    program = f"""
import signal, sys
from neuron_tui.cli import main
from neuron_tui.neuron.q_learning import Recording
learns = Recording.record
def record(self, rows):
    learns(self, rows)
    signal.raise_signal(signal.SIGINT)
Recording.record = record
sys.exit(main({learns}))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stdout, ended.stderr.strip()) == (130, "", "")
