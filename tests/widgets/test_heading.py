"""The line at the top of a screen: what gives way where there is little room."""

from __future__ import annotations

import pytest

from neuron_tui.widgets.heading import quieter

PLACE = "The missing threshold · 8 of 12"


def test_a_place_that_fits_stands_whole() -> None:
    assert quieter(PLACE, 31) == PLACE
    assert quieter(PLACE, 35) == f"{PLACE}    "


@pytest.mark.parametrize("width", range(14, 31))
def test_in_less_room_the_chapters_name_is_cut_and_the_number_stays(width: int) -> None:
    said = quieter(PLACE, width)
    assert len(said) == width
    assert said.endswith("… · 8 of 12")
    assert PLACE.startswith(said.partition("…")[0])


def test_what_has_only_one_part_is_cut_at_its_end() -> None:
    assert quieter("you and one neuron", 11) == "you and on…"


@pytest.mark.parametrize("width", range(4, 14))
def test_with_hardly_any_room_it_still_begins_with_the_chapter(width: int) -> None:
    said = quieter(PLACE, width)
    assert len(said) == width
    assert said.startswith("The")
