"""Beliefs against the number of examples, read back from the cells of their picture."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.tui.examples.panels import NOW, Beliefs, chart_of
from neuron_tui.tui.kit.chart import MIXED, draw
from neuron_tui.tui.kit.glyphs import ANSWER, NEURON, YOU
from tests.tui.plotted import dots, filled, plot, stands_at, styles_of, where
from tests.tui.reading import text_of, width_of

WIDTHS, HEIGHTS = st.integers(36, 150), st.integers(8, 45)
HUNDREDTHS = st.integers(0, 100).map(lambda hundredths: Fraction(hundredths, 100))
OUTPUTS = st.floats(0, 1)


@st.composite
def beliefs(draw: st.DrawFn) -> Beliefs:
    """Some guesses that stand, the neuron's answers as far as they may be seen, and one more being made."""
    examples = draw(st.integers(1, 256))
    you = draw(st.lists(HUNDREDTHS, max_size=min(examples, 30)))
    neuron = draw(st.lists(OUTPUTS, min_size=max(len(you) - 1, 0), max_size=len(you)))
    at = len(you) + 1 if len(you) < examples else None
    guess = draw(st.none() | HUNDREDTHS) if at else None
    answer = None if at else draw(st.integers(0, 1))
    return Beliefs(examples, tuple(you), tuple(neuron), at, guess, answer)


@given(beliefs(), WIDTHS, HEIGHTS)
def test_it_fills_its_cells_and_no_more(shown: Beliefs, width: int, height: int) -> None:
    lines = draw(chart_of(shown, width), width, height)
    assert len(lines) == height
    assert all(width_of(line) == width for line in lines)


@given(beliefs(), WIDTHS, HEIGHTS)
def test_the_newest_beliefs_and_the_guess_stand_where_they_belong(
    shown: Beliefs, width: int, height: int
) -> None:
    chart = chart_of(shown, width)
    columns, rows = len(plot(chart, width, height)[0]), height - 1
    # marks of both may share a cell, where the later one is on top
    marked = [cell for glyph in (YOU, NEURON, NOW, MIXED) for cell in where(chart, glyph, width, height)]
    for values in (shown.you, shown.neuron):
        if values:
            share = (len(values) - 0.5) / shown.examples
            assert any(stands_at(cell, share, float(values[-1]), columns, rows) for cell in marked)
    if shown.at is not None and shown.guess is not None:
        share = (shown.at - 0.5) / shown.examples
        assert any(stands_at(cell, share, float(shown.guess), columns, rows) for cell in marked)


def test_a_few_examples_all_have_their_marks_and_the_newest_their_numbers() -> None:
    you, neuron = (Fraction(9, 10), Fraction(1, 10), Fraction(3, 10)), (0.2, 0.5, 0.7231)
    chart = chart_of(Beliefs(4, you, neuron, 4, Fraction(1, 2)), 41)
    assert [len(where(chart, glyph, 41, 14)) for glyph in (YOU, NEURON, NOW)] == [3, 3, 1]
    lines = draw(chart, 41, 14)
    assert styles_of(lines, "you 0.30") == {"text"}
    assert styles_of(lines, "neuron 0.7231") == {"accent"}
    assert text_of(lines[-1]).split() == ["1", "2", "3", "4"]
    assert not where(chart, ANSWER, 41, 14), "the right answer is not told before the end"


def test_the_right_answer_is_a_line_with_its_name() -> None:
    for answer, row in ((1, 0), (0, 12)):
        chart = chart_of(Beliefs(2, (Fraction(1, 2),) * 2, (0.5, 0.5), answer=answer), 41)
        assert {at for _, at in where(chart, ANSWER, 41, 14)} == {row}
        lines = draw(chart, 41, 14)
        style = "one" if answer else "zero"
        assert styles_of(lines, f"the answer is {answer}") == {style}
        level = {down for column in dots(chart, 41, 14, style) for down in column}
        assert level == {0 if answer else 51}, "13 rows of four dots"
        assert len(filled(dots(chart, 41, 14, style))) > 15, "dotted across"


def test_where_it_is_crowded_every_so_manyth_has_a_mark_and_all_are_in_the_curve() -> None:
    you = tuple(Fraction(1, 4) for _ in range(256))
    chart = chart_of(Beliefs(256, you, ()), 41)
    marked = [column for column, _ in where(chart, YOU, 41, 14)]
    assert 8 <= len(marked) <= 16
    assert len(filled(dots(chart, 41, 14, "text"))) > 2 * 39 - 3 * 16
    assert text_of(draw(chart, 41, 14)[-1]).split()[0] == "1"
    assert text_of(draw(chart, 41, 14)[-1]).split()[-1] == "256"


def test_the_axis_stays_while_examples_appear() -> None:
    axes = {chart_of(Beliefs(7, (Fraction(1, 2),) * count, (0.5,) * count), 41).x for count in range(8)}
    assert len(axes) == 1


def test_who_agrees_shares_a_mark() -> None:
    chart = chart_of(Beliefs(3, (Fraction(1, 2),), (0.5,)), 41)
    assert len(where(chart, MIXED, 41, 14)) == 1
