"""What the scoreboard shows, read from the journal and worked out. Blocking: it is called in a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from neuron_tui.game.arcade.records import about_rounds
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.players import Perspective, PlayerScores, by_name
from neuron_tui.game.scoreboard.sentences import sentences, summary
from neuron_tui.game.task.done import about_tasks
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import cut, visible
from neuron_tui.tui.scores.titles import Titles

NAME_LENGTH = 24
"""The cells of a player's name beside a figure."""

READING = "Your answers are being read."
WHAT_WILL_BE_HERE = (
    "Then you will see here who wins, you or the neuron, over all and in each chapter; whether you are as "
    "sure as you should be; and which puzzles only people get right, and which only the neuron."
)
BACK = "Esc leads back to the puzzles."


@dataclass(frozen=True, eq=False)
class Board:
    """One player's figures and what they say, the figures of `everyone`, and the players.

    `pooled` is how many players' answers those of everyone are.
    """

    scores: PlayerScores
    who: Perspective
    said: tuple[str, ...]
    everyone: Figures
    titles: Titles
    players: tuple[str, ...]
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


def read(keeper: Keeper, player: str, shelf: Shelf) -> Board:
    """Read the journal and the puzzles, and work out what takes longest of what the screen shows at first."""
    answered, titles = keeper.answered(), Titles(shelf)
    figures = Figures(keeper.counted(player).renamed(titles.puzzles))
    everyone = figures if set(answered) <= {player} else Figures(keeper.counted().renamed(titles.puzzles))
    scores = PlayerScores(
        player, figures, answered.get(player, 0), keeper.tasks(player), keeper.rounds(player)
    )
    who = Perspective("" if player == keeper.player else cut(visible(player), NAME_LENGTH).strip())
    players = tuple(sorted({*answered, player, keeper.player}, key=by_name))
    said = _said(scores, who, lambda chapter: visible(titles.chapter(chapter)))
    return Board(scores, who, said, everyone, titles, players, len(answered))


def _said(scores: PlayerScores, who: Perspective, chapter_name: Callable[[str], str]) -> tuple[str, ...]:
    """What the figures say; while nothing compares the player with the neuron, what will be here."""
    figures, besides = scores.figures, (about_tasks(scores.tasks), about_rounds(scores.rounds))
    said = *sentences(figures, chapter_name, who), *filter(None, besides)
    if len(figures):
        return *said, *summary(figures, who)
    if scores.practice and not len(figures.counted.foreseen):
        answered = who.say("you have answered so far", f"{who.name} has answered so far")
        practice = f"What {answered} was practice: a question counts only the first time."
        said = said[0], practice, *said[1:]
    return *said, *(() if who.name else (WHAT_WILL_BE_HERE,)), BACK
