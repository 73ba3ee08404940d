"""Readers of the values that only puzzle files have: hints, a picture, old ids, the steps of a lesson."""

from __future__ import annotations

import re
from typing import get_args

from neuron_tui.puzzle.condition import ConditionError, never_holds, read_condition
from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.fields import LINE, TEXT, entries, one_of, read_line, read_text, some_of, whole
from neuron_tui.puzzle.file.keys import Field, Fields, Form, listed, mapping, read_keys, read_values, reads
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, Scalar
from neuron_tui.puzzle.puzzle import (
    MAX_HINTS,
    MAX_ITERATIONS,
    MAX_OLD_IDS,
    MAX_STEPS,
    MAX_TAG_LENGTH,
    MAX_TAGS,
    MAX_TEXT_LENGTH,
    PICTURE_SIDES,
    Expectation,
    Panel,
    Puzzle,
    Step,
)
from neuron_tui.puzzle.text import clip

_PANELS: tuple[Panel, ...] = get_args(Panel)
_EXPECTATIONS: tuple[Expectation, ...] = get_args(Expectation)
read_panels = some_of(_PANELS)
read_expectation = one_of(_EXPECTATIONS)

STEP_FIELDS: Fields = {
    "text": Field(read_text, "what to do; needed"),
    "until": Field(read_line, "the condition at which it is done; needed"),
    "shown": Field(
        read_text,
        "one sentence that says what that showed, of 60 characters at most; `check` misses it in a course",
    ),
    "pause": Field(
        whole(0, MAX_ITERATIONS, sample=0),
        "the iteration at which the training pauses for it; `0` is before it begins",
    ),
}
NEEDED = ("text", "until")
STEPS: Form = listed(mapping(STEP_FIELDS, *NEEDED), MAX_STEPS)

_HINT: Form = LINE | {"maxLength": MAX_TEXT_LENGTH}
_HINTS: Form = TEXT | listed(_HINT, MAX_HINTS) | {"type": ["string", "number", "boolean", "null", "array"]}

_ID = re.compile(r"(?!\.)[^/\\\s]+(?:/[^/\\\s]+)+")
"""A pack's name may stand before the chapter's."""
_SIDE = range(PICTURE_SIDES[0], PICTURE_SIDES[1] + 1)
_PICTURES = [f"{rows}x{columns}" for rows in _SIDE for columns in _SIDE]


@reads(_HINTS)
def read_hints(node: Node, name: str, faults: FaultList) -> tuple[str, ...]:
    """One hint, or a list of up to three."""
    if not isinstance(node, ListNode):
        hint = read_text(node, name, faults)
        return (hint,) if hint else ()
    hints = []
    for item in entries(node, name, "hints", MAX_HINTS, "", faults) or ():
        hint = read_text(item, "a hint", faults)
        if hint:
            hints.append(hint)
        elif hint == "":
            faults.error(item, "value", "a hint is empty; write it, or remove its line")
    return tuple(hints)


@reads({"enum": _PICTURES})
def read_picture(node: Node, name: str, faults: FaultList) -> tuple[int, int] | None:
    """The rows and columns of the inputs' picture, as `3x3`."""
    if not isinstance(node, Scalar) or node.text not in _PICTURES:
        low, high = PICTURE_SIDES
        wanted = f"{low} to {high} each; write it as `picture: 3x3`"
        faults.error(node, "picture", f"{name} must be its rows and columns, {wanted}")
        return None
    rows, columns = node.text.split("x")
    return int(rows), int(columns)


@reads(listed({"type": "string", "pattern": rf"^\s*{_ID.pattern}\s*$"}, MAX_OLD_IDS))
def read_old_ids(node: Node, name: str, faults: FaultList) -> tuple[str, ...]:
    ids = []
    for item in entries(node, name, "ids", MAX_OLD_IDS, "write it as `was: [chapter/file]`", faults) or ():
        old = read_line(item, "an old id", faults)
        if old is not None and not _ID.fullmatch(old):
            faults.error(item, "value", f"`{clip(old)}` is no id; write it as `chapter/file`")
        elif old is not None:
            ids.append(old)
    return tuple(ids)


@reads(listed(LINE | {"maxLength": MAX_TAG_LENGTH}, MAX_TAGS))
def read_tags(node: Node, name: str, faults: FaultList) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    for item in (
        entries(node, name, "short words", MAX_TAGS, "write it as `tags: [xor, majority]`", faults) or ()
    ):
        tag = read_line(item, "a tag", faults)
        if tag is not None and len(tag) > MAX_TAG_LENGTH:
            faults.error(
                item, "value", f"a tag has at most {MAX_TAG_LENGTH} characters; write a shorter word"
            )
        elif tag is not None and tag.casefold() in tags:
            faults.error(item, "value", f"the tag `{tag}` stands here twice; keep one of the two")
        elif tag is not None:
            tags[tag.casefold()] = tag
    return tuple(tags.values())


def read_steps(node: Node | None, puzzle: Puzzle, faults: FaultList) -> tuple[Step, ...]:
    """The steps of the lesson, whose conditions must mean something in this puzzle."""
    if node is None:
        return ()
    wanted = "begin each with `- text: ...` and give it an `until: ...`"
    items = entries(node, "steps", "steps", MAX_STEPS, wanted, faults, "step") or ()
    steps = (_read_step(item, puzzle, faults) for item in items)
    return tuple(step for step in steps if step is not None)


def _read_step(node: Node, puzzle: Puzzle, faults: FaultList) -> Step | None:
    if not isinstance(node, MappingNode):
        faults.error(
            node, "step", "a step has a text and a condition; write `- text: ...` and below it `until: ...`"
        )
        return None
    nodes = read_keys(node, STEP_FIELDS, faults)
    for key in NEEDED:
        if key not in nodes:
            faults.error(node, "step", f"`{key}` is missing in this step; add a line `{key}: ...`")
    values = read_values(nodes, STEP_FIELDS, faults)
    if values.get("text") == "":
        faults.error(nodes["text"], "step", "text is empty; write what is to be done")
    if values.get("shown") == "":
        faults.error(nodes["shown"], "step", "shown is empty; write what the step showed, or remove its line")
    if (pause := values.get("pause", 0)) >= puzzle.neuron.iterations:
        faults.error(
            nodes["pause"], "step", f"at iteration {pause:,} the training is over; pause before that"
        )
    if not values.get("text") or "until" not in values:
        return None
    step = Step(**values)
    try:
        if never_holds(read_condition(step.until, puzzle)):
            faults.warn(nodes["until"], "step", "this can never hold; write a limit that is reached")
    except ConditionError as error:
        faults.error(nodes["until"], "step", str(error))
    return step
