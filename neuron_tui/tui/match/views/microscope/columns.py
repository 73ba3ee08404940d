"""The columns of the microscope's table: which fit beside each other, and with how many decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.microscope.digits import MOST_SHOWN, Room, finest
from neuron_tui.game.microscope.offsets import EXTRA
from neuron_tui.game.microscope.one_neuron import Part
from neuron_tui.game.microscope.slide import OF_A_HIDDEN_ROW, OF_A_ROW, Kind
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import visible, width_of

FEWEST, FEWEST_OF_NETWORK = 6, 5
"""Decimals of a sum below which the table rather scrolls sideways, of one neuron and of several."""
LONGEST_NAME = 12
"""Cells that a column of inputs is given for its name where there is room."""
WIDEST_GAP = 4
"""Cells between two columns, where there is room."""

WEIGHT_GAP = 3
"""Cells between the columns of the weights, beside the mark."""
LONGEST_POWER = MOST_SHOWN - 1 + len("e\u2212100")
"""Cells behind the point of an adjustment in powers of ten."""


@dataclass(frozen=True)
class Column:
    """A column of numbers, `width` cells wide, `decimals` of them behind the point; a mark stands before.

    `more`: whether other columns are left out behind it.
    """

    kind: Kind
    width: int
    decimals: int = 0
    weight: int = -1
    more: bool = False


@dataclass(frozen=True)
class Columns:
    """The columns in sight, in `gap` cells from each other.

    `outputs`: decimals of a sum. `products`: whether there is room to write them out beside the inputs.
    `label`: cells for the number of a row. `before`: whether columns are left out before all of them.
    """

    outputs: int
    products: bool
    label: int
    gap: int
    shown: tuple[Column, ...]
    before: bool = False


def table_columns(part: Part, needs: tuple[int, ...], kind: Kind, weight: int, width: int) -> Columns:
    """The table's columns in so many cells, with the cursor on a number of this kind and weight.

    `needs`: the decimals of a sum that each weight asks for. Where there is no room for what the chosen
    weight needs, the table scrolls sideways.
    """
    label = _label(part.replay)
    room = width - label
    most, fewest = finest(part), FEWEST_OF_NETWORK if part.replay.is_network else FEWEST
    enough, for_all = (min(max(need, fewest), most) for need in (needs[weight], max(needs)))
    for products in (False,) if part.graded else (True, False):
        for outputs in range(for_all, enough - 1, -1):
            inputs, fixed = _inputs(part, products, outputs), _fixed(part, outputs)
            if _taken(inputs) + _taken(fixed) <= room:
                return _spread(part, inputs, fixed, outputs, products, width)
    outputs = enough
    inputs, fixed = _inputs(part, False, outputs), _fixed(part, outputs)
    return _scrolled(inputs, fixed, outputs, (kind, weight), label, room)


def _label(replay: Replay) -> int:
    """Cells for the number of a row; the first mark keeps the inputs away from it."""
    return len(str(_most_rows(replay)))


def _most_rows(replay: Replay) -> int:
    """The rows of the longest table that the tape learned from."""
    before = 0 if replay.earlier is None else _most_rows(replay.earlier)
    return max(len(replay.recording.training.targets), before)


def _fixed(part: Part, outputs: int) -> tuple[Column, ...]:
    """The columns from the weighted sum on: what the whole tape holds fits in them."""
    room, reach = Room.of(part, outputs), part.reach()
    largest = {"sum": reach.weighted_sum, "error": reach.error, "delta": 0.0, "term": reach.error / 4}
    columns = []
    kinds: tuple[Kind, ...] = (*(OF_A_HIDDEN_ROW if part.hidden else OF_A_ROW), "term")
    for kind in kinds:
        decimals = room.decimals(kind)
        width = len(signed(largest.get(kind, 0.0), decimals)) - (kind not in largest)  # these have no sign
        columns.append(Column(kind, width, decimals))
    return tuple(columns)


def _inputs(part: Part, products: bool, outputs: int) -> tuple[Column, ...]:
    """The columns of the inputs, as narrow as they may be."""
    decimals = outputs + EXTRA
    written = len("1 ") + len(signed(part.reach().weight, decimals))
    graded = Room.of(part, outputs).decimals("signal")
    always = part.replay.model.threshold * (len(part.names) - 1)
    return tuple(
        Column("product", len("0.") + graded, graded, index)
        if part.graded and (not always or index != always)
        else Column("product", written if products else 1, decimals if products else 0, index)
        for index in range(len(part.names))
    )


def _taken(columns: Sequence[Column]) -> int:
    """Cells that columns take with the marks before them."""
    return sum(column.width + 1 for column in columns)


def _spread(
    part: Part,
    inputs: tuple[Column, ...],
    fixed: tuple[Column, ...],
    outputs: int,
    products: bool,
    width: int,
) -> Columns:
    """All columns, in the room there is: first for the names of the inputs, then between the columns."""
    label = _label(part.replay)
    spare = width - label - _taken(inputs) - _taken(fixed)
    if not products:
        longest = max(width_of(visible(name)) for name in part.names)
        more = min(spare // len(inputs), max(min(longest, LONGEST_NAME) - inputs[0].width, 0))
        inputs = tuple(replace(column, width=column.width + more) for column in inputs)
        spare -= more * len(inputs)
    shown = (*inputs, *fixed)
    return Columns(outputs, products, label, 1 + min(spare // len(shown), WIDEST_GAP - 1), shown)


def _scrolled(
    inputs: tuple[Column, ...],
    fixed: tuple[Column, ...],
    outputs: int,
    cursor: tuple[Kind, int],
    label: int,
    room: int,
) -> Columns:
    """The columns that fit around the cursor: the inputs scroll first, the others only where they must.

    The terms stay in sight: all others are there to explain them.
    """
    kind, weight = cursor
    one = _taken(inputs[:1])
    *others, term = fixed
    least = room - one - term.width - 1
    early = kind in ("product", "sum", "output", "weight")
    kept = list(others)
    while len(kept) > 1 and _taken(kept) > least:
        kept.pop(-1 if early or kept[0].kind == kind else 0)
    shown, before, after = _window(inputs, weight, max((least - _taken(kept)) // one + 1, 1))
    first, last = others[0] in kept, others[-1] in kept
    if not last:
        kept[-1] = replace(kept[-1], more=True)
    if after or not first:
        shown = (*shown[:-1], replace(shown[-1], more=True))
    return Columns(outputs, False, label, 1, (*shown, *kept, term), before)


def _window(columns: tuple[Column, ...], around: int, count: int) -> tuple[tuple[Column, ...], bool, bool]:
    """So many neighbouring columns with one of them in it, and whether there are more to either side."""
    start = window(around, count, len(columns))
    return columns[start : start + count], start > 0, start + count < len(columns)


def window(around: int, count: int, of: int) -> int:
    """Where a window of so many begins that has a place in its middle, as far as the ends allow."""
    return max(min(around - count // 2, of - count), 0)


def weight_columns(part: Part, outputs: int, width: int) -> tuple[int, tuple[Column, ...]]:
    """The width of the weights' names, and the columns of the table of weights."""
    reach, rows = part.reach(), _most_rows(part.replay)
    rates = _rates(part.replay)
    adjusted = max(*(Room(outputs, rate).decimals("adjustment") for rate in rates), LONGEST_POWER)
    new = outputs + EXTRA
    asked = max(rows * reach.error * (0.25 if part.hidden else 0.15), 1)
    columns = (
        Column("weight", len(signed(reach.weight, new)), new),
        Column("adjustment", len(signed(max(rates) * asked, adjusted)), adjusted),
        Column("new", len(signed(reach.weight, new)), new),
    )
    gaps = 2 + (WEIGHT_GAP + 1) * len(columns)
    longest = max(width_of(visible(name)) for name in part.names)
    room = width - sum(column.width for column in columns) - gaps
    return max(min(longest, room, 20), 1), columns


def _rates(replay: Replay) -> tuple[float, ...]:
    """The learning rates that are in force somewhere on the tape."""
    own = (replay.recording.training.learning_rate,)
    return own if replay.earlier is None else own + _rates(replay.earlier)
