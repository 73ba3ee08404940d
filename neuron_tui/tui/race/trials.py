"""The sixteen trials of a block: where you were right, and where the neuron was."""

from __future__ import annotations

from neuron_tui.game.race.race import block_of
from neuron_tui.game.race.schedule import BLOCK, ROUND, Flags
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.race.moment import Moment, RacePicture, Stage

RIGHT, WRONG, OPEN, HERE = "\u2713", "\u2717", "\u00b7", "?"
NAME_WIDTH = 8


def trials_lines(moment: Moment) -> list[Line]:
    """A line for you and one for the neuron."""
    race = moment.race
    block, _ = block_of(max(moment.trial, 0))
    asked = moment.stage is Stage.ASKED
    return [
        _line("you", race.yours_wrong[block * BLOCK :], asked),
        _line("neuron", race.neuron_wrong[block * BLOCK :], asked),
    ]


def _line(who: str, wrong: Flags, asked: bool) -> Line:
    """The marks of one of the two; `wrong` has shape `(trials of the block so far,)`."""
    spans: list[Span] = [(f"{who:<{NAME_WIDTH}}", "text")]
    for place in range(BLOCK):
        gap = "" if place == 0 else "  " if place == ROUND else " "
        if place < len(wrong):
            mark, style = (WRONG, "wrong") if wrong[place] else (RIGHT, "right")
        else:
            mark, style = (HERE, "text") if asked and place == len(wrong) else (OPEN, "faint")
        spans.append((gap + mark, style))
    return tuple(spans)


class Trials(RacePicture):
    """The trials of the block that is looked at."""

    def paint(self, width: int, height: int) -> list[Line]:
        return trials_lines(self.moment) if self.moment else []
