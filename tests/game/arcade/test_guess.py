"""Points for saying after how many games the network is as good: by tenfolds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from neuron_tui.game.arcade.guess import STOPS, nearest_stop, place_of, points_for
from neuron_tui.game.arcade.records import as_kept, first_rounds, guess_points
from neuron_tui.game.journal.kept import NEVER
from tests.game.journal.test_rounds import a_round


@pytest.mark.parametrize(
    ("guess", "games", "points"),
    [
        (10, 10, 100),
        (None, None, 100),
        (300, 300, 100),
        (10, 100, 75),  # 1/4 of the scale: 100 * (1 - 4 * (1/4)^2)
        (100, 10, 75),
        (10, 1_000, 0),  # 1/2
        (10, 10_000, -125),  # 3/4
        (10_000, None, 75),
        (10, None, -300),
        (None, 10, -300),
        (None, 100_000, 100),
        (None, 200_000, 100),
    ],
)
def test_the_points_are_for_the_tenfolds_between(guess: int | None, games: int | None, points: int) -> None:
    assert points_for(guess, games) == pytest.approx(points)


def test_every_stop_has_its_place_in_order() -> None:
    places = [place_of(stop) for stop in STOPS]
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0, 1)


@pytest.mark.parametrize(
    ("games", "stop"), [(0, 10), (10, 10), (17, 10), (18, 30), (300, 300), (2_000, 3_000), (10**300, 10_000)]
)
def test_a_number_of_games_is_taken_for_the_nearest_stop(games: int, stop: int) -> None:
    assert STOPS[nearest_stop(games)] == stop


def test_the_points_of_a_kept_round() -> None:
    kept = replace(a_round(), guess=10, passed=1_000)
    assert guess_points(kept) == pytest.approx(0)
    assert guess_points(replace(kept, guess=NEVER, passed=as_kept(None))) == 100
    assert guess_points(replace(kept, guess=NEVER, passed=as_kept(10))) == -300
    assert guess_points(replace(kept, guess=None)) is None
    assert guess_points(replace(kept, passed=None)) is None, "it was left before it was known"


def test_the_first_round_of_each_kind_counts() -> None:
    one, again, other = a_round(time=1.0), a_round(time=2.0), replace(a_round(time=3.0), look="open")
    assert first_rounds([one, again, other]) == {("catch", "masked"): one, ("catch", "open"): other}
