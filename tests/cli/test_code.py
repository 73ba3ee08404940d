"""`neuron-tui code`: a training as a plain program."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_mistake, write
from tests.cli.test_process import COMMAND


def test_the_program_and_nothing_else_is_printed(run: Run) -> None:
    ran = run("code", "article/leftmost-column")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# The leftmost column\nfrom numpy import ")
    assert ran.out.endswith("weights)))))\n")


def test_the_options_stand_in_for_the_puzzle_s_own_settings(run: Run) -> None:
    ran = run("code", "leftmost", "--seed", 7, "--iterations", 50, "--learning-rate", 0.5)
    for line in ("random.seed(7)\n", "range(50):\n", "weights += 0.5 * dot("):
        assert line in ran.out


@pytest.mark.parametrize(
    "options", [("--seed", "-1"), ("--iterations", "0"), ("--learning-rate", "nan")], ids=" ".join
)
def test_numbers_out_of_bounds_are_wrong_usage(run: Run, options: tuple[str, str]) -> None:
    assert_mistake(run("code", "leftmost", *options), options[0], "neuron-tui code --help", code=2)


def test_an_unknown_puzzle_says_where_to_look(run: Run) -> None:
    assert_mistake(run("code", "leftmots"), "article/leftmost-column", "neuron-tui list")


def test_a_broken_file_tells_its_first_fault(run: Run) -> None:
    write(Path("broken.yaml"), "title: x\nexamples:\n  - 0 2 -> 1\nquestions:\n  - 0 0 -> 1\n")
    assert_mistake(run("code", "broken.yaml"), "broken.yaml:3:")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes as a Unix shell does")
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_it_can_be_piped_into_python_whatever_the_terminal_s_encoding(encoding: str) -> None:
    write(Path("red.yaml"), title="Größer 赤")
    pipe = f"{shlex.quote(COMMAND[0])} code red.yaml | {shlex.quote(sys.executable)} -"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(["sh", "-c", pipe], capture_output=True, text=True, env=environment, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 0 0 -> 0.99993704\n", "")
