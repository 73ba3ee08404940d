"""The timeline and its buttons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.tui.kit.tape.transport import BLOCKS, PLAYHEAD, Status, Transport, buttons, timeline
from tests.game.matches import article, replay_of
from tests.tui.reading import columns_of, text_of

SHARES = st.floats(0, 1)
HEIGHTS = st.lists(SHARES, min_size=1, max_size=200)


@given(HEIGHTS, SHARES, SHARES)
def test_a_timeline_has_a_cell_for_each_height_and_one_playhead(
    heights: list[float], here: float, reached: float
) -> None:
    line = text_of(timeline(heights, here, reached))
    assert columns_of(line) == len(heights)
    assert line.count(PLAYHEAD) == 1
    assert abs(line.index(PLAYHEAD) - here * (len(heights) - 1)) <= 0.5


@given(HEIGHTS, SHARES)
def test_the_blocks_are_as_high_as_the_errors(heights: list[float], here: float) -> None:
    for height, glyph in zip(heights, text_of(timeline(heights, here, 1.0)), strict=True):
        if glyph != PLAYHEAD:
            eighths = BLOCKS.index(glyph)
            assert eighths >= 1, "even the smallest error is seen"
            if max(heights) > 1e-6:
                assert eighths == 1 or abs(eighths - 8 * height / max(heights)) <= 0.5


def test_what_was_never_seen_stays_a_line() -> None:
    assert text_of(timeline([1.0] * 11, 0.2, 0.5)) == "██┃███─────"
    assert text_of(timeline([1.0] * 11, 0.0, 0.0)) == "┃──────────"
    assert text_of(timeline([1.0] * 11, 0.0, 1.0)) == "┃██████████"


def test_every_button_is_three_cells_wide_whether_it_plays_or_not() -> None:
    for playing in (False, True):
        found = buttons(Status(playing=playing))
        assert [name for name, _ in found] == ["start", "back", "play", "on", "end"]
        assert [columns_of(glyph) for _, glyph in found] == [3] * 5


def test_the_play_button_shows_what_it_would_do() -> None:
    paused, playing = (dict(buttons(Status(playing=playing)))["play"] for playing in (False, True))
    assert paused != playing


@given(st.lists(st.integers(0, 60), unique=True), st.integers(0, 60), st.integers(0, 60))
def test_marks_stand_in_their_columns_as_far_as_was_seen(columns: list[int], here: int, reached: int) -> None:
    marks = dict.fromkeys(columns, ("✓", "right"))
    line = text_of(timeline([1.0] * 61, here / 60, reached / 60, marks))
    seen = {column for column in columns if column <= reached and column != here}
    assert {column for column, glyph in enumerate(line) if glyph == "\u2713"} == seen


def test_on_the_linear_scale_the_playhead_is_half_way_at_half_of_the_iterations() -> None:
    transport = Transport(replay_of(article()))
    transport.status = Status(asleep=False)
    transport.iteration = transport.reached = 5_000
    found = []
    for transport.linear in (True, False):
        found.append(text_of(transport.paint(101, 2)[0]).index(PLAYHEAD))
    # log(5,001) / log(10,001) = 0.925
    assert found == [50, 92]
