"""The network of the step that is shown plays for you, without trying anything by lot."""

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
    """The game that it plays. `moment` is asked before each of its keys, and `moved` is called after it."""

    def __init__(
        self,
        screen: Screen[None],
        moment: Callable[[], Moment],
        draw: Generator,
        moved: Callable[[], None],
    ) -> None:
        self._screen, self._moment, self._draw, self._moved = screen, moment, draw, moved
        self._timer: Timer | None = None
        self.played: Round | None = None

    @property
    def plays(self) -> bool:
        return self.played is not None

    def begin(self) -> None:
        self.played = Round.begin(self._moment().game, self._draw)
        if self._timer is None:
            self._timer = self._screen.set_interval(1 / KEYS_PER_SECOND, self._press)
        self._timer.resume()

    def end(self) -> None:
        self.played = None
        if self._timer is not None:
            self._timer.pause()

    def _press(self) -> None:
        played = self.played
        if played is None or not self._screen.is_active:
            return
        moment = self._moment()
        if played.over:
            played = Round.begin(moment.game, self._draw)
        network = moment.recording.learning.network
        action = best_action(network, moment.recording.weights(moment.steps), played.state.cells())
        self.played = played.press(action, self._draw)
        self._moved()
