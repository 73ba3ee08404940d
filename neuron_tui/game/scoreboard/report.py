"""The figures as plain data: what `neuron-tui scores --json` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from neuron_tui.game.scoreboard.calibration import Bin
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.intervals import Interval
from neuron_tui.game.scoreboard.standing import Side

EXACT = 9
"""Decimals that are kept: what is beyond them are the traces of binary fractions."""


BinReport = TypedDict(
    "BinReport",
    {
        "from": float,
        "to": float,
        "said": float | None,
        "share": float | None,
        "count": int,
        "interval": list[float] | None,
    },
)
"""One bin of a calibration: its edges, the mean of what was said, and the share that came out 1."""


class SideReport(TypedDict):
    """What both players have."""

    points: float
    accuracy: float | None
    brier: float | None
    brier_interval: list[float] | None
    calibration: list[BinReport]


class StreakReport(TypedDict):
    """Wins in a row."""

    current: int
    longest: int


class PlayerReport(SideReport):
    """One player. `questions` are all that were answered, practice included; null where nothing is known."""

    player: str
    questions: int
    counted: int
    practice: int
    wins: int
    losses: int
    draws: int
    streak: StreakReport
    neuron: SideReport


class Report(TypedDict):
    """All players that were asked for, and the number of questions that they answered."""

    players: list[PlayerReport]
    questions: int


@dataclass(frozen=True, eq=False)
class Scores:
    """A player, the figures of the answers that count, and how many questions were answered in all."""

    player: str
    figures: Figures
    answered: int

    @property
    def practice(self) -> int:
        """How many answers do not count."""
        return max(self.answered - len(self.figures), 0)


def report(players: list[Scores]) -> Report:
    """The report on these players."""
    return {
        "players": [_player(scores) for scores in players],
        "questions": sum(scores.answered for scores in players),
    }


def _player(scores: Scores) -> PlayerReport:
    figures = scores.figures
    standing, streak = figures.standing, figures.streak
    you = _side(standing.you, figures.brier_interval, figures.calibration)
    return {
        "player": scores.player,
        "questions": scores.answered,
        "counted": len(figures),
        "practice": scores.practice,
        "wins": standing.wins,
        "losses": standing.losses,
        "draws": standing.draws,
        "streak": {"current": streak.current, "longest": streak.longest},
        "points": you["points"],
        "accuracy": you["accuracy"],
        "brier": you["brier"],
        "brier_interval": you["brier_interval"],
        "calibration": you["calibration"],
        "neuron": _side(standing.neuron, figures.neuron_brier_interval, figures.neuron_calibration),
    }


def _side(side: Side, interval: Interval | None, bins: tuple[Bin, ...]) -> SideReport:
    return {
        "points": round(side.points, EXACT),
        "accuracy": _exact(side.accuracy),
        "brier": _exact(side.brier),
        "brier_interval": _both(interval),
        "calibration": [
            {
                "from": bin.low,
                "to": bin.high,
                "said": _exact(bin.said),
                "share": _exact(bin.came),
                "count": bin.count,
                "interval": _both(bin.interval()),
            }
            for bin in bins
        ],
    }


def _exact(value: float | None) -> float | None:
    return None if value is None else round(value, EXACT)


def _both(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(end, EXACT) for end in interval]
