"""Keys and their values: one table says how each is read, what it is for, and what an editor may offer."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.tree import MappingNode, Node, Scalar
from neuron_tui.puzzle.text import clip

Form: TypeAlias = dict[str, object]
"""A JSON Schema of values in their plain form: what it refuses, the reader refuses or `check --fix` rewrites.
It does not tell all that the reader refuses."""
Values: TypeAlias = dict[str, Any]
"""What readers gave, for the dataclass whose fields have these names and types."""
_GUESS, _SLIP = 0.5, 0.75
"""How alike keys are, from 0 to 1, where one may be meant by the other, and where it surely is."""
Value = TypeVar("Value")
Read_co = TypeVar("Read_co", covariant=True)


@dataclass(frozen=True)
class Reader(Generic[Read_co]):
    """Takes a value's node and the name to call it by; gives the value, or None after reporting a fault."""

    read: Callable[[Node, str, FaultList], Read_co | None]
    form: Form

    def __call__(self, node: Node, name: str, faults: FaultList) -> Read_co | None:
        return self.read(node, name, faults)


@dataclass(frozen=True)
class Field:
    """A key's reader, and in a few words what it says; the reference has the same words."""

    reader: Reader[object]
    says: str


Fields: TypeAlias = Mapping[str, Field]


def reads(form: Form) -> Callable[[Callable[[Node, str, FaultList], Value | None]], Reader[Value]]:
    """Makes a function the reader of values of this form."""
    return lambda read: Reader(read, form)


def mapping(fields: Fields, *needed: str) -> Form:
    """The form of keys and values."""
    keys = {key: {"description": field.says, **field.reader.form} for key, field in fields.items()}
    return {"type": "object", "properties": keys, "required": [*needed], "additionalProperties": False}


def schema(title: str, form: Form) -> str:
    """The form as a JSON Schema that editors read."""
    draft = "http://json-schema.org/draft-07/schema#"
    return json.dumps({"$schema": draft, "title": title, **form}, indent=2) + "\n"


def listed(items: Form, most: int, least: int = 0) -> Form:
    """The form of a list."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def read_keys(
    node: MappingNode, known: Collection[str], faults: FaultList, elsewhere: Mapping[str, str] | None = None
) -> dict[str, Node]:
    """The nodes of the known keys; unknown and repeated keys are reported.

    One that is nearly a known key is read as that one, so that what it holds is checked and not missed.
    `elsewhere` says of keys that belong to another place what to do with them.
    """
    nodes: dict[str, Node] = {}
    meant: dict[str, Node] = {}
    seen: dict[str, int] = {}
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            faults.error(key, "key", "a key must be one word; write `key: value`")
        elif key.text in seen:
            message = f"`{clip(key.text)}` stands on line {seen[key.text]} already; keep one of the two"
            faults.error(key, "key", message)
        elif key.text in known:
            nodes[key.text] = value
        elif faults.full:
            faults.count(1)
        else:
            faults.error(key, "key", _unknown_key(key, known, elsewhere or {}))
            if near := _near(key, known, _SLIP):
                meant.setdefault(near, value)
        if isinstance(key, Scalar):
            seen.setdefault(key.text, key.line)
    return meant | nodes


def read_values(nodes: Mapping[str, Node], fields: Fields, faults: FaultList) -> Values:
    """The values of the keys that are there and can be read."""
    values = {key: fields[key].reader(node, key, faults) for key, node in nodes.items() if key in fields}
    return {key: value for key, value in values.items() if value is not None}


def _unknown_key(key: Scalar, known: Collection[str], elsewhere: Mapping[str, str]) -> str:
    """What to write instead of a key that means nothing here."""
    if key.text == "<<" and key.plain:
        return "merging with `<<` is not allowed; write the keys out"
    shown = clip(key.text)
    if key.text in elsewhere:
        return f"`{shown}` can't stand here; {elsewhere[key.text]}"
    if key.text.isdecimal():
        return f"`{shown}` is not a known key; write a decimal point, as in 0.5, where it belongs to a number"
    if near := _near(key, known, _GUESS):
        return f"`{shown}` is not a known key; did you mean `{near}`?"
    return f"`{shown}` is not a known key; the keys are {', '.join(known)}"


def _near(key: Scalar, known: Collection[str], least: float) -> str | None:
    """The known key that is most like this one, if it is enough so."""
    return next(iter(difflib.get_close_matches(clip(key.text).lower(), known, n=1, cutoff=least)), None)
