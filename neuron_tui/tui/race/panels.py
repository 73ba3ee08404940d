"""The panels beside the figure: the trials of a block, the errors by block, and the weights of the neuron."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.race.kinds import ROWS
from neuron_tui.game.race.race import block_of
from neuron_tui.game.race.results import ERRORS, SHORT_SOURCE
from neuron_tui.game.race.schedule import BLOCK, BLOCKS, FEATURES, ROUND, VALUES, Flags
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.chart import OUTPUTS, Axis, Chart, Mark, Series, nice_limit
from neuron_tui.tui.kit.glyphs import NEURON, OFF, ON, RIGHT, WRONG, YOU
from neuron_tui.tui.kit.neuron_numbers import number, pull_style, side_style
from neuron_tui.tui.race.state import RaceState, Stage

OPEN, HERE = "\u00b7", "?"
NAME_WIDTH = 8
PEOPLE = "\u25cb"
ROOM_FOR_NAMES = 9
"""Cells after the last block, so that the names find room at the ends of the curves."""
BLOCK_TICKS = tuple((block, str(block)) for block in (1, 4, 8, 12, 16))
FEATURE_WIDTH, VALUE_WIDTH, NUMBER_WIDTH = 7, 9, 6


def trials_lines(state: RaceState) -> list[Line]:
    """The trials of the block so far: a line for you and one for the neuron."""
    race = state.race
    block, _ = block_of(max(state.trial, 0))
    asked = state.stage is Stage.ASKED
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


def errors_chart(state: RaceState, width: int) -> Chart:
    """The curves so far, each with its name at its end. The level is what guessing would come to."""
    race = state.race
    beyond = (BLOCKS - 1) * ROOM_FOR_NAMES / max(width - ROOM_FOR_NAMES, ROOM_FOR_NAMES)
    across = Axis(1, BLOCKS + beyond, BLOCK_TICKS)
    series: list[Series] = []
    marks: list[Mark] = []
    if state.kind is not None:
        people = np.array(ERRORS[state.kind])
        series.append(Series(_blocks(people), people, "muted", dotted=True))
        marks.append(Mark(BLOCKS, float(people[-1]), PEOPLE, "muted", "people"))
    if race.trials:
        for errors, glyph, style, name in (
            (race.neuron_errors, NEURON, "accent", "neuron"),
            (race.errors, YOU, "text", "you"),
        ):
            series.append(Series(_blocks(errors), errors, style))
            marks.append(Mark(len(errors), float(errors[-1]), glyph, style, name))
    return Chart(across, OUTPUTS, tuple(series), tuple(marks), level=0.5)


def _blocks(errors: Array) -> Array:
    """The numbers of the blocks, from 1."""
    return np.arange(1, len(errors) + 1, dtype=np.float64)


def so_far(state: RaceState) -> str:
    """The line under the curves: the source of the people's, or how many figures the last points are of."""
    block, done = block_of(state.race.trials)
    if state.stage in (Stage.PAGE, Stage.OVER):
        return f"block \u00b7 people: {SHORT_SOURCE}" if state.kind else "block"
    if done == 0:
        return "block"
    return f"block {block + 1}: {done} of {BLOCK} figures so far"


def weights_lines(state: RaceState, width: int) -> list[Line]:
    """A line per weight, in the order in which a figure is described, and what the neuron said.

    Next to a feature is the value that its weight is for: the one that reaches the neuron as a 1.
    """
    race = state.race
    schedule = race.schedule
    weights = schedule.tape[race.trials]
    limit = nice_limit(float(abs(schedule.tape).max()), 1.0)
    room = width - FEATURE_WIDTH - VALUE_WIDTH - NUMBER_WIDTH - 3
    shown = state.stage in (Stage.ASKED, Stage.FEEDBACK)
    row = ROWS[race.row(state.trial)] if shown else (0,) * len(ROWS[0])
    lines = []
    for feature, name in enumerate(FEATURES):
        place = schedule.disguise.features.index(feature)
        value = VALUES[feature][schedule.disguise.ones[feature]]
        lines.append(_weight(name, value, float(weights[place]), limit, room, on=bool(row[place]), lit=shown))
    lines.append(_weight("threshold", "", float(weights[-1]), limit, room, on=shown, lit=shown))
    lines.append(_said(state))
    return lines


def _weight(name: str, value: str, weight: float, limit: float, room: int, *, on: bool, lit: bool) -> Line:
    """One weight as a bar to the left or to the right; quiet while its input is off."""
    style = pull_style(weight) if on or not lit else "faint"
    names: list[Span] = [(f"{name:<{FEATURE_WIDTH}}", "muted"), (f"{value:<{VALUE_WIDTH}}", "text")]
    if not value:
        names = [(f"{name:<{FEATURE_WIDTH + VALUE_WIDTH}}", "muted")]
    return (
        *names,
        ((ON if on else OFF) + " ", "text" if on else "muted"),
        *bar(weight, limit, room, style),
        (" " + number(weight, NUMBER_WIDTH), pull_style(weight)),
    )


def _said(state: RaceState) -> Line:
    """The output that was judged; it is kept back until you have answered, so that it tells you nothing."""
    if state.stage is Stage.ASKED:
        return (("Its answer is shown after yours.", "muted"),)
    if state.stage is not Stage.FEEDBACK:
        when = "so far" if state.stage is Stage.PAGE else "at the end"
        random = state.race.trials == 0
        return (("Its weights are still random." if random else f"Its weights {when}.", "muted"),)
    output = float(state.race.schedule.neuron_outputs[state.trial])
    return (
        ("It said ", "muted"),
        (probability(output), f"{side_style(output)} strong"),
        (", then moved its weights.", "muted"),
    )
