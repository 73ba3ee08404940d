"""When a race is over, and what its errors are by block: one rule for you, the neuron and the people.

Whoever has had four faultless rounds in a row is done, and counts as faultless from then on. So it is in
the published table.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuron_tui.game.race.trial_order import BLOCK, CRITERION, ROUND, Flags
from neuron_tui.neuron.neuron import Array


def reached_at(wrong: Flags) -> NDArray[np.int64]:
    """After how many trials the criterion is reached, -1 where it is not.

    `wrong` has shape `(..., trials)`, and so has the result without the last axis. A round that is not
    complete does not count.
    """
    rounds = wrong.shape[-1] // ROUND
    by_round = wrong[..., : rounds * ROUND].reshape(*wrong.shape[:-1], rounds, ROUND)
    faultless: Flags = ~np.asarray(by_round.any(axis=-1))
    streaks = np.zeros(wrong.shape[:-1], dtype=np.int64)
    reached = np.full(wrong.shape[:-1], -1, dtype=np.int64)
    for done in range(rounds):
        streaks = np.where(faultless[..., done], streaks + 1, 0)
        reached = np.where((reached < 0) & (streaks >= CRITERION), (done + 1) * ROUND, reached)
    return reached


def faultless_in_a_row(wrong: Flags) -> int:
    """How many complete rounds up to the last one were without a fault; `wrong` has shape `(trials,)`."""
    rounds = len(wrong) // ROUND
    faults = np.asarray(wrong[: rounds * ROUND].reshape(rounds, ROUND).any(axis=1))
    return int(faults[::-1].argmax()) if faults.any() else rounds


def errors_by_block(wrong: Flags) -> Array:
    """The share of wrong answers in each block, with the criterion's rule, shape `(..., blocks)`.

    `wrong` has shape `(..., trials)`. A last block that is not complete counts by the trials that it has,
    or by all 16 where the criterion ended it.
    """
    trials = wrong.shape[-1]
    blocks = -(-trials // BLOCK)
    reached = np.asarray(reached_at(wrong))[..., None]
    counted = wrong & ((reached < 0) | (np.arange(trials) < reached))
    padded = np.zeros((*wrong.shape[:-1], blocks * BLOCK), dtype=bool)
    padded[..., :trials] = counted
    faults = padded.reshape(*wrong.shape[:-1], blocks, BLOCK).sum(axis=-1)
    seen = np.full(faults.shape, BLOCK)
    if trials % BLOCK:
        seen[..., -1] = np.where(reached[..., 0] < 0, trials % BLOCK, BLOCK)
    return np.asarray(faults / seen)
