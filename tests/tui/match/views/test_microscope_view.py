"""The microscope: a page that can be worked out anew from itself, and a cursor that reaches all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown

from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.microscope.equation import TIMES, equation
from neuron_tui.game.microscope.iteration import numbers_at
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import (
    OF_A_ROW,
    OF_A_WEIGHT,
    OF_BOTH,
    NumberKind,
    NumberPlace,
    Slide,
    of_a_row,
)
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.views.microscope.cursor import Cursor, moved
from neuron_tui.tui.match.views.microscope.page import Page, microscope_page
from neuron_tui.tui.match.views.microscope.view import Microscope
from neuron_tui.tui.match.views.microscope.writing import CHOSEN, SOURCE
from neuron_tui.tui.themes import DAY, NIGHT
from tests.game.arithmetic import certain, comes_out, number, same_number, trainings
from tests.game.matches import article, bundled, replay_of
from tests.tui.reading import TEXTS, cells, text_of, width_of

pytestmark = pytest.mark.slow

ARTICLE = replay_of(article())
SIZES = [(78, 18), (96, 24), (120, 34), (156, 44), (198, 54)]
"""What the view has inside its border at 80x24, 100x30 and so on up to 200x60."""
MARKS = str.maketrans(CHOSEN + SOURCE, "  ")


def page(
    replay: Replay,
    iteration: int,
    cursor: Cursor | None = None,
    *,
    top: int = 0,
    size: tuple[int, int] = (78, 18),
) -> Page:
    """One page of the microscope."""
    return microscope_page(OneNeuron(replay), iteration, cursor or Cursor(), top, size)


@cache
def huge() -> Replay:
    """The largest table there can be, a little trained."""
    rows = tuple(
        Example(tuple(row * 257 >> place & 1 for place in range(16)), row >> 2 & 1) for row in range(256)
    )
    names = tuple(f"input {place}" for place in range(16))
    puzzle = Puzzle("Huge", names, rows, (Question((1,) * 16, 1),))
    match = Match.begin(puzzle)
    match.recording.record(200)
    return Replay(puzzle, match.recording)


def read(page: Page) -> dict[NumberPlace, str]:
    """What the cells of the page say at every number's place."""
    found = {}
    for spot in page.spots:
        glyphs = [glyph for glyph, _ in cells(page.lines[spot.y])[spot.start : spot.end]]
        found[spot.place] = "".join(glyphs).translate(MARKS).strip()
    return found


def equations(page: Page) -> list[str]:
    """The equations in a page's words, the chosen number's first; only those that are whole."""
    rule = max(y for y, line in enumerate(page.lines) if set(text_of(line)) == {"─"})
    said = "\n".join(text_of(line).strip() for line in page.lines[rule + 1 :])
    parts = re.split(r"\n\n|\.\n|\ne−\d+: .*", said + "\n\n")
    found = [part.replace("\n", " ") for part in parts if " = " in part]
    return [text for text in found if "…" not in text]


def check_equations(seen: Page) -> None:
    """All of them come out to the last digit; the chosen number's comes to what its cell says."""
    for text in equations(seen):
        assert comes_out(text), text


@given(trainings(examples=60) | certain(), st.sampled_from(SIZES), st.data())
def test_all_that_is_said_comes_out_to_the_last_digit_that_is_seen(
    training: tuple[Replay, int, str], size: tuple[int, int], data: st.DataObject
) -> None:
    replay, iteration, _ = training
    weight = data.draw(st.integers(0, len(replay.weight_names) - 1))
    row = data.draw(st.integers(0, len(replay.recording.training.targets) - 1))
    kinds: list[NumberKind] = [*of_a_row(OneNeuron(replay)), *OF_BOTH, "adjustment", "new", "total"]
    kind = data.draw(st.sampled_from(kinds))
    seen = page(replay, iteration, Cursor(kind, row, weight), top=row, size=size)
    check_equations(seen)
    chosen = NumberPlace.of(kind, row, weight)
    said = equations(seen)
    if kind in ("output", "error", "gradient", "term", "adjustment", "new"):
        assert said
        assert same_number(said[0].rpartition(" = ")[2], read(seen)[chosen])
    assert not any(text.startswith("0 × ") or text.endswith(" = 0") for text in said[1:])


@given(trainings(examples=60) | certain(), st.sampled_from(SIZES), st.data())
def test_no_number_is_cut_and_each_is_the_one_of_the_slide(
    training: tuple[Replay, int, str], size: tuple[int, int], data: st.DataObject
) -> None:
    replay, iteration, _ = training
    cursor = Cursor(data.draw(st.sampled_from(["sum", "term"])), 0, 0)
    seen = page(replay, iteration, cursor, size=size)
    slide = Slide.of(OneNeuron(replay), iteration)
    for place, text in read(seen).items():
        if place.kind == "product":
            assert text.split() in ([slide.signal(place)], [slide.signal(place), slide.text(place)])
        else:
            assert text == slide.text(place)


@pytest.mark.parametrize("iteration", [0, 5, 120, 10_000])
def test_the_article_s_rows_at_the_smallest_size_as_someone_would_read_them(iteration: int) -> None:
    lines = [text_of(line).translate(MARKS) for line in page(ARTICLE, iteration).lines]
    weights = [number(line.split()[1]) for line in lines[10:13]]
    terms = []
    for line, example in zip(lines[2:6], article().examples, strict=True):
        _, *inputs, total, _, target, error, gradient, term = line.split()
        assert tuple(map(int, inputs)) == example.inputs
        assert int(target) == example.target
        by_hand = sum((w * x for w, x in zip(weights, example.inputs, strict=True)), Decimal(0))
        assert abs(number(total) - by_hand) <= Decimal("2e-4")  # roundings of four numbers
        assert abs(number(term) - number(error) * number(gradient) * example.inputs[0]) <= Decimal("2e-4")
        terms.append(number(term))
    assert lines[7].split()[:-1] == ["sum", "of", "4", "rows"]
    assert abs(number(lines[7].split()[-1]) - sum(terms, Decimal(0))) <= Decimal("3e-4")
    name, old, adjustment, new = lines[10].split()
    assert name == "left"
    assert abs(number(new) - number(old) - number(adjustment)) <= Decimal("2e-4")


@given(
    st.lists(TEXTS, min_size=1, max_size=16, unique=True),
    st.integers(76, 200),
    st.integers(16, 56),
    st.integers(1, 256),
    st.booleans(),
    st.sampled_from(["product", "sum", "target", "term", "total", "weight", "new"]),
    st.data(),
)
def test_nothing_is_wider_or_higher_than_the_view(
    names: list[str],
    width: int,
    height: int,
    examples: int,
    threshold: bool,
    kind: NumberKind,
    data: st.DataObject,
) -> None:
    told = tuple(
        Example(tuple(row >> place & 1 for place in range(len(names))), row & 1) for row in range(examples)
    )
    puzzle = Puzzle("Any", tuple(names), told, (Question((1,) * len(names), 1),))
    puzzle = replace(puzzle, neuron=replace(puzzle.neuron, threshold=threshold))
    match = Match.begin(puzzle)
    match.recording.record(20)
    replay = Replay(puzzle, match.recording)
    cursor = Cursor(kind, 0, data.draw(st.integers(0, len(replay.weight_names) - 1)))
    seen = page(replay, 20, cursor, size=(width, height))
    assert max(map(width_of, seen.lines)) <= width
    assert len(seen.lines) <= height
    assert cursor.place in [spot.place for spot in seen.spots]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "puzzle", ["article/leftmost-column", "threshold/game-night", "never/odd-socks", "article/mystery-itch"]
)
def test_nothing_jumps_while_the_tape_plays(puzzle: str, size: tuple[int, int]) -> None:
    replay = replay_of(bundled(puzzle))
    shapes = set()
    for iteration in (0, 1, 2, 17, 100, 999, 5_000, 10_000):
        seen = page(replay, iteration, Cursor("error", 1, 0), size=size)
        numbers = [
            (spot, read_ones(seen.lines[spot.y], spot.start, spot.end))
            for spot in seen.spots
            if spot.place.kind != "product"
        ]
        shapes.add((tuple(seen.spots), tuple(numbers)))
    assert len(shapes) == 1


def read_ones(line: Line, start: int, end: int) -> int:
    """Where the digit of a number stands that counts ones."""
    text = "".join(glyph for glyph, _ in cells(line)[start:end])
    whole = re.search(r"[\d,]+", text)
    assert whole is not None
    return start + whole.end()


@pytest.mark.parametrize("kind", [*OF_A_ROW, *OF_BOTH, *OF_A_WEIGHT, "total"])
@pytest.mark.parametrize("size", SIZES[:4])
def test_the_numbers_of_the_formula_are_marked_and_only_those(
    kind: NumberKind, size: tuple[int, int]
) -> None:
    seen = page(ARTICLE, 300, Cursor(kind, 2, 0), size=size)
    marks = {spot.place: cells(seen.lines[spot.y])[spot.start][0] for spot in seen.spots}
    chosen = NumberPlace.of(kind, 2, 0)
    slide = Slide.of(OneNeuron(ARTICLE), 300)
    sources = set(slide.sources(chosen))
    assert [place for place, mark in marks.items() if mark == CHOSEN] == [chosen]
    assert {place for place, mark in marks.items() if mark == SOURCE} == sources & set(marks)
    said = " ".join(text_of(line) for line in seen.lines)
    assert equation(slide, chosen).written(150) in said


def test_what_is_pushed_towards_1_and_towards_0_has_its_colour_and_its_sign() -> None:
    seen = page(ARTICLE, 0)
    signs = [cells(seen.lines[spot.y])[spot.start + 1] for spot in seen.spots if spot.place.kind == "error"]
    assert [(sign, style.split()[0]) for sign, style in signs] == [
        ("−", "zero"),
        ("+", "one"),
        ("+", "one"),
        ("−", "zero"),
    ]


@given(st.integers(1, 20), st.integers(1, 17))
def test_the_arrow_keys_reach_every_number(examples: int, weights: int) -> None:
    start = Cursor()
    reached, edge = {start}, [start]
    while edge:
        here = edge.pop()
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = moved(here, right, down, examples, weights)
            if there not in reached:
                reached.add(there)
                edge.append(there)
    both = {
        NumberPlace(kind, row, at) for kind in OF_BOTH for row in range(examples) for at in range(weights)
    }
    rows = {NumberPlace(kind, row=row) for kind in OF_A_ROW for row in range(examples)}
    single = {NumberPlace(kind, weight=at) for kind in (*OF_A_WEIGHT, "total") for at in range(weights)}
    assert {cursor.place for cursor in reached} == both | rows | single


class Shown(App[None]):
    """A microscope on a screen of its own; it notes the rows that it is told."""

    CSS = "Microscope { height: 1fr; }"

    def __init__(self, replay: Replay) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        self.theme = NIGHT.name
        self.microscope = Microscope(replay)
        self.rows: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.microscope

    def on_mount(self) -> None:
        self.microscope.focus()

    def on_row_chosen(self, message: RowChosen) -> None:
        self.rows.append(message.row)
        self.microscope.selected = message.row


async def test_moving_to_another_row_is_told_and_a_row_selected_elsewhere_is_followed() -> None:
    app = Shown(ARTICLE)
    async with app.run_test(size=(78, 18)) as pilot:
        await pilot.press("down", "right", "down", "up")
        assert app.rows == [1, 2, 1]
        app.microscope.selected = 3
        await pilot.pause()
        assert app.microscope.cursor == Cursor("output", 3, 0)
        app.microscope.selected = 4  # the question, which has no numbers here
        await pilot.pause()
        assert app.microscope.cursor.row == 3
        assert app.rows == [1, 2, 1]


async def test_the_cursor_stays_on_the_same_kind_of_number_when_the_iteration_changes() -> None:
    app = Shown(ARTICLE)
    async with app.run_test(size=(78, 18)) as pilot:
        await pilot.press("down", "right", "right", "right")
        before = app.microscope.cursor
        app.microscope.iteration = 500
        await pilot.pause()
        assert app.microscope.cursor == before
        assert before.kind == "error"


@pytest.mark.slow
async def test_a_click_goes_to_the_number() -> None:
    app = Shown(ARTICLE)
    async with app.run_test(size=(78, 18)) as pilot:
        for spot in page(ARTICLE, 0).spots:
            if spot.place.weight in (-1, 0):
                await pilot.click(offset=(spot.end - 1, spot.y))
                assert app.microscope.cursor.place == spot.place


async def test_the_wheel_scrolls_a_long_table_and_the_keys_bring_the_cursor_back_into_sight() -> None:
    app = Shown(huge())
    async with app.run_test(size=(80, 18)) as pilot:
        microscope = app.microscope
        await pilot._post_mouse_events([MouseScrollDown], Microscope)
        await pilot.pause()
        assert microscope.scroll_offset.y > 0
        microscope.scroll_to(y=200, animate=False, immediate=True)
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert microscope.cursor.row == 1
        assert microscope.scroll_offset.y <= 1


@pytest.mark.parametrize("iteration", [0, 900, 10_000])
@pytest.mark.parametrize("kind", [*OF_A_ROW, *OF_BOTH, *OF_A_WEIGHT, "total"])
def test_the_terms_and_their_sum_are_always_in_sight(kind: NumberKind, iteration: int) -> None:
    for weight in range(3):
        seen = page(twice_branched(), iteration, Cursor(kind, 0, weight))
        shown = {spot.place for spot in seen.spots}
        assert shown >= {NumberPlace("term", row, weight) for row in range(3)} | {
            NumberPlace("total", weight=weight)
        }


def test_marks_tell_on_which_side_columns_are_left_out() -> None:
    replay = huge()
    heads = [text_of(page(replay, 50, Cursor("sum", 0, at), size=(60, 18)).lines[1]) for at in (0, 8, 15)]
    assert ["‹" in head.partition("sum")[0] for head in heads] == [False, True, True]
    assert ["›" in head.partition("sum")[0] for head in heads] == [True, True, False]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("replay", [ARTICLE, huge()], ids=["article", "huge"])
def test_moving_the_cursor_moves_nothing_else(replay: Replay, size: tuple[int, int]) -> None:
    kinds = (*OF_A_ROW, *OF_BOTH, *OF_A_WEIGHT, "total")
    cursors = [Cursor(kind, row, 0) for kind in kinds for row in (0, 3)]
    seen = [page(replay, 50, cursor, size=size) for cursor in cursors]
    rule = max(y for y, line in enumerate(seen[0].lines) if set(text_of(line)) == {"─"})
    assert {tuple(each.spots) for each in seen} == {tuple(seen[0].spots)}
    tables = [[text_of(line).translate(MARKS) for line in each.lines[: rule + 1]] for each in seen]
    assert all(table == tables[0] for table in tables)
    weights = [page(replay, 50, Cursor("weight", 0, weight), size=size).spots for weight in (0, 1, 2)]
    places = [[(spot.y, spot.start, spot.end) for spot in spots] for spots in weights]
    assert places[0] == places[1] == places[2]


def test_names_in_narrow_columns_have_as_many_letters_as_fit() -> None:
    for width, letters in ((58, 1), (60, 2), (62, 3)):
        head = text_of(page(twice_branched(), 900, size=(width, 18)).lines[1])
        assert head.split()[:3] == ["top"[:letters], "bottom"[:letters], "threshold"[:letters]]


@pytest.mark.parametrize("iteration", [0, 299, 300, 899, 900, 5_000])
@pytest.mark.parametrize("weight", [0, 1, 2])
def test_in_a_branch_everything_can_be_worked_out_before_it_began_and_after(
    iteration: int, weight: int
) -> None:
    replay = twice_branched()
    flipped = [iteration >= 300, iteration >= 900, False]
    targets = [target != flip for target, flip in zip((False, True, True), flipped, strict=True)]
    for kind in (*OF_A_ROW, *OF_BOTH, *OF_A_WEIGHT):
        seen = page(replay, iteration, Cursor(kind, 1, weight))
        shown = read(seen)
        if NumberPlace("target", 0) in shown:
            assert [number(shown[NumberPlace("target", row)]) for row in range(3)] == targets
        check_equations(seen)


@cache
def twice_branched() -> Replay:
    """The stairs, of which row 1 is told otherwise from iteration 300 on, and row 2 from 900 on."""
    puzzle = bundled("never/stairs")
    lab = Lab.of(replay_of(puzzle), puzzle.neuron)
    for at, row in ((300, 0), (900, 1)):
        lab = lab.branch(at)
        assert lab.front.terms is not None
        lab = lab.rebranch(lab.front.terms.turn(row, 1))
        lab.front.replay.recording.record(lab.front.replay.iterations)
    return lab.front.replay


async def test_where_the_examples_become_others_the_cursor_stays_in_the_selected_row() -> None:
    puzzle = article()
    lab = Lab.of(ARTICLE, puzzle.neuron).branch(50)
    assert lab.front.terms is not None
    branch = lab.rebranch(lab.front.terms.with_target(1, None)).front.replay  # 1 1 1 is left out, and asked
    branch.recording.record(100)
    app = Shown(branch)
    async with app.run_test(size=(78, 18)) as pilot:
        microscope = app.microscope
        microscope.iteration, microscope.selected = 60, 2  # 0 1 1 is row 3 of the branch
        await pilot.pause()
        assert microscope.cursor.row == 2
        microscope.iteration = 40
        await pilot.pause()
        assert microscope.cursor.row == 3
        await pilot.press("up", "up", "up")  # 1 0 1, 1 1 1 and 0 0 1
        assert app.rows == [1, branch_row(branch, (1, 1, 1)), 0]
        microscope.selected = 2
        microscope.iteration = 60
        await pilot.pause()
        assert microscope.cursor.row == 2
        assert app.rows == [1, branch_row(branch, (1, 1, 1)), 0], "only moving the cursor tells a row"


def branch_row(replay: Replay, inputs: tuple[int, ...]) -> int:
    """The place of a row in the table of a training."""
    return [tuple(row) for row in replay.rows.tolist()].index(inputs)


async def test_beside_a_scrollbar_the_headings_are_whole() -> None:
    rows = tuple(Example(tuple(row >> place & 1 for place in range(6)), row & 1) for row in range(40))
    puzzle = Puzzle("Forty", ("temp", "b", "c", "d", "e", "f"), rows, (Question((1,) * 6, 1),))
    app = Shown(replay_of(replace(puzzle, neuron=replace(puzzle.neuron, iterations=20))))
    async with app.run_test(size=(78, 18)) as pilot:
        await pilot.pause()
        assert app.microscope.max_scroll_y > 0
        seen = [app.microscope.render_line(y).text.rstrip() for y in range(2)]
        assert seen[0].endswith(f"error {TIMES} temp")
        assert seen[1].endswith(f"{TIMES} gradient")
        assert max(len(line) for line in seen) <= 77


def test_a_long_sentence_goes_on_in_the_next_line() -> None:
    puzzle = replace(article(), input_names=("the colour of the sky at noon", "middle", "right"))
    replay = Replay(puzzle, ARTICLE.recording)
    said = " ".join(text_of(line).strip() for line in page(replay, 10, Cursor("term", 1, 0)).lines[-4:])
    assert "the weight of the colour of the sky at noon: error times input times gradient." in said


async def test_another_run_with_a_smaller_table_keeps_the_cursor_within_it() -> None:
    app = Shown(huge())
    async with app.run_test(size=(80, 18)) as pilot:
        app.microscope.cursor = Cursor("product", 250, 15)
        await pilot.pause()
        app.microscope.show_run(ARTICLE, None)
        await pilot.pause()
        assert app.microscope.cursor == Cursor("product", 3, 2)
        assert app.microscope.max_scroll_y == 0


def test_the_moment_is_the_one_that_leads_on() -> None:
    assert numbers_at(OneNeuron(ARTICLE), 3).new_weights.tobytes() == ARTICLE.weights(4).tobytes()


def test_weights_that_are_out_of_sight_are_counted() -> None:
    replay = huge()
    for size in SIZES:
        lines = [text_of(line) for line in page(replay, 5, size=size).lines]
        head = next(at for at, line in enumerate(lines) if "= new weight" in line)
        seen = next(at for at, line in enumerate(lines[head:]) if line.startswith("─")) - 1
        seen -= not lines[head + seen].strip()
        more = re.search(r"… (\d+) more", lines[head])
        assert seen + (int(more[1]) if more else 0) == len(replay.weight_names), size
