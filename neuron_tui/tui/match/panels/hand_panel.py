"""The weights in the player's hand: each on a slider, and below them the way back to the neuron."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.explain.numbers import probability
from neuron_tui.tui.kit.cells import Line, fit, visible, widest, width_of, wrapped
from neuron_tui.tui.kit.neuron_numbers import number, pull_style
from neuron_tui.tui.match.panels.chooser import LESS, MORE, Choice, Choices, Chooser, marked

SLIDER = 10.0
"""The slider goes from minus this to plus this; a weight beyond is at its end."""
MOST_NAME = 10
VALUE_WIDTH = 6
CHALLENGE_LINES = 2
"""The fewest, so that nothing below jumps when the sentence becomes longer."""
TAKE_OVER = "let it take over from here"
BEGIN, FROM = "begin with ", "from "
"""Before the weights one can begin with; the short one where there is no room for both."""
CURSOR = "\u258f"
MOST_TYPED = 12
"""Characters that a weight can be typed with."""
EDITING = {"backspace", "delete", "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "tab"}
EDITING |= {"minus", "plus", "slash", "underscore"}  # Textual does not know which characters these write
"""Keys that mean nothing else while a weight is typed, like all that write something."""


@dataclass(frozen=True)
class InHand:
    """What the panel shows. Errors are means over the examples; `challenge` is a sentence of the game's.

    Where `begun_with` is empty there are only the weights; `trained` is None where nothing was yet.
    """

    names: tuple[str, ...]
    weights: tuple[float, ...]
    error: float
    best: float
    trained: float | None
    challenge: str
    begun_with: str


def slider(value: float, width: int) -> tuple[str, int]:
    """The track of a slider with its middle marked, and the column of its knob."""
    track = ["\u2500"] * width
    track[(width - 1) // 2] = "\u253c"
    share = min(max((value + SLIDER) / (2 * SLIDER), 0.0), 1.0)
    return "".join(track), round(share * (width - 1))


def value_at(column: int, width: int) -> float:
    """The weight at a column of the slider."""
    share = min(max(column / max(width - 1, 1), 0.0), 1.0)
    return (2 * share - 1) * SLIDER


def name_width(names: tuple[str, ...]) -> int:
    """The cells that the names take."""
    return min(widest(names), MOST_NAME)


def slider_width(names: tuple[str, ...], width: int) -> int:
    """The cells of a slider, an odd number, so that its middle is a cell."""
    room = width - name_width(names) - VALUE_WIDTH - 4
    return max(room - (room + 1) % 2, 3)


def weight_line(
    name: str, weight: float, chosen: bool, names: tuple[str, ...], width: int, typed: str | None = None
) -> Line:
    """One weight: its name, its slider, its value. What is typed may cover the slider's end."""
    style = f"{pull_style(weight)} strong"
    track, knob = slider(weight, slider_width(names, width))
    value = number(weight, VALUE_WIDTH)
    if typed is not None:
        value = (typed + CURSOR)[-len(track) - VALUE_WIDTH :].ljust(VALUE_WIDTH)
    before = (track + " ")[: len(track) + 1 + VALUE_WIDTH - len(value)]
    spans = [
        (fit(name, name_width(names)) + " ", "text" if chosen else "muted"),
        (before[:knob], "faint"),
        ("\u25cf" if knob < len(before) else "", style),
        (before[knob + 1 :], "faint"),
    ]
    if typed is None:
        return marked([*spans, (value, style)], chosen)
    return (*marked(spans, chosen), (value, "text strong on-faint"))


def beginning(begun_with: str, width: int) -> tuple[str, str]:
    """What the line says before the arrows and between them, in `width` cells."""
    room = width - 2 - len(LESS) - len(MORE)
    says = BEGIN if len(BEGIN) + width_of(begun_with) <= room else FROM
    return says, fit(begun_with, min(width_of(begun_with), room - len(says)))


def head_lines(hand: InHand, width: int) -> list[Line]:
    """The errors side by side, and how far the challenge is."""
    error: Line = (
        ("off by ", "muted"), (probability(hand.error), "text strong"),
        ("  best ", "muted"), (probability(hand.best), "text strong"),
    )  # fmt: skip
    lines = [error]
    if hand.trained is not None:
        lines.append((("the trained neuron ", "muted"), (probability(hand.trained), "accent strong")))
    if not hand.challenge:
        return lines
    words = wrapped(hand.challenge, width)
    words += [""] * (CHALLENGE_LINES - len(words))
    return [*lines, *(((fit(line, width), "text"),) for line in words)]


def hand_list(hand: InHand, chosen: int, width: int, typed: str | None = None) -> Choices:
    """A line per weight, then what one begins with, and the neuron's turn.

    `typed`: what was typed so far for the chosen weight, None where none is being typed.
    """
    begin, count = name_width(hand.names) + 3, len(hand.weights)
    track = range(begin, begin + slider_width(hand.names, width))
    weights = []
    for index, (name, weight) in enumerate(zip(hand.names, hand.weights, strict=True)):
        here = index == chosen
        line = weight_line(name, weight, here, hand.names, width, typed if here else None)
        weights.append(Choice(line, buttons=((track.stop, 0),), slider=track))
    head = tuple(head_lines(hand, max(width, 20)))
    if not hand.begun_with:
        return Choices(head, tuple(weights))
    says, with_what = beginning(hand.begun_with, width)
    spans = [(says, "muted"), (LESS, "accent"), (with_what, "text"), (MORE, "accent")]
    arrows = ((len(says) + 1, -1), (len(says) + 4, 1))
    return Choices(
        head,
        (
            *weights,
            Choice(marked(spans, chosen == count), arrows),
            Choice(marked([(TAKE_OVER, "accent")], chosen == count + 1), ((0, 1),)),
        ),
    )


class HandPanel(Chooser):
    """Turn the weights by key or mouse. Going back and forth between the turns is the screen's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Chooser.BINDINGS,
        Binding("shift+left", "little(-1)", "a little", show=False, key_display="Shift+\u2190\u2192"),
        Binding("shift+right", "little(1)", "a little", show=False, key_display="Shift+\u2190\u2192"),
    ]

    @dataclass
    class Dragged(Message):
        """The mouse has put a weight here."""

        index: int
        value: float

    typed: reactive[str | None] = reactive(None, repaint=False, bindings=True)
    """What was typed so far for the chosen weight, None where none is being typed."""
    _held: int | None = None
    """The weight that the mouse holds."""
    _dragged = False
    """Whether the mouse was last pressed on a slider."""

    @property
    def on_weight(self) -> bool:
        """Whether a weight is chosen, and not one of the lines below."""
        return bool(self.choices.rows) and bool(self.choices.rows[self.chosen].slider)

    def begin_typing(self) -> None:
        """Open the field for the chosen weight, with nothing in it."""
        if self.typed is None:
            self.typed = ""
        self.focus()

    def watch_typed(self) -> None:
        self.repaint()

    def watch_chosen(self, index: int) -> None:
        self.typed = None
        super().watch_chosen(index)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a weight is typed, none of the panel's keys works; Enter on a weight is the screen's."""
        if self.typed is not None:
            return False
        return not self.on_weight if action == "take" else super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While a weight is typed, all that writes something goes there; only ? is help as ever."""
        written = character is not None and character.isprintable()
        return self.typed is not None and key != "question_mark" and (written or key in EDITING)

    def on_key(self, event: events.Key) -> None:
        """What is typed belongs into the field, if one is open."""
        if self.typed is None or not self.check_consume_key(event.key, event.character):
            return
        event.prevent_default().stop()
        if event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.character is not None and event.is_printable:
            self._add(event.character)

    def on_paste(self, event: events.Paste) -> None:
        if self.typed is not None:
            event.stop()
            self._add(visible(event.text).strip())

    def _add(self, text: str) -> None:
        narrow = "".join(character for character in text if width_of(character) == 1)
        if self.typed is not None and len(self.typed) + len(narrow) <= MOST_TYPED:
            self.typed += narrow

    def action_little(self, steps: int) -> None:
        if self.on_weight:
            self.post_message(self.Changed(self.chosen, steps, fine=True))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self.choice_at(event)
        self._dragged = found is not None and found[1] in found[2].slider
        if found is not None and self._dragged:
            self.typed = None
            self.chosen = self._held = found[0]
            self.capture_mouse()
            self._drag(found[1])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._drag(event.x - self.gutter.left)

    def on_click(self, event: events.Click) -> None:
        """Where a drag ends, nothing is clicked."""
        if self._dragged:
            event.prevent_default()

    def on_unmount(self) -> None:
        """What is no longer there holds no mouse."""
        self.release_mouse()

    def on_mouse_up(self) -> None:
        if self._held is not None:
            self._held = None
            self.release_mouse()

    def _drag(self, column: int) -> None:
        if self._held is not None:
            slider = self.choices.rows[self._held].slider
            self.post_message(self.Dragged(self._held, value_at(column - slider.start, len(slider))))
