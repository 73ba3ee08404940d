"""The figures as plain data: the JSON and the CSV that `neuron-tui scores` prints."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import numpy as np

from neuron_tui.game.scoreboard.calibration import calibration
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.intervals import Interval
from neuron_tui.game.scoreboard.players import PlayerScores
from neuron_tui.game.scoreboard.trust import Trust
from neuron_tui.puzzle.text import spreadsheet_text

DECIMALS = 9
"""How many are kept: what is beyond them are the traces of binary fractions."""
CSV_COLUMNS = (
    "player", "puzzle", "content", "answers", "wins", "losses", "draws",
    "points", "neuron_points", "accuracy", "neuron_accuracy", "brier", "neuron_brier",
    "foreseen", "foreseen_points",
)  # fmt: skip

JsonObject = dict[str, object]


def report(players: Sequence[PlayerScores]) -> JsonObject:
    """The players' figures as JSON can write them; None where nothing is known.

    `questions` are all that were answered, practice included.
    """
    return {
        "players": [_player(scores) for scores in players],
        "questions": sum(scores.answered for scores in players),
    }


def _player(scores: PlayerScores) -> JsonObject:
    total = scores.figures.total
    return {
        "player": scores.player,
        "questions": scores.answered,
        "counted": total.count,
        "practice": scores.practice,
        "wins": total.wins,
        "losses": total.losses,
        "draws": total.draws,
        "streak": asdict(total.streak),
        "foreseen": _foreseen(scores.figures.counted.foreseen),
        **_side(total.you),
        "neuron": _side(total.neuron),
    }


def _foreseen(foreseen: Foreseen) -> JsonObject:
    trust = Trust.of(foreseen)
    return {
        "counted": len(foreseen),
        "got": int(foreseen.got.sum()),
        "points": rounded(float(foreseen.points.sum())),
        "trust": rounded(trust.mean) if trust else None,
        "trust_interval": _ends(trust.interval()) if trust else None,
    }


def _side(side: Side) -> JsonObject:
    return {
        "points": rounded(side.points),
        "accuracy": rounded(side.accuracy),
        "brier": rounded(side.brier),
        "brier_interval": _ends(side.brier_interval),
        "calibration": [
            {
                "from": bin.low,
                "to": bin.high,
                "said": rounded(bin.said) if bin.count else None,
                "share": rounded(bin.came) if bin.count else None,
                "count": bin.count,
                "interval": _ends(bin.interval()),
            }
            for bin in calibration(side.guesses, side.answers)
        ],
    }


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _ends(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [rounded(end) for end in interval]


def as_csv(players: Sequence[PlayerScores]) -> str:
    """A row for each player and puzzle; a changed puzzle has several. Unknown figures are empty cells."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for scores in players:
        for version, found, foreseen, its_points in _by_puzzle(scores.figures):
            you, neuron = found.you, found.neuron
            numbers = (you.points, neuron.points, you.accuracy, neuron.accuracy, you.brier, neuron.brier)
            names = map(spreadsheet_text, (scores.player, *version))
            counts = (found.count, found.wins, found.losses, found.draws)
            writer.writerow([*names, *counts, *map(rounded, numbers), foreseen, rounded(its_points)])
    return written.getvalue()


def _by_puzzle(figures: Figures) -> Iterator[tuple[PuzzleVersion, HeadToHead, int, float]]:
    """Each puzzle that was answered, or where the neuron was foreseen: how often, and the points for that."""
    counted, foreseen = figures.counted, figures.counted.foreseen
    times = np.bincount(foreseen.puzzles, minlength=len(counted.ids)).tolist()
    won = np.bincount(foreseen.puzzles, foreseen.points, len(counted.ids)).tolist()
    nothing = HeadToHead.over(counted, slice(0))
    for version, count, points in zip(counted.ids, times, won, strict=True):
        if count or version in figures.puzzles:
            yield version, figures.puzzles.get(version, nothing), count, points
