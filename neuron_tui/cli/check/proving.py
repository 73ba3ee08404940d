"""The proof of what puzzles expect of the neuron, on all cores where there is much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from neuron_tui.cli.check.checking import Checked, is_bundled
from neuron_tui.cli.check.processes import cores, in_processes
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.rules.sizes import MOST_INPUTS
from neuron_tui.game.explain.rules.verdict import needs_no_names, unfair
from neuron_tui.game.proving.expectation import SEEDS, SeedOutcome, expectation, outcomes
from neuron_tui.game.proving.impossible import is_impossible
from neuron_tui.game.task.proof import doubts as task_doubts
from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.places import place_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean, plural, some

SHARE = 200_000
"""Iterations that take about a second, which is worth starting a process for."""
MOST_WRONG = 4
"""Rows that are named where a start gets more of them wrong."""
_ROWS_DECIDE = (
    "the simplest rules that fit the examples answer as the file does, without the names; remove this line"
)

_PROOFS = {
    True: "proved: no weights can do it",
    False: "tried: there are weights that can do it, and training does not find them",
    None: "tried: there is a proof only for one neuron, and for answers of 0 and 1",
}
"""Of a puzzle that the neuron fails, by whether it is impossible."""


def prove_all(
    files: Sequence[Checked], advance: Callable[[int], object], most: int | None = None
) -> list[Checked]:
    """The same files with the proofs of what their puzzles expect.

    `advance` is called with 1 for each puzzle. A little is done by this process, more by at most `most`
    others, by default one per core. Raises MistakeError where a process dies.
    """
    found = list(files)
    costs = {place: _cost(file.puzzle) for place, file in enumerate(files) if file.puzzle is not None}
    processes = min(most or cores(), len(costs), sum(costs.values()) // SHARE)
    if processes < 2:
        for place in costs:
            found[place] = prove(files[place])
            advance(1)
        return found
    order = sorted(costs, key=costs.__getitem__, reverse=True)  # no long one is left over for the end
    proved = in_processes(processes, prove, [files[place] for place in order], advance)
    for place, checked in zip(order, proved, strict=True):
        found[place] = checked
    return found


def _cost(puzzle: Puzzle) -> int:
    """About how long the training takes, in iterations of a neuron alone."""
    return puzzle.neuron.iterations * (4 if puzzle.neuron.hidden else 1)


def prove(checked: Checked) -> Checked:
    """The same with the proof of what its puzzle expects, and a warning of what it asks unfairly."""
    puzzle = checked.puzzle
    if puzzle is None:
        return checked
    doubts = _doubts(puzzle, checked.data)
    found = outcomes(puzzle)
    result, expected = expectation(found), puzzle.expect
    if expected != result:
        ways = "starts" if puzzle.neuron.start else "seeds"
        learned = f"the neuron learned it with {sum(outcome.learned for outcome in found)} of {SEEDS} {ways}"
        if expected is None and not is_bundled(checked.path):
            message = f"{learned}; `expect: {result}` would say so"
            doubts.add(Fault(1, 1, "promise", message, "note"))
        else:
            wrong = (
                f"expect says {expected}, but" if expected else "a bundled puzzle must say what it expects:"
            )
            message = f"{wrong} {learned}{_first_miss(found, puzzle)}; write `expect: {result}`"
            doubts.error(place_of(checked.data, "expect"), "promise", message)
    fails = result == "fails"
    return replace(
        checked,
        faults=(*checked.faults, *doubts.in_order()),
        fails=fails,
        impossible=is_impossible(puzzle) if fails else None,
        outcomes=tuple(found),
    )


def _doubts(puzzle: Puzzle, data: bytes) -> FaultList:
    """What it asks unfairly, and what is wrong with its task."""
    doubts = FaultList()
    if needs_no_names(puzzle):
        doubts.warn(place_of(data, "names_decide"), "unfair", _ROWS_DECIDE)
    for index, message in unfair(puzzle):
        doubts.warn(place_of(data, "questions", index), "unfair", message)
    for message in task_doubts(puzzle):
        doubts.error(place_of(data, "task"), "task", message)
    return doubts


def _first_miss(found: Sequence[SeedOutcome], puzzle: Puzzle) -> str:
    """The first start that failed, if there is one, and how much it got right."""
    missed = next((outcome for outcome in found if not outcome.learned), None)
    if missed is None:
        return ""
    own = puzzle.neuron.start and missed is found[0]
    name = "the puzzle's start" if own else f"seed {missed.seed}"
    asked = f" and {missed.questions_right} of {plural(missed.questions, 'question')}"
    asked *= bool(puzzle.questions)
    return f" ({name}: {missed.examples_right} of {plural(missed.examples, 'example')}{asked} right)"


def told(checked: Checked) -> Iterator[str]:
    """What the neuron answers, which rows each start gets wrong, and whether no weights can do it."""
    puzzle = checked.puzzle
    if puzzle is None or not checked.outcomes:
        return
    rows = [*(row.inputs for row in puzzle.examples), *(row.inputs for row in puzzle.questions)]
    shown = [" ".join(map(str, row)) for row in rows]
    for row, said in zip(shown[len(puzzle.examples) :], checked.outcomes[0].answers, strict=True):
        yield clean(f"{checked.path}: to {row} it answers {probability(said)}")
    if not puzzle.noisy and len(puzzle.input_names) > MOST_INPUTS:
        why = f"with more than {MOST_INPUTS} inputs no rules are counted"
        yield clean(f"{checked.path}: {why}; whether the rows settle its questions is for you to judge")
    for outcome in checked.outcomes:
        if outcome.wrong:
            wrong = some([shown[place] for place in outcome.wrong], MOST_WRONG)
            yield clean(f"{checked.path}: from seed {outcome.seed} it gets {wrong} wrong")
    if checked.fails:
        yield clean(f"{checked.path}: {_PROOFS[checked.impossible]}")


def proofs_counted(files: Sequence[Checked]) -> str:
    """How many of the puzzles that the neuron fails are proved to be beyond it; empty where none fails."""
    failing = [checked for checked in files if checked.fails]
    if not failing:
        return ""
    proved = sum(checked.impossible is True for checked in failing)
    rest = "" if proved == len(failing) else f", for {len(failing) - proved:,} it was only tried"
    fails = f"The neuron fails {plural(len(failing), 'puzzle')}"
    return f"{fails}; that no weights can do it is proved for {proved:,}{rest}."
