"""The code view: the program, the line that is carried out, and what its names stand for."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.program.program import program_of, program_of_run
from neuron_tui.game.program.text import Program
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from neuron_tui.tui import themes
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.views.code.lines import code_lines
from neuron_tui.tui.match.views.code.values import STEPS, LoopValues, decimal, past_lines, value_lines
from neuron_tui.tui.match.views.code.view import CodeHeights, CodeView
from tests.game.matches import article, quickly, replay_of, trained, two_questions
from tests.tui.reading import TEXTS, text_of, width_of

ARTICLE = replay_of(article())
PROGRAM = program_of(article(), article().neuron)


def large(names: tuple[str, ...] = tuple("ABCDEFGHIJKLMNOP"), iterations: int = 20) -> Puzzle:
    """The largest table that there may be, with a threshold."""
    rows = [tuple(map(int, f"{row * 257 % 65_536:016b}")) for row in range(258)]
    return Puzzle(
        title="Large",
        input_names=names,
        examples=tuple(Example(row, row[3]) for row in rows[:256]),
        questions=tuple(Question(row, row[3]) for row in rows[256:]),
        neuron=NeuronSettings(threshold=True, iterations=iterations),
    )


def said(replay: Replay, iteration: int, step: int, width: int = 96, height: int = 5) -> list[list[str]]:
    """The words and numbers of the values, line by line."""
    lines = value_lines(replay, iteration, step, 0, width, height)
    return [text_of(line).replace("│", " ").replace("▸", " ").split() for line in lines]


class Host(App[None]):
    """A screen that does for the view what the match does."""

    def __init__(self, replay: Replay, program: Program) -> None:
        super().__init__()
        self.register_theme(themes.NIGHT)
        self.theme = themes.NIGHT.name
        self.view = CodeView(replay, program)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.NIGHT_COLOURS

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.focus()

    def on_code_view_stepped(self, message: CodeView.Stepped) -> None:
        self.view.iteration += message.iterations

    def on_row_chosen(self, message: RowChosen) -> None:
        self.view.selected = message.row

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @property
    def marked(self) -> list[str]:
        """The rows that stand out."""
        return [line.removeprefix("▸ ").strip() for line in self.lines if line.startswith("▸ ")]

    def at(self, words: str) -> tuple[int, int]:
        """Where words stand."""
        row = next(row for row, line in enumerate(self.lines) if words in line)
        return self.lines[row].index(words), row


def test_the_first_iteration_of_the_article_line_by_line() -> None:
    # by numpy, from the article's inputs and start weights
    inputs, targets = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]), np.array([0, 1, 1, 0])
    weights = np.array([-0.16595599, 0.44064899, -0.99977125])
    output = 1 / (1 + np.exp(-inputs @ weights))
    error = targets - output
    adjustment = inputs.T @ (error * output * (1 - output))
    think, wrong, adjust = (said(ARTICLE, 0, step, width=78) for step in range(3))
    for row in range(4):
        assert think[row + 1][5] == f"{output[row]:.4f}"
        assert think[row + 1][6] == "·", "the error is not there yet"
        assert wrong[row + 1][6] == f"{error[row]:+.4f}".replace("-", "−")
    for place, name in enumerate(("left", "middle", "right")):
        here = [
            f"{weights[place]:+.4f}",
            f"{adjustment[place]:+.6f}",
            f"{(weights + adjustment)[place]:+.4f}",
        ]
        assert adjust[place + 1][7:] == [name, *(text.replace("-", "−") for text in here)]
        assert wrong[place + 1][-2:] == ["·", "·"]


def test_what_a_weight_becomes_is_the_next_row_of_the_tape_and_after_the_last_what_would_come() -> None:
    for iteration in (0, 1, 5_000, 9_999):
        values = LoopValues.of(ARTICLE, iteration)
        assert values.new_weights.tolist() == ARTICLE.recording.tape[iteration + 1].tolist()
    longer = replay_of(quickly(article(), 10_001))
    assert LoopValues.of(ARTICLE, 10_000).new_weights.tolist() == longer.recording.tape[10_001].tolist()


def test_a_branch_shows_the_rows_and_the_rate_that_were_in_force() -> None:
    puzzle = quickly(article(), 100)
    lab = Lab.of(replay_of(puzzle), puzzle.neuron).branch(50)
    assert lab.front.terms is not None
    run = lab.rebranch(replace(lab.front.terms.turn(1, 1), learning_rate=0.5)).front
    run.replay.recording.record(100)
    before, after = LoopValues.of(run.replay, 49), LoopValues.of(run.replay, 50)
    assert (before.targets.tolist(), after.targets.tolist()) == ([0, 1, 1, 0], [0, 0, 1, 0])
    tape = run.replay.recording.tape
    assert after.adjustment == pytest.approx(tape[51] - tape[50])


def test_the_lit_line_has_its_mark_and_only_one_is_lit() -> None:
    for part, words in zip(STEPS, ("output = ", "error = ", "weights += "), strict=True):
        lines = code_lines(PROGRAM, part, 78, 0, 20)
        lit = [text_of(line) for line in lines if any("selected" in style for _, style in line)]
        assert len(lit) == 1
        assert lit[0].startswith(f"▸     {words}")
        assert [text_of(line)[0] for line in lines].count("▸") == 1


def test_the_program_stands_there_as_it_is_in_the_file() -> None:
    for width in (78, 96, 156):
        lines = code_lines(PROGRAM, "think", width, 0, 99)
        shown = [text_of(line)[2:78].rstrip() for line in lines]
        assert shown == PROGRAM.text.splitlines()
        assert {width_of(line) for line in lines} == {width}
    assert "the S-curve" in text_of(code_lines(PROGRAM, "think", 156, 0, 99)[7])


@pytest.mark.slow
@pytest.mark.parametrize("width", [77, 78, 96, 156])
@pytest.mark.parametrize("height", [5, 9])
@pytest.mark.parametrize("puzzle", [article(), two_questions(), large()], ids=lambda puzzle: puzzle.title)
def test_nothing_is_cut_off_and_nothing_jumps(puzzle: Puzzle, width: int, height: int) -> None:
    replay = replay_of(quickly(puzzle, 20 if puzzle.title == "Large" else 10_000))
    shapes = set()
    for iteration, step in product((0, 1, 5, replay.iterations), range(3)):
        lines = value_lines(replay, iteration, step, 0, width, height)
        assert len(lines) == height
        assert max(map(width_of, lines)) <= width
        assert text_of(lines[0]).split()[-3:] == ["weights", "adjustment", "becomes"]
        assert not any(text_of(line).rstrip().endswith("…") for line in lines)
        shapes.add(tuple(tuple(width_of((run,)) for run in line) for line in lines))
    assert len(shapes) == 1


@given(st.lists(TEXTS, min_size=16, max_size=16, unique=True), st.integers(40, 160), st.integers(3, 30))
def test_any_names_fit(names: list[str], width: int, height: int) -> None:
    puzzle = large(tuple(names))
    replay = Replay(puzzle, Match.begin(puzzle).recording)
    lines = value_lines(replay, 0, 2, 100, width, height)
    assert len(lines) == height
    assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize("row", [0, 3, 100, 255])
def test_of_many_examples_the_selected_one_is_shown_and_the_rest_is_counted(row: int) -> None:
    replay = replay_of(large())
    lines = [text_of(line) for line in value_lines(replay, 3, 0, row, 120, 8)]
    assert [line[:5] for line in lines if "▸" in line] == [f"▸ {row + 1:>3}"]
    assert "… 250 more examples" in lines[-1]
    assert "… 11 more weights" in lines[-1]


def test_a_question_is_no_example_and_none_is_marked() -> None:
    assert "▸" not in "".join(text_of(line) for line in value_lines(ARTICLE, 3, 0, 4, 96, 6))


def test_where_there_is_room_the_weights_of_the_iterations_before_are_listed() -> None:
    lines = [text_of(line).split() for line in past_lines(ARTICLE, 10_000, 96, 21)]
    assert lines[0] == ["iteration", "left", "middle", "right", "error"]
    assert lines[1][:4] == ["10,000", "+9.67299303", "−0.20784350", "−4.62963669"], "as in the article"
    assert [line[0] for line in lines[2:]] == [f"{iteration:,}" for iteration in range(9_999, 9_980, -1)]
    assert [text_of(line).split()[0] for line in past_lines(ARTICLE, 1, 96, 21)] == ["iteration", "1", "0"]


@pytest.mark.parametrize("width", [78, 96, 156])
def test_of_many_weights_as_many_are_listed_as_fit(width: int) -> None:
    lines = past_lines(replay_of(large()), 5, width, 6)
    named = len(text_of(lines[0]).split("…")[0].split()) - 2
    assert f"… {17 - named} more weights" in text_of(lines[0])
    assert max(map(width_of, lines)) <= width
    assert {len(text_of(line).split()) for line in lines[1:]} == {named + 2}


@given(st.floats(-1e7, 1e7), st.integers(0, 8), st.integers(7, 13))
def test_a_number_never_becomes_wider(value: float, decimals: int, width: int) -> None:
    text = decimal(value, decimals, width)
    assert len(text) <= width
    shown = float(text.replace("−", "-").replace(",", ""))
    assert shown == pytest.approx(value, abs=0.5, rel=0.5)


@given(st.integers(12, 60), st.integers(9, 400), st.integers(1, 256), st.integers(1, 64))
def test_the_height_is_shared_out_and_the_loop_always_has_its_place(
    height: int, code: int, values: int, printed: int
) -> None:
    share = CodeHeights.share(height, code, values, printed)
    assert share.first_printed + share.printed + (share.gap + 2 + share.past) * (share.past > 0) <= height
    assert share.code >= min(code, 4)
    assert share.values >= min(values, 4)
    assert share.printed >= 1 or height < 14
    if code + values + printed + 2 <= height:
        assert (share.code, share.values, share.printed) == (code, values, printed)


async def test_after_the_last_adjustment_there_is_nothing_to_go_on_to() -> None:
    app = Host(ARTICLE, PROGRAM)
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.iteration = 10_000
        await pilot.press("down", "down", "down", "down")
        assert app.marked[0].startswith("weights += ")
        assert app.view.iteration == 10_000
        assert "prints      1 0 0 -> 0.99993704" in app.lines
        assert any("the loop is over, and this would come next" in line for line in app.lines)


async def test_at_80x24_the_article_s_program_and_all_its_values_are_seen_at_once() -> None:
    app = Host(ARTICLE, PROGRAM)
    async with app.run_test(size=(78, 18)) as pilot:
        await pilot.press("down", "down")
        text = "\n".join(app.lines)
        assert all(line.strip() in text for line in PROGRAM.text.splitlines())
        for words in ("inputs  targets  output", "left ", "middle ", "right ", "0 1 1", "prints now"):
            assert words in text
        assert app.view.max_scroll_y == 0


@pytest.mark.slow
async def test_a_long_program_scrolls_and_stepping_brings_its_loop_back() -> None:
    puzzle = large()
    app = Host(replay_of(puzzle), program_of(puzzle, puzzle.neuron))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert [line for line in app.marked if line.startswith("output = ")]
        app.view.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        assert "# Large" in app.lines[0]
        await pilot.press("shift+down", "shift+down", "shift+up")
        await pilot.wait_for_scheduled_animations()
        assert "from numpy" in app.lines[0]
        await pilot.press("down")
        assert [line for line in app.marked if line.startswith("error = ")]
        app.view.scroll_end(animate=False, immediate=True)
        await pilot.pause()
        assert any("exp(-dot(row, weights))" in line for line in app.lines), "down to its last row"


@pytest.mark.slow
async def test_the_mouse_carries_out_a_line_and_looks_at_a_row() -> None:
    replay = trained_two_questions()
    app = Host(replay, program_of(replay.puzzle, replay.puzzle.neuron))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(offset=app.at("weights += "))
        assert app.marked[0].startswith("weights += ")
        await pilot.click(offset=app.at("1 0 1"))
        assert app.view.selected == 2
        assert app.marked[1].startswith("3  1 0 1")
        await pilot.click(offset=app.at("0 1 0 -> "))
        assert app.view.selected == 5
        await pilot.press("left", "left")
        assert app.view.selected == 3
        await pilot.press(*["right"] * 9)
        assert app.view.selected == 5


def trained_two_questions() -> Replay:
    """Two questions, learned in a few iterations."""
    match = trained(Match.begin(quickly(two_questions(), 50)))
    return Replay(match.puzzle, match.recording)


async def test_another_run_brings_its_own_program() -> None:
    puzzle = quickly(article(), 100)
    lab = Lab.of(replay_of(puzzle), puzzle.neuron)
    app = Host(lab.front.replay, program_of_run(lab.front))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        lab = lab.next_seed()
        lab.front.replay.recording.record(100)
        app.view.show_run(lab.front.replay, None)
        app.view.show_program(program_of_run(lab.front))
        await pilot.pause()
        assert any("random.seed(2)" in line for line in app.lines)
        start = lab.front.replay.weights(0)[0]
        assert any(f"{start:+.4f}".replace("-", "−") in line for line in app.lines)
