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
        self._begun_at: int | None = None
        """The step of the learning where it began to play by key."""

    @property
    def plays(self) -> bool:
        return self.played is not None

    @property
    def is_left(self) -> bool:
        """Whether it plays by key, and the learning went on since."""
        return self._begun_at not in (None, self._moment().steps)

    def begin(self, *, by_key: bool = False) -> None:
        """Let it play by itself, or `by_key`, where each call of `press` is one of its keys."""
        moment = self._moment()
        self.played = Round.begin(moment.game, self._draw)
        self._begun_at = moment.steps if by_key else None
        if by_key:
            return
        if self._timer is None:
            self._timer = self._screen.set_interval(1 / KEYS_PER_SECOND, self.press)
        self._timer.resume()

    def end(self) -> None:
        self.played = None
        if self._timer is not None:
            self._timer.pause()

    def press(self) -> None:
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
