"""All drafts of a puzzle that is being made, to take steps back; kept in a file, whatever happens."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path

from neuron_tui.game.builder.draft import Draft, Row
from neuron_tui.game.files.saving import save
from neuron_tui.puzzle.file.rows import OPEN, plain_row
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle, plain_share

MOST = 200
"""Steps that can be taken back."""
KEPT = 20
"""Those that can still be after the game has ended."""
_LINES = ("title", "output_name", "rule", "afterwards", "formula")
_LISTS = ("input_names", "hints")
_PARTS = {"examples": False, "questions": True}
_FLAGS = ("noisy", "names_decide", "foresee")


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

    def undo(self) -> Drafts:
        if not self.before:
            return self
        return Drafts(self.before[-1], self.before[:-1], (*self.after, self.now))

    def redo(self) -> Drafts:
        if not self.after:
            return self
        return Drafts(self.after[-1], (*self.before, self.now), self.after[:-1])


def write_drafts(file: Path, drafts: Drafts) -> None:
    """Keep the draft of now and the last ones before it. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = [_as_data(draft) for draft in (*drafts.before[-KEPT:], drafts.now)]
    save(file, json.dumps(kept, ensure_ascii=False), overwrite=True)


def read_drafts(file: Path) -> Drafts | None:
    """What is kept in a file; None where it is missing or odd."""
    try:
        *before, now = [_draft(kept) for kept in json.loads(file.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, LookupError, RecursionError, ZeroDivisionError):
        return None
    return Drafts(now, tuple(before))


def _as_data(draft: Draft) -> dict[str, object]:
    about = draft.about
    named = {name: getattr(about, name) for name in (*_LINES, *_LISTS, *_FLAGS, "picture")}
    rows = {
        part: [plain_row(row.inputs, row.answer) for row in draft.rows if row.asked is asked]
        for part, asked in _PARTS.items()
    }
    return named | {"neuron": asdict(about.neuron)} | rows


def _draft(kept: dict[str, object]) -> Draft:
    """The draft of this data. Raises ValueError, TypeError or LookupError where it is odd."""
    blank = Draft.blank().about
    values: dict[str, object] = {name: kept[name] for name in (*_LINES, *_FLAGS)}
    if any(type(value) is not type(getattr(blank, name)) for name, value in values.items()):
        raise TypeError("a value is of another kind")
    for name in _LISTS:
        values[name] = _words(kept[name])
    picture = kept["picture"]
    if isinstance(picture, list):
        high, wide = map(int, picture)
        values["picture"] = (high, wide)
    about: Puzzle = replace(blank, **values, neuron=_settings(kept["neuron"]))  # type: ignore[arg-type]  # looked at above
    width = len(about.input_names)
    rows = [_row(row, width, asked) for part, asked in _PARTS.items() for row in _words(kept[part])]
    return Draft(about, tuple(rows))


def _words(kept: object) -> tuple[str, ...]:
    if not isinstance(kept, list) or not all(isinstance(word, str) for word in kept):
        raise TypeError("no list of words")
    return tuple(kept)


def _settings(kept: object) -> NeuronSettings:
    if not isinstance(kept, dict):
        raise TypeError("no settings")
    usual = asdict(NeuronSettings())
    odd = {name for name, value in kept.items() if not isinstance(value, (bool, int, float, list))}
    if odd or kept.keys() != usual.keys():
        raise TypeError("odd settings")
    return NeuronSettings(**kept | {"start": tuple(map(float, kept["start"]))})


def _row(kept: str, width: int, asked: bool) -> Row:
    *inputs, _, answer = kept.split()
    if len(inputs) != width or not {*inputs} <= {"0", "1"}:
        raise ValueError("no row")
    return Row(tuple(map(int, inputs)), None if answer == OPEN else plain_share(Fraction(answer)), asked)
