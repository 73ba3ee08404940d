"""A player's trials as a table, a line per trial, that an analysis can begin with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime

from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races
from neuron_tui.game.race.course import BLOCK, ROUND, disguise_of
from neuron_tui.game.race.eight import ROWS
from neuron_tui.game.race.figure import Figure
from neuron_tui.game.race.kinds import kind_of

HEADER = (
    *("player", "race", "begun", "puzzle", "kind", "block", "sub_block", "trial"),
    *("size", "colour", "shape", "input_1", "input_2", "input_3"),
    *("right", "decision", "correct", "neuron_output", "neuron_decision", "neuron_correct"),
    *("seconds", "time"),
)
"""The columns. Blocks, sub-blocks (the two rounds of a block) and trials are counted from 1, trials over the
whole race; times are in UTC."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_of(races: Races) -> str:
    """The table as CSV, with a header.

    A name that a spreadsheet would take for a formula has an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER)
    for race, trials in races:
        writer.writerows(_lines(race, trials))
    return written.getvalue()


def _lines(race: KeptRace, trials: tuple[KeptTrial, ...]) -> Iterator[tuple[str | int | float, ...]]:
    """The lines of one race. Its kind is empty where not all of the eight rows were shown yet."""
    disguise = disguise_of(race.seed)
    known = {trial.row: trial.right for trial in trials}
    kind = kind_of(tuple(known[row] for row in range(len(ROWS)))) if len(known) == len(ROWS) else None
    begun = _moment(race.begun)
    for trial in trials:
        its = int(trial.neuron_output > 0.5)
        yield (
            *(_harmless(race.player), race.id, begun, _harmless(race.puzzle), kind or ""),
            *(trial.number // BLOCK + 1, trial.number % BLOCK // ROUND + 1, trial.number + 1),
            *Figure(*disguise.values(trial.row)).words,
            *ROWS[trial.row],
            *(trial.right, trial.decision, int(trial.decision == trial.right)),
            *(trial.neuron_output, its, int(its == trial.right)),
            *(round(trial.seconds, 3), _moment(trial.time)),
        )


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _moment(seconds: float) -> str:
    """A time as ISO 8601 in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
