"""All drafts of a puzzle that is being made, to take steps back; kept in a file, whatever happens."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, is_dataclass, replace
from fractions import Fraction
from itertools import repeat
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.files.saving import make_folder, save

MOST = 200
"""Steps that can be taken back."""
KEPT = 20
"""Those that can still be after the game has ended."""


@dataclass(frozen=True)
class Drafts:
    """The draft of now, those before it, and those after it, which steps back leave; the nearest ones last.

    Changes of the same `stroke`, such as letters typed into one field, are one step.
    """

    now: Draft
    before: tuple[Draft, ...] = ()
    after: tuple[Draft, ...] = ()
    stroke: str = ""

    def then(self, draft: Draft, stroke: str = "") -> Drafts:
        """The same with another draft of now."""
        if draft == self.now:
            return self
        before = self.before if stroke and stroke == self.stroke else (*self.before, self.now)[-MOST:]
        return Drafts(draft, before, (), stroke)

    def change(self, draft: Draft, stroke: str = "") -> Drafts:
        """The same after a move. Where it changes what the neuron learns, nobody knows how it fares now."""
        if draft.trained != self.now.trained:
            draft = replace(draft, about=replace(draft.about, expect=None))
        return self.then(draft, stroke)

    def undo(self) -> Drafts:
        if not self.before:
            return self
        return Drafts(self.before[-1], self.before[:-1], (*self.after, self.now))

    def redo(self) -> Drafts:
        if not self.after:
            return self
        return Drafts(self.after[-1], (*self.before, self.now), self.after[:-1])


def write_drafts(file: Path, drafts: Drafts) -> None:
    """Keep the draft of now and the last ones before it, with all that they have. Raises OSError."""
    make_folder(file.parent)
    kept = json.dumps([*drafts.before[-KEPT:], drafts.now], ensure_ascii=False, default=_plain)
    save(file, kept, overwrite=True)


def read_drafts(file: Path) -> Drafts | None:
    """What is kept in a file; None where it is missing or odd."""
    try:
        *before, now = [_draft(kept) for kept in json.loads(file.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, LookupError, RecursionError, ZeroDivisionError):
        return None
    return Drafts(now, tuple(before))


def _plain(value: object) -> object:
    """What JSON does not know, in what it knows."""
    return str(value) if isinstance(value, Fraction) else vars(value)


def _draft(kept: object) -> Draft:
    """The draft of this data. Raises ValueError, TypeError or LookupError where it is odd."""
    draft = _value(Draft, kept)
    if not isinstance(draft, Draft):
        raise TypeError("no draft")
    high, wide = draft.about.picture or (1, draft.width)
    start = draft.about.neuron.start
    if (
        high * wide != draft.width
        or len(start) not in (0, draft.about.neuron.weights(draft.width))
        or any(len(row.inputs) != draft.width or not {*row.inputs} <= {0, 1} for row in draft.rows)
    ):
        raise ValueError("it does not fit together")
    return draft


def _value(kind: object, kept: object) -> object:
    """The value of a kind, from what JSON has of it. Raises as `_draft` does."""
    of = get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(kept, dict):
        return kind(**{name: _value(each, kept[name]) for name, each in get_type_hints(kind).items()})
    if get_origin(kind) is tuple and isinstance(kept, list):
        kinds = repeat(of[0], len(kept)) if of[-1] is ... else of
        return tuple(_value(each, part) for each, part in zip(kinds, kept, strict=True))
    if kind is Fraction and isinstance(kept, str):
        return Fraction(kept)
    if kind is float and type(kept) is int:
        return float(kept)
    if type(kept) is kind or (get_origin(kind) is Literal and kept in of):
        return kept
    if of and get_origin(kind) not in (tuple, Literal):  # one of several
        for each in of:
            with suppress(ValueError, TypeError, LookupError, ZeroDivisionError):
                return _value(each, kept)
    raise TypeError(f"it is no {kind}")
