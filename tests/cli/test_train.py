"""`neuron-tui train`: a training without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuron_tui.folders import bundled_puzzles
from tests.cli.conftest import Run, assert_mistake, write
from tests.game.noise import STRANGERS


def trained(run: Run, *arguments: object) -> dict[str, Any]:
    ran = run("train", *arguments, "--json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_the_articles_digits_come_out(run: Run) -> None:
    found = trained(run, "article/leftmost-column")
    assert np.round(found["start_weights"], 8).tolist() == [-0.16595599, 0.44064899, -0.99977125]
    assert np.round(found["weights"], 8).tolist() == [9.67299303, -0.2078435, -4.62963669]
    assert round(found["questions"][0]["output"], 8) == 0.99993704


def test_a_puzzle_that_asks_nothing_has_no_questions_there(run: Run) -> None:
    assert trained(run, "curve/turn-it-yourself")["questions"] == []
    assert "Questions" not in run("train", "curve/turn-it-yourself").out


@pytest.mark.slow
def test_the_digits_of_the_article_s_sequel_come_out(run: Run) -> None:
    found = trained(run, "hooked-together/sequel")
    assert (found["hidden"], found["iterations"], found["seed"]) == (4, 60_000, 1)
    assert np.round(found["start_weights"][:3], 8).tolist() == [-0.16595599, 0.44064899, -0.99977125]
    assert np.round(found["start_weights"][-1], 8) == 0.34093502
    assert np.round(found["weights"][:2], 8).tolist() == [0.3122465, 4.57704063]
    assert np.round(found["weights"][-1], 8) == 9.90935111
    assert round(found["questions"][0]["output"], 7) == 0.0078876


@pytest.mark.slow
@pytest.mark.parametrize(
    ("iterations", "outputs"),
    [
        (59_999, [0.00260572, 0.99672209, 0.99701711, 0.00386759]),
        (60_000, [0.0026057, 0.99672212, 0.99701713, 0.00386756]),
    ],
)
def test_the_digits_of_trask_s_network_come_out(run: Run, iterations: int, outputs: list[float]) -> None:
    found = trained(run, "hooked-together/eleven-lines", "--iterations", iterations)
    assert [round(row["output"], 8) for row in found["examples"]] == outputs


def test_the_json_object_has_these_keys_and_no_others(run: Run) -> None:
    found = trained(run, "article/leftmost-column")
    assert list(found) == [
        "puzzle", "seed", "iterations", "learning_rate", "threshold", "start_weights", "weights",
        "examples", "questions",
    ]  # fmt: skip
    assert found["puzzle"] == "article/leftmost-column"
    assert (found["seed"], found["iterations"], found["learning_rate"]) == (1, 10_000, 1)
    assert found["threshold"] is False
    assert [list(example) for example in found["examples"]] == [["inputs", "target", "output"]] * 4
    assert found["examples"][1]["inputs"] == [1, 1, 1]
    assert found["examples"][1]["target"] == 1
    assert list(found["questions"][0]) == ["inputs", "answer", "output"]


def test_json_carries_every_bit_of_the_articles_loop(run: Run) -> None:
    inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])
    targets = np.array([[0, 1, 1, 0]]).T
    weights = 2 * np.random.RandomState(7).random_sample((3, 1)) - 1
    for _ in range(50):
        output = 1 / (1 + np.exp(-np.dot(inputs, weights)))
        weights = weights + 0.5 * np.dot(inputs.T, (targets - output) * output * (1 - output))
    options = ("--seed", 7, "--iterations", 50, "--learning-rate", 0.5)
    found = trained(run, "article/leftmost-column", *options)
    assert found["weights"] == weights[:, 0].tolist()


def test_a_threshold_is_the_last_weight(run: Run) -> None:
    found = trained(run, "threshold/burglar-alarm")
    assert found["threshold"] is True
    assert len(found["weights"]) == 3


def test_the_table_names_each_weight_and_says_what_came_out_right(run: Run) -> None:
    ran = run("train", "article/leftmost-column")
    lines = [line.split() for line in ran.out.splitlines()]
    assert ["left", "-0.16595599", "->", "+9.67299303"] in lines
    assert ["middle", "+0.44064899", "->", "-0.20784350"] in lines
    assert ["right", "-0.99977125", "->", "-4.62963669"] in lines
    assert ["1", "0", "0", "->", "1", "0.9999", "right"] in lines


def test_the_table_tells_wrong_and_undecided_apart(run: Run) -> None:
    rows = [line.split() for line in run("train", "threshold/night-light").out.splitlines()]
    assert ["0", "0", "->", "1", "0.5000", "undecided"] in rows
    rows = [line.split() for line in run("train", "never/stairs").out.splitlines()]
    assert ["1", "1", "->", "0", "1.0000", "wrong"] in rows


@pytest.mark.parametrize("text", ["leftmost-column", "LEFTMOST", "le/leftmost", "leftm"])
def test_a_part_of_an_id_is_enough_where_it_fits_one_puzzle(run: Run, text: str) -> None:
    assert trained(run, text)["puzzle"] == "article/leftmost-column"


def test_a_part_that_fits_several_names_them(run: Run) -> None:
    assert_mistake(run("train", "night"), "threshold/night-light", "threshold/game-night")


def test_an_unknown_puzzle_says_where_to_look(run: Run) -> None:
    assert_mistake(run("train", "leftmots"), "leftmots", "article/leftmost-column", "neuron-tui list")


def test_a_file_is_taken_by_its_path(run: Run) -> None:
    write(Path("somewhere/12-mine.yaml"))
    assert trained(run, "somewhere/12-mine.yaml")["puzzle"] == "mine"


def test_a_puzzle_has_one_id_by_path_and_by_name(run: Run, home: Path, tmp_path: Path) -> None:
    file = write(home / "puzzles" / "2-mine" / "01-left.yaml")
    linked = tmp_path / "linked"
    linked.symlink_to(file.parent, target_is_directory=True)
    shadowed = write(home / "puzzles" / "mine" / "left.yaml", title="Another one")
    for named in ("left", file, linked / file.name, bundled_puzzles() / "2-weights" / "05-storm.yaml"):
        told = trained(run, named)["puzzle"]
        assert told == ("weights/storm" if "storm" in str(named) else "mine/left")
    assert trained(run, shadowed)["puzzle"] == "left", "another puzzle has its id"


def test_a_missing_file_is_told_as_such(run: Run) -> None:
    assert_mistake(run("train", "missing.yaml"), "missing.yaml", "neuron-tui new")


def test_a_folder_is_no_puzzle(run: Run) -> None:
    Path("folder").mkdir()
    assert_mistake(run("train", "folder"), "folder", "puzzle files in it")


def test_a_broken_file_tells_its_first_fault_and_how_to_see_all(run: Run) -> None:
    write(Path("my puzzle.yaml"), "title: x\nexamples:\n  - 0 2 -> 1\nquestions:\n  - 0 0 -> 1\nrules: y\n")
    ran = run("train", "my puzzle.yaml")
    assert_mistake(ran, "my puzzle.yaml:3:", "neuron-tui check 'my puzzle.yaml'")


def test_text_from_a_file_never_reaches_the_terminal_as_escape_codes(run: Run) -> None:
    write(Path("evil.yaml"), 'title: "\\e[31mred\\u202e"\nexamples: [0 -> 1]\nquestions: [1 -> 0]\n')
    for ran in (run("train", "evil.yaml"), run("check", "evil.yaml")):
        assert "\x1b" not in ran.out + ran.err
        assert "\u202e" not in ran.out + ran.err


@pytest.mark.parametrize(
    "options",
    [
        ("--seed", "-1"),
        ("--seed", str(2**32 - 9)),
        ("--seed", "one"),
        ("--iterations", "0"),
        ("--iterations", "1000001"),
        ("--iterations", "1.5"),
        ("--learning-rate", "0"),
        ("--learning-rate", "-1"),
        ("--learning-rate", "1000.1"),
        ("--learning-rate", "nan"),
        ("--learning-rate", "inf"),
    ],
    ids=" ".join,
)
def test_numbers_out_of_bounds_are_wrong_usage(run: Run, options: tuple[str, ...]) -> None:
    ran = run("train", "article/leftmost-column", *options)
    assert_mistake(ran, options[0], "neuron-tui train --help", code=2)


def test_the_widest_neuron_has_fewer_iterations_at_most(run: Run) -> None:
    row = " ".join("1" * 16)
    write(
        Path("wide.yaml"),
        f"title: Wide\nexamples:\n  - {row} -> 1\nquestions:\n  - {row.replace('1', '0')} -> 0\n"
        "neuron: {threshold: true}\n",
    )
    ran = run("train", "wide.yaml", "--iterations", 20_000_000 // 17)
    assert_mistake(ran, "--iterations must be", code=2)


def test_the_bounds_themselves_are_taken(run: Run) -> None:
    options = ("--seed", 2**32 - 10, "--iterations", 1, "--learning-rate", 1000)
    assert trained(run, "article/leftmost-column", *options)["seed"] == 2**32 - 10
    assert trained(run, "article/leftmost-column", "--seed", 0)["seed"] == 0


def test_shares_are_numbers_in_json_and_what_has_no_right_answer_is_null(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "strangers.yaml"
    file.write_text(STRANGERS)
    asked = trained(run, file)["questions"]
    assert [question["answer"] for question in asked] == [0.75, 0.25, None]
    assert np.round([question["output"] for question in asked], 4).tolist() == [0.75, 0.25, 0.5]


def test_the_table_says_what_came_near_its_share(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "strangers.yaml"
    file.write_text(STRANGERS)
    lines = [line.split() for line in run("train", file).out.splitlines()]
    assert ["1", "0", "->", "0", "0.7500", "near"] in lines
    assert ["1", "0", "->", "3/4", "0.7500", "near"] in lines
    assert ["1", "1", "->", "?", "0.5000", "open"] in lines
    early = [line.split() for line in run("train", file, "--iterations", 1).out.splitlines()]
    assert [line[-1] for line in early if line[2:4] == ["->", "3/4"]] == ["off"]


def test_checking_proves_that_shares_are_reached(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "strangers.yaml"
    file.write_text(STRANGERS.replace("expect", "neuron: {iterations: 3}\nexpect"))
    ran = run("check", "--train", file)
    assert ran.code == 1
    assert "learned it with 0 of 10 seeds (seed 1: 0 of 8 examples and 0 of 2 questions right)" in ran.out
    file.write_text(STRANGERS)
    assert run("check", "--train", file).code == 0


def test_start_weights_of_the_puzzle_s_own_come_instead_of_a_seed(run: Run) -> None:
    source = "title: One\nexamples: [0 1 -> 0, 1 0 -> 1]\nquestions: [1 1 -> 1]\n"
    write(Path("one.yaml"), source + "neuron: {iterations: 1, start: [0.5, -0.25]}\n")
    found = trained(run, "one.yaml")
    assert (found["seed"], found["start_weights"]) == (None, [0.5, -0.25])
    table = run("train", "one.yaml").out
    assert "1 iteration, the puzzle's start weights, learning rate 1" in table
    assert "A        +0.50000000" in table
    drawn = trained(run, "one.yaml", "--seed", 3)
    assert drawn["seed"] == 3
    assert drawn["start_weights"] == (2 * np.random.RandomState(3).random_sample(2) - 1).tolist()
    assert "array([[0.5, -0.25]]).T" in run("code", "one.yaml").out
    assert "random.seed(3)" in run("code", "one.yaml", "--seed", 3).out
