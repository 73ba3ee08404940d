"""The one scale for both players, read back from its cells."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.tui.kit.glyphs import ANSWER, FORESEEN, NEURON, YOU
from neuron_tui.tui.kit.guess_scale import Scale, place, scale_lines
from neuron_tui.tui.match.selected_question import beneath_scale
from tests.game.matches import article, trained
from tests.tui.reading import text_of, width_of

WIDTHS = st.integers(36, 200)
GUESSES = st.integers(0, 100).map(lambda hundredths: Fraction(hundredths, 100))
OUTPUTS = st.floats(0, 1)


def ends(scale: Scale, width: int) -> tuple[int, int]:
    """The columns where the line begins and ends."""
    line = text_of(scale_lines(scale, width)[1])
    return line.index("0") + 2, line.rindex("1") - 2


@given(OUTPUTS, st.none() | GUESSES, WIDTHS, st.booleans(), st.booleans())
def test_both_markers_stand_over_their_values(
    neuron: float, you: Fraction | None, width: int, asleep: bool, exact: bool
) -> None:
    scale = Scale(neuron, you, asleep=asleep, exact=exact)
    above, _, below, _ = (text_of(line) for line in scale_lines(scale, width))
    first, last = ends(scale, width)
    if asleep:
        assert not above
    else:
        assert abs(above.index(NEURON) - (first + neuron * (last - first))) <= 0.5
    if you is None:
        assert YOU not in below
    else:
        assert abs(below.index(YOU) - (first + float(you) * (last - first))) <= 0.5


@given(OUTPUTS, GUESSES, WIDTHS)
def test_the_words_beside_the_markers_are_whole_and_inside(neuron: float, you: Fraction, width: int) -> None:
    lines = scale_lines(Scale(neuron, you), width)
    assert max(map(width_of, lines)) <= width
    assert text_of(lines[0]).replace(NEURON, "").strip() == f"neuron {neuron:.4f}"
    assert text_of(lines[2]).replace(YOU, "").strip() == f"you {float(you):.2f}"


@given(OUTPUTS, WIDTHS)
def test_all_decimals_are_there_even_where_the_name_gives_way(neuron: float, width: int) -> None:
    above = text_of(scale_lines(Scale(neuron, None, exact=True), width)[0])
    assert above.replace(NEURON, "").strip() in (f"neuron {neuron:.16f}", f"{neuron:.16f}", "")
    assert len(above) <= width


@given(OUTPUTS, st.integers(60, 200))
def test_with_room_the_prediction_is_there_in_full(neuron: float, width: int) -> None:
    [line] = [
        text_of(line)
        for line in scale_lines(Scale(neuron, None, exact=True), width)
        if NEURON in text_of(line)
    ]
    assert f"neuron {neuron:.16f}" in line
    assert len(line) <= width


@given(WIDTHS)
def test_the_line_fills_its_width_with_0_at_the_left_and_1_at_the_right(width: int) -> None:
    for answer in (None, 0, 1):
        line = text_of(scale_lines(Scale(0.5, None, answer), width)[1])
        assert len(line) == width
        assert line.split()[0] == "0"
        assert line.split()[-1] == "1"


@given(WIDTHS)
def test_the_right_answer_stands_at_its_end_once_it_is_known(width: int) -> None:
    first, last = ends(Scale(0.5, None), width)
    lines = [text_of(scale_lines(Scale(0.5, None, answer), width)[1]) for answer in (None, 0, 1)]
    assert [line.find(ANSWER) for line in lines] == [-1, first, last]


@given(WIDTHS)
def test_the_middle_of_the_line_is_a_half(width: int) -> None:
    line = text_of(scale_lines(Scale(0.5, None), width)[1])
    first, last = ends(Scale(0.5, None), width)
    assert abs(line.index("┼") - (first + last) / 2) <= 0.5
    assert line.index("┼") == place(0.5, width), "undecided stands on it"


@given(GUESSES, WIDTHS)
def test_the_stakes_stand_at_both_ends_and_the_words_between_them(guess: Fraction, width: int) -> None:
    match = Match.begin(article()).guess_at(guess)
    line = text_of(scale_lines(Scale(0.5, guess, below=beneath_scale(match, 0)), width)[3])
    assert len(line) == width
    assert " if 0" in line[: width // 2]
    assert line.endswith("if 1 ")


@pytest.mark.parametrize("width", [36, 41, 80])
def test_the_points_of_both_stand_under_the_verdict(width: int) -> None:
    match = trained(Match.begin(article()).guess_at(Fraction(7, 10)).confirm()).finish()
    line = text_of(scale_lines(Scale(0.9999, Fraction(7, 10), 1, below=beneath_scale(match, 0)), width)[3])
    assert len(line) == width
    assert line.startswith(" you +64")
    assert line.endswith("neuron +100 ")
    assert "the answer is 1" in line or width < 40


@given(GUESSES, WIDTHS)
def test_both_marks_move_from_the_middle_straight_to_their_places(guess: Fraction, width: int) -> None:
    seen = []
    for tenths in range(11):
        lines = scale_lines(Scale(float(guess), guess, moved=tenths / 10), width)
        seen.append([text_of(lines[0]).index("\u25cf"), text_of(lines[2]).index("\u25b2")])
    assert seen[0] == [place(0.5, width)] * 2
    assert seen[-1] == [place(guess, width)] * 2
    for way in zip(*seen, strict=True):
        assert list(way) == sorted(way, reverse=guess < Fraction(1, 2))
    still = Scale(float(guess), guess)
    assert scale_lines(still, width) == scale_lines(replace(still, moved=1.0), width)


@given(WIDTHS)
def test_more_probability_is_never_further_left(width: int) -> None:
    columns = [place(Fraction(hundredths, 100), width) for hundredths in range(101)]
    assert columns == sorted(columns)
    assert (columns[0], columns[-1]) == ends(Scale(0.5, None), width)


@given(GUESSES, GUESSES, WIDTHS, st.booleans())
def test_what_you_foresee_stands_beside_your_own_guess(
    you: Fraction, foreseen: Fraction, width: int, asleep: bool
) -> None:
    scale = Scale(0.3, you, asleep=asleep, foreseen=foreseen)
    above, line, below, _ = (text_of(line) for line in scale_lines(scale, width))
    first, last = ends(scale, width)
    assert YOU in below
    where = above if asleep else line
    assert abs(where.index(FORESEEN) - (first + float(foreseen) * (last - first))) <= 0.5
    assert not asleep or f"you foresee {float(foreseen):.2f}" in above
    assert (FORESEEN in line) == (not asleep)


def test_the_right_answer_is_seen_where_it_was_foreseen() -> None:
    scale = Scale(0.9, Fraction(1), answer=1, foreseen=Fraction(1))
    assert ANSWER in text_of(scale_lines(scale, 60)[1])


def test_the_neuron_is_asked_for_on_its_own_side_of_the_scale() -> None:
    scale = Scale(0.3, Fraction(1, 2), asleep=True, your_turn=True, foreseeing=True)
    assert "press 0 or 1" in text_of(scale_lines(scale, 60)[0])
