"""What is shown of the arcade at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from neuron_tui.game.arcade.curve import points_of
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.mask import Look
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.round import Round
from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.q_learning import Cells


class Stage(Enum):
    """What is to be done now."""

    MASKED = "masked"
    """Play, and nothing is named."""
    GUESS = "guess"
    """Say after how many games the network is as good as you."""
    LEARNING = "learning"
    """Watch it learn."""
    VERDICT = "verdict"
    OPEN = "open"
    """Play once more, with all names."""
    END = "end"


@dataclass(frozen=True, eq=False)
class ArcadeState:
    """Everything that is shown follows from it.

    `watched` is the game that the network of this moment plays, where it plays one. `selected` is a hidden
    neuron; `guess` the number of a stop.
    """

    stage: Stage
    game: Game
    look: Look
    masked: Round
    opened: Round | None
    moment: Moment
    watched: Round | None
    guess: int
    selected: int

    @property
    def yours(self) -> Round:
        """The round that you play, or played last."""
        return self.opened or self.masked

    @property
    def you_play(self) -> bool:
        return self.stage in (Stage.MASKED, Stage.OPEN)

    @property
    def named(self) -> bool:
        """Whether it may be told what game this is."""
        return self.stage is not Stage.MASKED

    @property
    def board(self) -> Cells:
        """What is on the board."""
        if self.stage in (Stage.MASKED, Stage.GUESS, Stage.OPEN, Stage.END):
            return self.yours.state.cells()
        return self.moment.board if self.watched is None else self.watched.state.cells()

    @property
    def network_points(self) -> Array:
        """The points of the network's games so far, shape `(games,)`."""
        return points_of(self.moment.recording, self.moment.steps)
