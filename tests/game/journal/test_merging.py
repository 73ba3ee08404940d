"""One order of attempts made of two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.journal.merging import Attempt, merged

Attempts = list[Attempt]


def attempts(*times: float, prefix: str = "a") -> Attempts:
    return [Attempt(f"{prefix}{place}", time) for place, time in enumerate(times)]


def test_the_earlier_one_comes_first() -> None:
    assert merged(attempts(10, 30), attempts(20, 40, prefix="b")) == ("a0", "b0", "a1", "b1")


def test_a_clock_that_went_back_makes_no_second_attempt_a_first_one() -> None:
    assert merged([], attempts(30, 10)) == ("a0", "a1")
    assert merged(attempts(30, 10), attempts(20, prefix="b")) == ("b0", "a0", "a1")


def test_what_both_know_holds_the_rest_in_its_place() -> None:
    first, second, third = attempts(10, 5, 10)
    assert merged([second], [first, second, third]) == ("a0", "a1", "a2")
    assert merged([first, third], [first, second]) == ("a0", "a1", "a2")


def test_where_they_contradict_each_other_nothing_is_lost() -> None:
    first, second, third = attempts(1, 2, 3)
    assert merged([first, second], [second, first, third]) == ("a0", "a1", "a2")


orders = st.lists(st.integers(0, 3), max_size=5)


@given(orders, orders)
def test_both_orders_are_kept_whichever_is_brought_to_the_other(mine: list[int], theirs: list[int]) -> None:
    here, there = attempts(*mine), attempts(*theirs, prefix="b")
    found = merged(here, there)
    assert [id for id in found if id.startswith("a")] == [attempt.id for attempt in here]
    assert [id for id in found if id.startswith("b")] == [attempt.id for attempt in there]
    assert merged(there, here) == found
    times = {attempt.id: attempt.time for attempt in (*here, *there)}
    whole = [Attempt(id, times[id]) for id in found]
    assert merged(here, whole) == merged(whole, there) == found
