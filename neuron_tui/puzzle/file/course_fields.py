"""The keys of a puzzle file that make it part of a course: its picture, difficulty, old ids and steps."""

from __future__ import annotations

import re

from neuron_tui.puzzle.condition import ConditionError, read_condition
from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import read_keys, read_line, read_text, read_whole
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar
from neuron_tui.puzzle.puzzle import MAX_DIFFICULTY, MAX_OLD_IDS, MAX_STEPS, PICTURE_SIDES, Puzzle, Step
from neuron_tui.puzzle.text import clip

_SIDES = re.compile(r"([0-9]{1,2})x([0-9]{1,2})")
_ID = re.compile(r"[^/\\\s]+/[^/\\\s]+")
STEP_KEYS = ("text", "until")


def read_picture(node: Node | None, faults: FaultList) -> tuple[int, int] | None:
    """The rows and columns of the inputs' picture, as `3x3`."""
    if node is None:
        return None
    low, high = PICTURE_SIDES
    sides = _SIDES.fullmatch(node.text) if isinstance(node, Scalar) else None
    if sides is None:
        faults.error(node, "picture must be its rows and columns; write it as `picture: 3x3`")
        return None
    rows, columns = map(int, sides.groups())
    if not (low <= rows <= high and low <= columns <= high):
        faults.error(
            node, f"a picture has {low} to {high} rows and columns; write such as `picture: {high}x{high}`"
        )
        return None
    return rows, columns


def read_difficulty(node: Node | None, faults: FaultList) -> int | None:
    """How hard the puzzle is, from 1 to 5."""
    return read_whole(node, "difficulty", (1, MAX_DIFFICULTY), 2, faults)


def read_old_ids(node: Node | None, faults: FaultList) -> tuple[str, ...]:
    """The ids under which the puzzle was known before."""
    if node is None:
        return ()
    if not isinstance(node, ListNode):
        faults.error(node, "was must be a list of ids; write it as `was: [chapter/file]`")
        return ()
    if len(node.items) > MAX_OLD_IDS:
        faults.error(node.items[MAX_OLD_IDS], f"was has more than {MAX_OLD_IDS} ids; remove the rest")
    ids = []
    for item in node.items[:MAX_OLD_IDS]:
        old = read_line(item, "an old id", faults)
        if old is not None and not _ID.fullmatch(old):
            faults.error(item, f"`{clip(old)}` is no id; write it as `chapter/file`")
        elif old is not None:
            ids.append(old)
    return tuple(ids)


def read_steps(node: Node | None, faults: FaultList) -> list[tuple[Step, Node]]:
    """The steps of the lesson, each with the place of its condition."""
    if node is None:
        return []
    if not isinstance(node, ListNode):
        faults.error(node, "steps must be a list; begin each with `- text: ...` and give it an `until: ...`")
        return []
    if len(node.items) > MAX_STEPS:
        faults.error(node.items[MAX_STEPS], f"there are more than {MAX_STEPS} steps; remove the rest")
    steps = (_read_step(item, faults) for item in node.items[:MAX_STEPS])
    return [step for step in steps if step is not None]


def _read_step(node: Node, faults: FaultList) -> tuple[Step, Node] | None:
    if not isinstance(node, MappingNode):
        faults.error(node, "a step has a text and a condition; write `- text: ...` and below it `until: ...`")
        return None
    values = read_keys(node, STEP_KEYS, faults)
    for key in STEP_KEYS:
        if key not in values:
            faults.error(node, f"`{key}` is missing in this step; add a line `{key}: ...`")
    text, until = values.get("text"), values.get("until")
    said, condition = read_text(text, "text", faults), read_line(until, "until", faults)
    if text is not None and said == "":
        faults.error(text, "text is empty; write what is to be done")
    return (Step(said, condition), until) if said and condition and until is not None else None


def check_steps(steps: list[tuple[Step, Node]], puzzle: Puzzle, faults: FaultList) -> None:
    """Tell of each condition that means nothing in this puzzle."""
    for step, place in steps:
        try:
            read_condition(step.until, puzzle)
        except ConditionError as error:
            faults.error(place, str(error))
