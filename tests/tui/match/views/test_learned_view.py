"""The view of what the neuron learned: words first, then every row, at any size."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from neuron_tui.game.explain.learned import PossibleRow, sentences
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from neuron_tui.tui.kit.cells import wrapped
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.views.learned.answers import DOT, AnswerColumns, answer_line, heading
from neuron_tui.tui.match.views.learned.text import sentence_lines, weight_lines
from neuron_tui.tui.match.views.learned.view import LearnedLayout, LearnedView
from neuron_tui.tui.themes import NIGHT, NIGHT_COLOURS
from tests.game.matches import article, bundled, replay_of
from tests.tui.reading import TEXTS, cells, columns_of, text_of, width_of

ARTICLE = replay_of(article())
SMALLEST, LARGEST = (78, 18), (196, 54)
"""The cells inside the border at 80x24, and at 200x60."""
NAMES = st.lists(TEXTS, min_size=1, max_size=16)
WIDTHS = st.integers(76, 200)
ON, OFF = "■", "□"


def puzzle_with(names: list[str], threshold: bool = False) -> Puzzle:
    """All on is told to be 1, and all off is asked."""
    on, off = (1,) * len(names), (0,) * len(names)
    puzzle = Puzzle("Any", tuple(names), (Example(on, 1),), (Question(off, 0),))
    return replace(puzzle, neuron=replace(puzzle.neuron, threshold=threshold, iterations=20))


def untrained(puzzle: Puzzle) -> Replay:
    return Replay(puzzle, Match.begin(puzzle).recording)


def line_of(row: PossibleRow, output: float, width: int = 78) -> str:
    columns = AnswerColumns.fitting(["left", "middle", "right"][: len(row.inputs)], width)
    return text_of(answer_line(row, output, columns, pointed=False, selected=False))


def squares(row: tuple[int, ...]) -> list[str]:
    return [ON if value else OFF for value in row]


class Alone(App[None]):
    """The view on a screen of its own, and what it tells."""

    def __init__(self, view: LearnedView) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self.view = view
        self.chosen: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return NIGHT_COLOURS

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.focus()

    @on(RowChosen)
    def _told(self, message: RowChosen) -> None:
        self.chosen.append(message.row)

    @property
    def lines(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]


@asynccontextmanager
async def shown(
    replay: Replay, size: tuple[int, int] = SMALLEST, *, solved: bool = True, iteration: int = 0
) -> AsyncIterator[tuple[Alone, Pilot[None]]]:
    view = LearnedView(replay, solved)
    view.iteration = iteration
    app = Alone(view)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


@given(st.lists(TEXTS, max_size=8).map(" ".join), st.integers(10, 90))
def test_a_wrapped_text_fits_and_loses_no_word_that_fits(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns_of(line) <= width for line in lines)
    whole = " ".join(lines).split()
    assert all(word in whole for word in wrapped(text, 10_000)[0].split() if columns_of(word) <= width)


@given(NAMES, st.booleans(), st.integers(60, 200))
def test_every_weight_has_a_line_that_fits(names: list[str], threshold: bool, width: int) -> None:
    replay = untrained(puzzle_with(names, threshold))
    lines = weight_lines(replay, 0, width)
    assert len(lines) == len(names) + threshold
    assert max(map(width_of, lines)) <= width
    assert len({width_of(line) for line in lines}) == 1


def test_a_weight_is_told_in_words_and_as_a_number() -> None:
    left, middle, right = (text_of(line).split() for line in weight_lines(ARTICLE, 10_000, 78))
    assert left[:5] == ["left", "pushes", "strongly", "towards", "1"]
    assert middle[:3] == ["middle", "hardly", "matters"]
    assert right[:5] == ["right", "pulls", "strongly", "towards", "0"]
    assert [line[-1] for line in (left, middle, right)] == ["+9.67", "−0.21", "−4.63"]


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_the_sentences_always_take_the_same_lines_and_none_is_cut(iteration: int, height: int) -> None:
    lines = sentence_lines(sentences(ARTICLE, iteration, True), (60, height))
    assert len(lines) == height
    said = [text_of(line) for line in lines if line]
    assert not said or said[-1].endswith(".")


@given(NAMES, WIDTHS)
def test_the_table_fits_and_every_name_stands_over_its_inputs(names: list[str], width: int) -> None:
    columns = AnswerColumns.fitting(names, width)
    row = PossibleRow((1,) * len(names), "question", 1, 0)
    line = answer_line(row, 0.123456, columns, pointed=True, selected=True)
    assert width_of(line) == columns.width <= width
    above = cells(heading(names, columns))
    assert len(above) <= width
    places = [at for at, (glyph, _) in enumerate(cells(line)) if glyph == ON]
    assert len(places) == len(names)
    assert all(above[place][0] != "" for place in places), "no name reaches into the next column"
    assert columns.between == 0 or all(above[place - 1][0][0] == " " for place in places)


@given(st.floats(0, 1), st.floats(0, 1), WIDTHS)
def test_the_dot_stands_where_the_output_is_and_moves_nothing_else(
    one: float, other: float, width: int
) -> None:
    columns = AnswerColumns.fitting(["left", "middle", "right"], width)
    row = PossibleRow((0, 1, 0), "example", 1, 0)
    lines = [text_of(answer_line(row, it, columns, pointed=False, selected=False)) for it in (one, other)]
    above = text_of(heading(["left", "middle", "right"], columns))
    zero, half = above.index("0 "), above.index("½")
    end = 2 * half - zero
    assert above[end] == "1"
    for line, output in zip(lines, (one, other), strict=True):
        assert abs(line.index(DOT) - (zero + output * (end - zero))) <= 0.5
        assert line[end + columns.gap + 1 :].startswith(f"{output:.4f}")
    assert lines[0].index("example") == lines[1].index("example")


@pytest.mark.parametrize(
    ("row", "output", "end"),
    [
        (PossibleRow((0, 0, 1), "example", 0, 0), 0.1, "example  0 ✓"),
        (PossibleRow((0, 0, 1), "example", 1, 0), 0.1, "example  1 ✗"),
        (PossibleRow((0, 0, 1), "example", 1, 0), 0.50001, "example  1"),
        (PossibleRow((1, 0, 0), "question", 1, 4), 0.9, "question 1 ✓"),
        (PossibleRow((1, 0, 0), "question", None, 4), 0.9, "question ???"),
        (PossibleRow((1, 1, 0), "never seen", None, None), 0.9, "never seen"),
    ],
)
def test_a_row_says_what_the_neuron_was_told_of_it(row: PossibleRow, output: float, end: str) -> None:
    assert line_of(row, output).rstrip().endswith(end)


def test_a_row_says_how_sure_the_neuron_is() -> None:
    assert "0.9999  very sure it is 1 " in line_of(PossibleRow((1, 0, 0), "question", 1, 4), 0.99993704)
    assert "0.4482  a hunch that it is 0" in line_of(PossibleRow((0, 1, 0), "never seen", None, None), 0.4482)


@given(st.integers(1, 17), st.sampled_from([2, 4, 8, 16, 32, 64, 128, 256]), WIDTHS, st.integers(16, 60))
def test_every_line_of_the_layout_is_either_words_or_the_table(
    weights: int, rows: int, width: int, height: int
) -> None:
    layout = LearnedLayout.fitting(weights, rows, width, height)
    assert layout.sentences >= 3
    lines = [layout.line_of(place) for place in range(rows)]
    assert [layout.place_at(line) for line in lines] == list(range(rows))
    assert lines[0] > layout.head
    assert lines[-1] == layout.lines - 1
    if layout.left:
        assert layout.air * weights + 1 + layout.sentences == height
    else:
        assert layout.head == weights + 1 + layout.sentences + 1


@pytest.mark.parametrize("size", [SMALLEST, (96, 24), (156, 44), LARGEST])
async def test_the_article_s_eight_rows_are_all_in_sight(size: tuple[int, int]) -> None:
    async with shown(ARTICLE, size, iteration=10_000) as (app, _):
        text = "\n".join(app.lines)
        assert text.index("pushes strongly") < text.index("With nothing on,") or size[0] > 140
        weights = [9.67299303, -0.2078435, -4.62963669]
        for row in product((0, 1), repeat=3):
            total = sum(w * x for w, x in zip(weights, row, strict=True))
            line = next(line for line in app.lines if [c for c in line if c in (ON, OFF)] == squares(row))
            assert f"{1 / (1 + math.exp(-total)):.4f}" in line
        assert max(map(columns_of, app.lines)) <= size[0]


@pytest.mark.parametrize("size", [SMALLEST, (156, 44)])
async def test_nothing_jumps_while_the_tape_plays(size: tuple[int, int]) -> None:
    async with shown(ARTICLE, size) as (app, pilot):
        places = set()
        for iteration in (0, 1, 3, 10, 100, 10_000):
            app.view.iteration = iteration
            await pilot.pause()
            places.add(tuple((y, line.find("never seen")) for y, line in enumerate(app.lines)))
            assert f"{ARTICLE.outputs(iteration)[4]:.4f}" in "\n".join(app.lines)
        assert len(places) == 1


async def test_before_the_verdict_a_question_is_asked_and_after_it_judged() -> None:
    async with shown(ARTICLE, solved=False, iteration=10_000) as (app, pilot):
        assert "question ???" in "\n".join(app.lines)
        app.view.solved = True
        await pilot.pause()
        assert "question 1 ✓" in "\n".join(app.lines)


async def test_the_puzzle_s_rows_come_first_and_then_the_others_by_inputs() -> None:
    async with shown(ARTICLE, iteration=10_000) as (app, _):
        order = ["".join(c for c in line if c in (ON, OFF)) for line in app.lines if DOT in line]
        assert order == ["□□■", "■■■", "■□■", "□■■", "■□□", "□□□", "□■□", "■■□"]


async def test_a_row_of_the_puzzle_is_chosen_by_key_and_by_mouse_and_others_are_not() -> None:
    async with shown(ARTICLE, iteration=10_000) as (app, pilot):
        await pilot.press("down", "down", "enter")
        assert app.chosen == [2]
        await pilot.press(*["down"] * 5, "enter")
        assert app.chosen == [2], "nobody can select what is not in the table"
        question = next(y for y, line in enumerate(app.lines) if "question 1" in line)
        await pilot.click(offset=(30, question))
        assert app.chosen == [2, 4]
        await pilot.click(offset=(30, 1))
        assert app.chosen == [2, 4]


async def test_the_cursor_is_marked_and_so_is_the_row_that_is_selected_elsewhere() -> None:
    def marked(mark: str) -> list[list[str]]:
        lines = [line for line in app.lines if line.startswith(mark)]
        return [[cell for cell in line if cell in (ON, OFF)] for line in lines]

    async with shown(ARTICLE) as (app, pilot):
        app.view.selected = 3
        await pilot.pause()
        assert marked("▸") == [squares((0, 1, 1))]
        assert marked("•") == []
        await pilot.press("up")
        assert marked("▸") == [squares((1, 0, 1))]
        assert marked("•") == [squares((0, 1, 1))]


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALLEST, (156, 44)])
async def test_256_rows_scroll_under_their_heading_by_key_and_by_wheel(size: tuple[int, int]) -> None:
    replay = replay_of(puzzle_with([f"in{place}" for place in range(8)], threshold=True))
    async with shown(replay, size) as (app, pilot):
        for _ in range(256 // 8):
            app.simulate_key("shift+down")
        await pilot.pause()
        assert "how sure" in app.lines[0]
        last = [c for c in app.lines[-1] if c in (ON, OFF)][-8:]
        assert last == [ON] * 7 + [OFF], "the last row; the one with all on is the example, which comes first"
        assert "never seen" in app.lines[-1]
        app.view.scroll_to(y=100, animate=False, immediate=True)
        await pilot.pause()
        before = app.lines[1:]
        await pilot._post_mouse_events([MouseScrollDown], app.view, offset=(70, 5))
        await pilot.pause()
        assert "how sure" in app.lines[0]
        assert app.lines[1:] != before
        await pilot.press("up")
        assert any([c for c in line if c in (ON, OFF)][-8:] == [ON] * 6 + [OFF, ON] for line in app.lines[1:])
        for _ in range(256 // 8 + 1):
            app.simulate_key("shift+up")
        await pilot.pause()
        assert "in0" in app.lines[0], "above the first row are the words"


async def test_with_more_than_eight_inputs_it_says_why_only_the_puzzle_s_rows_are_there() -> None:
    replay = replay_of(puzzle_with([f"in{place}" for place in range(16)], threshold=True))
    async with shown(replay, LARGEST) as (app, _):
        assert str(app.view.border_subtitle) == ("16 inputs make 65,536 rows: only the puzzle's are here")
        assert sum("example  1" in line or "question 0" in line for line in app.lines) == 2


async def test_another_run_is_shown_in_the_same_place() -> None:
    puzzle = bundled("never/stairs")
    async with shown(replay_of(puzzle), iteration=10_000) as (app, pilot):
        assert "always pulls" in "\n".join(app.lines)
        other = replace(puzzle, neuron=replace(puzzle.neuron, threshold=False))
        app.view.show_run(replay_of(other), None)
        await pilot.pause()
        assert "always" not in "\n".join(app.lines)
        assert "undecided" in "\n".join(app.lines)


@given(NAMES.filter(lambda names: len(names) <= 8))
def test_the_words_of_any_names_are_plain_lines(names: list[str]) -> None:
    replay = untrained(puzzle_with(names))
    for line in sentence_lines(sentences(replay, 0, True), (74, 12)):
        assert width_of(line) <= 74
