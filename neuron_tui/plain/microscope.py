"""One iteration as arithmetic, a number a line."""

from __future__ import annotations

import re

from neuron_tui.game.microscope.equation import equation
from neuron_tui.game.microscope.explanation import meaning
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace, Slide, of_a_row
from neuron_tui.game.replay.replay import Replay
from neuron_tui.plain.conversation import WIDTH, Conversation


def microscope(conversation: Conversation, replay: Replay, typed: str) -> None:
    """How one row moves the weights of the neuron that answers: `typed` is an iteration, and the row."""
    words = typed.replace(",", "").lower().replace("row", "").split()
    numbers = [int(word) for word in words if word.isdecimal()]
    examples = len(replay.puzzle.examples)
    iteration, row = (*numbers, 0, 1)[:2] if len(numbers) != 1 else (numbers[0], 1)
    if len(numbers) < len(words) or iteration > replay.iterations or not 1 <= row <= examples:
        conversation.say(
            f"Type microscope, an iteration from 0 to {replay.iterations:,}, and a row from 1 to {examples}."
        )
        return
    slide = Slide.of(OneNeuron(replay), iteration)
    names = range(len(slide.neuron.names))
    places = [NumberPlace("weight", weight=weight) for weight in names]
    places += [NumberPlace(kind, row=row - 1) for kind in of_a_row(slide.neuron)]
    for kind in ("total", "adjustment", "new"):
        places += [NumberPlace.of(kind, row - 1, weight) for weight in names]
    for place in places:
        name = re.split(r"[,:.](?: |$)", meaning(slide, place), maxsplit=1)[0]
        number = f"{name} is {slide.text(place)}"
        worked_out = equation(slide, place).written(WIDTH - 20)
        conversation.say(f"{number}: {worked_out}." if worked_out else f"{number}.")
