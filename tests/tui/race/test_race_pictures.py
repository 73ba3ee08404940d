"""The race's pictures: figures that can be told apart, trials, curves and weights."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.race.kinds import KINDS
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.schedule import FEATURES, Figure
from neuron_tui.tui.kit.chart import draw
from neuron_tui.tui.race.figure_view import in_cells, pixels, view_lines
from neuron_tui.tui.race.panels import errors_chart, so_far, trials_lines, weights_lines
from neuron_tui.tui.race.state import RaceState, Stage
from tests.tui.reading import text_of, width_of

FIGURES = [Figure(*values) for values in product((0, 1), repeat=3)]
ROOMS = st.integers(8, 60)


def after(decisions: list[int], stage: Stage = Stage.ASKED, seed: int = 3) -> RaceState:
    race = Race.begin(KINDS["II"], seed)
    for decision in decisions:
        race = race.decide(decision)
    return RaceState(race, stage, "II")


@given(ROOMS, st.booleans())
def test_no_two_figures_look_alike(room: int, dark: bool) -> None:
    drawn = [tuple(in_cells(pixels(figure, room, dark=dark))) for figure in FIGURES]
    assert len(set(drawn)) == 8


@given(ROOMS, st.booleans())
def test_a_figure_fits_its_room_and_is_as_wide_as_high(room: int, dark: bool) -> None:
    for figure in FIGURES:
        shape = pixels(figure, room, dark=dark)
        assert shape.shape[0] == shape.shape[1] <= room
        assert shape.any(axis=0).all(), "it fills its whole width"
        assert len(in_cells(shape)) * 2 == len(shape)


@given(ROOMS)
def test_a_large_figure_is_much_larger_than_a_small_one(room: int) -> None:
    for colour, shape in product((0, 1), repeat=2):
        small, large = (pixels(Figure(size, colour, shape), room, dark=True) for size in (0, 1))
        assert len(small) <= 0.6 * len(large)


@pytest.mark.parametrize("shape", [0, 1])
def test_white_is_light_and_black_is_dark_by_night_and_by_day(shape: int) -> None:
    """The style is light by night and dark by day."""
    white, black = Figure(1, 0, shape), Figure(1, 1, shape)
    by_night = [pixels(figure, 20, dark=True).sum() for figure in (white, black)]
    by_day = [pixels(figure, 20, dark=False).sum() for figure in (white, black)]
    assert by_night[0] > 1.5 * by_night[1]
    assert by_day[0] * 1.5 < by_day[1]


def test_what_a_figure_is_called() -> None:
    assert {figure.name for figure in FIGURES} == {
        " ".join(words) for words in product(("small", "large"), ("white", "black"), ("triangle", "square"))
    }


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.FEEDBACK])
@given(st.integers(33, 62), st.integers(18, 56), st.lists(st.integers(0, 1), min_size=1, max_size=40))
def test_the_figure_s_panel_is_never_cut_off(stage: Stage, width: int, height: int, said: list[int]) -> None:
    lines = view_lines(after(said, stage), width, height, dark=True)
    assert len(lines) == height
    assert max(map(width_of, lines)) <= width


def test_the_trials_of_a_block_are_marked_one_by_one_and_begin_anew_in_the_next() -> None:
    race = Race.begin(KINDS["II"], 3)
    rights = [race.right(trial) for trial in range(17)]
    state = after([*rights[:2], 1 - rights[2]])
    assert text_of(trials_lines(state)[0]).split() == ["you", "✓", "✓", "✗", "?", *["·"] * 12]
    neuron = ["✗" if wrong else "✓" for wrong in state.race.neuron_wrong]
    assert text_of(trials_lines(state)[1]).split()[1:4] == neuron
    full = after(rights[:16], Stage.FEEDBACK)
    assert text_of(trials_lines(full)[0]).split() == ["you", *["✓"] * 16]
    fresh = after(rights[:16], Stage.ASKED)
    assert text_of(trials_lines(fresh)[0]).split() == ["you", "?", *["·"] * 15]
    assert max(width_of(line) for line in trials_lines(full)) <= 41


def test_the_curves_are_the_errors_by_block_each_with_its_name() -> None:
    state = after([0, 1] * 20)
    people, neuron, you = errors_chart(state, 60).series
    assert you.y.tolist() == state.race.errors.tolist()
    assert neuron.y.tolist() == state.race.neuron_errors.tolist()
    assert people.dotted
    assert people.y[:2].tolist() == [0.378, 0.156]
    assert you.x.tolist() == [1, 2, 3]
    assert {mark.label for mark in errors_chart(state, 60).marks} == {"people", "neuron", "you"}


@pytest.mark.parametrize(("width", "height"), [(37, 8), (54, 16), (92, 30)])
def test_at_the_end_of_all_blocks_everybody_s_curve_has_its_name(width: int, height: int) -> None:
    """With the majority all three may end at 0, in one place."""
    race = Race.begin(KINDS["IV"], 3)
    for trial in range(256):
        right = race.right(trial)
        race = race.decide(1 - right if trial < 16 else right if trial % 32 or trial > 230 else 1 - right)
    assert race.trials == 256
    drawn = draw(errors_chart(RaceState(race, Stage.OVER, "IV"), width), width, height)
    written = "".join(map(text_of, drawn))
    assert all(name in written for name in ("people", "neuron", "you"))


def test_without_people_or_without_a_trial_there_is_no_curve_of_theirs() -> None:
    state = after([])
    assert [mark.label for mark in errors_chart(state, 60).marks] == ["people"]
    alone = RaceState(state.race, Stage.ASKED, None)
    assert errors_chart(alone, 60).series == ()


def test_below_the_curves_stands_how_much_the_last_points_hold() -> None:
    assert so_far(after([1] * 3)) == "block 1: 3 of 16 figures so far"
    assert so_far(after([1] * 21)) == "block 2: 5 of 16 figures so far"
    assert so_far(after([1] * 16)) == "block"
    assert so_far(after([1] * 16, Stage.OVER)) == "block · people: Nosofsky et al. 1994"


@given(st.integers(0, 500), st.integers(1, 20))
def test_each_weight_stands_beside_the_value_that_it_is_for(seed: int, trials: int) -> None:
    state = after([1] * trials, Stage.FEEDBACK, seed)
    schedule = state.race.schedule
    figure = state.race.figure(state.trial)
    lines = [text_of(line) for line in weights_lines(state, 41)]
    for feature, (name, seen) in enumerate(zip(FEATURES, figure.words, strict=True)):
        input_of_it = schedule.disguise.features.index(feature)
        shown_name, value, signal, *_, weight = lines[feature].split()
        assert shown_name == name
        assert (signal == "■") == (value == seen), "on where the figure has this value"
        assert weight.replace(
            "−", "-"
        ) == f"{round(schedule.tape[trials][input_of_it], 2) + 0.0:+.2f}".replace("-0.00", "+0.00")
    assert lines[3].split()[1] == "■"


@given(st.integers(0, 500))
def test_what_the_neuron_says_is_held_back_while_you_are_asked(seed: int) -> None:
    asked, told = after([1], Stage.ASKED, seed), after([1], Stage.FEEDBACK, seed)
    output = f"{told.race.schedule.neuron_outputs[0]:.4f}"
    coming = f"{told.race.schedule.neuron_outputs[1]:.4f}"
    assert output in text_of(weights_lines(told, 41)[-1])
    assert coming not in "".join(map(text_of, weights_lines(asked, 41)))
    assert max(map(width_of, weights_lines(told, 41))) <= 41


def test_the_weights_move_when_the_answer_is_told() -> None:
    before, told = after([], Stage.ASKED), after([1], Stage.FEEDBACK)
    assert [text_of(line) for line in weights_lines(before, 41)[:4]] != [
        text_of(line) for line in weights_lines(told, 41)[:4]
    ]
    assert not np.array_equal(told.race.schedule.tape[0], told.race.schedule.tape[1])


def test_every_pair_of_figures_differs_in_words() -> None:
    assert all(one.words != other.words for one, other in combinations(FIGURES, 2))
