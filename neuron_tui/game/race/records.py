"""A race as the journal keeps it: written, taken up again, and exported as a table with a line per trial."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import numpy as np

from neuron_tui import __version__
from neuron_tui.game.journal.kept import KeptRace, KeptTrial, Races
from neuron_tui.game.journal.match_answers import new_id
from neuron_tui.game.race.kinds import ROWS, Kind, Outputs, kind_of
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.schedule import (
    BLOCK,
    ORDERINGS,
    ROUND,
    TRIALS,
    Ordering,
    decisions,
    disguise_of,
    order_of,
)
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import spreadsheet_text

HEADER = (
    *("player", "race", "begun", "puzzle", "kind", "block", "sub_block", "trial"),
    *("size", "colour", "shape", "input_1", "input_2", "input_3"),
    *("right", "decision", "correct", "neuron_output", "neuron_decision", "neuron_correct"),
    *("seconds", "time", "order"),
)
"""The columns. Blocks, sub-blocks (the two rounds of a block) and trials are counted from 1, trials over the
whole race; times are in UTC; the order is that of the whole race, as `ordering_of` tells it."""


def kept_race(race: Race, puzzle: Puzzle, puzzle_id: str, player: str, time: float) -> KeptRace:
    """What is kept of a race that begins at `time`, in seconds since 1970."""
    return KeptRace(
        id=new_id(),
        player=player,
        puzzle=puzzle_id,
        content=content_of(puzzle),
        seed=race.schedule.seed,
        begun=time,
        version=__version__,
    )


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
    ordering = ordering_of(kept, trials)
    if ordering is None:
        return None
    race = Race.begin(outputs, kept.seed, ordering)
    for trial in trials:
        if trial.number != race.trials:  # as where a damaged journal was set aside in the middle of a race
            break
        if race.over or trial.right != race.right(trial.number):
            return None
        race = race.decide(trial.decision)
    return race


def ordering_of(kept: KeptRace, trials: tuple[KeptTrial, ...]) -> Ordering | None:
    """In which order a race has shown its figures, None where it is neither of the two.

    The seed and the rows tell it, so no journal has to. As long as both orders are the same, it is the
    study's, and the race goes on in that.
    """
    numbers, rows = [trial.number for trial in trials], [trial.row for trial in trials]
    if not all(number < TRIALS for number in numbers):
        return None
    orders = ((ordering, order_of(kept.seed, ordering)) for ordering in ORDERINGS)
    return next((ordering for ordering, order in orders if order[numbers].tolist() == rows), None)


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
    disguise, ordering = disguise_of(race.seed), ordering_of(race, trials) or ""
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
            *(round(trial.seconds, 3), _moment(trial.time), ordering),
        )


def _moment(seconds: float) -> str:
    """A time as ISO 8601 in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
