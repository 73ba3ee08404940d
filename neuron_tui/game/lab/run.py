"""One training that can be looked at in the lab, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.text import plural

OWN = "the match"
"""What the match's own run is called beside another one."""


@dataclass(frozen=True, eq=False)
class Run:
    """One training that can be looked at.

    A branch has a `stem`, the run that it left, and the terms it goes on under. A player's hand on the
    weights is a run, too, with its turns as the tape.
    """

    replay: Replay
    settings: NeuronSettings
    stem: Run | None = None
    terms: Terms | None = None
    hand: Hand | None = None

    def lineage(self) -> Iterator[Run]:
        """The run, and the ones that it branched off from."""
        run: Run | None = self
        while run is not None:
            yield run
            run = run.stem

    @property
    def begins_as_set(self) -> bool:
        """Whether the puzzle and the settings say all about it; so it is with the match's own run."""
        return self.stem is None and self.hand is None

    @property
    def puzzle(self) -> Puzzle:
        """The puzzle with the rows of this training."""
        return self.replay.puzzle


def within_tape(settings: NeuronSettings, inputs: int) -> NeuronSettings:
    """The settings with no more iterations than a tape may have."""
    return replace(settings, iterations=min(settings.iterations, settings.most_iterations(inputs)))


def settings_in_words(settings: NeuronSettings, own: NeuronSettings) -> dict[str, tuple[str, str]]:
    """What an experiment can change: how it is set, and what a run is called that has it so.

    `own` are the puzzle's settings.
    """
    start = (f"seed {settings.seed:,}",) * 2
    if settings.start:
        yours = settings.start != own.start
        start = ("yours", "your weights") if yours else ("the puzzle's", "the puzzle's weights")
    rate, hidden = f"{settings.learning_rate:g}", settings.hidden
    return {
        "learning rate": (rate, f"rate {rate}"),
        "threshold": ("yes", "threshold") if settings.threshold else ("no", "no threshold"),
        "iterations": (f"{settings.iterations:,}", plural(settings.iterations, "iteration")),
        "start weights": start,
        "hidden neurons": (f"{hidden}", f"{hidden} hidden") if hidden else ("none", "one neuron alone"),
        "loss": ("cross-entropy",) * 2 if settings.cross_entropy else ("squares", "squared errors"),
    }


def name(run: Run, own: Run) -> str:
    """What makes a run another one than the match's own: rate 3, seed 2; empty for its own."""
    if run is own:
        return ""
    if run.hand is not None:
        return "your own hand"
    before = settings_in_words((run.stem or own).settings, own.settings)
    settings = settings_in_words(run.settings, own.settings)
    if run.stem is not None:
        del settings["iterations"]
    parts = [named for label, (value, named) in settings.items() if value != before[label][0]]
    if run.terms is not None and run.terms.changes:
        parts.append(f"{plural(run.terms.changes, 'row')} changed")
    named = ", ".join(parts)
    if run.stem is None:
        return named
    return f"branch at {run.replay.since:,}" + (f": {named}" if named else "")
