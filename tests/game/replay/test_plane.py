"""The plane: two inputs between 0 and 1, the others held."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.replay.plane import Plane, pairs, planes


def test_its_points_go_line_by_line_from_the_upper_left_and_hold_the_other_inputs() -> None:
    points = Plane(2, 0, (0.0, 1.0, 0.0)).points(3, 2)
    assert points.tolist() == [[1, 1, 0], [1, 1, 0.5], [1, 1, 1], [0, 1, 0], [0, 1, 0.5], [0, 1, 1]]


def test_rows_lie_at_its_corners_where_they_agree_in_what_is_held() -> None:
    plane = Plane(0, 1, (0.0, 0.0, 1.0))
    assert plane.corner_of((1, 0, 1)) == (1, 0)
    assert plane.corner_of((0, 1, 1)) == (0, 1)
    assert plane.corner_of((0, 1, 0)) is None


def test_two_inputs_have_one_plane_three_have_two_and_more_the_selected_row_s() -> None:
    assert planes((1, 0), (0, 1)) == (Plane(0, 1, (1.0, 0.0)),)
    off, on = planes((1, 1, 0), (0, 2))
    assert (off.others, off.held[1], on.held[1]) == ((1,), 0.0, 1.0)
    (one,) = planes((1, 0, 1, 0), (1, 2))
    assert [one.held[place] for place in one.others] == [1.0, 0.0]


def test_every_two_inputs_can_be_chosen() -> None:
    assert pairs(3) == [(0, 1), (0, 2), (1, 2)]
    assert len(pairs(16)) == 120


def test_the_plane_of_three_inputs_meets_all_eight_rows() -> None:
    rows = np.array(np.meshgrid([0, 1], [0, 1], [0, 1])).reshape(3, -1).T.tolist()
    met = [plane.corner_of(row) for plane in planes((0, 0, 0), (0, 1)) for row in rows]
    assert len([corner for corner in met if corner is not None]) == len(rows)
