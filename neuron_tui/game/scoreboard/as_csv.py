"""The figures by puzzle as CSV: one row for each player and puzzle; a changed puzzle has several."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from neuron_tui.game.files.spreadsheet import harmless
from neuron_tui.game.scoreboard.report import EXACT, Scores

COLUMNS = (
    "player",
    "puzzle",
    "content",
    "answers",
    "wins",
    "losses",
    "draws",
    "points",
    "neuron_points",
    "accuracy",
    "neuron_accuracy",
    "brier",
    "neuron_brier",
)


def as_csv(players: Sequence[Scores]) -> str:
    """The table, with a heading. A cell is empty where there is nothing to say."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for scores in players:
        for asked, standing in scores.figures.puzzles.items():
            you, neuron = standing.you, standing.neuron
            numbers = (you.points, neuron.points, you.accuracy, neuron.accuracy, you.brier, neuron.brier)
            writer.writerow(
                [
                    harmless(scores.player),
                    harmless(asked.id),
                    harmless(asked.content),
                    standing.count,
                    standing.wins,
                    standing.losses,
                    standing.draws,
                    *(None if number is None else round(number, EXACT) for number in numbers),
                ]
            )
    return written.getvalue()
