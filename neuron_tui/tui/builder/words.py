"""The fields around a table: title, hint, rule, what is said afterwards, and the formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, Input, Label

from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH, Puzzle
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.text_field import TextField

FORMULA = "formula"
FIELDS = {
    "title": ("Title", "needed"),
    "hint": ("Hint", "h shows it"),
    "rule": ("Rule", "said after the verdict"),
    "afterwards": ("Then", "more to read after it"),
    FORMULA: ("Formula", "such as A and not B"),
}
"""Each field's label, and what stands in it while it is empty."""


def text_of(about: Puzzle, name: str) -> str:
    """What a field shows."""
    words = {
        "title": about.title,
        "hint": about.hints[0] if about.hints else "",
        "rule": about.rule,
        "afterwards": about.afterwards,
        FORMULA: about.formula,
    }
    return visible(words[name])


def with_text(about: Puzzle, name: str, text: str) -> Puzzle:
    """The same with what was typed into a field."""
    match name:
        case "title":
            return replace(about, title=text)
        case "hint":
            return replace(about, hints=(*([text] if text else []), *about.hints[1:]))
        case "rule":
            return replace(about, rule=text)
    return replace(about, afterwards=text)


class Threshold(Checkbox):
    """Whether the neuron has one; without colours, too, it is seen whether there is a cross."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "toggle_button", "turn", key_display="Space")
    ]

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class WordFields(Vertical):
    """A field for each; a formula counts once Enter is pressed, or the field is left."""

    @dataclass
    class FormulaGiven(Message):
        """The formula counts from now on."""

        text: str

    def __init__(self, about: Callable[[], Puzzle], change: Callable[[Puzzle, str], None]) -> None:
        """`about` gives the puzzle of now with its words, `change` takes another, and in which field."""
        super().__init__(id="words", classes="panel")
        self.border_title = "Words"
        self._now, self._change = about, change

    @property
    def _about(self) -> Puzzle:
        return self._now()

    def compose(self) -> ComposeResult:
        for name, (label, empty) in FIELDS.items():
            with Horizontal():
                yield Label(label)
                text = text_of(self._about, name)
                yield TextField(text, empty, id=name, max_length=MAX_LINE_LENGTH, select_on_focus=False)

        with Horizontal():
            yield Label("Neuron")
            yield Threshold("with a threshold", self._about.neuron.threshold, compact=True)

    def show(self) -> None:
        """Show the words of now, where they did not come from here."""
        for field in self.query(TextField):
            text = text_of(self._about, field.id or "")
            if visible(field.value) != text:
                field.value = text
        self.query_one(Threshold).value = self._about.neuron.threshold

    @on(Checkbox.Changed)
    def _turned(self, event: Checkbox.Changed) -> None:
        about = self._about
        if event.value != about.neuron.threshold:
            neuron = replace(about.neuron, threshold=event.value, start=())
            self._change(replace(about, neuron=neuron), "threshold")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        name, text = event.input.id or "", visible(event.value)
        if name != FORMULA and text != text_of(self._about, name):
            self._change(with_text(self._about, name, text), name)

    @on(Input.Blurred, f"#{FORMULA}")
    def fill(self) -> None:
        """Let the formula count now."""
        text = visible(self.query_one(f"#{FORMULA}", TextField).value)
        if text != self._about.formula:
            self.post_message(self.FormulaGiven(text))
