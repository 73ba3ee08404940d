"""What the scoreboard shows, read from the journal and worked out. Blocking: it is called in a thread."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.arcade.records import about_rounds
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.players import PlayerScores
from neuron_tui.game.scoreboard.sentences import sentences, summary
from neuron_tui.game.task.done import about_tasks
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.scores.titles import Titles

READING = "Your answers are being read."
WHAT_WILL_BE_HERE = (
    "Then you will see here who wins, you or the neuron, over all and in each chapter; whether you are as "
    "sure as you should be; and which puzzles only people get right, and which only the neuron."
)
ONLY_PRACTICE = "What you have answered so far was practice: a question counts only the first time."
BACK = "Esc leads back to the puzzles."


@dataclass(frozen=True, eq=False)
class Board:
    """The player's figures and what they say, and the figures of `everyone`.

    `pooled` is how many players' answers those of everyone are.
    """

    scores: PlayerScores
    said: tuple[str, ...]
    everyone: Figures
    titles: Titles
    pooled: int

    @property
    def figures(self) -> Figures:
        """The player's figures."""
        return self.scores.figures

    @property
    def answers(self) -> str:
        """How many answers there are, in words."""
        words = plural(len(self.figures), "answer")
        practice = self.scores.practice
        return f"{words}, {practice:,} more in practice" if practice else words


def read(keeper: Keeper, shelf: Shelf) -> Board:
    """Read the journal and the puzzles, and work out what takes longest of what the screen shows at first."""
    answered, titles, player = keeper.answered(), Titles(shelf), keeper.player
    figures = Figures(keeper.counted(player).renamed(titles.puzzles))
    everyone = figures if set(answered) <= {player} else Figures(keeper.counted().renamed(titles.puzzles))
    scores = PlayerScores(
        player, figures, answered.get(player, 0), keeper.tasks(player), keeper.rounds(player)
    )
    return Board(scores, _said(scores, titles), everyone, titles, len(answered))


def _said(scores: PlayerScores, titles: Titles) -> tuple[str, ...]:
    """What the figures say; while nothing compares the player with the neuron, what will be here."""
    figures = scores.figures
    said = tuple(sentences(figures, lambda chapter: visible(titles.chapter(chapter))))
    besides = tuple(filter(None, (about_tasks(scores.tasks), about_rounds(scores.rounds))))
    if len(figures):
        return *said, *besides, *summary(figures)
    if scores.practice and not len(figures.counted.foreseen):
        said = said[0], ONLY_PRACTICE, *said[1:]
    return *said, WHAT_WILL_BE_HERE, *besides, BACK
