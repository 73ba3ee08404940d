"""The figures over all in a few lines, for where there is no table."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import MINUS, plural
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.intervals import FEWEST, Interval
from neuron_tui.game.scoreboard.perspective import YOURS, Whose
from neuron_tui.game.scoreboard.standing import Side


def summary(figures: Figures, whose: Whose = YOURS) -> tuple[str, ...]:
    """Wins, points, accuracy and Brier score of both; nothing where there are no answers."""
    if not len(figures):
        return ()
    standing = figures.standing
    known = standing.count >= FEWEST
    return (
        f"Over {plural(standing.count, 'answer')} {whose.title} won {standing.wins:,}, the neuron won "
        f"{standing.losses:,}, and {standing.draws:,} {'was' if standing.draws == 1 else 'were'} drawn.",
        _side(whose.name or "You", standing.you, figures.brier_interval if known else None),
        _side("Neuron", standing.neuron, figures.neuron_brier_interval if known else None),
        "The Brier score is the mean squared error: 0 is best, and never deciding gives 0.25.",
    )


def _side(who: str, side: Side, interval: Interval | None) -> str:
    """You: −12 points, 58 % on the right side, Brier score 0.254 (95 % range 0.201 to 0.309)."""
    points = round(side.points)
    sign = MINUS if points < 0 else ""
    told = [f"{sign}{plural(abs(points), 'point')}"]
    if side.accuracy is not None:
        told.append(f"{100 * side.accuracy:.0f} % on the right side")
    if side.brier is not None:
        likely = f" (95 % range {interval[0]:.3f} to {interval[1]:.3f})" if interval else ""
        told.append(f"Brier score {side.brier:.3f}{likely}")
    return f"{who}: {', '.join(told)}."
