"""What hidden neurons answer, in words: the simplest rule that says the same."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product

import numpy as np

from neuron_tui.game.replay import Replay
from neuron_tui.neuron import Network

MOST_INPUTS = 4
"""With more inputs there are too many rows for a rule in a few words."""
MIXED = "a mix of them"
Table = tuple[bool, ...]
"""What is said to every row of inputs, in rising order."""


def hidden_says(replay: Replay, iteration: int) -> list[str]:
    """What each hidden neuron says at an iteration, as a rule over the inputs; empty where there are none.

    It says 1 where its answer is above 0.5.
    """
    model, names = replay.model, replay.puzzle.input_names
    if not isinstance(model, Network):
        return []
    if model.inputs > MOST_INPUTS:
        return [MIXED] * model.hidden
    rows = np.array(list(product((0.0, 1.0), repeat=model.inputs)))
    answers = model.hidden_outputs(replay.recording.tape[iteration], rows) > 0.5
    rules = _rules(model.inputs)
    return [
        _named(rules.get(tuple(answers[:, hidden].tolist()), ()), names) for hidden in range(model.hidden)
    ]


def _named(rule: tuple[int | str, ...], names: tuple[str, ...]) -> str:
    """A rule with the inputs' names in place of their numbers."""
    return "".join(names[part] if isinstance(part, int) else part for part in rule) or MIXED


@lru_cache
def _rules(inputs: int) -> dict[Table, tuple[int | str, ...]]:
    """The first, and so the simplest, rule for every table that has one of at most three inputs."""
    rows = list(product((False, True), repeat=inputs))
    found: dict[Table, tuple[int | str, ...]] = {
        (False,) * len(rows): ("always 0",),
        (True,) * len(rows): ("always 1",),
    }
    parts = [
        ((index,) if on else ("not ", index), index, on) for index in range(inputs) for on in (True, False)
    ]
    for text, index, on in parts:
        found.setdefault(tuple(row[index] is on for row in rows), text)
    for size in (2, 3):
        for chosen in combinations(parts, size):
            if len({index for _, index, _ in chosen}) < size:
                continue
            for word, enough in ((" and ", size), (" or ", 1)):
                table = tuple(sum(row[index] is on for _, index, on in chosen) >= enough for row in rows)
                rule: tuple[int | str, ...] = ()
                for text, _, _ in chosen:
                    rule += (word, *text) if rule else text
                found.setdefault(table, rule)
    for chosen in combinations(parts, 3):
        if len({index for _, index, _ in chosen}) == 3:
            table = tuple(sum(row[index] is on for _, index, on in chosen) >= 2 for row in rows)
            rule = ("two of ",)
            for place, (text, _, _) in enumerate(chosen):
                rule += (", " * (place > 0), *text)
            found.setdefault(table, rule)
    return found
