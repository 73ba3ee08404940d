"""Weights that the player types: which numbers are meant, and what is said of anything else."""

from __future__ import annotations

import re
from fractions import Fraction

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.lab.hand import LIMIT
from neuron_tui.puzzle.text import clip, plural

_DECIMAL = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_NUMBER = re.compile(rf"([+-]?) *({_DECIMAL})(?: */ *({_DECIMAL}))?")
_MOST = 40
"""Characters; no number that somebody types is longer."""


class TypedWeightError(ValueError):
    """What was typed can't be a weight; the message is a sentence for the player that says what to do."""


def typed_weight(text: str) -> float:
    """The weight that is meant: 0.3, .3, 0,3, -2 with either minus sign, or 1/2.

    Raises TypedWeightError for anything else, and for a number that no weight can be turned to.
    """
    found = _NUMBER.fullmatch(text.strip().replace(MINUS, "-").replace(",", "."))
    if found is None or len(text) > _MOST:
        raise TypedWeightError("Type a number such as 0.3, \u22122 or 1/2.")
    sign, above, below = found.groups()
    if below is not None and not Fraction(below):
        raise TypedWeightError("Nothing can be divided by 0. Type another number.")
    weight = Fraction(f"{sign}{above}") / Fraction(below or 1)
    if abs(weight) > LIMIT:
        raise TypedWeightError(f"Type a number from {MINUS}{LIMIT:g} to +{LIMIT:g}.")
    return float(weight)


def typed_weights(text: str, count: int) -> tuple[float, ...]:
    """So many weights, with blanks or commas between them; none at all where nothing was typed.

    Raises TypedWeightError for another number of them, and where one is none.
    """
    words = re.split(r"[\s,;]+", text.strip(" ,;"))
    if words == [""]:
        return ()
    weights = []
    for word in words:
        try:
            weights.append(typed_weight(word))
        except TypedWeightError as problem:
            raise TypedWeightError(f"{clip(word, 12)}? {problem}") from None
    if len(weights) != count:
        typed = plural(len(weights), "number")
        raise TypedWeightError(
            f"You typed {typed}. There {'is' if count == 1 else 'are'} {plural(count, 'weight')}."
        )
    return tuple(weights)
