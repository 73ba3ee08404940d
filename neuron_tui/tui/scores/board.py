"""What the scoreboard shows, read from the journal and worked out. Blocking: it is called in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from neuron_tui.game.scoreboard.counted_answers import CountedAnswers
from neuron_tui.game.scoreboard.fields import PuzzleInField, in_fields
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.players import Perspective, PlayerScores, by_name
from neuron_tui.game.scoreboard.sentences import sentences, summary
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import cut, visible

NAME_LENGTH = 24
"""The cells of a player's name beside a figure."""


class Kept(Protocol):
    """What the scoreboard asks of the journal; `game.journal.keeper.Keeper` is one."""

    player: str

    def counted(self, player: str | None = None) -> CountedAnswers:
        """The answers that count of one player, or of all."""

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice included."""

    def notice(self) -> str:
        """What is the matter with the journal, one sentence; empty where that is nothing, or was told."""


@dataclass(frozen=True, eq=False)
class Board:
    """One player's figures and what they say, all players' puzzles by field, and the players.

    `pooled` is how many players' answers are in the fields.
    """

    scores: PlayerScores
    said: tuple[str, ...]
    places: tuple[PuzzleInField, ...]
    players: tuple[str, ...]
    pooled: int
    whose: Perspective

    @property
    def figures(self) -> Figures:
        """The player's figures."""
        return self.scores.figures

    @property
    def standing(self) -> str:
        """How many answers there are, in words."""
        words = plural(len(self.figures), "answer")
        practice = self.scores.practice
        return f"{words}, {practice:,} more in practice" if practice else words


def read(kept: Kept, player: str, chapter_name: Callable[[str], str], present: Mapping[str, str]) -> Board:
    """Read the journal, and work out all that the screen shows at first.

    `present` has the present ids of puzzles that had others before.
    """
    answered = kept.answered()
    counted = kept.counted(player).renamed(present)
    alone = not set(answered) - {player}
    figures = Figures(counted)
    everyone = in_fields((figures if alone else Figures(kept.counted().renamed(present))).puzzles)
    scores = PlayerScores(player, figures, max(answered.get(player, 0), len(counted)))
    whose = Perspective("" if player == kept.player else cut(visible(player), NAME_LENGTH).strip())
    said = (*sentences(figures, chapter_name, whose), *summary(figures, whose))
    _work_out(figures)
    players = tuple(sorted({*answered, player, kept.player}, key=by_name))
    return Board(scores, said, everyone, players, len(answered), whose)


def _work_out(figures: Figures) -> None:
    """Ask now, in the thread, for the figures that the pictures would otherwise have to wait for."""
    for ask in (
        lambda: figures.puzzles,
        lambda: figures.calibration,
        lambda: figures.neuron_calibration,
        lambda: figures.points_over_time,
    ):
        ask()
