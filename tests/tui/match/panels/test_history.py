"""The error and the weights over the iterations: as far as was seen, and the run behind them dotted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.kit.cells import Line, cut, width_of
from neuron_tui.tui.kit.chart import Chart, draw
from neuron_tui.tui.match.panels.history import HERE, ErrorHistory, History, WeightHistory
from tests.game.matches import article, quickly, replay_of
from tests.neuron.trainings import ARTICLE as TRAINING
from tests.neuron.trainings import plain_loop
from tests.tui.plotted import Expected, dots, filled, is_braille, plot, stands_at, styles_of, where
from tests.tui.reading import text_of

N = 10_000
ARTICLE = replay_of(article())
TAPE = plain_loop(TRAINING)
"""The article's weights, iteration by iteration, by its own loop."""
ITERATIONS = st.integers(0, N) | st.integers(0, 100)
WIDTHS, HEIGHTS = st.integers(30, 120), st.integers(8, 30)
LINEAR = pytest.mark.parametrize("linear", [False, True], ids=["log", "linear"])


def errors_of(tape: Array, threshold: bool = False) -> Array:
    """The mean error over the article's examples for each row of weights."""
    inputs = np.hstack([TRAINING.inputs, np.ones((4, 1))]) if threshold else TRAINING.inputs
    outputs = 1 / (1 + np.exp(-(tape @ inputs.T)))
    return np.asarray(np.abs(TRAINING.targets - outputs).mean(axis=1))


ERRORS = errors_of(TAPE)


def other(*, iterations: int = N, seed: int = 1, rate: float = 1.0, threshold: bool = False) -> Replay:
    """The article's neuron trained otherwise."""
    settings = replace(
        article().neuron, iterations=iterations, seed=seed, learning_rate=rate, threshold=threshold
    )
    return replay_of(replace(article(), neuron=settings))


OTHERS = {
    "other weights": other(seed=2),
    "shorter": other(seed=3, iterations=200),
    "longer": other(seed=3, iterations=20_000),
    "quicker": other(rate=10.0),
    "with a threshold": other(threshold=True),
    "a worse start": other(seed=9),
}
BEHIND = pytest.mark.parametrize("ghost", OTHERS.values(), ids=OTHERS.keys())


def chart_of(
    kind: type[History],
    iteration: int,
    *,
    reached: int | None = None,
    linear: bool = False,
    ghost: Replay | None = None,
    front: Replay = ARTICLE,
) -> Chart:
    """The chart of a run, with the playhead at an iteration."""
    view = kind(front)
    view.ghost = ghost
    view.iteration, view.reached, view.linear = iteration, max(iteration, reached or 0), linear
    view.recorded = front.recording.recorded
    return view.chart()


def place_of(iteration: int, linear: bool, iterations: int = N) -> float:
    """Where an iteration stands on the axis."""
    return iteration / iterations if linear else float(np.log(1 + iteration) / np.log(1 + iterations))


PANELS = [(25, 6), (32, 8), (44, 13), (64, 18)]
"""The panel of the weights on screens of 100x30, 120x40, 160x50 and 200x60."""


def weights_of(replay: Replay, width: int, height: int) -> list[Line]:
    """The panel of the weights at the end of a run."""
    view = WeightHistory(replay)
    view.iteration = view.reached = view.recorded = replay.iterations
    return view.paint(width, height)


def cells_in(chart: Chart, width: int, height: int, *styles: str) -> list[int]:
    """The columns of the cells that hold a curve in these styles."""
    rows = plot(chart, width, height)
    return sorted(
        {x for row in rows for x, (glyph, style) in enumerate(row) if is_braille(glyph) and style in styles}
    )


@LINEAR
@given(st.data(), WIDTHS, HEIGHTS)
def test_the_curve_stands_at_the_errors_of_the_tape_at_their_iterations(
    linear: bool, data: st.DataObject, width: int, height: int
) -> None:
    chart = chart_of(ErrorHistory, data.draw(ITERATIONS), reached=N, linear=linear)
    found = dots(chart, width, height)
    expected = Expected.on_timeline(ERRORS, N, chart.y, 4 * (height - 1), linear=linear)
    assert expected.holds(found)
    assert len(filled(found)) >= len(found) - 2, "from the first to the last, but for the cell of the mark"


@LINEAR
@given(st.data(), WIDTHS, HEIGHTS)
def test_the_curves_stand_at_the_weights_of_the_tape_at_their_iterations(
    linear: bool, data: st.DataObject, width: int, height: int
) -> None:
    chart = chart_of(WeightHistory, data.draw(ITERATIONS), reached=N, linear=linear)
    ahead, behind = chart.series[::2], chart.series[1::2]
    assert len(ahead) == len(behind) == 3
    for index, both in enumerate(zip(ahead, behind, strict=True)):
        alone = replace(chart, series=both, marks=())
        expected = Expected.on_timeline(TAPE[:, index], N, chart.y, 4 * (height - 1), linear=linear)
        found = dots(alone, width, height)
        assert expected.holds(found)
        assert filled(found) == list(range(len(found)))


@LINEAR
@given(ITERATIONS, ITERATIONS, WIDTHS, HEIGHTS)
def test_what_lies_behind_has_its_ink_and_what_lies_ahead_is_faint_as_far_as_was_seen(
    linear: bool, one: int, another: int, width: int, height: int
) -> None:
    here, reached = sorted((one, another))
    chart = replace(chart_of(ErrorHistory, here, reached=reached, linear=linear), marks=())
    columns = len(plot(chart, width, height)[0])
    at, furthest = (round(place_of(iteration, linear) * (columns - 1)) for iteration in (here, reached))
    behind, ahead = (cells_in(chart, width, height, style) for style in ("accent", "faint"))
    assert (behind[0], behind[-1]) == (0, pytest.approx(at, abs=1))
    if furthest > at + 1:
        assert (ahead[0], ahead[-1]) == (pytest.approx(at, abs=2), pytest.approx(furthest, abs=1))
    assert max(behind + ahead) <= furthest + 1, "what was never seen is not given away"


@pytest.mark.parametrize("kind", [ErrorHistory, WeightHistory])
def test_on_a_tape_that_was_not_watched_yet_nothing_is_given_away(kind: type[History]) -> None:
    chart = replace(chart_of(kind, 0), marks=())
    assert {column // 2 for column in filled(dots(chart, 60, 12))} == {0}


@LINEAR
@given(ITERATIONS, WIDTHS, HEIGHTS)
def test_the_error_at_the_playhead_stands_beside_it(
    linear: bool, iteration: int, width: int, height: int
) -> None:
    chart = chart_of(ErrorHistory, iteration, reached=N, linear=linear)
    [(column, row)] = where(chart, HERE, width, height)
    columns, rows = len(plot(chart, width, height)[0]), height - 1
    share = ERRORS[iteration] / chart.y.high
    assert stands_at((column, row), place_of(iteration, linear), share, columns, rows)
    said = " ".join(map(text_of, draw(chart, width, height)))
    assert f"{ERRORS[iteration]:.4f}" in said


@LINEAR
@given(ITERATIONS, WIDTHS, HEIGHTS)
def test_every_weight_has_a_mark_at_the_playhead_in_the_colour_of_its_side(
    linear: bool, iteration: int, width: int, height: int
) -> None:
    chart = chart_of(WeightHistory, iteration, reached=N, linear=linear)
    marks = {(column, row) for column, row in where(chart, HERE, width, height)}
    columns, rows = len(plot(chart, width, height)[0]), height - 1
    for index, weight in enumerate(TAPE[iteration]):
        assert chart.marks[index].style == ("one" if weight > 0 else "zero")
        share = (weight + chart.y.high) / (2 * chart.y.high)
        assert any(stands_at(cell, place_of(iteration, linear), share, columns, rows) for cell in marks)


def test_the_article_s_weights_are_named_with_their_values_where_there_is_room() -> None:
    lines = weights_of(ARTICLE, 60, 16)
    assert styles_of(lines, "left    +9.67") == {"one"}
    assert styles_of(lines, "middle  −0.21") == {"zero"}
    assert styles_of(lines, "right   −4.63") == {"zero"}
    narrow = weights_of(ARTICLE, 25, 6)
    last = [text_of(line).split()[-1] for line in narrow]
    assert [word for word in last if word.isalpha()] == ["left", "middle", "right"]
    assert "+9.67" not in " ".join(map(text_of, narrow))


@pytest.mark.slow
def test_the_names_of_every_puzzle_of_the_course_stand_in_the_order_of_their_curves() -> None:
    puzzles = [entry.puzzle for entry in Shelf([Folder(bundled_puzzles(), "bundled")])]
    seen = 0
    for puzzle in puzzles:
        if puzzle is None or puzzle.neuron.hidden or puzzle.picture:
            continue
        replay = replay_of(puzzle)
        names = np.array([cut(name, 10).strip() for name in replay.weight_names])
        ordered = names[np.argsort(-replay.recording.tape[-1], kind="stable")].tolist()
        for width, height in PANELS:
            if len(names) > height:
                continue
            named = max(map(width_of, names))
            room = named + (8 if width >= 34 else 1)
            lines = [text_of(line) for line in weights_of(replay, width, height)]
            said = {
                row: line[-room:][: named + 1].strip()
                for row, line in enumerate(lines)
                if width_of(line) == width
            }
            assert list(said.values()) == ordered, puzzle.title
            ends = [row for row, line in enumerate(lines) if line[: width - room].endswith(HERE)]
            assert len(ends) < len(names) or list(said) == ends, "each beside the end of its curve"
            seen += 1
    assert seen > 200


def test_the_labels_of_the_axes_are_their_ends() -> None:
    errors = [text_of(line) for line in draw(chart_of(ErrorHistory, 50), 60, 12)]
    # the random start is wrong by 0.58 on average: the scale ends at the next tenth
    assert (errors[0][:2], errors[-2][:2], float(np.ceil(ERRORS.max() * 10) / 10)) == (".6", " 0", 0.6)
    weights = [text_of(line) for line in draw(chart_of(WeightHistory, 50), 60, 12)]
    assert [line.split("┤")[0].strip() for line in weights if "┤" in line] == ["+10", "0", "−10"]
    assert errors[-1].split() == weights[-1].split() == ["0", "1", "10", "100", "1k", "10k"]
    even = text_of(draw(chart_of(ErrorHistory, 50, linear=True), 60, 12)[-1])
    assert even.split() == ["0", "2k", "4k", "6k", "8k", "10k"]


@pytest.mark.parametrize("kind", [ErrorHistory, WeightHistory])
def test_the_scales_do_not_move_while_it_learns(kind: type[History]) -> None:
    charts = [chart_of(kind, iteration) for iteration in (0, 1, 50, 9_999, N)]
    assert len({(chart.x, chart.y) for chart in charts}) == 1


def test_an_error_that_rises_above_a_half_has_its_place() -> None:
    wild = other(seed=7, rate=1_000.0, iterations=60)
    errors = errors_of(wild.recording.tape)
    chart = chart_of(ErrorHistory, 60, front=wild)
    assert 0.5 < errors.max() <= chart.y.high <= errors.max() + 0.1


def ghostly(chart: Chart) -> Chart:
    """What stands behind the run in front, alone."""
    return replace(chart, series=tuple(series for series in chart.series if series.dotted), marks=())


@LINEAR
@BEHIND
def test_the_error_of_the_run_behind_is_dotted_on_the_front_run_s_scale_as_far_as_it_goes(
    ghost: Replay, linear: bool
) -> None:
    chart = chart_of(ErrorHistory, 50, linear=linear, ghost=ghost)
    errors = errors_of(ghost.recording.tape, ghost.model.threshold)[: N + 1]
    found = dots(ghostly(chart), 90, 20, "muted")
    assert found == dots(ghostly(chart), 90, 20), "all of it is quiet"
    assert Expected.on_timeline(errors, N, chart.y, 76, linear=linear).holds(found)
    end = min(place_of(ghost.iterations, linear), 1) * (len(found) - 1)
    assert end - 5 <= filled(found)[-1] <= end + 1, "to its own end, or to that of the scale"
    solid = replace(chart, series=tuple(replace(series, dotted=False) for series in ghostly(chart).series))
    count = sum(map(len, dots(replace(solid, marks=()), 90, 20)))
    assert count / 5 <= sum(map(len, found)) <= count / 2


@LINEAR
@BEHIND
def test_every_weight_of_the_run_behind_is_dotted_also_a_threshold_that_the_one_in_front_has_not(
    ghost: Replay, linear: bool
) -> None:
    chart = chart_of(WeightHistory, 50, linear=linear, ghost=ghost)
    behind = ghostly(chart).series
    assert len(behind) == ghost.model.size
    for index, series in enumerate(behind):
        found = dots(replace(chart, series=(series,), marks=()), 90, 20, "muted")
        weights = ghost.recording.tape[: N + 1, index]
        assert Expected.on_timeline(weights, N, chart.y, 76, linear=linear).holds(found)
        end = min(place_of(ghost.iterations, linear), 1) * (len(found) - 1)
        assert end - 5 <= filled(found)[-1] <= end + 1


def test_a_threshold_in_front_has_a_curve_and_a_name_and_the_run_behind_has_none() -> None:
    chart = chart_of(WeightHistory, N, front=OTHERS["with a threshold"], ghost=ARTICLE)
    assert len(ghostly(chart).series) == 3
    assert len(chart.marks) == 4
    assert "threshold" in " ".join(map(text_of, weights_of(OTHERS["with a threshold"], 90, 30)))


@BEHIND
@pytest.mark.parametrize("kind", [ErrorHistory, WeightHistory])
def test_the_scale_holds_both_runs_and_is_the_same_after_a_swap(kind: type[History], ghost: Replay) -> None:
    upright = chart_of(kind, 50, ghost=ghost).y
    swapped = chart_of(kind, 50, front=ghost, ghost=ARTICLE).y
    for run in (ARTICLE, ghost):
        tape = run.recording.tape[: N + 1]
        values = tape if kind is WeightHistory else errors_of(tape, run.model.threshold)
        assert upright.low <= values.min()
        assert values.max() <= upright.high
    if ghost.iterations == N:
        assert upright == swapped


@BEHIND
def test_a_run_behind_does_not_move_the_front_one_on_its_axis_of_iterations(ghost: Replay) -> None:
    alone, before = (chart_of(ErrorHistory, 50, reached=500, ghost=run) for run in (None, ghost))
    assert (alone.x, alone.cursor) == (before.x, before.cursor)
    assert [series.x.tolist() for series in alone.series] == [
        series.x.tolist() for series in before.series if not series.dotted
    ]


def test_a_tape_that_is_still_being_recorded_is_drawn_as_far_as_it_goes_behind_another() -> None:
    begun = other(seed=2)
    begun.recording.recorded = 300
    chart = ghostly(chart_of(ErrorHistory, 50, ghost=begun))
    found = filled(dots(chart, 90, 20))
    assert found[-1] == pytest.approx(place_of(300, False) * (len(dots(chart, 90, 20)) - 1), abs=5)


def test_a_run_with_a_single_iteration_has_its_two_ends() -> None:
    single = replay_of(quickly(article(), 1))
    chart = chart_of(ErrorHistory, 1, front=single)
    assert [label for _, label in chart.x.ticks] == ["0", "1"]
    found = dots(replace(chart, marks=()), 60, 12, "accent")
    assert filled(found) == list(range(len(found)))
    assert Expected.on_timeline(ERRORS[:2], 1, chart.y, 44).holds(found)
