"""Two runs side by side: in what they differ, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.lab.run import Run, settings_in_words

Row = tuple[str, str, str]
"""What is compared, how it is with one run, and how with the other."""


def _circumstances(run: Run) -> dict[str, str]:
    """All that decides a run, in words: its settings, where it branched off, and how many rows changed."""
    changes = [one.terms.changes for one in run.lineage() if one.terms is not None]
    return {
        **{label: value for label, (value, _) in settings_in_words(run.settings, run.puzzle.neuron).items()},
        "branch at": f"{run.replay.since:,}" if run.stem else "none",
        "rows changed": f"{sum(changes) or 'none'}",
    }


def differences(run: Run, other: Run) -> list[Row]:
    """In what the runs differ."""
    this, that = _circumstances(run), _circumstances(other)
    alike = {label for label, value in this.items() if value == that[label]}
    if run.settings.start != other.settings.start:  # both may be the player's
        alike.discard("start weights")
    return [(label, value, that[label]) for label, value in this.items() if label not in alike]


def at_the_end(run: Run, asked: Sequence[tuple[int, ...]] = ()) -> list[float] | None:
    """The mean error at the end of a run, then its answers to these rows; None before it is recorded."""
    replay, end = run.replay, run.replay.iterations
    if not replay.recording.complete:
        return None
    return [replay.error(end), *(replay.answers(end, asked).tolist() if asked else ())]
