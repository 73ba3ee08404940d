"""How a race went: you, the neuron and the people over the same blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.race.kinds import Kind
from neuron_tui.game.race.published import ERRORS
from neuron_tui.game.race.race import Race
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True)
class Standing:
    """Mean shares of wrong answers over the blocks that were played.

    `people` is None where the pattern is none of the six kinds. `nearest` is the kind whose published curve
    is nearest to yours.
    """

    blocks: int
    you: float
    neuron: float
    people: float | None
    nearest: Kind

    def ranked(self) -> list[tuple[str, int]]:
        """Who was wrong how often, in whole percent, fewest first."""
        shares = [("you", self.you), ("the neuron", self.neuron)]
        if self.people is not None:
            shares.append(("people", self.people))
        return sorted(((who, round(100 * share)) for who, share in shares), key=lambda pair: pair[1])


def standing_of(race: Race, kind: Kind | None) -> Standing:
    """The standing of a race with at least one trial."""
    errors = race.errors
    blocks = len(errors)
    people = None if kind is None else float(np.mean(ERRORS[kind][:blocks]))
    return Standing(
        blocks, float(errors.mean()), float(race.neuron_errors.mean()), people, nearest_kind(errors)
    )


def nearest_kind(errors: Array) -> Kind:
    """The kind whose published curve is nearest over the same blocks, by the mean squared distance.

    `errors` has shape `(blocks,)`.
    """

    def distance(kind: Kind) -> float:
        return float(np.square(errors - np.array(ERRORS[kind][: len(errors)])).mean())

    return min(ERRORS, key=distance)
