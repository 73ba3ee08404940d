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
from neuron_tui.game.arcade.games.catch import CATCH, Catch
from neuron_tui.game.arcade.games.key_and_door import DOOR, KEY_AND_DOOR, WATER, KeyAndDoor
from neuron_tui.game.arcade.games.road import ROAD, Road
from neuron_tui.game.arcade.games.snake import SNAKE, Snake
from neuron_tui.game.arcade.guess import STOPS
from neuron_tui.game.arcade.mask import open_look
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of
from neuron_tui.game.arcade.round import Round
from neuron_tui.neuron.q_learning import Recording, State
from neuron_tui.tui.arcade.board import BELOW, board_lines
from neuron_tui.tui.arcade.closely import closely_lines
from neuron_tui.tui.arcade.expectations import expectation_lines
from neuron_tui.tui.arcade.hidden_neuron import hidden_lines
from neuron_tui.tui.arcade.learning_curve import curve_chart
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.arcade.stops import NAMES, places, stop_lines
from neuron_tui.tui.arcade.timeline import strip_lines
from neuron_tui.tui.kit.tape.transport import Status
from tests.tui.reading import cells, text_of, width_of

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
        assert text.count(thing.glyph) == int(plane.sum()) - covered


@pytest.mark.parametrize(
    ("game", "state", "seen"),
    [
        (CATCH, Catch(3, 1, 4), [("\u25cb", "one"), ("\u25b2", "accent")]),
        (CATCH, Catch(7, 2, 2), [("\u25cb", "accent")]),
        (ROAD, Road(3, ((1, 0), (3, 2))), [("\u25a0", "one"), ("\u25b2", "one")]),
        (SNAKE, Snake(((1, 1), (1, 2)), (5, 0)), [("@", "accent"), ("o", "right"), ("*", "one")]),
        (KEY_AND_DOOR, KeyAndDoor(DOOR, has_key=True), [("\u25b2", "right")]),
        (KEY_AND_DOOR, KeyAndDoor(WATER[0]), [("\u25b2", "zero")]),
    ],
)  # fmt: skip
def test_where_two_things_share_a_cell_the_glyph_is_of_one_and_the_colour_of_the_other(
    game: Game, state: State, seen: list[tuple[str, str]]
) -> None:
    watched = replace(after(game, 0), watched=Round(game, state))
    drawn = [cell for line in board_lines(watched, 40, 30)[:-BELOW] for cell in cells(line)]
    for glyph, colour in seen:
        [(_, style)] = [cell for cell in drawn if cell[0] == glyph]
        assert style.split() == ["unlit", f"on-{colour}", "strong"]


@pytest.mark.parametrize("game", [CATCH, SNAKE], ids=lambda game: game.id)
def test_under_the_board_stand_the_game_and_its_points_so_far(game: Game) -> None:
    recording, number, brought = learned(game), 1, 0.0
    for step in range(1, STEPS + 1):
        reward, over = float(recording.rewards[step - 1]), recording.overs[step - 1]
        brought += reward
        which, told = board_lines(after(game, step), 40, 30)[-BELOW:]
        assert text_of(which).strip() == f"its game {number}"
        if over:
            mark = {1: "\u2713 ", -1: "\u2717 "}.get(reward, "")
            assert text_of(told).strip() == f"{mark}over: {_signed(brought)}"
        else:
            last = f" ({_signed(reward)})" if reward else ""
            assert text_of(told).strip() == (f"points {_signed(brought)}{last}" if brought else "")
        if reward:
            assert told[-1][1].split()[0] == ("right" if reward > 0 else "wrong")
        if over:
            number, brought = number + 1, 0.0
    assert number > 10


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "\u2212")


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_the_best_key_is_marked_and_each_has_its_number(game: Game) -> None:
    recording, ended = learned(game), 0
    for step in range(0, STEPS + 1, 3):
        state = after(game, step)
        *drawn, last = expectation_lines(state, 44)
        assert len(drawn) == len(game.actions)
        if step and recording.overs[step - 1]:
            assert [text_of(line).strip() for line in drawn] == [action.name for action in game.actions]
            assert text_of(last) == "This game is over: nothing more comes."
            ended += 1
            continue
        board = state.board.ravel().astype(np.float32)
        values = recording.learning.network.values(recording.weights(step), board)
        for line, action, value in zip(drawn, game.actions, values.tolist(), strict=True):
            mark = "\u25b8" if value == values.max() else ""
            assert text_of(line)[:11].split() == [*mark, action.name]
            assert _number(text_of(line).split()[-1]) == pytest.approx(value, abs=0.00501)
            bars = {style for glyph, style in cells(line) if glyph in "\u2501\u2578\u257a"}
            assert bars <= {"one" if value > 0 else "zero"}
    assert ended > 2


@pytest.mark.parametrize(("step", "share"), [(0, 100), (67, 52), (200, 5), (STEPS, 5)])
def test_how_often_it_explores_is_told(step: int, share: int) -> None:
    """From all to 5 % in the first third of the steps, and half of this way in half the time."""
    lines = expectation_lines(after(CATCH, step), 44)
    assert text_of(lines[-1]) == f"By lot, to explore: {share} % of steps."


def _number(text: str) -> float:
    return float(text.replace("\u2212", "-"))


@pytest.mark.parametrize("game", [CATCH, SNAKE], ids=lambda game: game.id)
def test_the_numbers_of_a_step_can_be_checked(game: Game) -> None:
    """As they are shown: points + 0.95 * the best that comes = should; should - expected = error."""
    recording = learned(game)
    for step in (*range(1, 50), 99, 100, 350, STEPS):
        text = "\n".join(text_of(line) for line in closely_lines(after(game, step), 40))
        numbers = {
            name: _number(found)
            for name in ("it expected of that", "it had", "the error")
            for found in re.findall(rf"{name} +([+\u2212][\d.]+)", text)
        }
        should = re.search(r"\+ 0\.95 \u00b7 ([+\u2212][\d.]+) +([+\u2212][\d.]+)", text)
        assert should is not None
        best, expected = map(_number, should.groups())
        assert numbers["it had"] == recording.rewards[step - 1]
        assert expected == pytest.approx(numbers["it had"] + 0.95 * best, abs=1.1e-4)
        assert numbers["the error"] == pytest.approx(expected - numbers["it expected of that"], abs=1.1e-4)
        over = bool(recording.overs[step - 1])
        assert ("nothing: over" in text) == over == (best == 0)
        assert re.search(rf"it pressed +{game.actions[recording.actions[step - 1]].name}\n", text)
        note = " ".join(text.split())
        assert "its copy of step 0 expects" in note, "it is copied every 500 steps"
        assert f"what it expected at step {step // 100 * 100}." in note, "each hundredth is kept"


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
@pytest.mark.parametrize(("width", "height"), [(42, 12), (70, 30)])
def test_a_hidden_neuron_has_a_board_for_each_thing(game: Game, width: int, height: int) -> None:
    """With a tint for each weight, and a sign where it is strong."""
    lines = hidden_lines(after(game, STEPS, selected=3), width, height)
    assert all(width_of(line) <= width for line in lines)
    assert len(lines) <= height
    heading = text_of(lines[0])
    assert all(thing.name[:5] in heading for thing in game.things)
    layer, _ = learned(game).learning.network.layers(learned(game).weights(STEPS))
    weights = layer[:-1, 3].reshape(len(game.things), game.rows, game.columns)
    wide = ((width_of(lines[0]) + 1) // len(weights) - 1) // game.columns
    high = max(wide // 2, 1)
    drawn = [cells(line) for line in lines[1 : 1 + game.rows * high]]
    for (kind, row, column), weight in np.ndenumerate(weights):
        x = kind * (wide * game.columns + 1) + column * wide
        cell = [seen for line in drawn[row * high : (row + 1) * high] for seen in line[x : x + wide]]
        [style] = {style for _, style in cell}
        hue, strength = style.removeprefix("ink on-").split("-")
        assert hue == ("one" if weight > 0 else "zero")
        assert int(strength) == pytest.approx(16 * abs(weight) / np.abs(weights).max(), abs=0.501)
        sign = "+" if weight > 0 else "\u2212"
        assert "".join(glyph for glyph, _ in cell).strip() == (sign if int(strength) > 4 else "")


@pytest.mark.parametrize("selected", range(8))
def test_what_a_hidden_neuron_says_now_and_of_each_key(selected: int) -> None:
    state = after(CATCH, STEPS, selected=selected)
    layer_1, layer_2 = learned(CATCH).learning.network.layers(learned(CATCH).weights(STEPS))
    awake = max(float(np.dot([*state.board.ravel(), 1], layer_1[:, selected])), 0.0)
    _, says, of_keys = "\n".join(map(text_of, hidden_lines(state, 70, 30))).rsplit("\n", 2)
    assert says == (f"It says {awake:.2f} now." if awake else "It is silent now.")
    told = re.findall(r"(\w+) ([+\u2212][\d.]+)", of_keys)
    assert [name for name, _ in told] == [action.name for action in CATCH.actions]
    assert [_number(weight) for _, weight in told] == pytest.approx(layer_2[selected], abs=0.00501)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_masked_thing_over_a_board_is_its_glyph_alone(game: Game) -> None:
    state = after(game, STEPS)
    masked = replace(state, look=state.contest.mask)
    heading = text_of(hidden_lines(masked, 42, 12)[0])
    assert heading.split() == [thing.glyph for thing in masked.look.things]


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


@pytest.mark.parametrize("yours", [-0.9, -0.6, 1.0])
def test_on_the_timeline_the_mark_is_where_the_game_ended_that_made_it_as_good(yours: float) -> None:
    recording, width = learned(CATCH), 77
    points, as_good = [], None
    for step, (reward, over) in enumerate(zip(recording.rewards, recording.overs, strict=True), 1):
        if over:
            points.append(float(reward))
            if as_good is None and len(points) >= 10 and np.mean(points[-20:]) >= yours - 1e-9:
                as_good = step
    state = after(CATCH, STEPS)
    masked = replace(state.contest.masked, points=(yours,))
    state = replace(state, contest=replace(state.contest, masked=masked))
    line = text_of(strip_lines(state, Status(), STEPS, width)[0])
    assert len(line) == width
    found = [column for column, glyph in enumerate(line) if glyph == "\u25c6"]
    share = [math.log(1 + step) / math.log(1 + STEPS) for step in (as_good,) if step]
    assert found == [round((width - 1) * place) for place in share]
    assert bool(found) == (yours < 0)
