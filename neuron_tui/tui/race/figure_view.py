"""The figure to be judged, the question under it, and then who was right."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.schedule import decisions
from neuron_tui.game.race.words import HOW_IT_ENDS, in_a_row
from neuron_tui.tui.kit.cells import Line, Span, width_of, wrapped
from neuron_tui.tui.race.drawing import in_cells, pixels
from neuron_tui.tui.race.moment import Moment, RacePicture, Stage
from neuron_tui.tui.race.trials import RIGHT, WRONG

ANSWER_LINES = 6
"""Lines under the figure for the question, or for the answer."""
BUTTONS = ("  \u25c2 0  ", "  1 \u25b8  ")
GAP = 5
BUTTON_LINE = 3
"""Which of these lines the buttons are on."""


def view_lines(moment: Moment, width: int, height: int, *, dark: bool) -> list[Line]:
    """The panel in so many cells: the figure, its name, the question or the answer, and how it ends."""
    foot = [*wrapped(HOW_IT_ENDS, width), in_a_row(moment.race)]
    room = height - ANSWER_LINES - len(foot) - 3
    figure = moment.race.figure(moment.trial)
    drawn = in_cells(pixels(figure, min(2 * room, width), dark=dark))
    above = (room - len(drawn)) // 2
    lines: list[Line] = [()] * above
    lines += [centred([(row, "text")], width) for row in drawn]
    lines += [()] * (room - above - len(drawn) + 1)
    lines.append(centred([(figure.name, "text strong")], width))
    lines.append(())
    lines += question_lines(width) if moment.stage is Stage.ASKED else answer_lines(moment.race, width)
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
    taken = sum(width_of(text) for text, _ in spans)
    return ((" " * max((width - taken) // 2, 0), ""), *spans)


class FigureView(RacePicture):
    """Shows the figure; a click on a button decides, and a click anywhere goes on from an answer."""

    @dataclass
    class Decided(Message):
        """The mouse said 0 or 1."""

        answer: int

    class GoneOn(Message):
        """The answer was seen."""

    def paint(self, width: int, height: int) -> list[Line]:
        moment = self.moment
        if moment is None or moment.stage not in (Stage.ASKED, Stage.TOLD):
            return []
        return view_lines(moment, width, height, dark=self.app.current_theme.dark)

    def notify_style_update(self) -> None:
        """By day what is white is drawn in another way than by night."""
        super().notify_style_update()
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """Decide, or go on; the second click of a double one does neither."""
        place = event.get_content_offset(self)
        if self.moment is None or place is None or event.chain > 1:
            return
        if self.moment.stage is Stage.TOLD:
            self.post_message(self.GoneOn())
            return
        line = (
            self._room.height - len(wrapped(HOW_IT_ENDS, self._room.width)) - 1 - ANSWER_LINES + BUTTON_LINE
        )
        taken = sum(map(width_of, BUTTONS)) + GAP
        column = place.x - (self._room.width - taken) // 2
        if abs(place.y - line) <= 1 and 0 <= column < taken:
            if column < width_of(BUTTONS[0]):
                self.post_message(self.Decided(0))
            elif column >= width_of(BUTTONS[0]) + GAP:
                self.post_message(self.Decided(1))
