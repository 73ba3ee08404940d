"""A task in words: what is to be done, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.lab.run import Run
from neuron_tui.game.task.standing import Standing, leans, own_answer, rows_of, sure
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import MOST_STARS, Limit, Task
from neuron_tui.puzzle.text import capital, plural

STAR, NO_STAR = "\u2605", "\u2606"
CHANGE = "with \u2190 \u2192"
LIMITED: dict[Limit, str] = {
    "small weights": "and the largest weight small",
    "positive weights": "no weight below 0 but the threshold",
    "no threshold": "the threshold at 0",
}


def goal(task: Task, own: Run) -> str:
    """What is to be done, and how."""
    rows = f"all {len(rows_of(own.puzzle)[1])}"
    match task.do:
        case "by hand":
            said = f"Turn the weights {CHANGE} until every row is sure, within 0.1 of its answer"
            if task.limit:
                said = f"{capital(CHANGE)} make every row sure, within 0.1, {LIMITED[task.limit]}"
            will_do = task.par if task.limit == "small weights" else counted(task, task.par)
            return f"{said}: {will_do} will do."
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
            return f"largest weight {count}" if task.limit == "small weights" else plural(count, "turn")
        case "teach" | "break":
            return plural(count, "row")
        case "fool":
            return plural(count, "point")
    return plural(count, "hidden neuron" if task.may[0] == "hidden" else "iteration")


def compared(task: Task, own: Run, best: int | None, by_hand: Sequence[float]) -> list[str]:
    """What the player did beside what the neuron did of its own; `by_hand` are the weights of the best."""
    replay = own.replay.as_trained
    inputs, answers = rows_of(own.puzzle)
    weights = replay.weights(replay.iterations)
    outputs, many = replay.model.think(weights, inputs), len(answers)
    if task.do == "by hand":
        its = f"The neuron: {replay.iterations:,} looks, {sure(outputs, answers).sum()} of {many} rows sure."
        if best is None:
            return [its]
        pairs = zip(replay.weight_names, by_hand, map(float, weights), strict=True)
        beside = [f"{name}: you {signed(yours)}, the neuron {signed(mine)}" for name, yours, mine in pairs]
        return [f"You: {counted(task, best)}, all {many} rows sure.", its, "", *beside]
    its = f"all rows it got {leans(outputs, answers).sum()} of {many} right."
    if task.do != "teach" or best is None:
        return [f"From {its}"]
    return [f"From your {counted(task, best)} it got all {many} right.", f"From {its}"]


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
    by_hand = "sure," if task.limit == "small weights" else "sure, after"
    after = {"by hand": by_hand, "teach": "right, from"}.get(task.do, "right, with")
    return f"{now.right} of {now.rows} {after} {so_far}."


def done(task: Task, best: int, *, before: bool = False) -> str:
    """What came of it: Done: 3 turns ★★★. Or that it came of what was tried before."""
    stars = task.stars(best)
    said = "Done before" if before else "Done"
    return f"{said}: {counted(task, best)} {STAR * stars}{NO_STAR * (MOST_STARS - stars)}"


def beside_par(task: Task, best: int) -> str:
    """How good that is."""
    fewer = "smaller" if task.limit == "small weights" else "fewer"
    return f"The best is {task.par:,}." if best > task.par else f"No {fewer} will do."
