"""The table of figures and the four fields, read back from their cells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.fields import CONTEXT, in_fields
from neuron_tui.game.scoreboard.ranking import COLUMNS, ScoreRow, SortOrder
from neuron_tui.tui.scores.columns import fitting_columns, headings, row_line
from neuron_tui.tui.scores.fields import arranged, context_lines, meaning_lines, slots_line
from tests.game.scoreboard.answers import figures
from tests.tui.reading import TEXTS, text_of, width_of


def rows(name: str = "Beans", times: int = 12) -> list[ScoreRow]:
    """One puzzle with answers of 0.9 that are right, and a neuron that never decides."""
    made = figures([(0.9, 0.5, 1.0)] * times)
    return [ScoreRow(version.id, name, total) for version, total in made.puzzles.items()]


def test_a_row_says_everything_in_its_columns() -> None:
    found = rows()
    columns = fitting_columns(found, 76)
    assert text_of(row_line(found[0], columns)).split() == [
        "Beans", "12", "12", "0", "1,152", "0", "100", "0", "0.010", "0.250"
    ]  # fmt: skip


def test_at_80_columns_a_name_of_25_cells_has_room() -> None:
    found = rows("The button nobody pressed")
    assert "The button nobody pressed " in text_of(row_line(found[0], fitting_columns(found, 76)))


@pytest.mark.parametrize("name", ["Rain", "Rain and snow in the mountains and by the sea"])
@pytest.mark.parametrize("width", [76, 94, 130])
def test_that_it_is_an_earlier_version_is_never_cut_off(name: str, width: int) -> None:
    (now,) = rows(name)
    then = replace(now, earlier=True)
    columns = fitting_columns([now, then], width)
    lines = [text_of(row_line(row, columns)) for row in (now, then)]
    assert "earlier" not in lines[0]
    assert "(an earlier version)" in lines[1] or "(earlier)" in lines[1]
    assert "Rain" in lines[1]
    assert len(lines[0]) == len(lines[1])


@pytest.mark.parametrize("width", [76, 110])
def test_every_column_is_found_under_its_own_cells(width: int) -> None:
    columns = fitting_columns(rows(), width)
    spans = list(columns.spans())
    assert [column.sorts for column, _, _ in spans] == list(range(1, len(COLUMNS)))
    for column, start, end in spans:
        assert {columns.sort_at(x) for x in range(start, end)} == {column.sorts}
    assert {columns.sort_at(x) for x in range(spans[0][1])} == {0}
    assert columns.sort_at(spans[-1][2]) is None
    over = text_of(headings(columns, SortOrder(), "puzzle")[0])
    start = over.index("answers")
    assert {columns.sort_at(x, 0) for x in range(start, start + len("answers"))} == {1}
    assert columns.sort_at(start - 1, 0) == 0


def test_the_sorted_column_is_marked_with_its_direction() -> None:
    columns = fitting_columns(rows(), 76)
    over, under = map(text_of, headings(columns, SortOrder(), "puzzle"))
    assert over.index("answers") + len("answers") - 1 == under.index("↓")
    assert "↑" in text_of(headings(columns, SortOrder(turned=True), "puzzle")[1])
    by_brier = text_of(headings(columns, SortOrder(9), "puzzle")[1])
    assert by_brier.rstrip().endswith("↑ ●"), "lower is better; and the mark is no part of the sign"
    assert text_of(headings(columns, SortOrder(0), "puzzle")[1]).split()[:2] == ["puzzle", "↑"]


@given(TEXTS, st.integers(76, 160))
def test_no_name_breaks_the_columns(name: str, width: int) -> None:
    found = rows(name)
    columns = fitting_columns(found, width)
    lines = [*headings(columns, SortOrder(), "puzzle"), row_line(found[0], columns)]
    assert width_of(lines[1]) == width_of(lines[2]) <= width
    assert width_of(lines[0]) <= width


def shown(*fields: str) -> list[ScoreRow]:
    guesses = {"both": (0.9, 0.9), "people": (0.9, 0.1), "neuron": (0.1, 0.9), "neither": (0.1, 0.1)}
    said = [(*guesses[field], 1.0) for field in fields]
    made = figures(said, [f"{field}-{number}" for number, field in enumerate(fields)])
    return [ScoreRow(version.id, version.id.title(), total) for version, total in made.puzzles.items()]


def lines_of(found: list[ScoreRow], width: int) -> list[str]:
    return [
        text_of(slots_line(slots, lambda _: "7/10", width)) for slots in arranged(in_fields(found), width)
    ]


def halves(line: str) -> list[str]:
    """What stands on either side."""
    return [" ".join(part.split()) for part in line.split("│")]


def test_the_four_fields_stand_two_by_two_and_count_their_puzzles() -> None:
    lines = lines_of(shown("both", "both", "people", "neuron"), 76)
    assert halves(lines[0]) == ["Both right: 2 people neuron", "Only people: 1 people neuron"]
    assert halves(lines[1]) == ["Both-0 1/1 7/10", "People-2 1/1 7/10"]
    (lower,) = (line for line in lines if "Only the neuron" in line)
    assert "Neither" in lower
    assert "none so far" in lines[lines.index(lower) + 1]


def test_in_a_narrow_panel_they_stand_one_under_the_other() -> None:
    lines = lines_of(shown("both", "people", "neuron", "neither"), 50)
    heads = [line.split(":")[0] for line in lines if ":" in line]
    assert heads == ["Both right", "Only people", "Only the neuron", "Neither"]


@given(TEXTS, st.integers(30, 120))
def test_no_title_breaks_the_fields(title: str, width: int) -> None:
    (one,) = shown("both")
    for slots in arranged(in_fields([replace(one, name=title)]), width):
        assert width_of(slots_line(slots, lambda _: "…", width)) <= width


def test_the_context_is_told_in_full() -> None:
    lines = context_lines(40)
    assert all(width_of(line) <= 40 for line in lines)
    assert " ".join(map(text_of, lines)) == CONTEXT


def test_whose_answers_these_are_is_said_above() -> None:
    lines = [[line for (line,) in meaning_lines(players, 76)] for players in (1, 2, 1_000)]
    right = "Right: in more than half of the answers."
    assert lines == [[right, ""], [f"Both players. {right}", ""], [f"All 1,000 players. {right}", ""]]
