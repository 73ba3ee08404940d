"""The player's own hand on the weights: each on a slider. What comes of it is not scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from neuron_tui.game.lab.hand import Hand, challenge
from neuron_tui.game.lab.typed_weight import TypedWeightError, typed_weight
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.tape.commands import awake
from neuron_tui.tui.match.panels.hand_panel import HandPanel, InHand, hand_list

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class HandOnWeights:
    """Turns weights. Every picture follows at once, because the turns are a tape like any other."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen
        self._hand: Hand | None = None
        self._beginning = 0
        self._begun_with = ""
        self._selected_before: int | None = None

    @property
    def _held(self) -> Hand | None:
        """The hand, if it is what is wanted on the screen."""
        return self._screen.bench.lab.front.hand

    @property
    def panel(self) -> HandPanel | None:
        """The sliders, if they are open."""
        aside = self._screen.column.aside
        return aside if isinstance(aside, HandPanel) else None

    async def open(self) -> None:
        """Take the weights in hand as they were left there, or close the sliders."""
        if self.panel is not None:
            self._screen.close_aside()
            return
        if self._held is None:
            self._hold(self._hand or self._begin())
        self._selected_before = self._screen.weight
        await self._screen.open_aside(HandPanel)
        if self._screen.weight is None:
            self.choose()
        else:
            self.select(self._screen.weight)

    async def open_from_nothing(self) -> None:
        """Take the weights in hand with all of them at 0, or as they were left after that."""
        if self._hand is None or self._hand.tape[0].any():
            self._beginning = 0
            self._hold(self._begin())
        if self.panel is None:
            await self.open()

    def _beginnings(self) -> list[tuple[str, Array]]:
        """What one can begin with: nothing, or what the neuron has."""
        bench = self._screen.bench
        own = bench.lab.own.replay.as_trained
        here = min(bench.left_at, own.recording.recorded)
        return [
            ("all 0", np.zeros(own.model.size)),
            ("its start", own.weights(0)),
            (f"{self._screen.iteration_called} {here:,}", own.weights(here)),
        ]

    def _begin(self) -> Hand:
        own = self._screen.bench.lab.own
        self._begun_with, weights = self._beginnings()[self._beginning]
        return Hand.begin(training_of(own.puzzle, own.settings), weights)

    def _hold(self, hand: Hand) -> None:
        """Show the hand after its last turn."""
        self._hand = hand
        if hand is not self._held:
            bench = self._screen.bench
            bench.bring(bench.lab.hold(hand), hand.turns)

    def fill(self, panel: HandPanel) -> bool:
        """Show the weights on the sliders. Returns whether the hand is in front."""
        hand, own = self._held, self._screen.bench.lab.own.replay.as_trained
        if hand is None:
            return False
        at, for_task = min(self._screen.player.iteration, hand.turns), self._screen.task_bench.under_way
        in_hand = InHand(
            names=own.weight_names,
            weights=tuple(map(float, hand.tape[at])),
            error=hand.error(at),
            best=hand.best,
            trained=None if self._screen.task_bench.comes_first else own.error(own.recording.recorded),
            challenge="" if for_task else challenge(hand, at),
            begun_with="" if for_task else self._begun_with,
        )
        panel.show(lambda chosen, width: hand_list(in_hand, chosen, width, panel.typed))
        return True

    def choose(self) -> None:
        """The weight on the chosen slider is the selected one everywhere; the lines below have none."""
        if self.panel is not None:
            self._screen.weight = self.panel.chosen

    def select(self, weight: int | None) -> None:
        """Choose the slider of the selected weight; where there is none, the first line below the sliders."""
        panel, names = self.panel, self._screen.replay.weight_names
        if panel is not None and (weight is not None or panel.chosen < len(names)):
            panel.chosen = len(names) if weight is None else weight

    def let_go(self) -> None:
        """The sliders are closed: what was selected before is selected again."""
        self._screen.weight = self._selected_before

    def change(self, index: int, steps: int, fine: bool) -> None:
        """Turn a weight, or do what the line below the weights says."""
        if (hand := self._held) is None:
            return
        screen, weights = self._screen, hand.training.model.size
        if index < weights:
            self._hold(hand.turn(screen.player.iteration, index, steps, fine))
        elif index == weights:  # begin again, with the next of what one can begin with, or the one before
            self._beginning = (self._beginning + steps) % len(self._beginnings())
            self._hold(self._begin())
        elif steps > 0:  # let the neuron train on from here, and watch it
            screen.bench.bring(screen.bench.lab.take_over(screen.player.iteration), 0, play=True)

    def take(self, index: int) -> None:
        """Type a number for a weight, or do what the line below the weights says."""
        if self.panel is not None and self.panel.on_weight:
            self.type_weight()
        else:
            self.change(index, 1, fine=False)

    def type_weight(self) -> None:
        """Type a number for the chosen weight."""
        if self.panel is not None:
            self.panel.begin_typing()

    def take_typed(self) -> None:
        """The weight has the number that was typed; what is none is told, and can be mended."""
        hand, panel = self._held, self.panel
        if hand is None or panel is None or panel.typed is None:
            return
        if not panel.typed.strip():
            panel.typed = None
            return
        try:
            weight = typed_weight(panel.typed)
        except TypedWeightError as problem:
            self._screen.notify(str(problem), markup=False, timeout=4)
            return
        panel.typed = None
        self._hold(hand.turn_exactly_to(self._screen.player.iteration, panel.chosen, weight))

    def leave_typed(self) -> None:
        """The weight stays as it was."""
        if self.panel is not None:
            self.panel.typed = None

    def turn_to(self, index: int, value: float) -> None:
        if (hand := self._held) is not None:
            self._hold(hand.turn_to(self._screen.player.iteration, index, value))


def _on_weight(screen: MatchScreen) -> bool:
    panel = screen.hand.panel
    return panel is not None and panel.typed is None and panel.on_weight


def _typing(screen: MatchScreen) -> bool:
    panel = screen.hand.panel
    return panel is not None and panel.typed is not None


HAND_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Try out",
    Command("hand", "w", "by hand", lambda s: s.hand.open(), awake, "turn the weights yourself"),
    Command(
        "type", "enter", "a number", lambda s: s.hand.type_weight(), _on_weight,
        "type a weight in your hand", "Enter",
    ),
    Command(
        "take typed", "enter", "take it", lambda s: s.hand.take_typed(), _typing, "take the typed number",
        "Enter", palette=False,
    ),
)  # fmt: skip
LEAVE_TYPED: tuple[Command[MatchScreen], ...] = under(
    "Try out",
    Command(
        "leave typed", "escape", "as it was", lambda s: s.hand.leave_typed(), _typing,
        "leave the weight as it was", "Esc", palette=False,
    ),
)  # fmt: skip
"""Before the way back from the match, which has the same key."""
