"""The weights in the player's hand: each on a slider, and below them the way back to the neuron."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.game.explain.numbers import probability
from neuron_tui.tui.kit.cells import Line, fit, widest, width_of, wrapped
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
LITTLE = Binding.Group("a little")


@dataclass(frozen=True)
class InHand:
    """What the panel shows. Errors are means over the examples; `challenge` is a sentence of the game's."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    error: float
    best: float
    trained: float
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


def weight_line(name: str, weight: float, chosen: bool, names: tuple[str, ...], width: int) -> Line:
    """One weight: its name, its slider, its value."""
    style = f"{pull_style(weight)} strong"
    track, knob = slider(weight, slider_width(names, width))
    spans = [
        (fit(name, name_width(names)) + " ", "text" if chosen else "muted"),
        (track[:knob], "faint"),
        ("\u25cf", style),
        (track[knob + 1 :], "faint"),
        (" " + number(weight, VALUE_WIDTH), style),
    ]
    return marked(spans, chosen)


def beginning(begun_with: str, width: int) -> tuple[str, str]:
    """What the line says before the arrows and between them, in `width` cells."""
    room = width - 2 - len(LESS) - len(MORE)
    says = BEGIN if len(BEGIN) + width_of(begun_with) <= room else FROM
    return says, fit(begun_with, min(width_of(begun_with), room - len(says)))


def head_lines(hand: InHand, width: int) -> list[Line]:
    """The errors side by side, and how far the challenge is."""
    error: Line = (
        ("error ", "muted"), (probability(hand.error), "text strong"),
        ("  best ", "muted"), (probability(hand.best), "text strong"),
    )  # fmt: skip
    trained: Line = (("the trained neuron's ", "muted"), (probability(hand.trained), "accent strong"))
    words = wrapped(hand.challenge, width)
    words += [""] * (CHALLENGE_LINES - len(words))
    return [error, trained, *(((fit(line, width), "text"),) for line in words)]


def hand_list(hand: InHand, chosen: int, width: int) -> Choices:
    """A line per weight, then what one begins with, and the neuron's turn."""
    begin, count = name_width(hand.names) + 3, len(hand.weights)
    track = range(begin, begin + slider_width(hand.names, width))
    weights = [
        Choice(weight_line(name, weight, index == chosen, hand.names, width), slider=track)
        for index, (name, weight) in enumerate(zip(hand.names, hand.weights, strict=True))
    ]
    says, with_what = beginning(hand.begun_with, width)
    spans = [(says, "muted"), (LESS, "accent"), (with_what, "text"), (MORE, "accent")]
    arrows = ((len(says) + 1, -1), (len(says) + 4, 1))
    return Choices(
        tuple(head_lines(hand, max(width, 20))),
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
        Binding("minus", "little(-1)", "a little less", key_display="-", group=LITTLE),
        Binding("plus,equals_sign", "little(1)", "a little more", key_display="+", group=LITTLE),
    ]

    @dataclass
    class Dragged(Message):
        """The mouse has put a weight here."""

        index: int
        value: float

    _held: int | None = None
    """The weight that the mouse holds."""

    def action_little(self, steps: int) -> None:
        if self.choices.rows[self.chosen].slider:
            self.post_message(self.Changed(self.chosen, steps, fine=True))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self.choice_at(event)
        if found is not None and found[1] in found[2].slider:
            self.chosen = self._held = found[0]
            self.capture_mouse()
            self._drag(found[1])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._drag(event.x - self.gutter.left)

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
