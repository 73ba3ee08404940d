"""A race as the journal keeps it, and back again."""

from __future__ import annotations

from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races, unbroken
from neuron_tui.game.race.eight import Outputs
from neuron_tui.game.race.race import Race


def trial_of(race: Race, race_id: str, decision: int, seconds: float, time: float) -> KeptTrial:
    """What is kept of a decision on the figure that is up, before the race goes on."""
    trial = race.trials
    return KeptTrial(
        race=race_id,
        number=trial,
        row=int(race.course.order[trial]),
        decision=decision,
        right=race.right(trial),
        neuron_output=float(race.course.neuron_outputs[trial]),
        seconds=seconds,
        time=time,
    )


def unfinished(races: Races, puzzle_id: str, content: str, outputs: Outputs) -> tuple[KeptRace, Race] | None:
    """The last race on this puzzle, where it was left before its end; None where there is nothing to take up.

    `races` are one player's in the order of time.
    """
    for kept, trials in reversed(races):
        if (kept.puzzle, kept.content) == (puzzle_id, content):
            race = again(kept, trials, outputs) if unbroken(trials) else None
            return None if race is None or race.over else (kept, race)
    return None


def again(kept: KeptRace, trials: tuple[KeptTrial, ...], outputs: Outputs) -> Race | None:
    """The race as far as it went, up to the first trial that is missing.

    None where its figures are not the ones that this game would show.
    """
    race = Race.begin(outputs, kept.seed)
    for trial in unbroken(trials):
        shown = (race.trials, int(race.course.order[race.trials])) if not race.over else None
        if shown != (trial.number, trial.row) or trial.right != race.right(race.trials):
            return None
        race = race.decide(trial.decision)
    return race
