"""Predictions over the iterations: the selected row's in front, the others' behind, the guess as a line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron.neuron import Array
from neuron_tui.tui.kit.chart import OUTPUTS as UPRIGHT
from neuron_tui.tui.kit.chart import Chart, Series, draw
from neuron_tui.tui.match.panels.history import HERE
from neuron_tui.tui.match.panels.predictions import YOU, Predictions
from tests.game.matches import article, quickly, replay_of, trained, two_questions
from tests.neuron.trainings import plain_loop
from tests.tui.plotted import Expected, dots, filled, is_braille, plot, styles_of, where
from tests.tui.reading import text_of, width_of

N = 10_000
PUZZLE = two_questions()
REPLAY = replay_of(PUZZLE)
"""Four examples, rows 0 to 3, and two questions, rows 4 and 5."""
ROWS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0], [0, 1, 0]])
OUTPUTS = 1 / (1 + np.exp(-(plain_loop(training_of(PUZZLE)) @ ROWS.T)))
"""What the article's own loop says to every row, iteration by iteration."""
ITERATIONS = st.integers(0, N) | st.integers(0, 100)
SELECTED = st.integers(0, 5)
GUESSES = st.none() | st.fractions(0, 1, max_denominator=20)
WIDTHS, HEIGHTS = st.integers(30, 120), st.integers(8, 30)
LINEAR = pytest.mark.parametrize("linear", [False, True], ids=["log", "linear"])


def chart_of(
    iteration: int,
    selected: int,
    *,
    guess: Fraction | None = None,
    reached: int = N,
    linear: bool = False,
    ghost: Replay | None = None,
    front: Replay = REPLAY,
) -> Chart:
    """The chart with a row selected and the playhead at an iteration."""
    view = Predictions(front)
    view.ghost = ghost
    view.iteration, view.reached, view.linear = iteration, max(iteration, reached), linear
    view.recorded, view.selected, view.guess = front.recording.recorded, selected, guess
    return view.chart(60)


def says(chart: Chart, width: int = 60, height: int = 14) -> str:
    """All that the chart says."""
    return " ".join(" ".join(map(text_of, draw(chart, width, height))).split())


def side_of(output: float) -> str:
    """The style of an output's side, as it reads with four decimals."""
    shown = round(output, 4)
    return "text" if shown == 0.5 else "one" if shown > 0.5 else "zero"


def of_row(chart: Chart, row: int) -> tuple[Series, ...]:
    """The curve of a row, ahead and behind, found by where it begins and ends."""
    ends = OUTPUTS[[0, N], row].tolist()
    solid = [series for series in chart.series if not series.dotted]
    pairs = zip(solid[::2], solid[1::2], strict=True)
    [found] = [pair for pair in pairs if pair[0].y[[0, -1]].tolist() == pytest.approx(ends)]
    return found


def expected(values: Array, high: int, linear: bool = False) -> Expected:
    """Predictions on the axes of the front run."""
    return Expected.on_timeline(values, N, UPRIGHT, high, linear=linear)


@LINEAR
@given(ITERATIONS, SELECTED, WIDTHS, HEIGHTS)
def test_every_question_has_a_curve_and_the_selected_row_whichever_it_is(
    linear: bool, iteration: int, selected: int, width: int, height: int
) -> None:
    chart = chart_of(iteration, selected, linear=linear)
    rows = {4, 5, selected}
    assert len(chart.series) == 2 * len(rows)
    for row in rows:
        alone = replace(chart, series=of_row(chart, row), marks=())
        found = dots(alone, width, height)
        assert expected(OUTPUTS[:, row], 4 * (height - 1), linear).holds(found)
        assert filled(found) == list(range(len(found)))


@given(ITERATIONS, SELECTED)
def test_the_selected_row_is_on_top_in_the_colour_of_its_side_and_the_others_are_quiet(
    iteration: int, selected: int
) -> None:
    chart = replace(chart_of(iteration, selected, reached=iteration), marks=())
    own = side_of(OUTPUTS[iteration, selected])
    assert [series.style for series in chart.series[-2:]] == ["faint", own]
    together, alone = (plot(one, 60, 14) for one in (chart, replace(chart, series=chart.series[-1:])))
    for both, only in zip(together, alone, strict=True):
        for (_, style), (glyph, _) in zip(both, only, strict=True):
            if is_braille(glyph):
                assert style == own, "no other curve covers it"
    styles = {style for row in together for glyph, style in row if is_braille(glyph)}
    assert styles <= {own, "muted"}


@given(ITERATIONS, SELECTED, WIDTHS, HEIGHTS)
def test_the_prediction_at_the_playhead_has_its_mark_and_its_number(
    iteration: int, selected: int, width: int, height: int
) -> None:
    chart = chart_of(iteration, selected)
    output = OUTPUTS[iteration, selected]
    alone = replace(chart, series=(), marks=chart.marks[-1:])
    [(column, row)] = where(alone, HERE, width, height)
    wide = 2 * len(plot(chart, width, height)[0])
    assert abs(2 * column + 0.5 - np.log(1 + iteration) / np.log(1 + N) * (wide - 1)) <= 1
    assert abs(4 * row + 1.5 - (1 - output) * (4 * (height - 1) - 1)) <= 2
    name = "12ab"[selected] if selected < 2 else str(selected + 1) if selected < 4 else "ab"[selected - 4]
    assert chart.marks[-1].label == f"{name} {output:.4f}"
    assert chart.marks[-1].style == f"{side_of(output)} strong"


@pytest.mark.parametrize("selected", range(6))
@pytest.mark.parametrize("iteration", [0, 3, 60, 1_000, N])
def test_the_number_is_that_of_the_selected_row_also_of_an_example(iteration: int, selected: int) -> None:
    assert f"{OUTPUTS[iteration, selected]:.4f}" in says(chart_of(iteration, selected))


@given(st.fractions(0, 1, max_denominator=20), ITERATIONS, WIDTHS, HEIGHTS)
def test_the_guess_is_a_dotted_line_across_at_its_height(
    guess: Fraction, iteration: int, width: int, height: int
) -> None:
    chart = chart_of(iteration, 4, guess=guess)
    line = replace(chart, series=tuple(series for series in chart.series if series.dotted), marks=())
    found = dots(line, width, height)
    assert dots(line, width, height, "text") == found
    [down] = {down for downs in found for down in downs}
    assert abs(down - (1 - guess) * (4 * (height - 1) - 1)) <= 0.5
    columns = filled(found)
    assert set(np.diff(columns)) == {3}, "a dot in every third place"
    assert columns[0] < 3
    assert columns[-1] >= len(found) - 3


@given(st.fractions(0, 1, max_denominator=20), ITERATIONS, WIDTHS, HEIGHTS)
def test_the_guess_is_marked_where_its_line_begins(
    guess: Fraction, iteration: int, width: int, height: int
) -> None:
    chart = chart_of(iteration, 4, guess=guess)
    [mark] = [mark for mark in chart.marks if mark.glyph == YOU]
    assert (mark.glyph, mark.label) == (YOU, f"you {float(guess):.2f}")
    alone = replace(chart, series=(), marks=(mark,))
    [(column, row)] = where(alone, YOU, width, height)
    assert column == 0
    assert abs(4 * row + 1.5 - (1 - guess) * (4 * (height - 1) - 1)) <= 2, "a cell is four dots high"


def test_a_guess_says_you_with_its_number_and_without_one_there_is_no_line() -> None:
    guessed, not_guessed = chart_of(60, 4, guess=Fraction(4, 5)), chart_of(60, 4)
    assert "you 0.80" in says(guessed)
    assert styles_of(draw(guessed, 60, 14), "you 0.80") == {"text"}
    assert "you" not in says(not_guessed)
    assert not where(not_guessed, YOU, 60, 14)
    assert not [series for series in not_guessed.series if series.dotted]
    # 13 lines hold 52 dots: 0.80 stands a fifth of 51 below the topmost, in the third line
    line = plot(guessed, 60, 14)[2]
    assert line[0][0] == YOU
    assert any(style == "text" and is_braille(glyph) for glyph, style in line)


@given(ITERATIONS, SELECTED, GUESSES, st.integers(8, 120), st.integers(3, 40))
def test_it_fills_its_size(
    iteration: int, selected: int, guess: Fraction | None, width: int, height: int
) -> None:
    lines = draw(chart_of(iteration, selected, guess=guess), width, height)
    assert len(lines) == height
    assert {width_of(line) for line in lines} == {width}


@given(ITERATIONS, ITERATIONS, SELECTED)
def test_what_lies_ahead_is_faint_and_what_was_never_seen_is_not_given_away(
    one: int, another: int, selected: int
) -> None:
    here, reached = sorted((one, another))
    chart = replace(chart_of(here, selected, reached=reached), marks=())
    found, faint = dots(chart, 60, 14), dots(chart, 60, 14, "faint")
    at, furthest = (np.log(1 + i) / np.log(1 + N) * (len(found) - 1) for i in (here, reached))
    assert filled(found)[-1] == pytest.approx(furthest, abs=2)
    assert all(column >= at - 2 for column in filled(faint))
    assert all(column <= at + 3 for column in filled(dots(chart, 60, 14, "muted", "one", "zero", "text")))


@pytest.mark.slow
@LINEAR
@pytest.mark.parametrize("iterations", [200, N, 50_000])
@pytest.mark.parametrize("threshold", [False, True])
def test_of_the_run_behind_the_selected_row_is_dotted_on_the_front_run_s_scale(
    iterations: int, threshold: bool, linear: bool
) -> None:
    settings = replace(PUZZLE.neuron, seed=3, iterations=iterations, threshold=threshold)
    puzzle = replace(PUZZLE, neuron=settings)
    ghost = replay_of(puzzle)
    chart = chart_of(60, 5, linear=linear, ghost=ghost)
    [behind] = [series for series in chart.series if series.dotted]
    found = dots(replace(chart, series=(behind,), marks=()), 90, 20, "muted")
    tape = ghost.recording.tape[: N + 1]
    sums = tape[:, :3] @ ROWS[5] + (tape[:, 3] if threshold else 0)
    assert expected(1 / (1 + np.exp(-sums)), 76, linear).holds(found)
    end = iterations / N if linear else np.log(1 + iterations) / np.log(1 + N)
    assert filled(found)[-1] == pytest.approx(min(end, 1) * (len(found) - 1), abs=5)
    assert chart.y == UPRIGHT, "a prediction is never beyond 0 and 1"


def test_an_output_of_exactly_a_half_is_on_neither_side() -> None:
    puzzle = replace(article(), neuron=replace(article().neuron, iterations=10))
    match = Match.begin(puzzle)
    match.recording.tape[0] = 0
    match.recording.record(10)
    chart = chart_of(0, 4, front=Replay(puzzle, match.recording))
    assert chart.marks[-1].style == "text strong"
    assert "0.5000" in says(chart)


def test_another_row_or_more_of_the_tape_is_drawn_anew() -> None:
    replay = Replay(PUZZLE, trained(Match.begin(quickly(PUZZLE, 100))).recording)
    view = Predictions(replay)
    view.reached = view.iteration = 100
    seen = []
    for selected in (4, 5, 0, 4):
        view.selected = selected
        seen.append(view.chart(60).series[-1].y.tolist())
    assert seen[0] == seen[3]
    assert seen[0] != seen[1] != seen[2]
    # the ends of its curve are the outputs for 1 1 0 at the start and after 100 iterations
    assert seen[0][::399] == pytest.approx([OUTPUTS[0, 4], OUTPUTS[100, 4]])
