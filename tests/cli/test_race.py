"""`neuron-tui race`: neurons that race alone, and the trials of players as a table."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles, journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptRace
from neuron_tui.game.race.kinds import KINDS, Kind
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.records import trial_of
from neuron_tui.game.race.results import ERRORS, MAX_RUNS, race_alone
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import read_entry
from tests.cli.conftest import Run, assert_mistake, write

TYPES: dict[str, Kind] = {
    "type-1": "I",
    "type-2": "II",
    "type-3": "III",
    "type-4": "IV",
    "type-5": "V",
    "type-6": "VI",
}
EXCEPTIONS = """\
title: {title}
examples: [0 0 0 -> 1, 0 0 1 -> 0, 0 1 0 -> 0, 0 1 1 -> 0, 1 0 0 -> 0, 1 0 1 -> 0, 1 1 0 -> 0, 1 1 1 -> 0]
questions: [0 0 0 -> 1]
"""
MAJORITY = """\
title: {title}
examples: [0 0 0 -> 0, 0 0 1 -> 0, 0 1 0 -> 0, 0 1 1 -> 1, 1 0 0 -> 0, 1 0 1 -> 1, 1 1 0 -> 1]
questions: [1 1 1 -> 1]
"""


def keep_race(
    player: str, trials: int, race_id: str, puzzle: str = "six-kinds/type-2", content: str = "c"
) -> None:
    """Let someone race over so many figures, in the player's own journal."""
    keeper = Keeper(journal(), player)
    race = Race.begin(KINDS["II"], 5)
    assert keeper.keep([KeptRace(race_id, player, puzzle, content, 5, 1.0, "1.0")]) == ""
    for _ in range(trials):
        assert keeper.keep([trial_of(race, race_id, 1, 0.5, 2.0)]) == ""
        race = race.decide(1)


@pytest.mark.parametrize("name", TYPES)
def test_a_hundred_neurons_race_as_the_literature_and_the_measurements_say(run: Run, name: str) -> None:
    found = json.loads(run("race", name, "--neuron-only", "--runs", 100, "--seed", 1, "--json").out)
    assert found["puzzle"] == f"six-kinds/{name}"
    assert (found["kind"], found["runs"], found["seed"]) == (TYPES[name], 100, 1)
    assert len(found["errors"]) == 16
    assert all(0 <= error <= 1 for error in found["errors"])
    learns = TYPES[name] in ("I", "IV")
    assert found["errors"][-1] < 0.06 if learns else found["errors"][-1] > 0.12
    assert found["learned"] == (1 if learns else 0)
    assert found["people"] == list(ERRORS[TYPES[name]])


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others(run: Run) -> None:
    one, same, other = (run("race", "type-3", "--neuron-only", "--seed", seed).out for seed in (1, 1, 2))
    assert one == same != other


def test_one_run_after_the_other_makes_the_same_mean_as_side_by_side() -> None:
    together = race_alone(KINDS["V"], 3, 40)
    alone = [race_alone(KINDS["V"], 1, seed).errors for seed in (40, 41, 42)]
    means = [sum(errors) / 3 for errors in zip(*alone, strict=True)]
    assert together.errors == pytest.approx(means)


def test_the_seeds_go_round_after_the_last(run: Run) -> None:
    assert run("race", "type-1", "--neuron-only", "--runs", 20, "--seed", 2**32 - 10).code == 0


def test_the_table_shows_the_people_beside_the_neurons(run: Run) -> None:
    lines = run("race", "type-2", "--neuron-only").out.splitlines()
    assert lines[0] == "Type II (six-kinds/type-2), kind II of six"
    assert lines[1].startswith("100 neurons with a threshold")
    blocks = [line.split() for line in lines if line.strip()[:1].isdigit() and "█" in line]
    assert [cells[0] for cells in blocks] == [str(block) for block in range(1, 17)]
    assert [float(cells[2]) for cells in blocks] == list(ERRORS["II"])
    assert lines[-1].startswith("People: Nosofsky")


def test_a_pattern_of_no_kind_is_raced_without_people(run: Run) -> None:
    write(Path("mine.yaml"), EXCEPTIONS)
    found = json.loads(run("race", "mine.yaml", "--neuron-only", "--json", "--runs", 2).out)
    assert (found["kind"], found["people"]) == (None, None)
    assert "people" not in run("race", "mine.yaml", "--neuron-only", "--runs", 2).out


@pytest.mark.parametrize("runs", [0, -1, MAX_RUNS + 1])
def test_a_number_of_runs_out_of_bounds_is_a_mistake(run: Run, runs: int) -> None:
    assert_mistake(run("race", "type-1", "--neuron-only", "--runs", runs), "1 to 100,000", code=2)


@pytest.mark.parametrize("seed", [-1, 2**32])
@pytest.mark.parametrize("options", [("--neuron-only",), ()])
def test_a_seed_out_of_bounds_is_a_mistake(run: Run, seed: int, options: tuple[str, ...]) -> None:
    assert_mistake(run("race", "type-1", *options, "--seed", seed), "--seed must be from 0", code=2)


@pytest.mark.parametrize("options", [("--neuron-only",), ()])
def test_a_puzzle_that_leaves_rows_out_can_not_be_raced(run: Run, options: tuple[str, ...]) -> None:
    assert_mistake(
        run("race", "leftmost", *options), "article/leftmost-column can't be raced", "each of the eight rows"
    )


def test_a_broken_puzzle_is_told_as_everywhere(run: Run) -> None:
    write(Path("broken.yaml"), "title: x\nexamples: [0 2 -> 1]\n")
    assert_mistake(run("race", "broken.yaml", "--neuron-only"), "broken.yaml:1:1", "neuron-tui check")


def test_options_that_make_no_sense_together_are_told(run: Run) -> None:
    assert_mistake(run("race"), "Missing argument", code=2)
    assert_mistake(run("race", "type-1", "--json"), "--neuron-only", code=2)
    assert_mistake(run("race", "type-1", "--runs", 5), "--neuron-only", code=2)
    assert_mistake(run("race", "type-1", "--export", "a.csv"), "--export", code=2)


def test_a_race_needs_a_terminal(run: Run) -> None:
    assert_mistake(run("race", "type-1"), "needs a terminal", "--neuron-only")


def test_all_trials_are_written_to_a_new_file(run: Run) -> None:
    keep_race("Ada", 3, "a" * 32)
    keep_race("Ben", 2, "b" * 32)
    ran = run("race", "--export", "trials.csv")
    assert ran.code == 0
    assert "5 trials of 2 races" in ran.out
    lines = list(csv.DictReader(io.StringIO(Path("trials.csv").read_text(encoding="utf-8"))))
    assert [line["player"] for line in lines] == ["Ada"] * 3 + ["Ben"] * 2
    assert {line["decision"] for line in lines} == {"1"}


def test_one_player_s_trials_go_to_standard_output(run: Run) -> None:
    keep_race("Ada", 3, "a" * 32)
    keep_race("Ben", 2, "b" * 32)
    ran = run("race", "--export", "-", "--player", "Ben")
    lines = list(csv.DictReader(io.StringIO(ran.out)))
    assert [line["player"] for line in lines] == ["Ben", "Ben"]
    assert_mistake(run("race", "--export", "-", "--player", "Eve"), "Eve", "nobody in the journal")


def test_whoever_left_early_is_not_lost_for_an_analysis_by_kind(run: Run) -> None:
    """The kind is told by the puzzle's file, wherever it is, if it still asks the same."""
    bundled = read_entry(bundled_puzzles() / "10-six-kinds" / "02-type-2.yaml").puzzle
    assert bundled is not None
    Path("mine").mkdir()
    write(Path("mine/votes.yaml"), MAJORITY.format(title="Votes"))
    votes = read_entry(Path("mine/votes.yaml")).puzzle
    assert votes is not None
    keep_race("Ada", 3, "a" * 32, content=content_of(bundled))
    keep_race("Ben", 3, "b" * 32, content="of another version")
    keep_race("Cid", 3, "c" * 32, "votes", content_of(votes))
    for options, of_cid in (((), ""), (("--puzzles", "mine"), "IV")):
        lines = list(csv.DictReader(io.StringIO(run("race", "--export", "-", *options).out)))
        kinds = {line["player"]: line["kind"] for line in lines}
        assert kinds == {"Ada": "II", "Ben": "", "Cid": of_cid}


def test_without_a_race_there_is_a_header(run: Run) -> None:
    ran = run("race", "--export", "-")
    assert ran.code == 0
    assert ran.out.startswith("player,race,begun")
    assert ran.out.count("\n") == 1


def test_a_file_that_is_there_is_never_written_over(run: Run) -> None:
    Path("trials.csv").write_text("mine")
    assert_mistake(run("race", "--export", "trials.csv"), "trials.csv is there already")
    assert Path("trials.csv").read_text() == "mine"


def test_a_file_that_can_not_be_written_is_told(run: Run) -> None:
    assert_mistake(run("race", "--export", "nowhere/trials.csv"), "no such folder")
    assert_mistake(run("race", "--export", os.curdir), "this is a folder")
