"""A race as the journal keeps it: written, taken up again, and exported as a table with a line per trial."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import numpy as np

from neuron_tui.game.journal.kept import KeptRace, KeptTrial, Races
from neuron_tui.game.race.kinds import ROWS, Kind, Outputs, kind_of
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.schedule import BLOCK, ROUND, decisions, disguise_of
from neuron_tui.puzzle.text import spreadsheet_text

HEADER = (
    *("player", "race", "begun", "puzzle", "kind", "block", "sub_block", "trial"),
    *("size", "colour", "shape", "input_1", "input_2", "input_3"),
    *("right", "decision", "correct", "neuron_output", "neuron_decision", "neuron_correct"),
    *("seconds", "time"),
)
"""The columns. Blocks, sub-blocks (the two rounds of a block) and trials are counted from 1, trials over the
whole race; times are in UTC."""


def trial_of(race: Race, race_id: str, decision: int, seconds: float, time: float) -> KeptTrial:
    """What is kept of a decision on the figure that is up, before the race goes on."""
    trial = race.trials
    return KeptTrial(
        race=race_id,
        number=trial,
        row=race.row(trial),
        decision=decision,
        right=race.right(trial),
        neuron_output=float(race.schedule.neuron_outputs[trial]),
        seconds=seconds,
        time=time,
    )


def unfinished(races: Races, puzzle_id: str, content: str, outputs: Outputs) -> tuple[KeptRace, Race] | None:
    """The last race on this puzzle, where it was left before its end; None where there is nothing to take up.

    `races` are one player's in the order of time.
    """
    for kept, trials in reversed(races):
        if (kept.puzzle, kept.content) == (puzzle_id, content):
            race = again(kept, trials, outputs)
            return None if race is None or race.over or not race.trials else (kept, race)
    return None


def again(kept: KeptRace, trials: tuple[KeptTrial, ...], outputs: Outputs) -> Race | None:
    """The race as far as it went, up to the first trial that is missing.

    None where its figures are not the ones that this game would show.
    """
    race = Race.begin(outputs, kept.seed)
    for trial in trials:
        if trial.number != race.trials:  # as where a damaged journal was set aside in the middle of a race
            break
        if race.over or (trial.row, trial.right) != (race.row(trial.number), race.right(trial.number)):
            return None
        race = race.decide(trial.decision)
    return race


def table_of(races: Races, kinds: Mapping[str, Kind]) -> str:
    """The table as CSV, with a header. `kinds` tells the kind of puzzles whose files are there, by content.

    A name that a spreadsheet would take for a formula has an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER)
    for race, trials in races:
        kind = kinds.get(race.content) or _kind_shown(trials)
        writer.writerows(_lines(race, trials, kind))
    return written.getvalue()


def _kind_shown(trials: tuple[KeptTrial, ...]) -> Kind | None:
    """The kind, where all of the eight rows were shown."""
    known = {trial.row: trial.right for trial in trials}
    return kind_of(tuple(known[row] for row in range(len(ROWS)))) if len(known) == len(ROWS) else None


def _lines(
    race: KeptRace, trials: tuple[KeptTrial, ...], kind: Kind | None
) -> Iterator[tuple[str | int | float, ...]]:
    """The lines of one race; its kind is empty where it is not known, or none of the six."""
    disguise = disguise_of(race.seed)
    begun = _moment(race.begun)
    player, race_id, puzzle = map(spreadsheet_text, (race.player, race.id, race.puzzle))
    for trial in trials:
        its = int(decisions(np.array(trial.neuron_output)))
        yield (
            *(player, race_id, begun, puzzle, kind or ""),
            *(trial.number // BLOCK + 1, trial.number % BLOCK // ROUND + 1, trial.number + 1),
            *disguise.figure(trial.row).words,
            *ROWS[trial.row],
            *(trial.right, trial.decision, int(trial.decision == trial.right)),
            *(trial.neuron_output, its, int(its == trial.right)),
            *(round(trial.seconds, 3), _moment(trial.time)),
        )


def _moment(seconds: float) -> str:
    """A time as ISO 8601 in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
