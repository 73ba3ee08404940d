"""What an experiment and a branch can change: as settings to choose from, and back."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.lab.run import settings_in_words
from neuron_tui.game.lab.runs import ITERATIONS, RATES, rung
from neuron_tui.game.lab.terms import BranchRow, Terms
from neuron_tui.puzzle.puzzle import MAX_HIDDEN, MAX_SEED, NeuronSettings
from neuron_tui.tui.kit.glyphs import OFF, ON, UNKNOWN
from neuron_tui.tui.match.panels.settings_panel import Setting

MOST_INPUTS_SHOWN = 8
"""More inputs than this are written close together."""


def experiment_settings(settings: NeuronSettings, own: NeuronSettings) -> tuple[Setting, ...]:
    """What an experiment can change, in the order of `turned`."""
    before = settings_in_words(own)
    return tuple(
        Setting(label, value, value != before[label]) for label, value in settings_in_words(settings).items()
    )


def turned(settings: NeuronSettings, index: int, steps: int) -> NeuronSettings:
    """The settings with one of them turned."""
    if index == 0:
        return replace(settings, learning_rate=rung(settings.learning_rate, RATES, steps))
    if index == 1:
        return replace(settings, threshold=not settings.threshold)
    if index == 2:
        return replace(settings, iterations=int(rung(settings.iterations, ITERATIONS, steps)))
    if index == 3:
        return replace(settings, seed=(settings.seed + steps) % (MAX_SEED + 1))
    return replace(settings, hidden=min(max(settings.hidden + steps, 0), MAX_HIDDEN))


def branch_settings(terms: Terms, rate: float, to_add: tuple[int, ...] | None) -> tuple[Setting, ...]:
    """What a branch can change: the rate, each row's output, and one row more, if any is left."""
    named = Setting("learning rate", f"{terms.learning_rate:g}", terms.learning_rate != rate)
    rows = [_row_setting(terms.place(index), row) for index, row in enumerate(terms.rows)]
    if to_add is None:
        return (named, *rows)
    return (named, *rows, Setting("Enter adds", _cells(to_add)))


def _cells(inputs: tuple[int, ...]) -> str:
    """A row's inputs; many of them close together."""
    few = len(inputs) <= MOST_INPUTS_SHOWN
    return (" " if few else "").join(ON if value else OFF for value in inputs)


def _row_setting(place: int | None, row: BranchRow) -> Setting:
    """A row under the number that it has in the table now."""
    number = UNKNOWN if row.target is None or place is None else f"row {place + 1}"
    label = f"{number:<7} {_cells(row.inputs)}"
    if row.target is None:
        return Setting(
            label, "not told" if row.target_before is None else "left out", row.target_before is not None
        )
    return Setting(label, f"told {row.target}", row.target != row.target_before)


def turned_terms(terms: Terms, index: int, steps: int) -> Terms:
    """The terms with one of them turned: the rate, or a row."""
    if index == 0:
        return replace(terms, learning_rate=rung(terms.learning_rate, RATES, steps))
    return terms.turn(index - 1, steps)
