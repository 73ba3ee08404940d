"""The neuron at work: each input's weight as a signed bar, the weighted sum, the output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network, Neuron
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, Span, fit, widest, window_start
from neuron_tui.tui.kit.glyphs import POINTED, SELECTED
from neuron_tui.tui.kit.neuron_numbers import input_sign, number, pull_style, side_style
from neuron_tui.tui.kit.painted import SCROLL_KEYS
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.panels.hidden_answers import HEAD, answer_lines, rows_shown
from neuron_tui.tui.match.panels.network_diagram import network_lines
from neuron_tui.tui.match.panels.neuron_diagram import LEAST_HEIGHT, ForwardPass, fits, place_of
from neuron_tui.tui.match.pictures.hidden import hidden_lines, rows_needed, scale_of
from neuron_tui.tui.match.pictures.weights import SeenPicture, seen_lines

LEAST_ROWS = 3
"""Rows that the weighted sum and the output need next to the weights."""
RESULT_WIDTH = 13
"""Cells that the weighted sum and the output take next to the weights."""


def neuron_lines(
    replay: Replay,
    iteration: int,
    selected: int,
    size: tuple[int, int],
    top: int,
    exact: bool,
    weight: int | None = None,
    pointed: int | None = None,
) -> list[Line]:
    """The panel's lines from weight `top` on, in (width, height) cells.

    `weight` is the one selected, `pointed` the one that a step of a lesson speaks of.
    """
    width, height = size
    forward = ForwardPass.of(replay, iteration, selected, exact, weight, pointed)
    names, result = forward.names, _result(forward)
    room = width - forward.digits - RESULT_WIDTH - 5 - len(input_sign(0, forward.graded))
    name_width = min(widest(names), max(9, width // 5), room - 3)
    shown = min(len(names) - top, height)
    middle = max((shown - 1) // 2, 1)
    brace = _brace(shown, middle)
    lines: list[Line] = []
    for place in range(max(shown, min(LEAST_ROWS, height))):
        spans: list[Span] = [(" " * (width - RESULT_WIDTH - 3), ""), ("   ", "faint")]
        if place < shown:
            weight_spans = _weight(forward, top + place, name_width, room - name_width)
            spans = [*weight_spans, (f" {brace[place]} ", "faint")]
        lines.append((*spans, *result.get(place - middle, ())))
    return lines


def _weight(forward: ForwardPass, index: int, name_width: int, bar_width: int) -> list[Span]:
    """An input with its weight; inputs that are off are shown quietly, and the selected weight is marked."""
    weight, on, chosen = forward.weights[index], forward.on[index], index == forward.weight
    colour, quiet, back = pull_style(weight), "text" if on else "muted", " selected" if chosen else ""
    name = fit(forward.names[index], name_width)
    spans = [
        (name, quiet),
        (SELECTED if chosen else POINTED if index == forward.pointed else " ", "accent strong"),
        (input_sign(forward.signals[index], forward.graded), quiet),
        *bar(weight, forward.limit, bar_width, colour if on else "faint"),
        (" " + number(weight, forward.digits), colour + (" strong" if on else "")),
    ]
    return [(text, style + back) for text, style in spans]


def _brace(shown: int, middle: int) -> list[str]:
    """The brace that gathers the weights into the sum, a glyph for each."""
    if shown == 1:
        return ["\u2500"]
    glyphs = ["\u256e", *["\u2524"] * (shown - 2), "\u256f"]
    glyphs[middle] = "\u2524" if middle == shown - 1 else "\u253c"
    return glyphs


def _result(forward: ForwardPass) -> dict[int, list[Span]]:
    """The weighted sum and the output, by line from the middle."""
    total, output = forward.weighted_sum, forward.output
    style = f"{side_style(output)} strong"
    if forward.exact:
        return {
            -1: [("sum", "muted"), (number(total, RESULT_WIDTH - 3), "text strong")],
            0: [("output", "muted")],
            1: [(f"{output:.{RESULT_WIDTH - 2}f}", style)],
        }
    return {
        -1: [("weighted sum", "muted")],
        0: [(number(total, 6).rjust(RESULT_WIDTH), "text strong")],
        1: [("output ", "muted"), (probability(output), style)],
    }


class NeuronPanel(Picture, can_focus=True, inherit_bindings=False):
    """The weights of this moment, and the selected row running through them. Many weights scroll."""

    about = "Neuron: each input times its weight, added up, and through the S-curve."
    BINDINGS: ClassVar[list[BindingType]] = SCROLL_KEYS
    DEFAULT_CSS = """
    NeuronPanel { height: auto; &:focus { scrollbar-color: $mark; } }
    """

    exact = reactive(False, repaint=False)
    weight: reactive[int | None] = reactive(None, repaint=False)
    """The weight that is selected."""
    pointed: reactive[int | None] = reactive(None, repaint=False)
    """The weight that a step of a lesson speaks of."""

    @dataclass
    class Pressed(Message):
        """The input at this place was clicked."""

        place: int

    def __init__(self, replay: Replay) -> None:
        super().__init__(replay, id="neuron", classes="panel")
        self._set_rows()

    @property
    def _pictured(self) -> bool:
        """Whether its weights can be shown as a picture."""
        return self.replay.puzzle.picture is not None and isinstance(self.replay.model, Neuron)

    def _hidden_pictured(self, width: int, height: int) -> bool:
        """Whether the weights of all hidden neurons can be shown as pictures in this room."""
        picture, model = self.replay.puzzle.picture, self.replay.model
        return (
            picture is not None
            and isinstance(model, Network)
            and scale_of(picture, model.hidden, width, height) > 0
        )

    def _set_rows(self) -> None:
        picture = self.replay.puzzle.picture
        rows = len(self.replay.output_input_names)
        if picture is not None:
            rows = rows_needed(picture) if self.replay.is_network else picture[0] + 1
        self.set_rows(max(rows, LEAST_ROWS))

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Another training, perhaps with a threshold more or less."""
        super().show_run(replay, ghost)
        self._set_rows()

    watch_exact = watch_pointed = Picture.repaint

    def watch_weight(self, weight: int | None) -> None:
        if weight is not None:
            self.bring_into_sight(weight, self._room.height)
        self.repaint()

    def _rows_below(self, height: int) -> int:
        """How many rows, with the hidden neurons' answers, fit below the drawing of a network."""
        drawing = max(len(self.replay.output_input_names), LEAST_HEIGHT)
        return rows_shown(len(self.replay.rows), drawing, height) if self.replay.is_network else 0

    def on_click(self, event: events.Click) -> None:
        """Tell which weight, hidden neuron or row was clicked, once (twice is for the whole screen)."""
        inside = event.get_content_offset(self)
        if inside is None or event.chain != 1 or self._pictured:
            return
        rows, height = self._rows_below(self._room.height), self._room.height
        drawn = height - rows - HEAD if rows else height
        if inside.y >= drawn + HEAD:
            first = window_start(self.selected, rows, len(self.replay.rows))
            self.post_message(RowChosen(first + inside.y - drawn - HEAD))
        if inside.y >= drawn:
            return
        place, is_network = self._place_at(inside.y, drawn), self.replay.is_network
        if 0 <= place < len(self.replay.output_input_names) - (is_network and self.replay.model.threshold):
            self.post_message(self.Pressed(place))

    def _place_at(self, y: int, height: int) -> int:
        """The input at a line of the panel; in a drawing only if its weight is on this very line, else -1."""
        count, width = len(self.replay.output_input_names), self._room.width
        if not fits(count, width, height, self.exact):
            return y + self.scroll_offset.y
        nearest = min(range(count), key=lambda index: abs(place_of(index, count, height) - y))
        return nearest if self.replay.is_network or place_of(nearest, count, height) == y else -1

    def paint(self, width: int, height: int) -> list[Line]:
        if self._pictured:
            inputs = tuple(map(int, self.replay.rows[self.selected]))
            return seen_lines(SeenPicture.of(self.replay, self.iteration, inputs), width, height)
        if self._hidden_pictured(width, height):
            return hidden_lines(self.replay, self.iteration, self.selected, width, height)
        below: list[Line] = []
        if shown := self._rows_below(height):
            height -= shown + HEAD
            below = answer_lines(self.replay, self.iteration, self.selected, width, shown)
        moment = self.replay, self.iteration, self.selected, (width, height)
        if fits(len(self.replay.output_input_names), width, height, self.exact):
            return network_lines(*moment, self.exact, self.weight, self.pointed) + below
        drawn = neuron_lines(*moment, self.scroll_offset.y, self.exact, self.weight, self.pointed)
        return drawn + [()] * (height - len(drawn)) * bool(below) + below
