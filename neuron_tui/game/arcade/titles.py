"""What the games are called before and after they were played, without loading numpy."""

from __future__ import annotations

from collections.abc import Set

TITLE = "By itself"
"""What all of them are called together."""
ABOUT = (
    "Neither of you is told anything. You and a network see the same cells and press the same keys, which "
    "have no names. All you get is points.",
    "You play ten games. Then you say after how many games the network is as good as you.",
    "And then it learns, by itself.",
)
TITLES = {"catch": "Catch", "road": "Road", "snake": "Snake", "key-and-door": "Key and door"}
"""In the order in which they are offered."""
ORDINALS = ("First", "Second", "Third", "Fourth")


def title_of(game: str, played: Set[str]) -> str:
    """What a game is called: only its place tells it from the others before it was played."""
    return TITLES[game] if game in played else f"{ORDINALS[list(TITLES).index(game)]} game"


def next_game(played: Set[str]) -> str | None:
    """The first game that was not played, by its id; None where all of them were."""
    return next((game for game in TITLES if game not in played), None)
