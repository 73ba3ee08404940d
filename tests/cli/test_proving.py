"""`neuron-tui check --train`: what is proved, on how many cores, and how it is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, write

OR = "title: Or\nexamples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1]\nquestions: [1 1 -> {answer}]\nexpect: {expect}\n"
SHORT = "neuron: {threshold: true, iterations: 500}\n"


def one_or_the_other(answer: int, expect: str, neuron: str = SHORT) -> str:
    return OR.format(answer=answer, expect=expect) + neuron


def test_what_no_weights_can_do_is_told_as_proved(run: Run) -> None:
    write(Path("a.yaml"), one_or_the_other(0, "fails"))
    *_, proved, _ = run("check", "a.yaml", "--train").out.splitlines()
    assert proved == "The neuron fails 1 puzzle; that no weights can do it is proved for 1."
    told = run("check", "a.yaml", "--train", "--verbose").out.splitlines()
    assert "a.yaml: proved: no weights can do it" in told
    assert "a.yaml: from seed 10 it gets 1 1 wrong" in told


@pytest.mark.slow
def test_what_was_only_tried_is_told_as_tried(run: Run) -> None:
    write(Path("a.yaml"), one_or_the_other(1, "fails", "neuron: {threshold: true, iterations: 0}\n"))
    write(
        Path("a.yaml"), "title: Timid\nexamples: [1 0 -> 0]\nquestions: [0 1 -> 1]\nexpect: fails\n" + SHORT
    )
    write(Path("b.yaml"), one_or_the_other(0, "fails", "neuron: {threshold: true, hidden: 3}\n"))
    ran = run("check", "a.yaml", "b.yaml", "--train", "-v")
    assert "a.yaml: tried: there are weights that can do it" in ran.out
    assert "b.yaml: tried: there is a proof only for one neuron" in ran.out
    assert (
        "The neuron fails 2 puzzles; that no weights can do it is proved for 0, for 2 it was only tried."
        in (ran.out)
    )


def test_of_puzzles_that_are_learned_no_proof_is_told(run: Run) -> None:
    write(Path("a.yaml"), one_or_the_other(1, "learns").replace("1 1 -> 1", "1 1 -> ?"))
    said, summary = run("check", "a.yaml", "--train", "-v").out.splitlines()
    assert said.startswith("a.yaml: to 1 1 it answers 0.9")
    assert summary == "1 puzzle checked, each puzzle trained with 10 seeds: no faults."


def test_where_the_names_decide_no_question_is_called_unfair(run: Run) -> None:
    write(Path("a.yaml"), one_or_the_other(0, "fails") + "names_decide: true\n")
    assert "warning" not in run("check", "a.yaml", "--train").out
    write(Path("b.yaml"), one_or_the_other(0, "fails"))
    assert "or `names_decide: true` where the names tell it" in run("check", "b.yaml", "--train").out


def test_names_that_need_not_decide_are_told_with_their_line(run: Run) -> None:
    told = one_or_the_other(0, "fails").replace("1 0 -> 1]", "1 0 -> 1, 1 1 -> 0]")
    write(Path("a.yaml"), told + "names_decide: true\n")
    out = run("check", "a.yaml", "--train").out
    assert "a.yaml:6:15: warning: the simplest rules that fit the examples answer as the file does" in out


def test_start_weights_that_miss_are_told_as_the_puzzle_s_start(run: Run) -> None:
    neuron = "neuron: {threshold: true, iterations: 500, start: [-100, -100, 0]}\n"
    write(Path("a.yaml"), one_or_the_other(1, "learns", neuron))
    out = run("check", "a.yaml", "--train").out
    assert "the neuron learned it with 9 of 10 starts (the puzzle's start: " in out
    assert "write `expect: depends`" in out
