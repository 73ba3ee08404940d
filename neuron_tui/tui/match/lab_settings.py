"""What an experiment and a branch can change: as settings to choose from, and back."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.lab.run import settings_in_words
from neuron_tui.game.lab.runs import ITERATIONS, RATES, rung
from neuron_tui.game.lab.terms import BranchRow, Terms
from neuron_tui.puzzle.puzzle import MAX_HIDDEN, MAX_SEED, NeuronSettings
from neuron_tui.puzzle.task import Task
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.match.panels.settings_panel import Setting

Key = str | int
"""A setting of the neuron, the index of a row, or the row to add."""
KEYS = ("learning_rate", "threshold", "iterations", "seed", "hidden", "cross_entropy")
"""The settings of an experiment in their order."""
MOST_INPUTS_SHOWN = 8
"""More inputs than this are written close together."""


def experiment_settings(settings: NeuronSettings, own: NeuronSettings) -> dict[Key, Setting]:
    """What an experiment can change."""
    before, now = settings_in_words(own, own), settings_in_words(settings, own)
    shown = (Setting(label, value, value != before[label][0]) for label, (value, _) in now.items())
    return dict(zip(KEYS, shown, strict=True))


def turned(settings: NeuronSettings, key: Key, steps: int) -> NeuronSettings:
    """The settings with one of them turned."""
    match key:
        case "learning_rate":
            return replace(settings, learning_rate=rung(settings.learning_rate, RATES, steps))
        case "threshold":
            return replace(settings, threshold=not settings.threshold)
        case "iterations":
            return replace(settings, iterations=int(rung(settings.iterations, ITERATIONS, steps)))
        case "seed":
            return replace(settings, seed=(settings.seed + steps) % (MAX_SEED + 1), start=())
        case "cross_entropy":
            return replace(settings, cross_entropy=not settings.cross_entropy)
    return replace(settings, hidden=min(max(settings.hidden + steps, 0), MAX_HIDDEN))


def branch_settings(terms: Terms, rate: float, to_add: tuple[int, ...] | None) -> dict[Key, Setting]:
    """What a branch can change: the rate, each row's output, and one row more, if any is left."""
    named = Setting("learning rate", f"{terms.learning_rate:g}", terms.learning_rate != rate)
    settings: dict[Key, Setting] = {"learning_rate": named}
    rows = map(_row_setting, terms.names, terms.rows)
    settings |= dict(enumerate(rows))
    return settings if to_add is None else {**settings, "add": Setting("Enter adds", _cells(to_add))}


def _cells(inputs: tuple[int, ...]) -> str:
    """A row's inputs; many of them close together."""
    few = len(inputs) <= MOST_INPUTS_SHOWN
    return (" " if few else "").join(ON if value else OFF for value in inputs)


def _row_setting(name: str, row: BranchRow) -> Setting:
    """A row under the name that it has in the table."""
    label = f"{name if name == UNKNOWN else f'row {name}':<7} {_cells(row.inputs)}"
    if row.target is None:
        return Setting(
            label, "not told" if row.target_before is None else "left out", row.target_before is not None
        )
    return Setting(label, f"told {row.target}", row.target != row.target_before)


def turned_terms(terms: Terms, key: Key, steps: int, task: Task | None) -> Terms:
    """The terms with one of them turned: the rate, or a row, as far as a task lets it."""
    if isinstance(key, int):
        kind = task and task.do
        return terms.turn(key, steps, anew=kind != "teach", out=kind != "break")
    return replace(terms, learning_rate=rung(terms.learning_rate, RATES, steps))
