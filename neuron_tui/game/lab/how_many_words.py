"""What the lucky starts tell about how many neurons a puzzle needs, in words."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.lab.how_many import SuccessCount
from neuron_tui.puzzle.text import capital, plural

MANY = 0.1
"""A share of starts that is worth a sentence: those that miss only a question, or that more neurons cost."""


def neuron_count(hidden: int) -> str:
    """So many neurons, for a sentence: one neuron alone, 1 hidden neuron, 3 hidden neurons."""
    return plural(hidden, "hidden neuron") if hidden else "one neuron alone"


def about(successful: int, starts: int) -> str:
    """A share as one says it: about 8 of 10, nearly all."""
    if successful in (0, starts):
        return "all" if successful else "none"
    tenths = round(10 * successful / starts)
    if tenths in (0, 10):
        return "nearly all" if tenths else "hardly any"
    return f"about {tenths} of 10"


def said(counts: Sequence[SuccessCount], own: int, *, complete: bool) -> list[str]:
    """What there is to say, the most important first. The puzzle itself has `own` hidden neurons."""
    starts = counts[0].starts
    if not complete:
        return [
            f"The same puzzle, with more and more hidden neurons. Each number of them learns from {starts} "
            "random starts, all side by side.",
            "A start is lucky when every row comes out right, and every question too.",
        ]
    first = " ".join(filter(None, (_needed(counts), _alone(counts), _too_many(counts))))
    return [part for part in (first, _own(counts, own), _missed(counts)) if part]


def _needed(counts: Sequence[SuccessCount]) -> str:
    """From which number on it goes well."""
    best = max(counts, key=lambda one: one.successful)
    if best.successful == 0:
        return "No start was lucky, however many neurons there were."
    sure = [one for one in counts if one.successful == one.starts]
    if not sure:
        closest = f"{best.successful} of {best.starts}, {about(best.successful, best.starts)}"
        name = capital(neuron_count(best.hidden))
        return f"No number of neurons made every start lucky. {name} came closest: {closest}."
    steady = all(one.successful == one.starts for one in counts if one.hidden >= sure[0].hidden)
    if steady and sure[0].hidden == 0:
        return "One neuron alone is enough: every start was lucky."
    if steady and sure[0].hidden < counts[-1].hidden:
        return f"From {neuron_count(sure[0].hidden)} on, every start was lucky."
    return f"With {neuron_count(sure[0].hidden)} every start was lucky."


def _alone(counts: Sequence[SuccessCount]) -> str:
    """What becomes of one neuron where others are lucky."""
    alone = next((one for one in counts if one.hidden == 0), None)
    if alone is None or alone.successful or not any(one.successful for one in counts):
        return ""
    return "One neuron alone never had luck."


def _too_many(counts: Sequence[SuccessCount]) -> str:
    """Where the most hidden neurons do clearly worse than fewer."""
    most, best = counts[-1], max(one.successful for one in counts)
    if best - most.successful < MANY * most.starts:
        return ""
    return f"More is not always better: with {neuron_count(most.hidden)} it was {most.successful}."


def _own(counts: Sequence[SuccessCount], own: int) -> str:
    """The result with as many hidden neurons as the puzzle has."""
    mine = next((one for one in counts if one.hidden == own), None)
    if mine is None or not any(one.successful for one in counts):
        return ""
    share = about(mine.successful, mine.starts)
    return (
        f"This puzzle has {neuron_count(own)}: {mine.successful} of {mine.starts} starts were lucky, {share}."
    )


def _missed(counts: Sequence[SuccessCount]) -> str:
    """Where many learn the examples and answer the question otherwise."""
    missed = sum(one.examples_only for one in counts)
    if missed < MANY * sum(one.starts for one in counts):
        return ""
    return (
        f"{missed} starts learned all examples and missed a question. "
        "The same rows fit other rules than yours, too."
    )
