"""The plane: colours for what the neuron says everywhere, the line between, and the rows at the corners."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.glyphs import ASKED, SHOULD_BE_ONE, SHOULD_BE_ZERO, WRONG
from neuron_tui.tui.kit.painted import STRENGTHS
from neuron_tui.tui.match.panels.plane import BORDER, HIDDEN_BORDER, plane_lines
from tests.game.matches import article, bundled, quickly, replay_of
from tests.tui.reading import cells, text_of, width_of
from tests.tui.story import playing, write

KEYS = replay_of(bundled("threshold/two-keys"))
NIGHT_LIGHT = replay_of(bundled("threshold/night-light-again"))
MINDS = replay_of(quickly(bundled("hooked-together/reading-minds"), 2_000))
ARTICLE = replay_of(article())
GAME_NIGHT = replay_of(bundled("threshold/game-night"))
REPLAYS = {"two inputs": KEYS, "three": ARTICLE, "four": GAME_NIGHT, "hidden neurons": MINDS}
GLYPHS = {SHOULD_BE_ONE, SHOULD_BE_ZERO, ASKED, WRONG}


def halves(replay: Replay, iteration: int, selected: int, width: int, height: int) -> list[list[str]]:
    """The style of each half of each cell of a plane of two inputs."""
    found: list[list[str]] = []
    for line in plane_lines(replay, iteration, selected, (0, 1), width, height):
        upper, lower = [], []
        for glyph, style in cells(line):
            names = style.replace("strong ", "").split()
            ground = names[-1].removeprefix("on-")
            upper.append(names[0] if glyph == "▀" else ground)
            lower.append(ground)
        found += [upper, lower]
    return found


def by_hand(replay: Replay, iteration: int, inputs: tuple[float, ...]) -> float:
    """What one neuron says to any inputs, without numpy."""
    weights = replay.weights(iteration).tolist()
    signals = (*inputs, 1.0)[: len(weights)]
    return 1 / (1 + math.exp(-sum(weight * signal for weight, signal in zip(weights, signals, strict=True))))


@given(st.sampled_from([0, 3, 40, 10_000]), st.integers(10, 40), st.integers(4, 20))
def test_every_point_has_the_colour_of_what_is_said_there_and_the_line_runs_where_it_changes(
    iteration: int, width: int, height: int
) -> None:
    found = halves(NIGHT_LIGHT, iteration, 0, width, height)
    high, wide = len(found), len(found[0])
    said = [
        [by_hand(NIGHT_LIGHT, iteration, (x / (wide - 1), 1 - y / (high - 1))) for x in range(wide)]
        for y in range(high)
    ]
    for y, x in product(range(2, high - 2), range(2, wide - 2)):  # dots and numbers stand at the corners
        output, after = said[y][x], (said[y][x + 1], said[y + 1][x])
        if found[y][x] == BORDER:
            assert any((output > 0.5) != (other > 0.5) for other in after)
            continue
        assert all((output > 0.5) == (other > 0.5) for other in after)
        side, strength = found[y][x].split("-")
        assert abs(int(strength) - abs(output - 0.5) * 2 * STRENGTHS) <= 0.5 + 1e-9
        assert int(strength) == 0 or side == ("one" if output > 0.5 else "zero")


@pytest.mark.parametrize("kind", REPLAYS)
@given(st.integers(2, 90), st.integers(1, 40), st.sampled_from([0, 5, 2_000]))
def test_it_fits_any_room(kind: str, width: int, height: int, iteration: int) -> None:
    lines = plane_lines(REPLAYS[kind], iteration, 0, (0, 1), width, height)
    assert len(lines) <= height
    assert not lines or {width_of(line) for line in lines} <= set(range(4, width + 1))


def test_rows_stand_at_their_corners_and_wrong_ones_say_so() -> None:
    learned = plane_lines(ARTICLE, 10_000, 4, (0, 1), 44, 14)
    glyphs = [glyph for line in learned for glyph in text_of(line) if glyph in GLYPHS]
    assert sorted(glyphs) == sorted([SHOULD_BE_ZERO] * 2 + [SHOULD_BE_ONE] * 2 + [ASKED])
    reversed_weights = replace(article().neuron, start=(-9.0, 0.0, 4.0))
    unlearned = plane_lines(replay_of(replace(article(), neuron=reversed_weights)), 0, 4, (0, 1), 44, 14)
    assert "".join(map(text_of, unlearned)).count(WRONG) == 4


def test_each_square_says_what_the_other_inputs_are() -> None:
    said = "\n".join(map(text_of, plane_lines(ARTICLE, 100, 4, (0, 1), 44, 14)))
    assert "□ right" in said
    assert "■ right" in said
    assert said.index("□ right") < said.index("■ right"), "off on the left"
    assert "rest: row b" in "\n".join(map(text_of, plane_lines(GAME_NIGHT, 100, 8, (0, 1), 44, 14)))


def test_each_square_has_the_colours_of_what_it_holds_and_its_corners_the_rows() -> None:
    start = (0.0, 0.0, 9.0)  # only right counts
    replay = replay_of(replace(article(), neuron=replace(article().neuron, start=start)))
    line = cells(plane_lines(replay, 0, 4, (0, 1), 44, 14)[6])
    assert {style for _, style in line[:20]} == {"on-zero-0"}, "0.5 where it is off"
    assert {style for _, style in line[24:40]} == {f"on-one-{STRENGTHS}"}
    upper, lower = (text_of(plane_lines(ARTICLE, 0, 4, (0, 1), 44, 14)[row]) for row in (0, 12))
    assert [place for place, glyph in enumerate(upper) if glyph in GLYPHS] == [23, 43]
    assert [place for place, glyph in enumerate(lower) if glyph in GLYPHS] == [20, 23, 43]
    assert (upper[24], upper[42], lower[24], lower[42], lower[20]) == ("4", "2", "1", "3", ASKED)


def test_hidden_neurons_have_lines_of_their_own_and_those_switched_off_none() -> None:
    def hidden_cells() -> int:
        found = halves(MINDS, 2_000, 0, 60, 20)
        return sum(style == HIDDEN_BORDER for line in found for style in line)

    before = hidden_cells()
    assert before
    MINDS.switch(frozenset(range(4)))
    assert hidden_cells() == 0
    MINDS.switch(frozenset())
    assert hidden_cells() == before


async def test_square_brackets_turn_it_where_there_are_more_than_two_inputs(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(160, 50)) as player:
        await player.train()
        assert "\u2191 middle \u2192 left" in player.part("#plane")
        await player.press("right_square_bracket")
        assert "\u2191 right \u2192 left" in player.part("#plane")
        assert "\u25a1 middle" in player.part("#plane")
        await player.press("left_square_bracket", "left_square_bracket")
        assert "\u2191 right \u2192 middle" in player.part("#plane"), "round from the first to the last"


async def test_pictures_have_none() -> None:
    async with playing(bundled_puzzles() / "9-pictures", size=(160, 50)) as player:
        await player.train("1", "enter", "1")
        assert "Plane" not in player.text
        assert "Weights" in player.text
