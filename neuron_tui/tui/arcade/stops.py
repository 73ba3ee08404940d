"""The scale on which you say after how many games the network is as good as you."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from neuron_tui.game.arcade.guess import STAKES, STOPS
from neuron_tui.game.arcade.words import games_in_words
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, Span, width_of
from neuron_tui.tui.kit.glyphs import YOU
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.tape.timescale import short

NAMES = tuple("never" if games is None else short(games) for games in STOPS)
LEAST_WIDTH = 40
"""The names of the stops need so many cells."""


def places(width: int) -> list[int]:
    """The column of the middle of each stop."""
    step = (width - 6) / (len(NAMES) - 1)
    return [round(3 + step * number) for number in range(len(NAMES))]


def stop_lines(state: ArcadeState, width: int) -> list[Line]:
    """The names of the stops, the line with your mark on it, and what you say in words; or nothing."""
    if width < LEAST_WIDTH:
        return []
    names, line = [" "] * width, ["\u2500"] * width
    for column, name in zip(places(width), NAMES, strict=True):
        start = max(min(column - width_of(name) // 2, width - width_of(name)), 0)
        names[start : start + len(name)] = name
        line[column] = "\u253c"
    here = places(width)[state.contest.stop]
    mark: list[Span] = [
        ("".join(line[:here]), "faint"),
        (YOU, "accent strong"),
        ("".join(line[here + 1 :]), "faint"),
    ]
    words = games_in_words(state.contest.guess)
    return [
        (("".join(names), "text"),),
        tuple(mark),
        ((words.center(width), "text strong"),),
        ((STAKES.center(width), "muted"),),
    ]


class Stops(Canvas[ArcadeState]):
    """The scale; a click takes the nearest stop."""

    @dataclass
    class Chosen(Message):
        """Which stop, from 0."""

        number: int

    CURSOR = YOU

    def __init__(self, state: ArcadeState) -> None:
        super().__init__(lambda state, width, _: stop_lines(state, width), state, id="stops", classes="panel")

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None:
            columns = places(self.content_size.width)
            nearest = min(range(len(columns)), key=lambda stop: abs(columns[stop] - place.x))
            self.post_message(self.Chosen(nearest))
