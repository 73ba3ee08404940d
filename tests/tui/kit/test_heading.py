"""The line at the top of a screen: what gives way where there is little room."""

from __future__ import annotations

import pytest

from neuron_tui.game.course.tally import Tally
from neuron_tui.tui.kit.heading import Heading, quieter, standing
from tests.tui.reading import text_of

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


@pytest.mark.parametrize("width", range(7, 14))
def test_with_hardly_any_room_the_number_stands_alone(width: int) -> None:
    assert quieter(PLACE, width) == "8 of 12".ljust(width)


@pytest.mark.parametrize("width", range(4, 7))
def test_what_does_not_fit_at_all_begins_as_it_should(width: int) -> None:
    assert quieter(PLACE, width) == PLACE[: width - 1] + "…"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (30, "practice · Pictures · 9 of 10 "),
        (28, "practice · Pictur… · 9 of 10"),
        (24, "practice · 9 of 10      "),
        (18, "practice · 9 of 10"),
        (17, "practice · Pictu…"),
    ],
)
def test_that_it_is_practice_is_said_as_long_as_there_is_room(width: int, said: str) -> None:
    assert quieter("practice · Pictures · 9 of 10", width) == said


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (29, "5. The missing part · 8 of 12"),
        (28, "5 · 8 of 12".ljust(28)),
        (11, "5 · 8 of 12"),
        (10, "8 of 12   "),
    ],
)
def test_a_chapter_with_a_number_gives_way_to_it(width: int, said: str) -> None:
    assert quieter("5. The missing part · 8 of 12", width) == said


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("points", [0.0, -85.0, 12_345.0])
@pytest.mark.parametrize("title", ["Two keys and a radio", "The button nobody pressed, and why it matters"])
def test_the_place_and_the_points_never_run_together(title: str, points: float, width: int) -> None:
    heading = Heading(title, "practice · 4. Learning · 3 of 8", standing(Tally(points, 1.0)))
    (line,) = heading.paint(width, 1)
    before, _, after = text_of(line).partition("points  you ")
    assert len(before) - len(before.rstrip()) >= 3, before
    assert after.strip().endswith("neuron 1")
    assert len(text_of(line)) <= width


@pytest.mark.parametrize("width", range(70, 90))
def test_the_points_give_way_before_what_is_tried_is_cut(width: int) -> None:
    heading = Heading("Too timid", "", standing(Tally(-267.0, 92.0)))
    heading.set_reactive(Heading.trying, "trying branch at 2,000: 1 row changed")
    (line,) = heading.paint(width, 1)
    assert "1 row changed" in text_of(line)
