"""`neuron-tui check --train`: what is proved, on how many cores, and how it is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.cli.checking import check_paths
from neuron_tui.cli.proving import WORTH_IT, prove_all
from tests.cli.conftest import Run, write
from tests.cli.test_process import COMMAND
from tests.terminal.terminal import Terminal

OR = "title: Or\nexamples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1]\nquestions: [1 1 -> {answer}]\nexpect: {expect}\n"
SHORT = "neuron: {threshold: true, iterations: 500}\n"
ENDLESS = "neuron: {threshold: true, hidden: 16, iterations: 100000}\n"


def one_or_the_other(answer: int, expect: str, neuron: str = SHORT) -> str:
    return OR.format(answer=answer, expect=expect) + neuron


def test_what_no_weights_can_do_is_told_as_proved(run: Run) -> None:
    write(Path("a.yaml"), one_or_the_other(0, "fails"))
    proved, _ = run("check", "a.yaml", "--train").out.splitlines()
    assert proved == "The neuron fails 1 puzzle; that no weights can do it is proved for 1."
    told, *_ = run("check", "a.yaml", "--train", "--verbose").out.splitlines()
    assert told == "a.yaml: proved: no weights can do it"


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
    write(Path("a.yaml"), one_or_the_other(1, "learns"))
    (summary,) = run("check", "a.yaml", "--train", "-v").out.splitlines()
    assert summary == "1 puzzle checked, each puzzle trained with 10 seeds: no faults."


@pytest.mark.slow
def test_two_cores_find_what_one_core_finds_in_the_same_order() -> None:
    long = f"neuron: {{threshold: true, iterations: {WORTH_IT // 4}}}\n"
    for number in range(5):
        write(Path(f"folder/{number}.yaml"), one_or_the_other(number % 2, "learns", long))
    write(Path("folder/broken.yaml"), "title: x\n")
    files, told = check_paths([Path("folder")]), list[int]()
    both = prove_all(files, told.append, cores=2)
    assert both == prove_all(files, lambda _: None, cores=1)
    assert told == [1] * 5
    assert [len(checked.faults) for checked in both[:5]] == [1, 0, 1, 0, 1]


@pytest.mark.slow
def test_ctrl_c_ends_it_at_once_and_without_a_traceback() -> None:
    for number in range(8):
        write(Path(f"folder/{number}.yaml"), one_or_the_other(1, "learns", ENDLESS))
    with Terminal([*COMMAND, "check", "--train", "folder"]) as terminal:
        terminal.wait_for(lambda: "Training" in terminal.text())
        terminal.press("ctrl+c")
        assert terminal.wait_for_exit() == 130
        assert "Traceback" not in terminal.text()
        assert "rror" not in terminal.text()
