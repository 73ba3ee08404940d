"""A task in words: what is to be done, how far it is, and what came of it."""

from __future__ import annotations

from neuron_tui.game.task.standing import Standing
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import MOST_STARS, Task
from neuron_tui.puzzle.text import plural

STAR, NO_STAR = "\u2605", "\u2606"
SETTINGS = {
    "hidden": "hidden neurons",
    "iterations": "iterations",
    "learning_rate": "the learning rate",
    "threshold": "the threshold",
}


def goal(puzzle: Puzzle, task: Task) -> str:
    """What is to be done."""
    marked = puzzle.row_name(len(puzzle.examples))
    match task.do:
        case "by hand":
            bound = " No weight may be below 0." if task.positive else ""
            return f"Turn the weights until every row is sure, the new one, too.{bound}"
        case "teach":
            return "Leave out as many rows as you can, so that it still gets every row right."
        case "break":
            return f"Change as few rows as you can, so that its answer to {marked} turns round."
        case "set up":
            first, *others = (SETTINGS[key] for key in task.may)
            may = f" You may change {' and '.join([first, *others])}." if others else ""
            return f"Find settings with which it learns every row, with as few {first} as you can.{may}"
        case "fool":
            return "Draw a picture it gets wrong, as near as you can to one it gets right."


def par(task: Task) -> str:
    """What is a good count."""
    return f"Par is {counted(task, task.par)}."


def counted(task: Task, count: int) -> str:
    """What was counted: 3 turns."""
    match task.do:
        case "by hand":
            return plural(count, "turn")
        case "teach":
            return plural(count, "row")
        case "break":
            return plural(count, "row")
        case "fool":
            return plural(count, "point")
    return plural(count, "hidden neuron" if task.may[0] == "hidden" else "iteration")


def progress(task: Task, now: Standing) -> str:
    """How far it is: 3 of 5 rows are sure, after 2 turns."""
    if now.refused:
        return now.refused
    if now.count is None:
        return ""
    so_far = counted(task, now.count)
    if task.do == "fool":
        return f"It is {so_far} away from one that it gets right."
    if task.do == "break":
        return f"{so_far} changed." if now.count else ""
    sure = "sure" if task.do == "by hand" else "right"
    after = {"by hand": "after", "teach": "learned from"}.get(task.do, "with")
    return f"{now.right} of {now.rows} rows are {sure}, {after} {so_far}."


def done(task: Task, best: int) -> str:
    """What came of it: Done with 3 turns: ★★★."""
    stars = task.stars(best)
    shown = STAR * stars + NO_STAR * (MOST_STARS - stars)
    rest = {0: " That is par.", -1: " That is better than par."}.get(
        (best > task.par) - (best < task.par), ""
    )
    return f"Done with {counted(task, best)}: {shown}{rest}"
