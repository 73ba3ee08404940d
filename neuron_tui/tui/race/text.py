"""What the race's screen says on its first page and on its last. Plain data, laid out in paragraphs."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.race.kinds import KINDS, Kind
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.results import standing_of
from neuron_tui.game.race.words import (
    HOW_IT_ENDS,
    LEFT_BEFORE,
    SURPRISES,
    does,
    headline,
    how_it_goes,
    order_note,
    percent_wrong,
    ranking,
    where_it_goes_on,
)
from neuron_tui.tui.kit.cells import wrapped
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG, Paragraph, together


def first_page(race: Race, kind: Kind | None) -> list[Paragraph]:
    """How it goes; or, where a race was left before its end, that it goes on there."""
    ends = Content.assemble((HOW_IT_ENDS, MUTED))
    if not race.trials:
        return [*how_it_goes(kind), ends, Content.assemble(("Enter", MARK), (" begins.", MUTED))]
    return [
        Content.assemble((LEFT_BEFORE, STRONG)),
        where_it_goes_on(race),
        *_order(race),
        Content.assemble(("Enter", MARK), (" goes on.\n", MUTED), ("a", MARK), (" begins a new one.", MUTED)),
        ends,
    ]


def last_page(race: Race, kind: Kind | None, width: int, height: int) -> list[Paragraph]:
    """How it ended, your rank, and what is surprising about this kind; and all six kinds, where there
    is room for them in (width, height) cells.
    """
    standing = standing_of(race, kind)
    said: list[Paragraph] = [
        Content.assemble((headline(race), STRONG)),
        "\n".join(ranking(standing)),
        *_order(race),
    ]
    if kind is not None:
        said.append(SURPRISES[kind])
    with_all = [*said, six_kinds(kind)]
    return with_all if lines_of(with_all, width) <= height else said


def _order(race: Race) -> list[Paragraph]:
    """What is to be known of its order, where that is not the study's."""
    note = order_note(race)
    return [Content.assemble((note, MUTED))] if note else []


def lines_of(said: list[Paragraph], width: int) -> int:
    """How many lines paragraphs take, with a blank one between them."""
    rows = together(said).plain.split("\n")
    return sum(len(wrapped(row, width)) for row in rows)


def six_kinds(raced: Kind | None) -> Content:
    """A line for each kind: how often people in the study were wrong, and what one neuron does."""
    lines = [Content.assemble(("     wrong in 1994  one neuron", MUTED))]
    for kind in KINDS:
        mark = ("\u25b8", MARK) if kind == raced else (" ", "")
        lines.append(Content.assemble(mark, f" {kind:<4}{percent_wrong(kind):>8} %    {does(kind)}"))
    return Content("\n").join(lines)
