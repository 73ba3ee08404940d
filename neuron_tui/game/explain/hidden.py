"""What hidden neurons answer, in words: the simplest rule that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations, product

import numpy as np

from neuron_tui.game.explain.rules.sizes import MOST_INPUTS, input_tables, sizes_of
from neuron_tui.game.explain.rules.text import rule_in_words
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network

MOST_NAMED = 4
"""A rule that names inputs more often than this is not said in a few words."""
MIXED = "a mix of them"


def hidden_says(replay: Replay, iteration: int) -> list[str]:
    """What each hidden neuron says at an iteration, as a rule over the inputs; empty where there are none.

    It says 1 where its answer is above 0.5. With more than four inputs there are too many rules.
    """
    model, names = replay.model, replay.puzzle.input_names
    if not isinstance(model, Network):
        return []
    if model.inputs > MOST_INPUTS:
        return [MIXED] * model.hidden
    rows = np.array(list(product((0.0, 1.0), repeat=model.inputs)))
    answers = model.hidden_outputs(replay.recording.tape[iteration], rows) > 0.5
    tables = [sum(1 << row for row in np.flatnonzero(said).tolist()) for said in answers.T]
    return [_in_words(table, names) for table in tables]


def _in_words(table: int, names: Sequence[str]) -> str:
    """A rule, given as a table of `rules/sizes.py`, in a few words."""
    inputs = len(names)
    vote = _votes(inputs).get(table)
    if vote is not None:
        if not any(on for _, on in vote):
            return f"at most one of {', '.join(names[index] for index, _ in vote)}"
        return f"two of {', '.join(names[index] if on else f'not {names[index]}' for index, on in vote)}"
    sizes = sizes_of(inputs)
    few = any(table in sizes.of_size(size) for size in range(MOST_NAMED + 1))
    return rule_in_words(table, names) if few else MIXED


@cache
def _votes(inputs: int) -> dict[int, tuple[tuple[int, bool], ...]]:
    """The rules that two of three inputs decide. Of each of these: its index, and whether its 1 counts."""
    alone, everything = input_tables(inputs), sizes_of(inputs).everything
    found = {}
    for chosen in combinations(range(inputs), 3):
        for counts in product((True, False), repeat=3):
            a, b, c = (
                alone[index] if on else everything ^ alone[index]
                for index, on in zip(chosen, counts, strict=True)
            )
            found[a & b | a & c | b & c] = tuple(zip(chosen, counts, strict=True))
    return found
