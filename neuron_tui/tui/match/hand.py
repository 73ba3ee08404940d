"""A screen on which the player's own hand turns the weights. What comes of it is not scored."""

from __future__ import annotations

import numpy as np
from textual import on
from textual.binding import Binding, BindingType

from neuron_tui.game.lab.hand import Hand, challenge
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.match.lab import LabScreen
from neuron_tui.tui.match.panels.hand_panel import HandPanel, InHand

HAND_KEYS: list[BindingType] = [
    Binding("w", "hand", "your hand", tooltip="turn the weights"),
]


class HandScreen(LabScreen):
    """The weights on sliders; every picture follows at once, for the turns are a tape like any other."""

    _hand: Hand | None = None
    _beginning = 0
    _begun_with = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The hand has to wait for the guess as well."""
        return self.awake if action == "hand" else super().check_action(action, parameters)

    async def action_hand(self) -> None:
        """Take the weights in hand, as they were left there; or close the sliders."""
        if isinstance(self.aside, HandPanel):
            self.close()
            return
        if self.lab.front.hand is None:
            self._hold(self._hand or self._begin())
        await self.open_aside(HandPanel)

    def beginnings(self) -> list[tuple[str, Array]]:
        """What one can begin with: nothing, or what the neuron has."""
        own = self.lab.own.replay
        here = min(self._left_at, own.recording.recorded)
        return [
            ("all 0", np.zeros(own.model.size)),
            ("its start", own.weights(0)),
            (f"iteration {here:,}", own.weights(here)),
        ]

    def _begin(self) -> Hand:
        own = self.lab.own
        self._begun_with, weights = self.beginnings()[self._beginning]
        return Hand.begin(training_of(own.puzzle, own.settings), weights)

    def _hold(self, hand: Hand) -> None:
        """Show the hand after its last turn."""
        self._hand = hand
        if hand is not self.lab.front.hand:
            self.bring(self.lab.hold(hand), hand.turns)

    def watch_iteration(self) -> None:
        """Another turn is looked at."""
        self.fill_aside()

    def fill_aside(self) -> None:
        """Bring the sliders up to date."""
        super().fill_aside()
        panel, hand = self.aside, self.lab.front.hand
        if not isinstance(panel, HandPanel):
            return
        if hand is None:
            self.close_aside()
            return
        at = min(self.iteration, hand.turns)
        own = self.lab.own.replay
        panel.hand = InHand(
            names=own.weight_names,
            weights=tuple(map(float, hand.tape[at])),
            error=hand.error(at),
            best=hand.best,
            trained=float(own.mean_error(np.array([own.recording.recorded]))[0]),
            challenge=challenge(hand, at),
            begun_with=self._begun_with,
        )

    @on(HandPanel.Turned)
    def _turned(self, message: HandPanel.Turned) -> None:
        if (hand := self.lab.front.hand) is not None:
            self._hold(hand.turn(self.iteration, message.index, message.steps, message.fine))

    @on(HandPanel.Dragged)
    def _dragged_weight(self, message: HandPanel.Dragged) -> None:
        if (hand := self.lab.front.hand) is not None:
            self._hold(hand.turn_to(self.iteration, message.index, message.value))

    @on(HandPanel.Begin)
    def _begin_again(self, message: HandPanel.Begin) -> None:
        self._beginning = (self._beginning + message.steps) % len(self.beginnings())
        self._hold(self._begin())

    @on(HandPanel.TakeOver)
    def _take_over(self) -> None:
        """The neuron trains on from here; watch it."""
        self.bring(self.lab.take_over(self.iteration), 0, play=True)
