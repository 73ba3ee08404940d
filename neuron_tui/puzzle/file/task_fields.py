"""Reading a puzzle's task, and whether it fits the puzzle."""

from __future__ import annotations

from collections.abc import Iterator

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import numbers, one_of, read_line, some_of, whole
from neuron_tui.puzzle.file.keys import Field, Fields, mapping, read_keys, read_values, reads
from neuron_tui.puzzle.file.tree import MappingNode, Node
from neuron_tui.puzzle.puzzle import MAX_ITERATIONS, Puzzle
from neuron_tui.puzzle.task import CHANGEABLE, COUNTED, KINDS, LIMITS, Task

SAMPLE = "`task: {do: teach, par: 3, solution: [1, 2, 4]}`"


TASK_FIELDS: Fields = {
    "do": Field(one_of(KINDS, "task"), "what is to be done; needed"),
    "par": Field(whole(1, MAX_ITERATIONS, sample=3), "the fewest that it takes; needed"),
    "solution": Field(numbers(MAX_ITERATIONS), "how par is reached; needed"),
    "may": Field(some_of(CHANGEABLE), "the settings that may change in `set up`, the counted one first"),
    "hint": Field(read_line, "shown with `h`; it has room for 76 characters"),
    "limit": Field(one_of(LIMITS, "task"), "by hand: `small weights`, `positive weights`, `no threshold`"),
}
NEEDED = ("do", "par", "solution")


@reads(mapping(TASK_FIELDS, *NEEDED))
def read_task(node: Node, name: str, faults: FaultList) -> Task | None:
    """A task with its kind, par and solution."""
    if not isinstance(node, MappingNode):
        faults.error(node, "task", f"{name} must be keys and values; write it as {SAMPLE}")
        return None
    nodes = read_keys(node, TASK_FIELDS, faults)
    for key in NEEDED:
        if key not in nodes:
            faults.error(node, "task", f"`{key}` is missing in the task; write it as {SAMPLE}")
    values = read_values(nodes, TASK_FIELDS, faults)
    if not values.keys() >= {*NEEDED}:
        return None
    return Task(**values)


def check_task(node: Node | None, puzzle: Puzzle, faults: FaultList) -> None:
    """Whether the task means something in this puzzle."""
    task = puzzle.task
    if node is None or task is None or faults.errors:
        return
    for message in _misfits(task, puzzle):
        faults.error(node, "task", message)


def _misfits(task: Task, puzzle: Puzzle) -> Iterator[str]:
    size, rows = puzzle.neuron.weights(len(puzzle.input_names)), len(puzzle.examples)
    given = task.solution
    if task.may and task.do != "set up":
        yield "`may` is for settings; remove it, or write `do: set up`"
    if task.limit and task.do != "by hand":
        yield "`limit` is for weights; remove it, or write `do: by hand`"
    elif task.limit in ("positive weights", "no threshold") and not puzzle.neuron.threshold:
        yield f"{task.limit} is for a neuron with a threshold; remove the limit, or write one for it"
    match task.do:
        case "by hand":
            if puzzle.neuron.hidden or puzzle.picture:
                yield "only weights with names are turned by hand; remove the task, or the hidden neurons"
            elif len(given) != size:
                yield f"the solution must have a number for each of the {size} weights, in their order"
        case "teach" | "break":
            whole_rows = all(row.is_integer() and 1 <= row <= rows for row in given)
            if not whole_rows or len(set(given)) < len(given):
                yield f"the solution must be numbers of rows, from 1 to {rows}, each once"
            elif len(given) != task.par:
                yield f"the solution has {len(given)} rows and par is {task.par}; write the same number"
            elif task.do == "teach" and puzzle.noisy:
                yield "where chance has a say no row can be left out alone; remove the task"
            elif task.do == "break" and not puzzle.questions:
                yield "to break it there must be a question whose answer turns round; add `questions`"
        case "set up":
            if not task.may or task.may[0] not in COUNTED:
                yield "to set up, `may` begins with hidden or iterations; write such as `may: [hidden]`"
            elif len(given) != len(task.may):
                yield "the solution must have a number for each setting in `may`, in their order"
            elif given[0] != task.par:
                yield f"the solution's first number must be par, {task.par}"
        case "fool":
            if puzzle.picture is None or not puzzle.formula:
                yield "to fool it there must be a `picture` and a `formula` that says what is right"
            elif len(given) != len(puzzle.input_names) or not set(given) <= {0, 1}:
                yield f"the solution must be the {len(puzzle.input_names)} points of a picture, each 0 or 1"
