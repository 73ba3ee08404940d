"""Text in cells: whatever a name holds, it takes just the cells it is given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neuron_tui.tui.kit.cells import Line, cells_changed, cells_of, fit, visible, width_of
from tests.tui.reading import TEXTS, WIDE_NAMES, columns_of

WIDTHS = st.integers(0, 40)


@given(TEXTS, WIDTHS, st.sampled_from(["left", "right"]))
def test_a_fitted_text_has_exactly_the_width_that_was_asked_for(text: str, width: int, align: str) -> None:
    assert columns_of(fit(text, width, align)) == width
    assert width_of(fit(text, width, align)) == width


@pytest.mark.parametrize("name", WIDE_NAMES)
@pytest.mark.parametrize("width", range(9))
def test_every_kind_of_name_fits_every_narrow_column(name: str, width: int) -> None:
    assert columns_of(fit(name, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("left", 6, "left  "),
        ("left", 4, "left"),
        ("left", 3, "le…"),
        ("left", 1, "…"),
        ("left", 0, ""),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日… "),
        ("日本語", 1, "…"),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_a_long_text_is_clipped_with_an_ellipsis(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_a_text_on_the_right_is_filled_up_on_the_left() -> None:
    assert fit("日本", 6, "right") == "  日本"


@given(st.text())
@example("\x1b[31mred\x07\x00\x9b\u202e\u2066\ufeff\u200d")
def test_no_control_or_format_character_comes_through(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert columns_of(shown) == width_of(shown)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\ufffd")))
def test_plain_text_stays_as_it_is_but_for_its_spaces(text: str) -> None:
    assert visible(text).split() == text.split()


def test_a_text_of_several_lines_becomes_one() -> None:
    assert visible("one\n\n two\tthree ") == "one two three"


def test_right_to_left_and_accented_names_keep_their_letters() -> None:
    assert visible("שלום سَلَام e\u0301te\u0301") == "שלום سَلَام e\u0301te\u0301"


def test_what_terminals_measure_differently_is_written_in_a_way_that_they_agree_on() -> None:
    assert visible("👍🏽") == "👍"
    assert visible("🇩🇪") == "DE"
    assert visible("☀\ufe0f") == "☀"
    assert visible("👩\u200d👧") == "👩👧"


@given(TEXTS.map(visible))
def test_a_text_cut_into_cells_has_an_item_per_cell(text: str) -> None:
    assert len(cells_of(text)) == columns_of(text)


def test_an_accent_stays_with_its_letter_and_a_wide_letter_takes_two_cells() -> None:
    assert cells_of("ae\u0301日\u0301x") == ["a", "e\u0301", "日\u0301", "", "x"]


NAMES = st.lists(st.sampled_from("ab \u65e5"), max_size=4).map("".join)
LINES = st.lists(st.tuples(NAMES, st.sampled_from(["one", "zero"])), max_size=4).map(tuple)


def styled_cells(line: Line) -> list[tuple[str, str]]:
    return [(cell, style) for text, style in line for cell in cells_of(text)]


@given(LINES, LINES)
@example((("ab", "one"),), (("bab", "one"),))
@example((("\u65e5", "one"),), (("ab", "one"),))
def test_the_cells_after_those_that_changed_are_the_same(before: Line, after: Line) -> None:
    old, new, changed = styled_cells(before), styled_cells(after), cells_changed(before, after)
    assert old[changed:] == new[changed:]
    assert "" not in [cell for cell, _ in new[changed : changed + 1]], "half of a wide character"
