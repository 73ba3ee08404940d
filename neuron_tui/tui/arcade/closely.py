"""The last step closely, as numbers that can be checked."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.q_learning import DISCOUNT
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, wrapped


def closely_lines(state: ArcadeState, width: int) -> list[Line]:
    """What was pressed, what was expected of it, what came, and the error."""
    moment = state.moment
    if state.watched is not None:
        return [(("It plays for you, and learns nothing.", "muted"),)]
    if moment.steps == 0:
        return [(("No step yet. . takes one.", "muted"),)]
    name = state.look.actions[moment.action].name
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
    note = (
        f"{DISCOUNT}: what comes later is worth a little less. The best that comes is what its copy of step "
        f"{moment.copied_at:,} expects, all else what it expected at step {moment.kept_at:,}."
    )
    return [*lines, *(((line, "muted"),) for line in wrapped(note, width))]
