"""The weights after each time round the loop, the latest first: for screens with room under the program."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.cells import ELLIPSIS, Line, Span, fit, width_of
from neuron_tui.tui.match.views.code.values import GAP, clipped, decimal, sign_style

WEIGHT = 12
"""Cells of a weight with eight decimals."""
ERROR = 10
REST = 20
"""Cells for the words that count the weights for which there is no room."""


def past_lines(replay: Replay, iteration: int, width: int, height: int) -> list[Line]:
    """A line of names, and below it an iteration a line, this one on top."""
    counter = max(width_of(f"{replay.iterations:,}"), len("iteration"))
    names = replay.weight_names
    seen = names[: _columns(width - counter)]
    if len(seen) < len(names):
        seen = names[: _columns(width - counter - REST)]
    head: list[Span] = [(fit("iteration", counter, "right"), "muted")]
    head += [(GAP + fit(name, WEIGHT, "right"), "muted") for name in seen]
    head.append((GAP + fit("error", ERROR, "right"), "muted"))
    if rest := len(names) - len(seen):
        head.append((f"{GAP}{ELLIPSIS} {plural(rest, 'more weight')}", "muted"))
    at = np.arange(iteration, max(iteration - height + 1, -1), -1)
    lines = [clipped(tuple(head), width)]
    for place, error in zip(at.tolist(), replay.mean_error(at).tolist(), strict=True):
        strong = " strong" if place == iteration else ""
        spans: list[Span] = [(f"{place:,}".rjust(counter), "text strong" if strong else "muted")]
        for weight in replay.weights(place)[: len(seen)].tolist():
            spans.append((GAP + decimal(weight, 8, WEIGHT).rjust(WEIGHT), sign_style(weight) + strong))
        spans.append((f"{GAP}{error:.8f}".rjust(len(GAP) + ERROR), "text" + strong))
        lines.append(clipped(tuple(spans), width))
    return lines


def _columns(width: int) -> int:
    """How many weights fit beside the error."""
    return max((width - len(GAP) - ERROR) // (len(GAP) + WEIGHT), 0)
