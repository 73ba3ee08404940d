"""What is said of how both did: who was better when, what names were worth, and the card."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuron_tui.game.arcade.card import card_of
from neuron_tui.game.arcade.contest import Contest
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.words import Outcome, comparison, knowledge

BEGUN = Contest.begin(CATCH, np.random.default_rng(1))
MASKED = replace(BEGUN.masked, points=(1.0, -1.0))
OPENED = replace(BEGUN.masked, points=(1.0, 1.0))
LEARNED = Outcome(CATCH, MASKED, 300, np.array([-1.0] * 80 + [1.0] * 40), 840, 1.0)
"""Of its games the last forty are good, and you had nothing on the whole."""


def test_who_was_better_after_how_many_games() -> None:
    early, *_, late = comparison(LEARNED).splitlines()
    assert early.endswith("you were better")
    assert late.endswith("it was better")
    even = replace(LEARNED, points=np.array([1.0, -1.0] * 5))
    assert comparison(even).splitlines() == ["after    10 games +0.00: as good as you"]


def test_what_names_were_worth() -> None:
    assert "made the difference" in knowledge(MASKED, OPENED)[1]
    assert "did not help" in knowledge(OPENED, MASKED)[1]


def test_the_card_tells_both_of_your_rounds_apart_and_what_you_said() -> None:
    card = card_of(replace(BEGUN, masked=MASKED, opened=OPENED), LEARNED)
    # after 80 games lost and 10 won, the mean of the last 20 is nothing. log10(300 / 90) is 0.523 of four
    # decades: 100 * (1 - 4 * 0.1307^2) = 93.2
    assert card.splitlines()[2:] == [
        "me       +0.00 a game, told nothing; +1.00 a game, told all",
        "network  +1.00 a game, told nothing",
        "",
        "It was first as good as me after 90 games. I said after 300 games: +93 points.",
    ]
    never = replace(LEARNED, guess=None, points=np.array([-1.0] * 30))
    card = card_of(replace(BEGUN, masked=MASKED), never)
    assert card.splitlines()[2] == "me       +0.00 a game, told nothing"
    assert card.endswith("It was never as good as me. I said never: +100 points.\n")
