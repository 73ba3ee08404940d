"""What the journal keeps: answered questions, tasks, rounds of small games, and races trial by trial, so that
one can be taken up again.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Mode = Literal["match", "examples"]
"""Where it was asked: in a match, or in "How many examples do you need?", where nothing counts."""
Asked = Literal["answer", "neuron"]
"""What was asked: what is right; or what the neuron will say, where the rows do not tell what is right."""
Told = Literal["masked", "open"]
"""Whether a small game was shown without any meaning, or as what it is."""
NEVER = 0
"""Stands for no number of games."""


@dataclass(frozen=True)
class Answer:
    """What a player and the neuron said to one question. Guesses are probabilities that the answer is 1.

    `id` is 32 random hexadecimal digits, by which a copy is known. `content` is the hash of what the puzzle
    asked (`puzzle.content`), `question` the question's inputs such as `1 0 0`. `right` is the right answer
    as a probability, None where there is none; then the neuron was `asked` for, or in an answer kept before
    that was so, nothing that could bring points. `seconds` were taken for the guess, `time` is when it was
    kept, in seconds since 1970. `attempt` is which one of this player's at this question of this content,
    from 1, whatever the puzzle's id; the journal counts them.
    """

    id: str
    player: str
    puzzle: str
    content: str
    question: str
    guess: Fraction
    neuron_guess: float
    right: Fraction | None
    hints: int
    seconds: float
    mode: Mode
    time: float
    version: str
    attempt: int = 1
    asked: Asked = "answer"

    @property
    def counts(self) -> bool:
        """Whether it counts for the score: the first attempt in a match. All others are practice."""
        return self._first and self.right is not None

    @property
    def foresees(self) -> bool:
        """Whether it brings points for foreseeing the neuron, which compare nobody."""
        return self._first and self.right is None and self.asked == "neuron"

    @property
    def _first(self) -> bool:
        return self.attempt == 1 and self.mode == "match"


@dataclass(frozen=True)
class KeptRace:
    """A race that was begun. `id` is 32 random hexadecimal digits.

    `content` is the hash of what the puzzle asks (`puzzle.content`),
    `begun` is in seconds since 1970, `version` is the game's.
    """

    id: str
    player: str
    puzzle: str
    content: str
    seed: int
    begun: float
    version: str


@dataclass(frozen=True)
class KeptTrial:
    """One trial of a race, numbered from 0. `row` is which of the rows 000 to 111 was shown, as a number.

    `decision` is the player's and `right` the right answer, both 0 or 1. `neuron_output` is the neuron's
    before its adjustment, `seconds` were taken for the decision, `time` is in seconds since 1970.
    """

    race: str
    number: int
    row: int
    decision: int
    right: int
    neuron_output: float
    seconds: float
    time: float


@dataclass(frozen=True)
class KeptTask:
    """A task that was done. `id` is 32 random hexadecimal digits.

    `content` is the hash of what the puzzle asks (`puzzle.content`), `do` the kind of the task. `count` is
    what it took and `par` a good count, `stars` what that was worth. `time` is in seconds since 1970,
    `version` the game's.
    """

    id: str
    player: str
    puzzle: str
    content: str
    do: str
    count: int
    par: int
    stars: int
    time: float
    version: str


@dataclass(frozen=True)
class KeptRound:
    """A round of a small game that was played. `id` is 32 random hexadecimal digits.

    `game` is the game's id and `look` how it was shown. `games` were played to their end and brought `points`
    in the mean. `guess`: after how many games the network would be as good, as the player said before;
    `passed`: after how many it was; both can be NEVER. `guess` is None where nothing was said, as in an open
    round, and `passed` where it is not known. The network learned with this `seed`. `time` is in seconds
    since 1970, `version` the game's.
    """

    id: str
    player: str
    game: str
    look: Told
    games: int
    points: float
    guess: int | None
    passed: int | None
    seed: int
    time: float
    version: str


Owned = Answer | KeptRace | KeptTask | KeptRound
"""What has a player, and an id of its own."""
Kept = Owned | KeptTrial
Races = tuple[tuple[KeptRace, tuple[KeptTrial, ...]], ...]
