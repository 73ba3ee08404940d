"""The last step closely, as numbers that can be checked."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.q_learning import DISCOUNT
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, wrapped

NAME_WIDTH = 22


def closely_lines(state: ArcadeState, width: int) -> list[Line]:
    """What was pressed, what was expected of it, what came, and the error."""
    moment = state.moment
    if moment.steps == 0:
        return [(("No step yet. . takes one.", "muted"),)]
    name = state.look.key_of(moment.action)
    next_best = 0.0 if moment.ended else moment.best_next
    rows = [
        ("it pressed", name),
        ("it expected of that", signed(moment.expected, 4)),
        ("it had", signed(moment.reward, 4)),
        ("the best that comes", "nothing: over" if moment.ended else signed(next_best, 4)),
        ("it should have expected", ""),
        (
            f"  {signed(moment.reward, 4)} + {DISCOUNT} \u00b7 {signed(next_best, 4)}",
            signed(moment.should, 4),
        ),
        ("the error", signed(moment.error, 4)),
    ]
    lines: list[Line] = []
    for row, value in rows:
        room = max(width - len(value) - 1, 1)
        lines.append(((row.ljust(room), "muted"), (value, "text strong")))
    note = f"Weights of step {moment.steps // 100 * 100:,}: every hundredth step's are kept."
    return [*lines, *(((line, "muted"),) for line in wrapped(note, width))]
