"""The microscope over a network: one at a time, and what is seen of it can be worked out."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.microscope.one_neuron import LAST, OneNeuron
from neuron_tui.game.microscope.slide import (
    OF_A_HIDDEN_ROW,
    OF_A_WEIGHT,
    OF_BOTH,
    NumberKind,
    NumberPlace,
    of_a_row,
)
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.match.views.microscope.cursor import Cursor, moved
from neuron_tui.tui.match.views.microscope.page import Page, microscope_page
from neuron_tui.tui.match.views.microscope.writing import CHOSEN, SOURCE
from tests.game.arithmetic import number, same_number
from tests.game.matches import bundled, quickly, replay_of
from tests.game.microscope.test_network_microscope import networks
from tests.tui.match.views.test_microscope_view import SIZES, Shown, check_equations, equations, read
from tests.tui.reading import cells, text_of, width_of

pytestmark = pytest.mark.slow

PUZZLES = ("stairs-by-moonlight", "sequel", "unlucky-start")


@cache
def network_replay(name: str) -> Replay:
    """A puzzle of the chapter, trained for a while."""
    return replay_of(quickly(bundled(f"hooked-together/{name}"), 3_000))


MOONLIGHT = network_replay("stairs-by-moonlight")


def page(
    replay: Replay, iteration: int, cursor: Cursor, *, top: int = 0, size: tuple[int, int] = (78, 18)
) -> Page:
    """One page of the microscope over the cursor's neuron."""
    part = OneNeuron(replay, cursor.neuron)
    return microscope_page(part, iteration, cursor, top, size)


@given(networks(), st.sampled_from(SIZES), st.data())
def test_all_that_is_said_of_a_neuron_comes_out_to_the_last_digit_that_is_seen(
    training: tuple[Replay, int, str], size: tuple[int, int], data: st.DataObject
) -> None:
    replay, iteration, _ = training
    neuron = data.draw(st.sampled_from(OneNeuron(replay).neurons))
    kinds: list[NumberKind] = [*of_a_row(OneNeuron(replay, neuron)), *OF_BOTH, "adjustment", "new", "total"]
    kind = data.draw(st.sampled_from(kinds))
    weight = data.draw(st.integers(0, len(OneNeuron(replay, neuron).names) - 1))
    seen = page(replay, iteration, Cursor(kind, 0, weight, neuron), size=size)
    check_equations(seen)
    said = equations(seen)
    if kind in ("output", "delta", "error", "gradient", "term", "adjustment", "new"):
        assert same_number(said[0].rpartition(" = ")[2], read(seen)[NumberPlace.of(kind, 0, weight)])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PUZZLES)
def test_nothing_jumps_while_the_tape_plays_and_nothing_is_cut(name: str, size: tuple[int, int]) -> None:
    replay = network_replay(name)
    for neuron in OneNeuron(replay).neurons:
        shapes = set()
        for iteration in (0, 1, 2, 17, 100, 999, 3_000):
            seen = page(replay, iteration, Cursor("error", 1, 0, neuron), size=size)
            assert max(map(width_of, seen.lines)) <= size[0]
            assert len(seen.lines) <= size[1]
            ones = [(spot, ones_at(seen.lines[spot.y], spot.start, spot.end)) for spot in seen.spots]
            shapes.add((tuple(seen.spots), tuple(ones)))
        assert len(shapes) == 1


def ones_at(line: Line, start: int, end: int) -> int:
    """Where the digit of a number stands that counts ones."""
    whole = re.search(r"[\d,]+", "".join(glyph for glyph, _ in cells(line)[start:end]))
    assert whole is not None
    return start + whole.end()


@given(networks(), st.integers(76, 200), st.integers(16, 56), st.data())
def test_nothing_is_wider_or_higher_than_the_view(
    training: tuple[Replay, int, str], width: int, height: int, data: st.DataObject
) -> None:
    replay, iteration, _ = training
    neuron = data.draw(st.sampled_from(OneNeuron(replay).neurons))
    kinds: list[NumberKind] = [*of_a_row(OneNeuron(replay, neuron)), *OF_BOTH, *OF_A_WEIGHT, "total"]
    if neuron != LAST:
        kinds.append("outgoing")
    kind = data.draw(st.sampled_from(kinds))
    weight = data.draw(st.integers(0, len(OneNeuron(replay, neuron).names) - 1))
    cursor = Cursor(kind, 0, weight, neuron)
    seen = page(replay, iteration, cursor, size=(width, height))
    assert max(map(width_of, seen.lines)) <= width
    assert len(seen.lines) <= height
    assert cursor.place in [spot.place for spot in seen.spots]
    assert [tab.neuron for tab in seen.neurons] == list(OneNeuron(replay).neurons)


@pytest.mark.parametrize("size", SIZES)
def test_what_an_error_of_a_hidden_neuron_comes_from_is_marked_and_said(size: tuple[int, int]) -> None:
    seen = page(MOONLIGHT, 50, Cursor("error", 2, 0, 1), size=size)
    marks = {spot.place: cells(seen.lines[spot.y])[spot.start][0] for spot in seen.spots}
    assert [place for place, mark in marks.items() if mark == CHOSEN] == [NumberPlace("error", 2)]
    assert {place for place, mark in marks.items() if mark == SOURCE} == {
        NumberPlace("delta", 2),
        NumberPlace("outgoing"),
    }
    found = read(seen)
    delta, outgoing, error = (
        found[at] for at in (NumberPlace("delta", 2), NumberPlace("outgoing"), NumberPlace("error", 2))
    )
    said = [text_of(line) for line in seen.lines]
    first, second, result = re.split(" × | = ", equations(seen)[0])
    assert same_number(first, delta)
    assert same_number(second, outgoing)
    assert result == error
    assert any("The error of row 3: what is sent back" in line for line in said)


def test_what_the_last_neuron_hears_is_what_the_hidden_ones_answer() -> None:
    for neuron in range(3):
        answers = read(page(MOONLIGHT, 200, Cursor("output", 0, 0, neuron), size=(198, 54)))
        inputs = read(page(MOONLIGHT, 200, Cursor("product", 0, neuron), size=(198, 54)))
        for row in range(7):
            answer, other = answers[NumberPlace("output", row)], inputs[NumberPlace("product", row, neuron)]
            assert float(number(answer)) == pytest.approx(float(number(other)), abs=1e-8)


def test_the_weight_that_errors_are_sent_back_by_is_the_last_neuron_s() -> None:
    for neuron in range(3):
        hidden = read(page(MOONLIGHT, 200, Cursor("error", 0, 0, neuron), size=(198, 54)))
        last = read(page(MOONLIGHT, 200, Cursor("error", 0, 0), size=(198, 54)))
        assert float(number(hidden[NumberPlace("outgoing")])) == pytest.approx(
            float(number(last[NumberPlace("weight", weight=neuron)])), abs=1e-8
        )


@given(st.integers(1, 12), st.integers(1, 17))
def test_the_arrow_keys_reach_every_number_of_a_hidden_neuron(examples: int, weights: int) -> None:
    start = Cursor(neuron=0)
    reached, edge = {start}, [start]
    while edge:
        here = edge.pop()
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = moved(here, right, down, examples, weights)
            assert there.neuron == 0
            if there not in reached:
                reached.add(there)
                edge.append(there)
    both = {
        NumberPlace(kind, row, at) for kind in OF_BOTH for row in range(examples) for at in range(weights)
    }
    rows = {NumberPlace(kind, row=row) for kind in OF_A_HIDDEN_ROW for row in range(examples)}
    single = {NumberPlace(kind, weight=at) for kind in (*OF_A_WEIGHT, "total") for at in range(weights)}
    assert {cursor.place for cursor in reached} == both | rows | single | {NumberPlace("outgoing")}


async def test_keys_and_clicks_go_from_neuron_to_neuron() -> None:
    app = Shown(MOONLIGHT)
    async with app.run_test(size=(78, 18)) as pilot:
        microscope = app.microscope
        assert microscope.cursor.neuron == 0
        for neuron in (1, 2, LAST, 0):
            await pilot.press("n")
            assert microscope.cursor.neuron == neuron
        await pilot.press("N", "N")
        assert microscope.cursor.neuron == 2
        for tab in microscope._page(78, 18).neurons:
            await pilot.click(offset=(tab.end - 1, 0))
            assert microscope.cursor.neuron == tab.neuron


async def test_what_is_looked_at_stays_when_another_neuron_is() -> None:
    app = Shown(MOONLIGHT)
    async with app.run_test(size=(78, 18)) as pilot:
        await pilot.press("down", "down", "right", "right")
        assert app.microscope.cursor == Cursor("delta", 2, 0, 0)
        await pilot.press("N")
        assert app.microscope.cursor == Cursor("target", 2, 0, LAST)
        await pilot.press("n")
        assert app.microscope.cursor == Cursor("delta", 2, 0, 0)
        assert app.rows == [1, 2]


def test_where_something_is_switched_off_it_is_said_that_nothing_is_in_here() -> None:
    replay = replay_of(quickly(bundled("hooked-together/sequel"), 50))
    before = text_of(page(replay, 20, Cursor(neuron=0)).lines[0])
    assert before.split() == ["inputs", "→", "hidden▸1", "2", "3", "4", "→", "last"]
    replay.switch(frozenset({0}))
    assert text_of(page(replay, 20, Cursor(neuron=0)).lines[0]).endswith("in here all are on")


@pytest.mark.parametrize("size", SIZES)
def test_the_names_of_the_hidden_neurons_are_whole_over_what_they_answer(size: tuple[int, int]) -> None:
    heads = page(MOONLIGHT, 20, Cursor("sum", 0, 0), size=size).lines[1:3]
    said = " ".join(text_of(line) for line in heads).split()
    assert [said.count(word) for word in ("hidden", "1", "2", "3")] == [4, 2, 1, 1], (
        "and one in the last column"
    )
