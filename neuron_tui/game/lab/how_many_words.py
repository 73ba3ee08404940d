"""What the lucky starts tell about how many neurons a puzzle needs, in words."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.lab.how_many import Luck

MANY = 0.1
"""A share of starts that is worth a sentence: those that miss only a question, or that more neurons cost."""


def crew_name(hidden: int) -> str:
    """So many neurons, for a sentence: one neuron alone, 1 hidden neuron, 3 hidden neurons."""
    if hidden == 0:
        return "one neuron alone"
    return f"{hidden} hidden neuron" + "s" * (hidden > 1)


def about(lucky: int, starts: int) -> str:
    """A share as one says it: about 8 of 10, nearly all."""
    if lucky in (0, starts):
        return "all" if lucky else "none"
    tenths = round(10 * lucky / starts)
    if tenths in (0, 10):
        return "nearly all" if tenths else "hardly any"
    return f"about {tenths} of 10"


def said(luck: Sequence[Luck], own: int, *, complete: bool) -> list[str]:
    """What there is to say, the most important first. The puzzle itself has `own` hidden neurons."""
    starts = luck[0].starts
    if not complete:
        return [
            f"The same puzzle, with more and more hidden neurons. Each number of them learns from {starts} "
            "random starts, all side by side.",
            "A start is lucky when every row comes out right, and every question too.",
        ]
    first = " ".join(filter(None, (_needed(luck), _alone(luck), _too_many(luck))))
    return [part for part in (first, _own(luck, own), _missed(luck)) if part]


def _needed(luck: Sequence[Luck]) -> str:
    """From which number on it goes well."""
    best = max(luck, key=lambda one: one.lucky)
    if best.lucky == 0:
        return "No start was lucky, however many neurons there were."
    sure = [one for one in luck if one.lucky == one.starts]
    if not sure:
        return (
            f"No number of neurons made every start lucky. {_first(crew_name(best.hidden))} came closest: "
            f"{best.lucky} of {best.starts}, {about(best.lucky, best.starts)}."
        )
    steady = all(one.lucky == one.starts for one in luck if one.hidden >= sure[0].hidden)
    if steady and sure[0].hidden == 0:
        return "One neuron alone is enough: every start was lucky."
    if steady and sure[0].hidden < luck[-1].hidden:
        return f"From {crew_name(sure[0].hidden)} on, every start was lucky."
    return f"With {crew_name(sure[0].hidden)} every start was lucky."


def _alone(luck: Sequence[Luck]) -> str:
    """What becomes of one neuron where others are lucky."""
    alone = next((one for one in luck if one.hidden == 0), None)
    if alone is None or alone.lucky or not any(one.lucky for one in luck):
        return ""
    return "One neuron alone never had luck."


def _too_many(luck: Sequence[Luck]) -> str:
    """Where the most hidden neurons do clearly worse than fewer."""
    most, best = luck[-1], max(one.lucky for one in luck)
    if best - most.lucky < MANY * most.starts:
        return ""
    return f"More is not always better: with {crew_name(most.hidden)} it was {most.lucky}."


def _own(luck: Sequence[Luck], own: int) -> str:
    """How it stands with as many as the puzzle has."""
    mine = next((one for one in luck if one.hidden == own), None)
    if mine is None or not any(one.lucky for one in luck):
        return ""
    share = about(mine.lucky, mine.starts)
    return f"This puzzle has {crew_name(own)}: {mine.lucky} of {mine.starts} starts were lucky, {share}."


def _missed(luck: Sequence[Luck]) -> str:
    """Where many learn the examples and answer the question otherwise."""
    missed = sum(one.examples_only for one in luck)
    if missed < MANY * sum(one.starts for one in luck):
        return ""
    return (
        f"{missed} starts learned all examples and missed a question. "
        "More neurons fit more rules to the same rows, and not only yours."
    )


def _first(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]
