"""The plain program of a training: it needs numpy alone, and says what the game's neuron says."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.run import Run
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.program.program import program_of, program_of_run
from neuron_tui.game.program.text import Program
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import train
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.puzzle import MAX_LEARNING_RATE, Example, NeuronSettings, Puzzle, Question
from tests.game.matches import article, bundled, quickly, replay_of, trained, two_questions
from tests.puzzle.puzzles import puzzles
from tests.tui.reading import WIDE_NAMES

BARE = """
import base64, contextlib, io, json, sys
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(base64.b64decode(line), "program.py", "exec"), {"__name__": "__main__"})
    assert not [name for name in sys.modules if name.startswith("neuron_tui")]
    print(json.dumps(said.getvalue()), flush=True)
"""
"""An interpreter that knows nothing of the game runs a program per line, and gives what it printed."""

HOSTILE = (
    "two\nlines",
    "carriage\rreturn",
    "\u2028line\u2029paragraph\x85next\x0bup\x0cdown",
    "nul\x00 bell\x07 escape\x1b[31m",
    "\u202eturned round\u2066 and\u2069 back",
    "-*- coding: utf-7 -*-",
    "coding=latin-1",
    "codingcoding:: ascii",
    "vim: set fileencoding=rot13 :",
    '"""; import os; os._exit(1)',
    "'\\\nimport os",
    "!/bin/sh",
    "half \ud800 a character",
    "\ufeffmark",
    "x" * 1_000,
    " ",
)

Bare = Callable[[Program], str]


@pytest.fixture(scope="module")
def bare() -> Iterator[Bare]:
    """Runs a program in the bare interpreter."""
    with subprocess.Popen(
        [sys.executable, "-I", "-W", "ignore", "-c", BARE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        tell, said = process.stdin, process.stdout

        def run(program: Program) -> str:
            print(base64.b64encode(program.text.encode()).decode(), file=tell, flush=True)
            answer: str = json.loads(said.readline())
            return answer

        yield run
        tell.close()


def said_by_the_game(puzzle: Puzzle, chosen: NeuronSettings) -> str:
    """A line per question (without any, per example): its row, and the prediction with eight decimals."""
    weights = train(training_of(puzzle, chosen))[-1]
    rows = [row.inputs for row in puzzle.questions or puzzle.examples]
    outputs = training_of(puzzle, chosen).model.think(weights, np.array(rows, dtype=float))
    return "".join(
        f"{' '.join(map(str, row))} -> {output:.8f}\n" for row, output in zip(rows, outputs, strict=True)
    )


def code_lines(program: Program) -> int:
    """The lines as Python counts them, without comments and blank ones."""
    tokens = tokenize.tokenize(io.BytesIO(program.text.encode()).readline)
    return sum(token.type == tokenize.NEWLINE for token in tokens)


def branches() -> list[Run]:
    """A branch with a row told otherwise at another rate, and a branch of that one."""
    lab = Lab.of(replay_of(quickly(article(), 100)), quickly(article(), 100).neuron).branch(40)
    assert lab.front.terms is not None
    lab = lab.rebranch(replace(lab.front.terms.turn(1, 1), learning_rate=0.3))
    first = lab.front
    first.replay.recording.record(100)
    lab = lab.branch(70)
    lab.front.replay.recording.record(100)
    return [first, lab.front]


def test_the_article_s_program_is_ten_lines_and_prints_the_article_s_digits(bare: Bare) -> None:
    program = program_of(article(), article().neuron)
    assert program.text == (
        "# The leftmost column\n"
        "from numpy import array, dot, exp, random\n"
        "inputs = array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])\n"
        "targets = array([[0, 1, 1, 0]]).T\n"
        "random.seed(1)\n"
        "weights = 2 * random.random((3, 1)) - 1\n"
        "for iteration in range(10_000):\n"
        "    output = 1 / (1 + exp(-dot(inputs, weights)))\n"
        "    error = targets - output\n"
        "    weights += dot(inputs.T, error * output * (1 - output))\n"
        'print("1 0 0 -> %.8f" % tuple(1 / (1 + exp(-dot([1, 0, 0], weights)))))\n'
    )
    assert bare(program) == "1 0 0 -> 0.99993704\n"


@pytest.mark.parametrize("puzzle", ["article/leftmost-column", "hooked-together/sequel"])
def test_with_cross_entropy_one_line_is_another(bare: Bare, puzzle: str) -> None:
    of = bundled(puzzle)
    squared = replace(of.neuron, iterations=200)
    chosen = replace(squared, cross_entropy=True)
    before, after = (program_of(of, settings).text.splitlines() for settings in (squared, chosen))
    (changed,) = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed[1] == changed[0].replace(" * output * (1 - output)", "")
    assert bare(program_of(of, chosen)) == said_by_the_game(of, chosen)


@pytest.mark.slow
def test_every_bundled_puzzle_s_program_says_what_the_game_says(bare: Bare) -> None:
    chapters = scan([Folder(bundled_puzzles(), "bundled")]).chapters
    found = [entry.read().puzzle for chapter in chapters for entry in chapter.entries]
    assert len(found) >= 26
    for puzzle in found:
        assert puzzle is not None
        settings = replace(puzzle.neuron, iterations=min(puzzle.neuron.iterations, 500))
        program = program_of(puzzle, settings)
        assert bare(program) == said_by_the_game(puzzle, settings)
        assert code_lines(program) <= (19 if puzzle.neuron.hidden else 10)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    puzzles(networks=True, starts=True),
    st.integers(0, 40),
    st.sampled_from([1.0, 0.1, 3.0, 1e-300, 123.456, MAX_LEARNING_RATE]),
    st.booleans(),
)
def test_any_puzzle_s_program_says_what_the_game_says(
    bare: Bare, puzzle: Puzzle, iterations: int, rate: float, cross_entropy: bool
) -> None:
    chosen = replace(puzzle.neuron, iterations=iterations, learning_rate=rate, cross_entropy=cross_entropy)
    program = program_of(puzzle, chosen)
    assert bare(program) == said_by_the_game(puzzle, chosen)
    assert code_lines(program) <= (19 if chosen.hidden else 10)
    assert all(len(line) <= 100 for line in program.text.splitlines())


@pytest.mark.slow
def test_the_sequel_s_program_prints_the_sequel_s_digits(bare: Bare) -> None:
    rows = ("0010", "0111", "1011", "0101", "1001", "1110", "0000")
    puzzle = Puzzle(
        title="The sequel",
        input_names=("left", "middle", "right"),
        examples=tuple(Example(tuple(map(int, row[:3])), int(row[3])) for row in rows),
        questions=(Question((1, 1, 0), 0),),
        neuron=NeuronSettings(iterations=60_000, hidden=4),
    )
    assert bare(program_of(puzzle, puzzle.neuron)) == "1 1 0 -> 0.00788760\n"


@pytest.mark.parametrize("threshold", [False, True])
@pytest.mark.parametrize("questions", [1, 2, 64])
def test_the_largest_table_is_broken_into_short_rows(bare: Bare, questions: int, threshold: bool) -> None:
    rows = [tuple(map(int, f"{row * 257 % 65_536:016b}")) for row in range(256 + questions)]
    puzzle = Puzzle(
        title="Large",
        input_names=tuple("ABCDEFGHIJKLMNOP"),
        examples=tuple(Example(row, row[3]) for row in rows[:256]),
        questions=tuple(Question(row, row[3]) for row in rows[256:]),
        neuron=NeuronSettings(threshold=threshold, iterations=30),
    )
    program = program_of(puzzle, puzzle.neuron)
    assert bare(program) == said_by_the_game(puzzle, puzzle.neuron)
    assert code_lines(program) <= 10
    assert all(len(line) <= 100 for line in program.text.splitlines())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*HOSTILE, *WIDE_NAMES]) | st.text())
@example("coding:utf-7")
def test_a_hostile_title_stays_one_comment_that_says_nothing_to_python(bare: Bare, title: str) -> None:
    puzzle = replace(quickly(article(), 5), title=title)
    program = program_of(puzzle, puzzle.neuron)
    first, second, *_ = program.text.split("\n")
    assert first.startswith("#")
    assert second == "from numpy import array, dot, exp, random"
    assert program.text.split("\n")[1:] == program_of(article(), puzzle.neuron).text.split("\n")[1:]
    assert re.match(r"^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)", first) is None, "PEP 263"
    assert len(program.text.splitlines()) == program.text.count("\n"), "no other line break"
    assert not set(first) & set("\x00\x07\x1b\u202e\u2066\u2069\ufeff")
    assert bare(program) == said_by_the_game(puzzle, puzzle.neuron)


def test_a_title_is_shown_as_it_is_where_it_does_no_harm() -> None:
    for title in ("Größer als 日本?", "Encoding the night"):
        first = program_of(replace(article(), title=title), article().neuron).text.split("\n")[0]
        assert first == f"# {title}"


def test_a_threshold_is_a_column_of_ones_and_is_not_printed(bare: Bare) -> None:
    puzzle = bundled("threshold/night-light-again")
    program = program_of(puzzle, puzzle.neuron)
    assert "threshold" in program.text
    assert all(row.endswith(", 1]") for row in re.findall(r"\[[01, ]+\]", program.statements[3].text))
    assert bare(program).count(" ") == len(puzzle.input_names) + 1


def test_a_learning_rate_of_1_is_left_out_and_any_other_is_written_to_the_last_bit() -> None:
    def factor(rate: float) -> str:
        text = program_of(article(), replace(article().neuron, learning_rate=rate)).text
        return text.split("weights += ")[1].split("dot(")[0]

    assert factor(1.0) == ""
    assert (factor(3.0), factor(0.1)) == ("3 * ", "0.1 * ")
    assert Fraction(float(factor(1 / 3).split(" ")[0])) == Fraction(1 / 3)


def test_start_weights_of_the_puzzle_s_own_are_written_out(bare: Bare) -> None:
    chosen = replace(article().neuron, iterations=50, start=(0.5, -0.2, 1 / 3))
    program = program_of(article(), chosen)
    assert "weights = array([[0.5, -0.2, 0.3333333333333333]]).T\n" in program.text
    assert "random" not in program.text
    assert bare(program) == said_by_the_game(article(), chosen)


def test_it_knows_its_lines(bare: Bare) -> None:
    program = program_of(two_questions(), two_questions().neuron)
    lines = program.text.splitlines()
    assert [line for _, line in program.lines] == lines
    shown = {part: [lines[row] for row in program.rows(part)] for part, _ in program.lines}
    assert shown["think"] == ["    output = 1 / (1 + exp(-dot(inputs, weights)))"]
    assert shown["error"] == ["    error = targets - output"]
    assert shown["adjust"][0].startswith("    weights += ")
    assert shown["weights"] == ["weights = 2 * random.random((3, 1)) - 1"]
    assert shown["print"][0].startswith("for row in [[1, 1, 0], [0, 1, 0]]: print(")
    assert program.rows("think", "error", "adjust") == [7, 8, 9]
    assert bare(program).splitlines()[0].startswith("1 1 0 -> 0.")


def test_a_branch_goes_on_from_its_weights_for_the_iterations_that_remain(bare: Bare) -> None:
    for run, remaining in zip(branches(), (60, 30), strict=True):
        program = program_of_run(run)
        assert "random" not in program.text
        assert f"range({remaining})" in program.text
        assert code_lines(program) <= 10
        output = run.replay.outputs(100)[-1]
        assert bare(program) == f"1 0 0 -> {output:.8f}\n"
    told = [program_of_run(run).statements[3].text for run in branches()]
    assert told == ["targets = array([[0, 0, 1, 0]]).T"] * 2


def test_a_run_that_draws_its_weights_has_the_program_of_its_settings() -> None:
    lab = Lab.of(replay_of(quickly(article(), 50)), quickly(article(), 50).neuron).next_seed()
    assert program_of_run(lab.front).text == program_of(article(), lab.front.settings).text
    assert "random.seed(2)" in program_of_run(lab.front).text


def test_a_run_from_a_player_s_weights_begins_with_them(bare: Bare) -> None:
    puzzle = quickly(article(), 20)
    match = trained(Match.begin(puzzle))
    hand = Hand.begin(match.recording.training, np.array([0.1, -2 / 3, 1e-17]))
    lab = Lab.of(Replay(puzzle, match.recording), puzzle.neuron).hold(hand).take_over(0)
    program = program_of_run(lab.front)
    assert repr(-2 / 3) in program.text
    recording = lab.front.replay.recording
    recording.record(20)
    total = recording.tape[-1][0]
    assert bare(program) == f"1 0 0 -> {1 / (1 + np.exp(-total)):.8f}\n"


def test_a_program_that_never_learns_says_what_its_weights_say(bare: Bare) -> None:
    puzzle = quickly(article(), 0)
    program = program_of(puzzle, puzzle.neuron, np.array([0.1, -2 / 3, 1e-17]))
    assert "range(0)" in program.text
    assert bare(program) == f"1 0 0 -> {1 / (1 + np.exp(-0.1)):.8f}\n"


def test_where_nothing_is_asked_the_examples_are(bare: Bare) -> None:
    puzzle = replace(quickly(article(), 20), questions=())
    said = bare(program_of(puzzle, puzzle.neuron)).splitlines()
    assert [line.split(" -> ")[0] for line in said] == ["0 0 1", "1 1 1", "1 0 1", "0 1 1"]


@pytest.mark.slow
def test_it_runs_as_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    puzzle = replace(article(), title="-*- coding: utf-7 -*- 日本")
    path.write_text(program_of(puzzle, puzzle.neuron).text, encoding="utf-8")
    done = subprocess.run([sys.executable, "-I", path], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1 0 0 -> 0.99993704\n", "")
