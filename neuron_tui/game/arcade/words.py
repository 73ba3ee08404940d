"""What is said of a round, of the guess, and of how the network learned beside you."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.arcade.curve import as_good_after, latest_means
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.guess import points_for
from neuron_tui.game.arcade.round import GAMES_OF_A_ROUND, Round
from neuron_tui.game.explain.numbers import points as points_text
from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.neuron import Array

COMPARED_AT = (10, 100, 1_000)
STUDY = (
    "In a study of 2018 people needed about 2 minutes for a game as it was, and over 20 where all that "
    "they knew was masked (Dubey and others)."
)


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of it: your round, your guess (None for never), the network's points of each of its games.

    It learned so many `steps` in so many `seconds`.
    """

    game: Game
    masked: Round
    guess: int | None
    points: Array
    steps: int
    seconds: float

    @property
    def final(self) -> float:
        """The network's latest mean at the end."""
        return float(latest_means(self.points)[-1])

    @property
    def as_good(self) -> int | None:
        """After how many games the network was as good as you; None for never."""
        return as_good_after(self.points, self.masked.mean)

    @property
    def score(self) -> float:
        """The points for your guess."""
        return points_for(self.guess, self.as_good)


def playing(game: Game) -> list[str]:
    """Before and during the masked round. Nothing is named."""
    keys = len(game.actions)
    return [
        f"You see cells, and you have {_NUMBERS[keys]} keys. Nobody tells you what they mean.",
        "Some of what you do brings points, some costs points. Find out.",
        "Afterwards a network learns the same game. It is told no more than you.",
        f"You have {GAMES_OF_A_ROUND} games.",
    ]


_NUMBERS = {3: "three", 4: "four"}


def asking(masked: Round, steps: int, by_lot: float) -> list[str]:
    """Before your guess; the network will take so many steps, and keys by lot bring so many points a game."""
    return [
        f"You had {a_game(masked.mean)}.",
        f"It was {masked.game.title}. {masked.game.about[0]}",
        f"Now a network learns it. It begins with keys by lot, which bring {a_game(by_lot)}, and takes "
        f"{steps:,} steps. You took {masked.steps:,}.",
        "After how many games does the mean of its last 20 first reach yours?",
    ]


def a_game(mean: float) -> str:
    """Mean points: +0.40 a game."""
    return f"{signed(mean)} a game"


def games_in_words(games: int | None) -> str:
    """After 300 games; never."""
    return "never" if games is None else f"after {games:,} games"


def headline(outcome: Outcome) -> str:
    """After how many games it was as good as you."""
    as_good = outcome.as_good
    if as_good is None:
        return f"It was never as good as you, in {len(outcome.points):,} games."
    return f"It was first as good as you after {as_good:,} games."


def verdict(outcome: Outcome) -> list[str]:
    """What came of it, sentence by sentence, after the headline."""
    said = f"You said {games_in_words(outcome.guess)}: {points_text(outcome.score)} points."
    took = (
        f"It took {outcome.steps:,} steps, in {outcome.seconds:.1f} seconds here. "
        f"You took {outcome.masked.steps}."
    )
    return [said, outcome.game.insight, comparison(outcome), took]


def comparison(outcome: Outcome) -> str:
    """Who was better after 10, 100 and 1,000 games."""
    means, yours = latest_means(outcome.points), outcome.masked.mean
    lines = []
    for games in sorted({*COMPARED_AT, len(means)}):
        if games <= len(means):
            its = float(means[games - 1])
            better = "you were better" if its < yours else "it was better"
            if abs(its - yours) < 0.005:
                better = "as good as you"
            lines.append(f"after {games:>5,} games {signed(its)}: {better}")
    return "\n".join(lines)


def knowledge(masked: Round, opened: Round) -> list[str]:
    """What it was worth to you to know what things are."""
    worth = opened.mean - masked.mean
    return [
        f"Masked you had {a_game(masked.mean)}, and with names {a_game(opened.mean)}.",
        "What made the difference is to know what things are, and some practice."
        if worth >= 0.005
        else "This time it did not help to know what things are.",
        "The network sees no difference: to it both are the same cells of 0 and 1.",
        STUDY,
    ]
