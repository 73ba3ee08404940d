"""The result card of a contest: a few lines of text to paste anywhere."""

from __future__ import annotations

from neuron_tui.game.arcade.contest import Contest
from neuron_tui.game.arcade.words import Outcome, a_game, games_in_words
from neuron_tui.game.explain.numbers import points
from neuron_tui.game.match.result_card import GAME


def card_of(contest: Contest, outcome: Outcome) -> str:
    """How both did, and what was guessed. The last line ends, too."""
    yours = f"me       {a_game(contest.masked.mean)}, told nothing"
    if contest.opened is not None and contest.opened.points:
        yours += f"; {a_game(contest.opened.mean)}, told all"
    as_good = "It was never as good as me."
    if outcome.as_good is not None:
        as_good = f"It was first as good as me {games_in_words(outcome.as_good)}."
    return (
        f"{GAME}: {contest.game.title}, by itself\n\n{yours}\n"
        f"network  {a_game(outcome.final)}, told nothing\n\n"
        f"{as_good} "
        f"I said {games_in_words(outcome.guess)}: {points(outcome.score)} points.\n"
    )
