"""What processes of our own do side by side, and that none of them is left behind."""

from __future__ import annotations

import os
import subprocess
from multiprocessing import active_children
from pathlib import Path

import pytest

from neuron_tui.cli.check.checking import check_path
from neuron_tui.cli.check.processes import in_processes
from neuron_tui.cli.check.proving import SHARE, prove_all
from neuron_tui.cli.mistake import MistakeError
from tests.cli.conftest import write
from tests.cli.test_process import COMMAND
from tests.cli.test_proving import one_or_the_other

pytestmark = pytest.mark.slow


def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    for number, iterations in enumerate((2000, SHARE, 500, SHARE, 1000)):
        neuron = f"neuron: {{threshold: true, iterations: {iterations}}}\n"
        write(Path(f"folder/{number}.yaml"), one_or_the_other(number % 2, "learns", neuron))
    write(Path("folder/broken.yaml"), "title: x\n")
    files, told = check_path(Path("folder")), list[int]()
    both = prove_all(files, told.append, most=2)
    assert both == prove_all(files, lambda _: None, most=1)
    assert told == [1] * 5
    assert [checked.path.name for checked in both] == [*(f"{n}.yaml" for n in range(5)), "broken.yaml"]
    assert [checked.fails for checked in both] == [True, False, True, False, True, False]


def test_what_goes_wrong_in_a_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="invalid literal for int"):
        in_processes(2, int, ["1", "two", "3"], lambda _: None)
    assert active_children() == []


def test_a_process_that_dies_is_told_in_a_sentence_that_says_what_to_do() -> None:
    with pytest.raises(MistakeError, match=r"ended from outside.*try again"):
        in_processes(2, os._exit, [1, 1], lambda _: None)
    assert active_children() == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_who_is_killed_leaves_no_process_behind() -> None:
    """A bar in a terminal tells when they work; the output ends with the last that could write to it."""
    pty = pytest.importorskip("pty")
    terminal, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "check", "--bundled", "--train"], stdout=subprocess.PIPE, stderr=theirs
    ) as proving:
        os.close(theirs)
        shown = b""
        while b" 1%" not in shown:
            shown += os.read(terminal, 1024)
        proving.kill()
        out, _ = proving.communicate(timeout=60)
    os.close(terminal)
    assert out == b""
