"""How a guess is made: a probability that the answer is 1, typed, moved in steps or put somewhere at once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

UNDECIDED = Fraction(1, 2)
STEP = Fraction(1, 20)
"""How far one press of an arrow key moves a guess."""
FIRST_PRESS = Fraction(9, 10)
"""How sure the first press of an answer key is; a second press makes it certain."""


def bounded(probability: Fraction) -> Fraction:
    """The probability, or 0 or 1 where it lies beyond them."""
    return min(max(probability, Fraction(0)), Fraction(1))


def answered(guess: Fraction | None, answer: int) -> Fraction:
    """The guess after an answer key: 0.10 or 0.90 at the first press, certain at the second."""
    first = FIRST_PRESS if answer else 1 - FIRST_PRESS
    certain = Fraction(answer)
    return certain if guess in (first, certain) else first


def leaned(guess: Fraction | None, steps: int) -> Fraction:
    """The guess after so many steps towards 1, or towards 0 where negative. It begins undecided."""
    return bounded((UNDECIDED if guess is None else guess) + steps * STEP)


@dataclass(frozen=True)
class Typed:
    """What was typed last, and the guess it came to. Whatever else moves the guess begins anew.

    0 and 1 are answer keys. A point makes a number of what comes after it: `.75` and `0.75`, and `1.` after
    a 1. It has two decimals; what is typed beyond them changes nothing.
    """

    text: str = ""
    guess: Fraction | None = None

    def press(self, key: str, guess: Fraction | None) -> Typed:
        """After a key, one of the digits or `.`, with the guess as it stands now."""
        text = self.text if guess == self.guess else ""
        if key == ".":
            return Typed("1." if text.endswith("1") else "0.", guess)
        if "." not in text:
            return Typed(key, answered(guess, int(key)) if key in "01" else guess)
        if len(text) == len("0.75"):
            return Typed(key, guess)
        return Typed(text + key, bounded(Fraction(text + key)))


NOTHING_TYPED = Typed()
