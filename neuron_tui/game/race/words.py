"""What the race says: how it goes, how it went, and what is surprising about it."""

from __future__ import annotations

from operator import itemgetter

import numpy as np

from neuron_tui.game.race.kinds import LEARNED_BY_ONE, Kind
from neuron_tui.game.race.race import Race, block_of
from neuron_tui.game.race.results import ERRORS, Standing
from neuron_tui.game.race.schedule import BLOCK, BLOCKS, CRITERION

HOW_IT_GOES = (
    "You see a figure, and say 0 or 1. So does the neuron.",
    "Then both of you are told. At first you can only guess.",
    "A rule about size, colour and shape decides. Find it.",
    "The neuron moves its weights a little after each figure.",
)
WITH_PEOPLE = "The dotted curve: forty people in a study of 1994."
WITHOUT_PEOPLE = "This rule is none of the six kinds in the study of 1994."
OTHER_ORDER = "From an earlier version: each round shows all eight figures, unlike the study."
"""Said of a race in the order "rounds"."""
LEFT_BEFORE = "You left this race before its end."
HOW_IT_ENDS = f"Four rounds of eight without a fault end it, or block {BLOCKS}."
SURPRISES: dict[Kind, str] = {
    "I": (
        "One input decides. In a study of 1994 people learned that soonest, and so does one neuron. The "
        "next two part them: people found exclusive or (II) easier than the majority (IV). A neuron "
        "learns the majority, and never exclusive or."
    ),
    "II": (
        "This was exclusive or. In a study of 1994 people found it easier than the majority (IV). Later "
        "studies found less of a difference. One neuron can't learn it. In the end it does worse than "
        "guessing: what it just saw pulls it the wrong way."
    ),
    "III": (
        "This was a rule with exceptions. In a study of 1994 most people learned it, and one neuron never "
        "does: the exceptions ask for two inputs at once, and a weight knows only one."
    ),
    "IV": (
        "This was the majority of three. One neuron finds it easy, because it adds up. In a study of 1994 "
        "people found it harder than exclusive or (II), which no single neuron can learn. Later studies "
        "found less of a difference."
    ),
    "V": (
        "This was one input, with two rows swapped. In a study of 1994 most people learned the rule with "
        "its exceptions. One neuron keeps the rule and misses the exceptions, two rows of eight."
    ),
    "VI": (
        "Here all three inputs count at once: odd or even. In a study of 1994 people needed longest for "
        "it. One neuron in the end does worse than guessing: figures that differ in one thing always have "
        "different answers."
    ),
}
"""What people and a neuron make of each kind."""


def how_it_goes(kind: Kind | None) -> list[str]:
    """The page before the first trial, sentence by sentence."""
    return [*HOW_IT_GOES, WITHOUT_PEOPLE if kind is None else WITH_PEOPLE]


def where_it_goes_on(race: Race) -> str:
    """Of a race that was left before its end: where that was."""
    block, trial = block_of(race.trials)
    return (
        f"It goes on in block {block + 1}, at figure {trial + 1} of {BLOCK}. "
        "All is as you left it, also what the values stand for."
    )


def order_note(race: Race) -> str:
    """What is to be known of the order of its figures; empty where that is the study's."""
    return OTHER_ORDER if race.schedule.ordering == "rounds" else ""


def percent_wrong(kind: Kind) -> int:
    """How often people in the study were wrong over all blocks, in 100."""
    return round(100 * sum(ERRORS[kind]) / BLOCKS)


def does(kind: Kind) -> str:
    """What one neuron does with a kind."""
    return "learns it" if kind in LEARNED_BY_ONE else "never learns it"


def headline(race: Race) -> str:
    """How it ended, in a sentence."""
    if race.knows:
        faults = np.flatnonzero(race.yours_wrong)
        if len(faults) == 0:
            return f"No mistake in {race.trials} figures."
        return f"No mistake from figure {faults[-1] + 2} on."
    return f"{BLOCKS} blocks are over."


def in_a_row(race: Race) -> str:
    """How near the end is: faultless rounds in a row: 2 of 4."""
    return f"faultless in a row: {min(race.rounds_in_a_row, CRITERION)} of {CRITERION}"


def ranking(standing: Standing) -> list[str]:
    """Who was wrong how often over the same figures, a line each, fewest first."""
    percents = [("you", standing.you), ("the neuron", standing.neuron)]
    if standing.people is not None:
        percents.append(("people (1994)", standing.people))
    rounded = sorted(((who, round(percent)) for who, percent in percents), key=itemgetter(1))
    lines = [f"  {who:<13}{percent:>4} %" for who, percent in rounded]
    return [f"Wrong over {standing.figures} figures:", *lines]
