"""You and a network on the same game: you play masked, guess, see it learn, and play once more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from numpy.random import Generator

from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.guess import STOPS
from neuron_tui.game.arcade.mask import Look, masked_look, open_look
from neuron_tui.game.arcade.round import Round


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


@dataclass(frozen=True)
class Contest:
    """How far it is. `mask` is how the game looks as long as nothing is told; `stop` your guess in STOPS."""

    game: Game
    mask: Look
    masked: Round
    opened: Round | None = None
    stage: Stage = Stage.MASKED
    stop: int = STOPS.index(300)

    @classmethod
    def begin(cls, game: Game, draw: Generator) -> Contest:
        return cls(game, masked_look(game, draw), Round.begin(game, draw))

    @property
    def yours(self) -> Round:
        """The round that you play, or played last."""
        return self.opened or self.masked

    @property
    def you_play(self) -> bool:
        return self.stage in (Stage.MASKED, Stage.OPEN)

    @property
    def learned(self) -> bool:
        """Whether the network has learned to the end."""
        return self.stage in (Stage.VERDICT, Stage.OPEN, Stage.END)

    @property
    def look(self) -> Look:
        """How the game looks now: masked until you have guessed."""
        return self.mask if self.stage in (Stage.MASKED, Stage.GUESS) else open_look(self.game)

    @property
    def guess(self) -> int | None:
        """After how many games the network is as good, as you say; None for never."""
        return STOPS[self.stop]

    def press(self, action: int, draw: Generator) -> Contest:
        """The same after an action of yours."""
        return self._with(self.yours.press(action, draw))

    def go_on(self, draw: Generator) -> Contest:
        """The next game or, after the last one, what comes then."""
        return self.enough() if self.yours.over else self._with(self.yours.next_game(draw))

    def _with(self, played: Round) -> Contest:
        if not self.you_play:
            return self
        return replace(self, opened=played) if self.stage is Stage.OPEN else replace(self, masked=played)

    def enough(self) -> Contest:
        """Play no more of this round. At least one game must be over."""
        if not (self.you_play and self.yours.points):
            return self
        return replace(self, stage=Stage.GUESS if self.stage is Stage.MASKED else Stage.END)

    def say(self, stop: int) -> Contest:
        """Guess this stop, or the one at the end where there is none. Once it learns, the guess stands."""
        if self.stage is not Stage.GUESS:
            return self
        return replace(self, stop=min(max(stop, 0), len(STOPS) - 1))

    def go_to(self, stage: Stage) -> Contest:
        return replace(self, stage=stage)

    def play_open(self, draw: Generator) -> Contest:
        """Play once more, with all names."""
        return replace(self, opened=Round.begin(self.game, draw), stage=Stage.OPEN)
