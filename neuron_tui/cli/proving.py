"""The proof of what puzzles expect of the neuron, one puzzle after the other or on all cores at once."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from neuron_tui.cli.checking import Checked
from neuron_tui.cli.columns import counted
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.expectation import SEEDS, SeedOutcome, expectation, outcomes
from neuron_tui.game.proof import is_impossible
from neuron_tui.puzzle.fault import Fault
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean

WORTH_IT = 400_000
"""So many iterations take longer than it takes to start processes for them."""
_EXPECT_KEY = re.compile(rb"^expect[ \t]*:[ \t]*", re.MULTILINE)


def prove_all(
    files: Sequence[Checked], told: Callable[[int], object], cores: int | None = None
) -> list[Checked]:
    """The same files with the proofs of what their puzzles expect; `told` hears 1 for each puzzle.

    `cores` are as many as this process may use, if they are not given. Raises MistakeError where a process
    ends before its time.
    """
    found = list(files)
    costs = {place: _cost(file.puzzle) for place, file in enumerate(files) if file.puzzle is not None}
    order = sorted(costs, key=costs.__getitem__, reverse=True)  # the longest first, so that none is left over
    workers = min(cores or _cores(), len(order))
    if workers < 2 or sum(costs.values()) < WORTH_IT:
        for place in costs:
            found[place] = prove(files[place])
            told(1)
        return found
    with _processes(workers) as executor:
        with _ctrl_c_waits():
            places = {executor.submit(prove, files[place]): place for place in order}
        for proof in as_completed(places):
            found[places[proof]] = proof.result()
            told(1)
    return found


def _cost(puzzle: Puzzle) -> int:
    """About how long the training takes, in iterations of one neuron."""
    return puzzle.neuron.iterations * (4 if puzzle.neuron.hidden else 1)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to prove with; when this is left early, what has not begun is dropped."""
    executor = ProcessPoolExecutor(workers, get_context("spawn"), _end_on_ctrl_c)
    try:
        yield executor
    except BrokenProcessPool as problem:
        raise MistakeError(
            "a process that trained was ended before it was done, perhaps for want of memory; check again"
        ) from problem
    finally:
        executor.shutdown(cancel_futures=True)


def _end_on_ctrl_c() -> None:
    """Let Ctrl+C end this process at once and without a word: the one that started it says what there is."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # pressed while the process was being started, it is heard now
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Ctrl+C that is pressed meanwhile is heard afterwards, by this process and by those that it starts."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def prove(checked: Checked) -> Checked:
    """The same with the proof of what its puzzle expects."""
    if checked.puzzle is None:
        return checked
    found = outcomes(checked.puzzle)
    result, expected = expectation(found), checked.puzzle.expect
    if result == "fails":
        checked = replace(checked, fails=True, impossible=is_impossible(checked.puzzle))
    if expected == result:
        return checked
    learned = f"the neuron learned it with {sum(outcome.learned for outcome in found)} of {SEEDS} seeds"
    if expected is None and not checked.bundled:
        return replace(checked, note=f"note: {learned}; `expect: {result}` would say so")
    line, column = _place_of_expect(checked.path)
    wrong = f"expect says {expected}, but" if expected else "a bundled puzzle must say what it expects:"
    message = f"{wrong} {learned}{_first_miss(found)}; write `expect: {result}`"
    return replace(checked, faults=(*checked.faults, Fault(line, column, message)))


def _first_miss(found: Sequence[SeedOutcome]) -> str:
    """The first seed that did not do it, if there is one, and what came out right all the same."""
    missed = next((outcome for outcome in found if not outcome.learned), None)
    if missed is None:
        return ""
    return (
        f" (seed {missed.seed}: {missed.examples_right} of {counted(missed.examples, 'example')} "
        f"and {missed.questions_right} of {counted(missed.questions, 'question')} right)"
    )


def _place_of_expect(path: Path) -> tuple[int, int]:
    """Line and column of the value of `expect`; the beginning of the file where there is none."""
    data = path.read_bytes()
    found = _EXPECT_KEY.search(data)
    if found is None:
        return 1, 1
    return data.count(b"\n", 0, found.start()) + 1, found.end() - found.start() + 1


def proofs_in_words(files: Sequence[Checked]) -> Iterator[str]:
    """Of every puzzle that the neuron fails, whether that is proved or was only tried."""
    for checked in files:
        if checked.fails:
            said = "proved: no weights can do it" if checked.impossible else _tried(checked)
            yield clean(f"{checked.path}: {said}")


def _tried(checked: Checked) -> str:
    """Why there is no proof."""
    if checked.impossible is False:
        return "tried: there are weights that can do it, and training does not find them"
    return "tried: there is a proof only for one neuron, and for answers of 0 and 1"


def proofs_counted(files: Sequence[Checked]) -> str:
    """How many of the puzzles that the neuron fails are proved to be beyond it; empty where none fails."""
    failing = [checked for checked in files if checked.fails]
    if not failing:
        return ""
    proved = sum(checked.impossible is True for checked in failing)
    rest = "" if proved == len(failing) else f", for {len(failing) - proved:,} it was only tried"
    fails = f"The neuron fails {counted(len(failing), 'puzzle')}"
    return f"{fails}; that no weights can do it is proved for {proved:,}{rest}."
