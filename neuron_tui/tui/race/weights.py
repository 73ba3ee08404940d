"""The neuron in a race: its weights under the names of what is seen, and what it said."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.race.kinds import ROWS
from neuron_tui.game.race.schedule import FEATURES, VALUES
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, Span
from neuron_tui.tui.kit.neuron_numbers import number, pull_style, side_style
from neuron_tui.tui.kit.picture import nice_limit
from neuron_tui.tui.kit.table.table import OFF, ON
from neuron_tui.tui.race.moment import Moment, RacePicture, Stage

FEATURE_WIDTH, VALUE_WIDTH, NUMBER_WIDTH = 7, 9, 6


def weights_lines(moment: Moment, width: int) -> list[Line]:
    """A line per weight, in the order in which a figure is described, and what the neuron said.

    Beside a feature stands the value that its weight is for: the one that reaches the neuron as a 1.
    """
    race = moment.race
    schedule = race.schedule
    weights = schedule.tape[race.trials]
    limit = nice_limit(float(abs(schedule.tape).max()), 1.0)
    room = width - FEATURE_WIDTH - VALUE_WIDTH - NUMBER_WIDTH - 3
    shown = moment.stage in (Stage.ASKED, Stage.TOLD)
    row = ROWS[int(schedule.order[moment.trial])] if shown else (0,) * len(ROWS[0])
    lines = []
    for feature, name in enumerate(FEATURES):
        place = schedule.disguise.features.index(feature)
        value = VALUES[feature][schedule.disguise.ones[feature]]
        lines.append(_weight(name, value, float(weights[place]), limit, room, on=bool(row[place]), lit=shown))
    lines.append(_weight("threshold", "", float(weights[-1]), limit, room, on=shown, lit=shown))
    lines.append(_said(moment))
    return lines


def _weight(name: str, value: str, weight: float, limit: float, room: int, *, on: bool, lit: bool) -> Line:
    """One weight as a bar to the left or to the right; quiet while its input is off."""
    style = pull_style(weight) if on or not lit else "faint"
    left, middle, right = bar(weight, limit, room)
    names: list[Span] = [(f"{name:<{FEATURE_WIDTH}}", "muted"), (f"{value:<{VALUE_WIDTH}}", "text")]
    if not value:
        names = [(f"{name:<{FEATURE_WIDTH + VALUE_WIDTH}}", "muted")]
    return (
        *names,
        ((ON if on else OFF) + " ", "text" if on else "muted"),
        (left, style),
        (middle, "faint"),
        (right + " " * ((room - 1) % 2), style),
        (" " + number(weight, NUMBER_WIDTH), pull_style(weight)),
    )


def _said(moment: Moment) -> Line:
    """The output that was judged; it is kept back until you have answered, so that it tells you nothing."""
    if moment.stage is Stage.ASKED:
        return (("Its answer is shown after yours.", "muted"),)
    if moment.stage is not Stage.TOLD:
        when = "so far" if moment.stage is Stage.PAGE else "at the end"
        random = moment.race.trials == 0
        return (("Its weights are still random." if random else f"Its weights {when}.", "muted"),)
    output = float(moment.race.schedule.neuron_outputs[moment.trial])
    return (
        ("It said ", "muted"),
        (probability(output), f"{side_style(output)} strong"),
        (", then moved its weights.", "muted"),
    )


class Weights(RacePicture):
    """The weights after the last trial."""

    def paint(self, width: int, height: int) -> list[Line]:
        return weights_lines(self.moment, width) if self.moment else []
