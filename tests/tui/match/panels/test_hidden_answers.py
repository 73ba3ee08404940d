"""What hidden neurons answer to every row, in the panel of the neuron once it has the whole screen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from neuron_tui.tui.match.panels.hidden_answers import HEAD, answer_lines, rows_shown
from tests.game.matches import bundled, quickly, replay_of
from tests.tui.reading import TEXTS, text_of, width_of
from tests.tui.story import playing

MOONLIGHT = replay_of(quickly(bundled("hooked-together/stairs-by-moonlight"), 500))


def test_a_row_has_its_inputs_every_hidden_answer_with_its_side_and_the_output() -> None:
    lines = [text_of(line) for line in answer_lines(MOONLIGHT, 500, 0, 78, 8)]
    assert lines[1].split() == [
        "top",
        "bottom",
        "moon",
        *["hidden", "1", "hidden", "2", "hidden", "3", "output"],
    ]
    weights = MOONLIGHT.recording.tape[500]
    first, second = weights[:12].reshape(4, 3), weights[12:]
    for line, row in zip(lines[HEAD:], MOONLIGHT.rows, strict=True):
        told = np.append(row, 1)
        hidden = 1 / (1 + np.exp(-(told @ first)))
        output = 1 / (1 + np.exp(-(np.append(hidden, 1) @ second)))
        _, *found = line.removeprefix("▸").split()
        assert [sign == "■" for sign in found[:3]] == [bool(value) for value in row]
        assert [sign == "■" for sign in found[3:9:2]] == [bool(answer > 0.5) for answer in hidden]
        assert [float(text) for text in found[4:9:2]] == pytest.approx(hidden.tolist(), abs=5.1e-5)
        assert float(found[9]) == pytest.approx(float(output), abs=5.1e-5)


def test_the_selected_row_is_marked_and_the_question_is_called_as_in_the_table() -> None:
    lines = [text_of(line) for line in answer_lines(MOONLIGHT, 500, 7, 78, 8)]
    assert [line.startswith("▸") for line in lines[HEAD:]] == [False] * 7 + [True]
    assert lines[-1].startswith("▸??? □   ■      ■ ")


def test_where_there_is_room_the_rules_stand_beside_the_rows() -> None:
    wide = "\n".join(text_of(line) for line in answer_lines(MOONLIGHT, 500, 0, 118, 8))
    assert re.search(r"hidden 1 says: \w+", wide)
    assert "says" not in "\n".join(text_of(line) for line in answer_lines(MOONLIGHT, 500, 0, 78, 8))


def test_a_hidden_neuron_that_is_switched_off_still_answers_and_says_that_it_is_off() -> None:
    replay = replay_of(quickly(bundled("hooked-together/stairs-by-moonlight"), 500))
    before = [text_of(line).split()[4:-1] for line in answer_lines(replay, 500, 0, 78, 8)[HEAD:]]
    replay.switch(frozenset({1}))
    lines = [text_of(line) for line in answer_lines(replay, 500, 0, 78, 8)]
    assert "hidden 1  2 off     hidden 3" in lines[1]
    assert [line.split()[4:-1] for line in lines[HEAD:]] == before


def test_many_hidden_neurons_have_shorter_numbers_and_then_only_their_sides() -> None:
    replay = any_network(["a", "b"], 4, 16)
    first = text_of(answer_lines(replay, 0, 1, 118, 5)[HEAD]).split()
    assert all(re.fullmatch(r"0\.\d\d", text) for text in first[3:-1])
    assert set(text_of(answer_lines(replay, 0, 1, 78, 5)[HEAD]).split()[3:-1]) <= {"■", "□"}
    assert "says" not in text_of(answer_lines(replay, 0, 1, 198, 5)[HEAD]), "all rules or none"


def any_network(names: list[str], rows: int, hidden: int) -> Replay:
    """A network that has not learned yet, and its table."""
    told = tuple(
        Example(tuple(row >> place & 1 for place in range(len(names))), row & 1) for row in range(rows)
    )
    puzzle = Puzzle("Any", tuple(names), told, (Question((1,) * len(names), 1),))
    puzzle = replace(puzzle, neuron=NeuronSettings(True, 1, 1, 1.0, hidden))
    return Replay(puzzle, Match.begin(puzzle).recording)


@given(
    st.lists(TEXTS, min_size=1, max_size=9, unique=True),
    st.integers(1, 256),
    st.integers(1, 16),
    st.integers(78, 200),
    st.integers(5, 54),
    st.data(),
)
def test_nothing_is_cut_and_the_selected_row_is_always_there(
    names: list[str], rows: int, hidden: int, width: int, height: int, data: st.DataObject
) -> None:
    replay = any_network(names, rows, hidden)
    shown = rows_shown(rows + 1, 7, height)
    assert shown == 0 or 7 + HEAD + shown <= height
    assert (shown == 0) == (height < 7 + HEAD + min(3, rows + 1))
    if shown:
        selected = data.draw(st.integers(0, rows))
        lines = answer_lines(replay, 0, selected, width, shown)
        assert len(lines) == HEAD + shown
        assert max(map(width_of, lines)) <= width
        assert sum(text_of(line).startswith("▸") for line in lines) == 1
        hidden_rows = rows + 1 - shown
        assert (f"{hidden_rows:,} more row" in text_of(lines[0])) == (hidden_rows > 0)


@pytest.mark.slow
async def test_the_neuron_with_the_whole_screen_says_it_and_a_click_selects_the_row(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "title: Stairs\n"
        "inputs: [up, middle, down]\n"
        "examples: [0 0 1 -> 0, 0 1 1 -> 1, 1 0 1 -> 1, 1 1 1 -> 0]\n"
        "questions: [1 1 0 -> 0]\n"
        "neuron: {hidden: 4, iterations: 40}\n"
    )
    async with playing(tmp_path) as player:
        await player.verdict()
        assert not player.says("what the hidden neurons answer")
        await player.press("z")
        assert player.says("what the hidden neurons answer to every row", "hidden 4", "▸???")
        column, line = player.find("hidden 4", last=True)
        await player.pilot.click(offset=(column, line + 2))
        await player.settle()
        assert player.match.selected == 1
        assert player.lines[line + 2].lstrip("│ ").startswith("▸")
        assert not player.match.replay.off, "only what is drawn above is switched off by a click"
        await player.click("hidden 2")
        assert player.match.replay.off == {1}
        assert player.says("2 off")
