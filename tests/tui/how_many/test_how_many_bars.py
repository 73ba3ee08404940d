"""The bars of lucky starts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.lab.how_many import SuccessCount
from neuron_tui.tui.how_many.bars import EXAMPLES_ONLY, NEITHER, OWN, SUCCESSFUL, bar_lengths, bar_lines
from neuron_tui.tui.kit.cells import width_of


def texts(counts: list[SuccessCount], own: int, width: int, height: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in bar_lines(counts, own, width, height)]


@given(st.integers(0, 100), st.integers(0, 100), st.integers(2, 100))
def test_a_bar_is_full_only_for_all_and_empty_only_for_none(successful: int, more: int, width: int) -> None:
    more = min(more, 100 - successful)
    long, longer = bar_lengths(SuccessCount(2, successful, more, 100), width)
    assert (long == width) is (successful == 100)
    assert (long == 0) is (successful == 0)
    assert long + longer <= width
    assert (long + longer == width) is (successful + more == 100)


@pytest.mark.parametrize(("width", "height"), [(74, 12), (96, 18), (150, 36), (40, 9)])
def test_every_number_has_its_bar_and_its_count_at_every_size(width: int, height: int) -> None:
    counts = [SuccessCount(hidden, 10 * hidden, 5, 100) for hidden in (0, 1, 2, 3, 4, 6, 8)]
    lines = texts(counts, 3, width, height)
    assert len(lines) == height
    assert all(width_of(line) <= width or line is lines[-1] for line in lines)
    for one in counts:
        (named,) = [line for line in lines if f"{one.hidden} hidden" in line or
                    (one.hidden == 0 and "one alone" in line)]  # fmt: skip
        assert named.endswith(f" {one.successful} of 100")
        assert (OWN in named) is (one.hidden == 3)


def test_what_the_glyphs_mean_stands_below_and_fits_the_smallest_screen() -> None:
    last = texts([SuccessCount(0, 0, 0, 100)], 0, 74, 12)[-1]
    assert all(glyph in last for glyph in (SUCCESSFUL, EXAMPLES_ONLY, NEITHER, OWN))
    assert width_of(last.rstrip()) <= 74


def test_lucky_starts_and_those_with_the_examples_only_look_different_without_colour() -> None:
    (line,) = [line for line in texts([SuccessCount(2, 50, 25, 100)], 0, 74, 12) if "2 hidden" in line]
    assert 0 < line.count(EXAMPLES_ONLY) < line.count(SUCCESSFUL)
    assert line.count(NEITHER) > 0
