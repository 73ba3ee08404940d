"""The little picture of a check, in cells."""

from __future__ import annotations

from neuron_tui.puzzle.library.chapter_end import Check
from neuron_tui.tui.kit.bars import bar
from neuron_tui.tui.kit.cells import Line, Span, fit, visible, widest, width_of
from neuron_tui.tui.kit.glyphs import OFF, ON
from neuron_tui.tui.kit.neuron_numbers import answer_style, number, pull_style

NUMBER = 4
"""Cells of a weight."""
GAP = "   "


def drawn(check: Check, width: int, _: int = 0) -> list[Line]:
    """The rows as a table; or the row beside its weights, as bars or as a picture of points."""
    if check.rows:
        return _table(check)
    return _points(check, check.picture[1]) if check.picture else _bars(check, width)


def _table(check: Check) -> list[Line]:
    head = "".join(visible(name) + GAP for name in check.inputs)
    lines: list[Line] = [((head, "muted"),)]
    for row in check.rows:
        spans = [
            ((ON if on else OFF).ljust(width_of(visible(name))) + GAP, "text")
            for name, on in zip(check.inputs, row.inputs, strict=True)
        ]
        lines.append((*spans, (f"{row.target}", answer_style(row.target) + " strong")))
    return lines


def _bars(check: Check, width: int) -> list[Line]:
    """A line for each input: whether it is on, and its weight."""
    name_width = min(widest(check.inputs), width // 2)
    room = max(min(width - name_width - NUMBER - 4, 25), 3)
    limit = max(map(abs, check.weights)) or 1.0
    lines: list[Line] = []
    for name, on, weight in zip(check.inputs, check.row, check.weights, strict=True):
        colour, quiet = pull_style(weight), "text" if on else "muted"
        lines.append(
            (
                (f"{fit(name, name_width)} {ON if on else OFF} ", quiet),
                *bar(weight, limit, room, colour if on else "faint"),
                (" " + number(weight, NUMBER), colour + " strong" * bool(on)),
            )
        )
    return lines


def _points(check: Check, columns: int) -> list[Line]:
    """The picture at the left, and the weights of its points at the right."""
    lines: list[Line] = []
    for start in range(0, len(check.row), columns):
        here = slice(start, start + columns)
        lit = "".join(f"{ON if on else OFF} " for on in check.row[here])
        weights: list[Span] = [
            (" " + number(weight, NUMBER), pull_style(weight)) for weight in check.weights[here]
        ]
        lines.append(((lit, "text"), (GAP, ""), *weights))
    return lines
