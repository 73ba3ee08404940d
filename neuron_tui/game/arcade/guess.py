"""Your guess: after how many games the network is as good as you. Scored by the rule of all guesses."""

from __future__ import annotations

import math

from neuron_tui.game.score_rule import foresight

STOPS: tuple[int | None, ...] = (10, 30, 100, 300, 1_000, 3_000, 10_000, None)
"""What can be said; None is never."""
STAKES = "right +100 \u00b7 tenfold +75 \u00b7 hundredfold 0"
"""The points for a guess, by how far it is from what comes."""
NEVER_AT = 5
"""Never is as far from 1 on the scale as 100,000 games would be."""


def place_of(games: int | None) -> float:
    """A number of games on the scale from 0 (10 games) to 1 (never): each tenfold is a quarter."""
    decades = NEVER_AT if games is None else math.log10(games)
    return min(max((decades - 1) / (NEVER_AT - 1), 0.0), 1.0)


def nearest_stop(games: int) -> int:
    """The number of the stop that is nearest to so many games on the scale; never is none."""
    asked = place_of(max(games, 1))
    return min(range(len(STOPS) - 1), key=lambda stop: abs(place_of(STOPS[stop]) - asked))


def points_for(guess: int | None, games: int | None) -> float:
    """100 where both are the same, nothing where one is a hundred times the other."""
    return float(foresight(place_of(guess), place_of(games)))
