"""Sentences about sureness: whether a player who says 90 % is right that often, or what it takes to know."""

from __future__ import annotations

import math

from neuron_tui.game.match.guess import STEP
from neuron_tui.game.scoreboard.calibration import Bin
from neuron_tui.game.scoreboard.intervals import FEWEST, MOST_ANSWERS_ASKED, more_answers, share_interval
from neuron_tui.puzzle.text import plural

STRICT = 0.99
"""Of five levels of sureness the one that is furthest off is told, so each must be off at this confidence:
then the chance that any is by accident is at most one in twenty."""
HALF_STEP = float(STEP) / 2
"""A guess is made in steps: 0.9 stands for all from 0.875 to 0.925, and 1 for all from 0.975 on."""
NARROW = 0.2
"""A share is known well enough to be called right where its interval is no wider than this."""
BOTH_SIDES = "A guess of 0.1 counts as 90 % here, too: it is that sure of 0."


def about_sureness(levels: tuple[Bin, ...]) -> str:
    """Whether the player is surer than right, or less sure, or neither, or how many answers it takes.

    At 50 % nothing can be said: an undecided guess leans to no side.
    """
    known = [level for level in levels[1:] if level.count]
    if not known:
        return "You have not leaned to an answer yet: how well you judge yourself shows once you do."
    off = [level for level in known if level.count >= FEWEST and _off(level, level.count)]
    if off:
        level = max(off, key=lambda level: abs(level.said - level.came) * math.sqrt(level.count))
        surer, less_sure = "You are surer than you should be", "You could be surer than you are"
        return f"{surer if level.said > level.came else less_sure}: {_in_words(level)}"
    most = max(known, key=lambda level: level.count)
    if _fits(most, most.count):
        return f"You are as sure as you should be: {_in_words(most)}"
    judged = "you are as sure as you should be"
    more = more_answers(lambda more: _tells(most, most.count + more))
    if more is None:
        at = _percent(most.said)
        return f"Not even {MOST_ANSWERS_ASKED:,} more answers like these at {at} would tell whether {judged}."
    return f"{plural(more, 'more answer')} at {_percent(most.said)} may show whether {judged}."


def _off(level: Bin, count: int) -> bool:
    """Whether all that may be meant by what was said is outside of where the share may lie.

    Given this many answers of this share.
    """
    low, high = share_interval(level.came * count, count, STRICT)
    return not low - HALF_STEP <= level.said <= high + HALF_STEP


def _fits(level: Bin, count: int) -> bool:
    """Whether this many answers of this share would be enough to call what was said right."""
    low, high = share_interval(level.came * count, count)
    near = low <= level.said <= high or abs(level.came - level.said) < HALF_STEP + 1e-9
    return near and count >= FEWEST and high - low <= NARROW


def _tells(level: Bin, count: int) -> bool:
    """Whether this many answers of this share would be enough to call it right, or off."""
    return count >= FEWEST and (_fits(level, count) or _off(level, count))


def _in_words(level: Bin) -> str:
    """When you say 90 %, you are right 71 % of the time, over 42 answers."""
    said, came, over = _percent(level.said), _percent(level.came), plural(level.count, "answer")
    return f"when you say {said}, you are right {came} of the time, over {over}. {BOTH_SIDES}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
