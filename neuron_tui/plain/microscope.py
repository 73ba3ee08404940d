"""One iteration as arithmetic, a number a line."""

from __future__ import annotations

import re

from neuron_tui.game.microscope.equation import equation
from neuron_tui.game.microscope.explanation import meaning
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace, Slide, of_a_row
from neuron_tui.game.replay.replay import Replay
from neuron_tui.plain.conversation import WIDTH, Conversation
from neuron_tui.puzzle.text import some

MOST = 4
"""So many weights are told at once; of more, one that is asked for."""
MOST_NAMES = 25
TYPED = re.compile(r"(?:(\d+)(?: (?:row )?(\d+))?)? ?(.*)")
"""An iteration, a row and a weight: 1, 1 2, 1 row 2, 1 2 left."""


def microscope(conversation: Conversation, replay: Replay, typed: str) -> None:
    """How one row moves the weights of the neuron that answers: `typed` is an iteration, the row, and the
    weight that is meant, where they are many.
    """
    neuron = OneNeuron(replay)
    iteration, row, weight = _places(typed, [name.casefold() for name in neuron.names])
    examples = len(replay.puzzle.examples)
    if weight is None or iteration > replay.iterations or not 1 <= row <= examples:
        last = f"an iteration from 0 to {replay.iterations:,}"
        conversation.say(
            f"Type microscope, {last}, and a row from 1 to {examples}.",
            f"For one weight also its name: {some(neuron.names, MOST_NAMES)}.",
        )
        return
    slide = Slide.of(neuron, iteration)
    for place in _told(slide, row - 1, weight):
        name = re.split(r"[,:.](?: |$)", meaning(slide, place), maxsplit=1)[0]
        number = f"{name} is {slide.text(place)}"
        worked_out = equation(slide, place).written(WIDTH - 20)
        conversation.say(f"{number}: {worked_out}." if worked_out else f"{number}.")
    if weight < 0 and len(neuron.names) > MOST:
        conversation.say(
            f"For a weight type microscope {iteration} {row} and its name, such as {neuron.names[0]}."
        )


def _places(typed: str, names: list[str]) -> tuple[int, int, int | None]:
    """The iteration, the row from 1, and the weight from 0; -1 for all of them, None where there is none."""
    found = TYPED.fullmatch(typed.replace(",", "").casefold())
    if found is None:
        return 0, 1, None
    iteration, row, name = found.groups()
    weight = -1 if not name else names.index(name) if name in names else None
    return int(iteration or 0), int(row or 1), weight


def _told(slide: Slide, row: int, weight: int) -> list[NumberPlace]:
    """The numbers that are told: of the row, and of the weights that are few, or of the one that is meant."""
    names = range(len(slide.neuron.names))
    weights = [weight] if weight >= 0 else names if len(names) <= MOST else []
    of_row = [NumberPlace(kind, row=row) for kind in of_a_row(slide.neuron)] if weight < 0 else []
    places = [NumberPlace("weight", weight=each) for each in weights] + of_row
    for kind in ("total", "adjustment", "new"):
        places += [NumberPlace.of(kind, row, each) for each in weights]
    return places
