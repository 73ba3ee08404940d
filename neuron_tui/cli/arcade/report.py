"""A network that learns a game without a screen, as a table or as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import click

from neuron_tui.cli.columns import aligned
from neuron_tui.game.arcade.curve import latest_means, points_of
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.playing import GAMES, greedy_mean, learning_of, random_mean
from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.q_learning import Recording
from neuron_tui.puzzle.text import plural

SLICE = 500
"""Steps between two looks at the progress bar."""
WINDOW = 100
"""The curve is the mean of so many games, the latest ones."""
TOLD = [first * 10**power for power in range(1, 6) for first in (1, 2, 5)]
"""After so many games the curve is told, and after the last one."""


@dataclass(frozen=True)
class LearningReport:
    """What came of it. `curve`: numbers of games, each with the mean of the latest ones."""

    game: Game
    seed: int
    steps: int
    curve: tuple[tuple[int, float], ...]
    games: int
    greedy: float
    random: float

    def as_json(self) -> str:
        """One object, numbers in full precision."""
        found = {
            "game": self.game.id,
            "seed": self.seed,
            "steps": self.steps,
            "games": self.games,
            "curve": self.curve,
            "greedy": self.greedy,
            "random": self.random,
        }
        return json.dumps(found)

    def as_table(self) -> str:
        """The curve, and how it plays in the end beside playing by lot."""
        rows = [[f"{games:,}", signed(mean)] for games, mean in self.curve]
        lines = [
            f"{self.game.title} ({self.game.id})",
            f"{plural(self.steps, 'step')}, {plural(self.games, 'game')}, seed {self.seed}",
            "",
            f"Mean points of the last {WINDOW} games",
            *aligned([["games", "points"], *rows], right=(0, 1)),
            "",
            f"Mean points of {GAMES} games",
            *aligned(
                [
                    ["what it thinks best", signed(self.greedy)],
                    ["keys by lot", signed(self.random)],
                ],
                right=(1,),
            ),
        ]
        return "\n".join(lines)


def report_on(game: Game, steps: int, seed: int) -> LearningReport:
    """Let a network learn the game; on a terminal a bar shows how far it is."""
    recording = Recording(learning_of(game, seed, steps))
    shown = sys.stderr is not None and sys.stderr.isatty()
    with click.progressbar(length=steps, label="learning", file=sys.stderr, hidden=not shown) as bar:
        while recording.recorded < steps:
            before = recording.recorded
            recording.record(SLICE)
            bar.update(recording.recorded - before)
    points = points_of(recording, steps)
    means, games = latest_means(points, WINDOW), len(points)
    told = sorted({*(count for count in TOLD if count < games), games} - {0})
    return LearningReport(
        game,
        seed,
        steps,
        curve=tuple((count, float(means[count - 1])) for count in told),
        games=games,
        greedy=greedy_mean(game, recording.weights(steps), seed),
        random=random_mean(game, seed),
    )
