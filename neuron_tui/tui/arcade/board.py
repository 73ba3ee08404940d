"""The board: cells as large as there is room for, each with the glyph of what stands there."""

from __future__ import annotations

from neuron_tui.game.arcade.mask import Look
from neuron_tui.game.arcade.round import GAMES_OF_A_ROUND
from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.q_learning import Cells
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.cells import Line, Span, width_of_line
from neuron_tui.tui.kit.glyphs import RIGHT, WRONG

BELOW = 2
"""Lines under the board."""
LARGEST = 5
EMPTY = "\u00b7"


def board_lines(state: ArcadeState, width: int, height: int) -> list[Line]:
    """The board in the middle of (width, height) cells, and under it what has just happened."""
    cells = state.board
    _, rows, columns = cells.shape
    scale = max(min(width // (2 * columns), (height - BELOW) // rows, LARGEST), 1)
    drawn = [line for row in range(rows) for line in _row(cells, row, state.look, scale)]
    above = max((height - BELOW - len(drawn)) // 2, 0)
    left = " " * max((width - 2 * scale * columns) // 2, 0)
    lines: list[Line] = [()] * above
    lines += [((left, ""), *line) for line in drawn]
    return [*lines, *(_centred(line, width) for line in said_below(state))]


def _row(cells: Cells, row: int, look: Look, scale: int) -> list[Line]:
    """A row of cells, `scale` lines high, each cell twice as wide."""
    blank: list[Span] = []
    marked: list[Span] = []
    for column in range(cells.shape[2]):
        there = cells[:, row, column].nonzero()[0]
        style = f"unlit on-{look.things[there[-1]].style}" if len(there) else "faint selected"
        glyph = look.things[there[0]].glyph if len(there) else EMPTY
        blank.append((" " * 2 * scale, style))
        before = scale - 1
        marked.append(
            (" " * before + glyph + " " * (2 * scale - before - 1), style + " strong" * bool(len(there)))
        )
    middle = (scale - 1) // 2
    return [tuple(marked if line == middle else blank) for line in range(scale)]


def said_below(state: ArcadeState) -> list[Line]:
    """Which game it is, and the points: those of this game, and those of the last key."""
    if not state.inside:
        played = state.contest.yours
        which = f"game {played.number} of {GAMES_OF_A_ROUND}"
        brought, reward, ended = played.brought, played.reward, played.ended
    elif state.watched is not None:
        watched = state.watched
        which, brought, reward, ended = "it plays for you", watched.brought, watched.reward, watched.ended
    else:
        moment = state.moment
        games = len(state.network_points)
        which = f"its game {games + (not moment.ended):,}"
        brought, reward, ended = moment.brought, moment.reward, moment.ended
    return [((which, "muted"),), _points_line(brought, reward, ended)]


def _points_line(brought: float, reward: float, ended: bool) -> Line:
    """The points of this game; in colour where the last key brought some or cost some."""
    style = "right" if reward > 0 else "wrong" if reward < 0 else "muted"
    if ended:
        mark = {"right": f"{RIGHT} ", "wrong": f"{WRONG} "}.get(style, "")
        return ((f"{mark}over: {signed(brought, 1)}", f"{style} strong"),)
    if not (brought or reward):
        return ((" ", ""),)
    last = f" ({signed(reward, 1)})" if reward else ""
    return ((f"points {signed(brought, 1)}{last}", style),)


def _centred(line: Line, width: int) -> Line:
    return ((" " * max((width - width_of_line(line)) // 2, 0), ""), *line)
