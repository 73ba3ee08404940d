"""How well a player knows the neuron, in sentences: what that brought, and whether it is trusted too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from neuron_tui.game.explain.numbers import points
from neuron_tui.game.score_rule import NEAR
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.intervals import FEWEST, Interval, mean_interval, more_answers
from neuron_tui.game.scoreboard.sureness import HALF_STEP
from neuron_tui.puzzle.text import plural

STRICT = 0.97
"""The interval's confidence. At 0.95, and with rare and large misses, players would be judged falsely more
often than once in twenty looks."""

COUNTED = "These are in the points on home, and in no comparison with the neuron."
"""Where the points for foreseeing it are counted."""


@dataclass(frozen=True)
class Trust:
    """How much surer than the neuron a player's guesses are: `Foreseen.trust` in brief."""

    mean: float
    variance: float
    count: int

    @classmethod
    def of(cls, foreseen: Foreseen) -> Trust | None:
        """None where no guess leans to a side."""
        each = foreseen.trust
        return cls(float(each.mean()), float(each.var()), len(each)) if len(each) else None

    def interval(self, more: int = 0) -> Interval | None:
        """Where the mean may lie in the long run, as if so many `more` were like these; None below FEWEST."""
        count = self.count + more
        if count < FEWEST:
            return None
        return mean_interval(self.mean, self.variance, count, (-1.0, 1.0), STRICT)

    def verdict(self, more: int = 0) -> int | None:
        """+1 for too trusting, -1 for too doubting, 0 for neither; None where the answers can't tell.

        Neither is whoever is as near on average as it takes to get it. A guess is made in steps, so that all
        that may be meant by it must be off.
        """
        if (interval := self.interval(more)) is None:
            return None
        low, high = interval
        if low >= -NEAR and high <= NEAR:
            return 0
        return (low > HALF_STEP) - (high < -HALF_STEP) or None


def about_the_neuron(foreseen: Foreseen) -> Iterator[str]:
    """What there is to say about a player who foresaw the neuron; nothing of one who never did."""
    if not len(foreseen):
        return
    times = f"{int(foreseen.got.sum()):,} of {plural(len(foreseen), 'time')}"
    won, each = points(float(foreseen.points.sum())), points(float(foreseen.points.mean()))
    yield f"You foresaw the neuron {times}: worth {won}, {each} per answer. {COUNTED}"
    if trust := Trust.of(foreseen):
        yield from about_trust(trust)


def about_trust(trust: Trust) -> Iterator[str]:
    """Whether the player trusts the neuron too much or too little, or how many answers it takes to tell."""
    verdict = trust.verdict()
    if verdict is None:
        more = more_answers(lambda more: trust.verdict(more) is not None)
        if more is not None:
            answers = plural(more, "more answer")
            yield f"{answers} about the neuron may show whether you trust it too much or too little."
        return
    said = {
        1: "You trust the neuron too much",
        -1: "You doubt the neuron too much",
        0: "You trust the neuron as you should",
    }[verdict]
    off = f"{abs(trust.mean):.2f}"
    surer = f"{off} {'less sure' if trust.mean > 0 else 'surer'} than you say"
    if float(off) == 0:
        surer = "as sure as you say"
    yield f"{said}: on average it is {surer}, over {plural(trust.count, 'answer')}."
