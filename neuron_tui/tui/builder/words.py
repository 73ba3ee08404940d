"""The fields around a table: title, hints, rule, what is said afterwards, the formula, and the switches."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widgets import Checkbox, Input, Label, TextArea

from neuron_tui.game.builder.draft import with_neuron
from neuron_tui.puzzle.puzzle import MAX_HIDDEN, MAX_LINE_LENGTH, Puzzle
from neuron_tui.tui.builder.long_text import LongText, tidy
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.table.picture_sheet import Shape
from neuron_tui.tui.kit.text_field import TextField

TITLE, FORMULA, PICTURE, HIDDEN = "title", "formula", "picture", "hidden"
TEXTS = {
    "hint": ("Hint", "h shows it"),
    "rule": ("Rule", "said after the verdict"),
    "afterwards": ("Then", "more to read after it"),
}
"""Each long text's label, and what stands in it while it is empty."""
SWITCHES = {
    "threshold": ("threshold", "an input that is always 1"),
    "noisy": ("noisy", "equal rows may differ"),
    "names_decide": ("names decide", "they tell which rule is meant"),
}
ABOUT = {
    "hint": "an empty line parts two hints",
    PICTURE: "each row is one, 3x3 to 5x5",
    HIDDEN: f"0 to {MAX_HIDDEN} hidden neurons",
    **{name: about for name, (_, about) in SWITCHES.items()},
}
"""What is said of a field while the keys are there."""
_SHAPE = re.compile(r"([3-5])\s*[x\u00d7]\s*([3-5])")
_PARTED = re.compile(r"\n\s*\n")


def text_of(about: Puzzle, name: str) -> str:
    """What a field shows."""
    match name:
        case "hint":
            return "\n\n".join(about.hints)
        case "hidden":
            return str(about.neuron.hidden or "")
        case "picture":
            return "x".join(map(str, about.picture or ()))
    return str(getattr(about, name))


def with_text(about: Puzzle, name: str, text: str) -> Puzzle:
    """The same with what was typed into a field, or turned."""
    match name:
        case "title":
            return replace(about, title=text)
        case "hint":
            return replace(about, hints=tuple(filter(None, _PARTED.split(text))))
        case "rule":
            return replace(about, rule=text)
        case "hidden":
            hidden = min(int(text or 0), MAX_HIDDEN)
            return with_neuron(about, replace(about.neuron, hidden=hidden))
    return replace(about, afterwards=text)


class Switch(Checkbox):
    """On or off; without colours, too, it is seen whether there is a cross."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "toggle_button", "turn", key_display="Space")
    ]

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


def is_on(about: Puzzle, name: str) -> bool:
    """Whether a switch is on."""
    return {
        "threshold": about.neuron.threshold,
        "noisy": about.noisy,
        "names_decide": about.names_decide,
    }[name]


def turned(about: Puzzle, name: str, on: bool) -> Puzzle:
    """The same with a switch turned."""
    match name:
        case "threshold":
            return with_neuron(about, replace(about.neuron, threshold=on))
        case "noisy":
            return replace(about, noisy=on)
    return replace(about, names_decide=on)


class WordFields(Vertical):
    """A field for each; a formula counts once Enter is pressed, or the field is left."""

    @dataclass
    class FormulaGiven(Message):
        """The formula counts from now on."""

        text: str

    @dataclass
    class ShapeGiven(Message):
        """Each row is a picture of this shape from now on, or none any more."""

        shape: Shape | None

    def __init__(self, about: Callable[[], Puzzle], change: Callable[[Puzzle, str], None]) -> None:
        """`about` gives the puzzle of now with its words, `change` takes another, and in which field."""
        super().__init__(id="words", classes="panel")
        self.border_title = "Words"
        self._now, self._change = about, change

    @property
    def _about(self) -> Puzzle:
        return self._now()

    def compose(self) -> ComposeResult:
        about = self._about
        with Horizontal():
            yield Label("Title")
            yield Line(about.title, "needed", id=TITLE)
        for name, (label, empty) in TEXTS.items():
            with Horizontal():
                yield Label(label)
                yield LongText(text_of(about, name), empty, id=name)
        with Horizontal():
            yield Label("Formula")
            yield Line(about.formula, "such as A and not B", id=FORMULA)
        with Horizontal():
            yield Label("Picture")
            yield Line(text_of(about, PICTURE), "such as 3x3", id=PICTURE)
        with Horizontal():
            yield Label("Neuron")
            yield self._switch("threshold")
            yield Number(text_of(about, HIDDEN), "0", id=HIDDEN)
            yield Label(" hidden", classes="after")
        with Horizontal():
            yield Label("Rows")
            yield self._switch("noisy")
            yield self._switch("names_decide")

    def _switch(self, name: str) -> Switch:
        return Switch(SWITCHES[name][0], is_on(self._about, name), compact=True, id=name)

    def show(self) -> None:
        """Show the words of now, where they did not come from here."""
        for field in self.query(TextField):
            text = visible(text_of(self._about, field.id or ""))
            if visible(field.value) != text:
                field.value = text
        for area in self.query(LongText):
            area.show(text_of(self._about, area.id or ""))
        for switch in self.query(Switch):
            switch.value = is_on(self._about, switch.id or "")

    @on(Checkbox.Changed)
    def _turned(self, event: Checkbox.Changed) -> None:
        name = event.checkbox.id or ""
        if event.value != is_on(self._about, name):
            self._change(turned(self._about, name, event.value), name)

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        name, text = event.input.id or "", visible(event.value)
        if name not in (FORMULA, PICTURE) and text != visible(text_of(self._about, name)):
            self._change(with_text(self._about, name, text), name)

    @on(TextArea.Changed)
    def _text_changed(self, event: TextArea.Changed) -> None:
        name, text = event.text_area.id or "", tidy(event.text_area.text)
        if text != tidy(text_of(self._about, name)):
            self._change(with_text(self._about, name, text), name)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _say_about(self) -> None:
        """Say what the field is that has the keys now."""
        focused = self.screen.focused
        self.border_subtitle = ABOUT.get(focused.id or "", "") if focused else ""

    @on(Input.Blurred, f"#{FORMULA}")
    def fill(self) -> None:
        """Let the formula count now."""
        text = visible(self.query_one(f"#{FORMULA}", TextField).value)
        if text != self._about.formula:
            self.post_message(self.FormulaGiven(text))

    @on(Input.Blurred, f"#{PICTURE}")
    def shape(self) -> None:
        """Let the size of a picture count now; one that cannot be is forgotten."""
        field = self.query_one(f"#{PICTURE}", TextField)
        sides = _SHAPE.fullmatch(field.value.strip())
        shape = (int(sides[1]), int(sides[2])) if sides else None
        if shape != self._about.picture and (sides or not field.value.strip()):
            self.post_message(self.ShapeGiven(shape))
        elif not sides:
            field.value = text_of(self._about, PICTURE)


class Line(TextField):
    """A field that shows its beginning when it is left."""

    def __init__(self, text: str, empty: str, *, id: str) -> None:
        super().__init__(visible(text), empty, id=id, max_length=MAX_LINE_LENGTH, select_on_focus=False)
        self.cursor_position = 0

    def on_focus(self) -> None:
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        self.cursor_position = 0


class Number(TextField):
    """A field for a small number."""

    def __init__(self, text: str, empty: str, *, id: str) -> None:
        super().__init__(text, empty, id=id, max_length=2, restrict=r"[0-9]*")
