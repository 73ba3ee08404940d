"""How a race went: you and the neuron over the same figures, and the people over the same blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuron_tui.game.race.kinds import Kind
from neuron_tui.game.race.published import ERRORS
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.trial_order import BLOCK
from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True)
class Standing:
    """Shares of wrong answers over all figures that were judged.

    `people` is the published mean over the blocks of these figures, each block counting by how many of its
    figures were judged; None where the pattern is none of the six kinds. `nearest` is the kind whose
    published curve is nearest to yours.
    """

    figures: int
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
    people = None if kind is None else np.repeat(ERRORS[kind], BLOCK)[: race.trials]
    return Standing(
        race.trials,
        float(race.yours_wrong.mean()),
        float(race.neuron_wrong.mean()),
        None if people is None else float(people.mean()),
        nearest_kind(race.errors),
    )


def nearest_kind(errors: Array) -> Kind:
    """The kind whose published curve is nearest over the same blocks, by the mean squared distance.

    `errors` has shape `(blocks,)`.
    """

    def distance(kind: Kind) -> float:
        return float(np.square(errors - np.array(ERRORS[kind][: len(errors)])).mean())

    return min(ERRORS, key=distance)
