"""One training that can be looked at in the lab, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.text import plural


@dataclass(frozen=True, eq=False)
class Run:
    """One training that can be looked at.

    A branch has a `stem`, the run that it left, and the terms it goes on under. A player's hand on the
    weights is a run, too, with its turns as the tape. `origin` says what the start weights are where they
    are not those of the settings.
    """

    replay: Replay
    settings: NeuronSettings
    stem: Run | None = None
    terms: Terms | None = None
    hand: Hand | None = None
    origin: str = ""

    def lineage(self) -> Iterator[Run]:
        """The run, and the ones that it branched off from."""
        run: Run | None = self
        while run is not None:
            yield run
            run = run.stem

    @property
    def begins_as_set(self) -> bool:
        """Whether the puzzle and the settings say all about it; so it is with the match's own run."""
        return self.stem is None and self.hand is None and not self.origin

    @property
    def puzzle(self) -> Puzzle:
        """The puzzle with the rows of this training."""
        return self.replay.puzzle


def within_tape(settings: NeuronSettings, inputs: int) -> NeuronSettings:
    """The settings with no more iterations than a tape may have."""
    return replace(settings, iterations=min(settings.iterations, settings.most_iterations(inputs)))


def settings_in_words(settings: NeuronSettings) -> dict[str, str]:
    """What an experiment can change, and how it is set."""
    return {
        "learning rate": f"{settings.learning_rate:g}",
        "threshold": "yes" if settings.threshold else "no",
        "iterations": f"{settings.iterations:,}",
        "start weights": "the puzzle's" if settings.start else f"seed {settings.seed:,}",
        "hidden neurons": f"{settings.hidden or 'none'}",
        "loss": "cross-entropy" if settings.cross_entropy else "squares",
    }


def name(run: Run, own: Run) -> str:
    """What makes a run another one than the match's own: seed 2, learning rate 3; empty for its own."""
    settings, before = run.settings, (run.stem or own).settings
    parts = [run.origin] if run.origin else []
    if (settings.seed, settings.start) != (before.seed, before.start):
        parts.append(f"seed {settings.seed:,}")
    if settings.learning_rate != before.learning_rate:
        parts.append(f"learning rate {settings.learning_rate:g}")
    if settings.threshold != before.threshold:
        parts.append("with a threshold" if settings.threshold else "without a threshold")
    if settings.hidden != before.hidden:
        parts.append(plural(settings.hidden, "hidden neuron") if settings.hidden else "one neuron alone")
    if settings.cross_entropy != before.cross_entropy:
        parts.append("cross-entropy" if settings.cross_entropy else "squared errors")
    if settings.iterations != before.iterations and run.stem is None:
        parts.append(plural(settings.iterations, "iteration"))
    if run.terms is not None and run.terms.changes:
        parts.append(f"{plural(run.terms.changes, 'row')} changed")
    return ", ".join(parts)
