"""What the neuron learned, in words: a line per weight, and sentences under them."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.learned import meanings
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, fit, widest, wrapped
from neuron_tui.tui.kit.chart import nice_limit
from neuron_tui.tui.kit.neuron_numbers import number, pull_style

MEANING, MEANING_WITH_THRESHOLD = 25, 32
"""Cells for what a weight does: pushes strongly towards 1, and always so for a threshold."""
NUMBER = 6
LONGEST_NAME = 16
SHORTEST_BAR, LONGEST_BAR = 9, 41
LEAST_SENTENCES, MOST_SENTENCES = 3, 6
"""Lines for the sentences where the table needs the room, and where there is plenty of it."""


def weight_lines(replay: Replay, iteration: int, width: int) -> list[Line]:
    """A line per weight: what it does, and how strong it is as a bar and as a number."""
    names, weights = replay.output_input_names, replay.output_weights(iteration).tolist()
    limit = nice_limit(replay.reach()[0], 1.0)
    says_width = MEANING_WITH_THRESHOLD if replay.model.threshold else MEANING
    room = width - says_width - NUMBER - 4
    name_width = min(widest(names), LONGEST_NAME, room)
    bar_width = min(room - name_width - 1, LONGEST_BAR)
    lines: list[Line] = []
    for name, says, weight in zip(names, meanings(replay, iteration), weights, strict=True):
        style = pull_style(weight)
        line: Line = (
            (fit(name, name_width) + "  ", "text strong"),
            (fit(says, says_width) + "  ", "muted" if says == "hardly matters" else style),
        )
        if bar_width >= SHORTEST_BAR:
            line = (*line, *bar(weight, limit, bar_width, style), (" ", style))
        lines.append((*line, (number(weight, NUMBER), style + " strong")))
    return lines


def sentence_lines(said: Sequence[str], size: tuple[int, int], pitch: int = 1) -> list[Line]:
    """The sentences in exactly (width, height) cells: as many as fit whole, the most important ones first.

    With a `pitch` of 2 there is an empty line between two of them.
    """
    width, height = size
    lines: list[Line] = []
    for sentence in said:
        more = wrapped(sentence, width)
        if len(lines) + len(more) > height:
            break
        lines += [((line, "text"),) for line in more]
        lines += [()] * (pitch - 1)
    return (lines + [()] * height)[:height]
