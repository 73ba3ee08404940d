"""The arcade's pictures: the board, what is expected, the curves, a hidden neuron, a step closely."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.guess import STOPS
from neuron_tui.game.arcade.mask import open_look
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.neuron.q_learning import Recording
from neuron_tui.tui.arcade.board import BELOW, board_lines
from neuron_tui.tui.arcade.closely import closely_lines
from neuron_tui.tui.arcade.expectations import expectation_lines
from neuron_tui.tui.arcade.hidden_neuron import hidden_lines
from neuron_tui.tui.arcade.learning_curve import curve_chart
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.arcade.stops import NAMES, places, stop_lines
from tests.tui.reading import text_of, width_of

STEPS = 400
RECORDINGS: dict[str, Recording] = {}


def learned(game: Game) -> Recording:
    """A short learning of a game; made once."""
    if game.id not in RECORDINGS:
        RECORDINGS[game.id] = Recording(learning_of(game, 1, STEPS))
        RECORDINGS[game.id].record(STEPS)
    return RECORDINGS[game.id]


def after(game: Game, steps: int, *, selected: int = 0) -> ArcadeState:
    """What is shown of a learning after so many steps."""
    contest = Contest.begin(game, np.random.default_rng(1)).go_to(Stage.LEARNING)
    moment = Moment(game, learned(game), steps)
    return ArcadeState(contest, moment, open_look(game), True, None, selected)


GAME = st.sampled_from(GAMES)
STEP = st.integers(0, STEPS)


@given(GAME, STEP, st.integers(28, 70), st.integers(16, 46))
def test_every_thing_on_the_board_is_seen_and_the_board_fits(
    game: Game, step: int, width: int, height: int
) -> None:
    state = after(game, step)
    lines = board_lines(state, width, height)
    assert len(lines) <= height
    assert all(width_of(line) <= width for line in lines)
    text = "".join(text_of(line) for line in lines[:-BELOW])
    planes = state.board
    for thing, plane in zip(game.things, planes, strict=True):
        covered = int((plane & (planes[: game.things.index(thing)].any(axis=0))).sum())
        same = sum(other.glyph == thing.glyph for other in game.things)
        assert text.count(thing.glyph) == int(plane.sum()) - covered or same > 1


@given(GAME, STEP)
def test_the_best_key_is_marked_and_each_has_its_number(game: Game, step: int) -> None:
    state = after(game, step)
    lines = [text_of(line) for line in expectation_lines(state, 44)]
    weights, board = state.moment.recording.weights(step), state.board.reshape(1, -1).astype(float)
    values = state.moment.recording.learning.network.values(weights, board)[0]
    for action, (line, value) in enumerate(zip(lines, values, strict=False)):
        if state.moment.ended:
            assert line.split() == [game.actions[action].name], "nothing more comes"
        else:
            assert line.endswith(f"{abs(value):.2f}")
            assert line.startswith("\u25b8") == (action == int(values.argmax()))


def _number(text: str) -> float:
    return float(text.replace("\u2212", "-"))


@pytest.mark.parametrize("step", [1, 7, 100, 350, STEPS])
def test_the_numbers_of_a_step_can_be_checked(step: int) -> None:
    """As they are shown: points + 0.95 * the best that comes = should; should - expected = error."""
    state = after(CATCH, step)
    text = "\n".join(text_of(line) for line in closely_lines(state, 40))
    numbers = {
        name: _number(found)
        for name in ("it expected of that", "it had", "the error")
        for found in re.findall(rf"{name} +([+\u2212][\d.]+)", text)
    }
    should = re.search(r"\+ 0\.95 \u00b7 ([+\u2212][\d.]+) +([+\u2212][\d.]+)", text)
    assert should is not None
    best, expected = map(_number, should.groups())
    assert expected == pytest.approx(numbers["it had"] + 0.95 * best, abs=1.1e-4)
    assert numbers["the error"] == pytest.approx(expected - numbers["it expected of that"], abs=1.1e-4)
    assert ("nothing: over" in text) == bool(state.moment.ended)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
@pytest.mark.parametrize(("width", "height"), [(42, 12), (70, 30)])
def test_a_hidden_neuron_has_a_board_for_each_thing(game: Game, width: int, height: int) -> None:
    lines = hidden_lines(after(game, STEPS, selected=3), width, height)
    assert all(width_of(line) <= width for line in lines)
    assert len(lines) <= height
    heading = text_of(lines[0])
    assert all(thing.name[:5] in heading for thing in game.things)
    layer = learned(game).learning.network.layers(learned(game).weights(STEPS))[0][:-1, 3]
    strongest = int(np.abs(layer).argmax())
    row = strongest % (game.rows * game.columns) // game.columns
    high = (len(lines) - 3) // game.rows  # the last line or two are for the keys
    signs = "".join(text_of(line) for line in lines[1 + row * high : 1 + (row + 1) * high])
    assert ("+" if layer[strongest] > 0 else "\u2212") in signs


def test_the_curve_ends_where_the_last_games_stand() -> None:
    state = after(CATCH, STEPS)
    points = []
    brought = 0.0
    recording = learned(CATCH)
    for reward, over in zip(recording.rewards, recording.overs, strict=True):
        brought += reward
        if over:
            points.append(brought)
            brought = 0.0
    network = next(mark for mark in curve_chart(state).marks if mark.label == "network")
    assert 10**network.x == pytest.approx(len(points))
    assert network.y == pytest.approx(sum(points[-20:]) / 20)


@given(st.integers(0, len(STOPS) - 1), st.integers(40, 60))
def test_the_mark_stands_under_what_is_said(stop: int, width: int) -> None:
    contest = Contest.begin(CATCH, np.random.default_rng(1)).go_to(Stage.GUESS).say(stop)
    state = ArcadeState(contest, Moment(CATCH, learned(CATCH), 0), open_look(CATCH), False, None, 0)
    names, line, *_ = (text_of(line) for line in stop_lines(state, width))
    assert line.index("\u25b2") == places(width)[stop]
    assert abs(names.index(NAMES[stop]) + len(NAMES[stop]) // 2 - line.index("\u25b2")) <= 3
    assert width_of(((names, ""),)) == width


@pytest.mark.parametrize("stop", range(len(STOPS)))
def test_your_guess_stands_in_its_place_on_the_axis_of_games(stop: int) -> None:
    """The learning has fewer than a hundred games; the guess may be far beyond them."""
    state = after(CATCH, STEPS)
    chart = curve_chart(replace(state, contest=replace(state.contest, stop=stop)))
    placed = [mark.x for mark in chart.marks if mark.label == "your guess"]
    guess = STOPS[stop]
    assert placed == ([] if guess is None else [pytest.approx(math.log10(guess))])
    assert all(x <= chart.x.high for x in placed)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_the_first_game_is_on_the_board_before_anything_was_learned(game: Game) -> None:
    fresh = Moment(game, Recording(learning_of(game, 1, STEPS)), 0)
    assert fresh.board.any()
    assert np.array_equal(fresh.board, Moment(game, learned(game), 0).board)


def test_it_is_as_good_at_the_height_of_your_mean() -> None:
    state = after(CATCH, STEPS)
    masked = replace(state.contest.masked, points=(-1.0,) * 9 + (0.0,))
    chart = curve_chart(replace(state, contest=replace(state.contest, masked=masked)))
    (mark,) = (mark for mark in chart.marks if mark.label == "as good")
    assert mark.y == pytest.approx(-0.9)
