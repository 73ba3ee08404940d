"""A guess as it is typed and told: how likely it is that the answer is 1."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Protocol, Self, TypeVar

from neuron_tui.game.explain.numbers import points
from neuron_tui.game.explain.result import how_likely, how_sure
from neuron_tui.game.match.guess import FIRST_PRESS
from neuron_tui.game.score_rule import score
from neuron_tui.plain.command import unknown
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.puzzle import Puzzle

HOW_TO_GUESS = "Type how likely a 1 is: 0.9, or 90%. Or type 0 or 1, and once more to be certain."
HOW_TO_FORESEE = "Type what it will say: a number from 0 to 1, the surer of a 1 the nearer to 1."
A_GUESS = "Your guess, from 0 to 1?"
COUNTS = "An empty line counts it, a number changes it."
SHARE = re.compile(r"(\d+\.?\d*|\.\d+) ?(?:/ ?(\d+)|(%))?")
"""A number as a guess is typed: 0.9, .9, 9/10, 90 %, 90 percent."""

DIGITS = {"zero": "0", "one": "1"}


class Guessing(Protocol):
    """What is guessed in: a match, or a learning example by example."""

    def press(self, key: str) -> Self: ...

    def guess_at(self, probability: Fraction) -> Self: ...


Guessed = TypeVar("Guessed", bound=Guessing)


def after_typing(conversation: Conversation, guessing: Guessed, typed: str) -> Guessed | None:
    """The same with the guess that is typed; None where it is none, which is said."""
    if (meant := DIGITS.get(typed.casefold(), typed)) in ("0", "1"):
        return guessing.press(meant)
    found = SHARE.fullmatch(typed.casefold().replace(",", ".").replace("percent", "%"))
    if found is None:
        unknown(conversation, typed)
        return None
    number, below, percent = found.groups()
    if below is not None and not int(below):
        conversation.say("Nothing can be divided by 0.")
        return None
    guess = Fraction(number) / (100 if percent else int(below or 1))
    if guess > 1:
        conversation.say("That is more than 1. A guess is at most 1, or 100%.")
        return None
    return guessing.guess_at(guess)


def guess_in_words(puzzle: Puzzle, guess: Fraction, typed: str, *, foreseen: bool) -> list[str]:
    """How sure that is, and what it may come to; where the neuron is `foreseen`, what it will say."""
    if foreseen:
        return [f"You think it will say about {float(guess):.2f}."]
    sure = how_likely(guess) if puzzle.noisy else how_sure(guess)
    if_0, if_1 = (points(score(guess, answer)) for answer in (0, 1))
    stakes = [f"{if_1} points if it is 1", f"{if_0} points if it is 0"]
    first_side, other = stakes if guess >= Fraction(1, 2) else reversed(stakes)
    typed = DIGITS.get(typed.casefold(), typed)
    first = typed in ("0", "1") and max(guess, 1 - guess) == FIRST_PRESS
    again = f" {typed} again makes it certain." * first
    return [f"{float(guess):.2f}: {sure}.{again}", f"That is {first_side}, {other.replace(' points', '')}."]
