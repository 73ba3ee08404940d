"""The figure to be judged, drawn in half blocks, with the question or the answer under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from textual import events
from textual.message import Message

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.schedule import Figure, decisions
from neuron_tui.game.race.words import HOW_IT_ENDS, in_a_row
from neuron_tui.tui.kit.cells import Line, Span, width_of_line, wrapped
from neuron_tui.tui.kit.glyphs import HALVES, RIGHT, WRONG
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.race.state import RaceState, Stage

Pixels = NDArray[np.bool_]

SMALL_SHARE = 0.45
"""The side of a small figure, as a share of a large one's."""
LARGEST, LEAST_LARGE, LEAST_SMALL = 36, 8, 4
ANSWER_LINES = 6
"""Lines under the figure for the question, or for the answer."""
BUTTONS = ("  \u25c2 0  ", "  1 \u25b8  ")
GAP = 5


def pixels(figure: Figure, room: int, *, dark: bool) -> Pixels:
    """The figure in a square of at most `room` pixels, shape `(side, side)`, with an even side.

    White is what is light on the screen, black what is dark: on a dark screen a white figure is filled with
    the light style and a black one is an outline in it; on a light screen it is the other way round.
    """
    large = min(max(room // 2 * 2, LEAST_LARGE), LARGEST)
    side = large if figure.size else max(round(large * SMALL_SHARE / 2) * 2, LEAST_SMALL)
    shape = np.ones((side, side), dtype=bool) if figure.shape else _triangle(side)
    if (figure.colour == 0) == dark:
        return shape
    return shape & ~_worn(shape, max(side // 8, 1))


def _triangle(side: int) -> Pixels:
    """A triangle on its base."""
    across, down = np.arange(side), np.arange(side)[:, None]
    half = (down // 2) + 1
    return np.asarray((across >= side // 2 - half) & (across < side // 2 + half))


def _worn(shape: Pixels, times: int) -> Pixels:
    """The shape without its outermost pixels."""
    for _ in range(times):
        wide = np.pad(shape, 1)
        shape = wide[1:-1, 1:-1] & wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    return shape


def in_cells(shape: Pixels) -> list[str]:
    """Pixels as text, two of them to a cell, one above the other; the number of rows must be even."""
    cells = shape[::2] + 2 * shape[1::2]
    return ["".join(HALVES[cell] for cell in row) for row in cells.tolist()]


def view_lines(state: RaceState, width: int, height: int, *, dark: bool) -> list[Line]:
    """The panel in (width, height) cells: figure, name, question or answer, and how the race ends."""
    foot = [*wrapped(HOW_IT_ENDS, width), in_a_row(state.race)]
    room = height - ANSWER_LINES - len(foot) - 3
    figure = state.race.figure(state.trial)
    drawn = in_cells(pixels(figure, min(2 * room, width), dark=dark))
    above = (room - len(drawn)) // 2
    lines: list[Line] = [()] * above
    lines += [centred([(row, "text")], width) for row in drawn]
    lines += [()] * (room - above - len(drawn) + 1)
    lines.append(centred([(figure.name, "text strong")], width))
    lines.append(())
    lines += question_lines(width) if state.stage is Stage.ASKED else answer_lines(state.race, width)
    lines += [centred([(text, "muted")], width) for text in foot]
    return lines


def question_lines(width: int) -> list[Line]:
    """The question and its two buttons."""
    zero, one = BUTTONS
    buttons = [(zero, "zero strong selected"), (" " * GAP, ""), (one, "one strong selected")]
    return [(), centred([("0 or 1?", "text")], width), (), centred(buttons, width), (), ()]


def answer_lines(race: Race, width: int) -> list[Line]:
    """The right answer, and who said it."""
    trial = race.trials - 1
    right, output = race.right(trial), float(race.schedule.neuron_outputs[trial])
    its = int(decisions(race.schedule.neuron_outputs[trial : trial + 1])[0])
    answer: Span = (str(right), "one strong" if right else "zero strong")
    return [
        centred([("It is ", "text"), answer, (".", "text")], width),
        (),
        centred(_said("you", race.decisions[trial], right, "      "), width),
        centred(_said("neuron", its, right, probability(output)), width),
        centred([("Enter", "accent strong"), (" goes on", "muted")], width),
        (),
    ]


def _said(who: str, said: int, right: int, beside: str) -> list[Span]:
    """What someone said, and whether it was right, in a fixed width."""
    verdict = f"{RIGHT} right" if said == right else f"{WRONG} wrong"
    return [
        (f"{who:<6} said ", "muted"),
        (str(said), "text strong"),
        (f"  {verdict}", "right strong" if said == right else "wrong strong"),
        (f"  {beside:<6}", "muted"),
    ]


def centred(spans: list[Span], width: int) -> Line:
    """Runs in the middle of a line."""
    taken = width_of_line(spans)
    return ((" " * max((width - taken) // 2, 0), ""), *spans)


class FigureView(Canvas[RaceState]):
    """Shows the figure; a click on a button decides, and a click anywhere goes on from an answer."""

    @dataclass
    class Decided(Message):
        """The mouse said 0 or 1."""

        answer: int

    class GoneOn(Message):
        """The answer was seen."""

    def __init__(self, state: RaceState) -> None:
        super().__init__(self._view, state, id="figure")

    def _view(self, state: RaceState, width: int, height: int) -> list[Line]:
        if state.stage not in (Stage.ASKED, Stage.FEEDBACK):
            return []
        return view_lines(state, width, height, dark=self.app.current_theme.dark)

    def notify_style_update(self) -> None:
        """By day what is white is drawn in another way than by night."""
        super().notify_style_update()
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """Decide, or go on; the second click of a double one does neither."""
        place = event.get_content_offset(self)
        if place is None or event.chain > 1:
            return
        if self.value.stage is Stage.FEEDBACK:
            self.post_message(self.GoneOn())
            return
        for line in self._lines[max(place.y - 1, 0) : place.y + 2]:
            text = "".join(text for text, _ in line)
            for answer, button in enumerate(BUTTONS):
                start = text.find(button)
                if start >= 0 and start <= place.x < start + len(button):
                    self.post_message(self.Decided(answer))
