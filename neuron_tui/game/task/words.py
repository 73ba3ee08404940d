"""A task in words: what is to be done, how far it is, and what came of it."""

from __future__ import annotations

from neuron_tui.game.lab.run import Run
from neuron_tui.game.task.standing import Standing, own_answer, rows_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import MOST_STARS, Task
from neuron_tui.puzzle.text import plural

STAR, NO_STAR = "\u2605", "\u2606"
CHANGE = "with \u2190 \u2192"


def goal(task: Task, own: Run) -> str:
    """What is to be done, and how."""
    rows = f"all {len(rows_of(own.puzzle)[1])}"
    match task.do:
        case "by hand":
            said = f"Turn the weights {CHANGE} until every row is sure, within 0.1 of its answer"
            return f"{said}: {counted(task, task.par)} will do."
        case "teach":
            said = f"Leave rows out {CHANGE}. It must get {rows} right from the fewest rows"
        case "break":
            other = 1 - (own_answer(own) or 0)
            said = f"Change the fewest answers {CHANGE} until it says {other} to {_asked(own.puzzle)}"
        case "set up":
            what = "hidden neurons" if task.may[0] == "hidden" else "iterations"
            said = f"Change settings {CHANGE}. It must get {rows} right with the fewest {what}"
        case "fool":
            return f"Draw a picture it gets wrong, near one it gets right: {counted(task, task.par)} will do."
    return f"{said}: {task.par:,} will do."


def _asked(puzzle: Puzzle) -> str:
    """The first question."""
    name = puzzle.row_name(len(puzzle.examples))
    return f"row {name}" if len(puzzle.questions) > 1 else name


def counted(task: Task, count: int) -> str:
    """What was counted: 3 turns."""
    match task.do:
        case "by hand":
            return plural(count, "turn")
        case "teach" | "break":
            return plural(count, "row")
        case "fool":
            return plural(count, "point")
    return plural(count, "hidden neuron" if task.may[0] == "hidden" else "iteration")


def progress(task: Task, now: Standing) -> str:
    """How far it is: 3 of 5 rows after 2 turns."""
    if now.refused:
        return now.refused
    if now.count is None:
        return ""
    so_far = counted(task, now.count)
    if task.do == "fool":
        return f"This is {so_far} from one it gets right. The rule says {now.right}."
    if task.do == "break":
        return f"{so_far} changed." if now.done or not now.count else f"{so_far} changed: not yet."
    after = {"by hand": "sure, after", "teach": "right, from"}.get(task.do, "right, with")
    return f"{now.right} of {now.rows} {after} {so_far}."


def done(task: Task, best: int, *, before: bool = False) -> str:
    """What came of it: Done: 3 turns ★★★. Or that it came of what was tried before."""
    stars = task.stars(best)
    said = "Done before" if before else "Done"
    return f"{said}: {counted(task, best)} {STAR * stars}{NO_STAR * (MOST_STARS - stars)}"


def beside_par(task: Task, best: int) -> str:
    """How good that is."""
    return f"{task.par:,} will do." if best > task.par else "No fewer will do."
