"""What is shown of the arcade at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from neuron_tui.game.arcade.contest import Contest
from neuron_tui.game.arcade.curve import points_of
from neuron_tui.game.arcade.mask import Look
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.round import Round
from neuron_tui.neuron.neuron import Array
from neuron_tui.neuron.q_learning import Cells


@dataclass(frozen=True, eq=False)
class ArcadeState:
    """Everything that is shown follows from it.

    `inside`: the learning is on the screen, and not your round. `watched` is the game that the network of
    this moment plays, where it plays one. `selected` is a hidden neuron.
    """

    contest: Contest
    moment: Moment
    look: Look
    inside: bool
    watched: Round | None
    selected: int

    @property
    def board(self) -> Cells:
        """What is on the board."""
        if not self.inside:
            return self.contest.yours.state.cells()
        return self.moment.board if self.watched is None else self.watched.state.cells()

    @cached_property
    def network_points(self) -> Array:
        """The points of the network's games so far, shape `(games,)`."""
        return points_of(self.moment.recording, self.moment.steps)
