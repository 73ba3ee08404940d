"""The network of one step plays for you, game after game, without trying anything by lot."""

from __future__ import annotations

from collections.abc import Callable

from numpy.random import Generator
from textual.screen import Screen
from textual.timer import Timer

from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.round import Round
from neuron_tui.neuron.q_learning import best_action

KEYS_PER_SECOND = 5


class Watching:
    """The game that it plays. `moved` is called after each of its keys."""

    def __init__(self, screen: Screen[None], draw: Generator, moved: Callable[[], None]) -> None:
        self._screen, self._draw, self._moved = screen, draw, moved
        self._moment: Moment | None = None
        self._timer: Timer | None = None
        self.played: Round | None = None

    @property
    def plays(self) -> bool:
        return self.played is not None

    def begin(self, moment: Moment) -> None:
        """Let the network of this moment play."""
        self._moment, self.played = moment, Round.begin(moment.game, self._draw)
        if self._timer is None:
            self._timer = self._screen.set_interval(1 / KEYS_PER_SECOND, self._press)
        self._timer.resume()

    def end(self) -> None:
        self.played = None
        if self._timer is not None:
            self._timer.pause()

    def _press(self) -> None:
        moment, played = self._moment, self.played
        if moment is None or played is None or not self._screen.is_active:
            return
        if played.over:
            played = Round.begin(moment.game, self._draw)
        network = moment.recording.learning.network
        action = best_action(network, moment.recording.weights(moment.steps), played.state.cells())
        self.played = played.press(action, self._draw)
        self._moved()
