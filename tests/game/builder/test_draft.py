"""A draft: any puzzle can be begun with, every step can be taken back, and nothing is lost in its file."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.builder.draft import Draft, Row, with_neuron
from neuron_tui.game.builder.drafts import Drafts, read_drafts, write_drafts
from neuron_tui.game.builder.judgement import rules
from neuron_tui.game.files.saving import still_has
from neuron_tui.puzzle.condition import read_condition
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.file.writer import write_puzzle, yaml_of
from neuron_tui.puzzle.formula.parser import FormulaError
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.puzzle import MAX_EXAMPLES, Example, NeuronSettings, Puzzle, Question, Step
from neuron_tui.puzzle.task import Task
from tests.puzzle.puzzles import lines, puzzles

RADIO = Puzzle(
    "Baby", ("radio", "dog"), (Example((0, 1), 0), Example((1, 0), 1)), (Question((1, 1), 1),), "wakes"
)


@st.composite
def moves(draw: st.DrawFn, draft: Draft) -> Draft:
    """The draft after any move that a player can make."""
    row = draw(st.integers(0, len(draft.rows) - 1)) if draft.rows else None
    column = draw(st.integers(0, draft.width))
    kind = draw(st.integers(0, 6))
    if row is not None and kind < 3:
        turned = draft.set_cell(row, column, draft.turned(row, column))
        carried, _ = draft.move_row(row, draw(st.sampled_from([1, -1])))
        return (turned, carried, draft.remove_row(row))[kind]
    if kind == 3:
        return draft.add_input(column)
    if kind == 4:
        return draft.remove_input(min(column, draft.width - 1))
    if kind == 5:
        return draft.rename(column, draw(lines))
    asked = draw(st.booleans())
    return draft.add_row(len(draft.rows) if asked else draft.examples, asked=asked)


def some_drafts(data: st.DataObject, first: Draft) -> Drafts:
    drafts = Drafts(first)
    for _ in range(data.draw(st.integers(1, 8))):
        drafts = drafts.then(data.draw(moves(drafts.now)))
    return drafts


@given(puzzles(networks=True, starts=True))
def test_nothing_is_lost_of_a_puzzle_that_is_read_kept_as_a_draft_and_saved(
    tmp_path_factory: pytest.TempPathFactory, puzzle: Puzzle
) -> None:
    folder = tmp_path_factory.mktemp("home")
    file = folder / "a.yaml"
    file.write_text(write_puzzle(puzzle), encoding="utf-8")
    read = read_entry(file).puzzle
    assert read is not None
    write_drafts(folder / "draft.json", Drafts(Draft.to_edit(read, file)))
    drafts = read_drafts(folder / "draft.json")
    assert drafts is not None
    assert write_puzzle(drafts.now.puzzle()) == file.read_text(encoding="utf-8")
    assert drafts.now.puzzle() == puzzle
    assert still_has(file, drafts.now.stamp)
    file.write_text(write_puzzle(puzzle) + "# a word\n", encoding="utf-8")
    assert not still_has(file, drafts.now.stamp)


@given(puzzles(networks=True, starts=True))
def test_whatever_is_begun_with_a_puzzle_can_be_saved(puzzle: Puzzle) -> None:
    draft = Draft.made_of(puzzle)
    titled = replace(draft, about=replace(draft.about, title=puzzle.title))
    write_puzzle(titled.puzzle())


@given(puzzles(), st.data())
def test_every_step_is_taken_back_exactly_and_done_again(puzzle: Puzzle, data: st.DataObject) -> None:
    first = Draft.of(puzzle)
    last = drafts = some_drafts(data, first)
    seen = [drafts.now]
    while drafts.before:
        drafts = drafts.undo()
        seen.append(drafts.now)
    assert seen[-1] == first
    again = [drafts.now]
    while drafts.after:
        drafts = drafts.redo()
        again.append(drafts.now)
    assert again == seen[::-1]
    assert drafts.now == last.now


@given(puzzles(networks=True, starts=True), st.data())
def test_examples_come_first_and_every_row_is_as_wide_as_the_names(
    puzzle: Puzzle, data: st.DataObject
) -> None:
    draft = some_drafts(data, Draft.of(puzzle)).now
    assert sorted(draft.rows, key=lambda row: row.asked) == list(draft.rows)
    assert {len(row.inputs) for row in draft.rows} <= {draft.width}


@given(puzzles(networks=True, starts=True), st.data())
def test_a_draft_comes_back_from_its_file_with_the_steps_before_it(
    tmp_path_factory: pytest.TempPathFactory, puzzle: Puzzle, data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("home") / "there" / "draft.json"
    drafts = some_drafts(data, Draft.of(puzzle))
    write_drafts(file, drafts)
    found = read_drafts(file)
    assert found is not None
    assert (found.now, found.before) == (drafts.now, drafts.before)


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1]", '[{"title": 3}]', '[{"title": "a", "rows": ["1"]}]'])
def test_an_odd_file_holds_no_draft(tmp_path: Path, text: str) -> None:
    file = tmp_path / "draft.json"
    assert read_drafts(file) is None
    file.write_text(text)
    assert read_drafts(file) is None


ODD = [3, "odd", None, [], {}, [3], ["odd"], [3, 3], True, 0.5, "1/0"]


def test_a_draft_in_which_one_thing_is_odd_is_none_or_is_shown_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "draft.json"
    write_drafts(file, Drafts(Draft.of(RADIO)))
    [kept] = json.loads(file.read_text())
    about = kept["about"]
    told = set()
    for part in (kept, about, about["neuron"], kept["rows"][0], kept["rows"][-1]):
        for name, odd in product(list(part), ODD):
            before, part[name] = part[name], odd
            file.write_text(json.dumps([kept]))
            part[name] = before
            found = read_drafts(file)
            told.add(found is None)
            if found is not None:
                yaml_of(found.now.puzzle())
                list(rules(found.now))
                write_drafts(file, found)
                assert read_drafts(file) == found, (name, odd)
    assert told == {True, False}


def test_letters_typed_into_one_field_are_one_step() -> None:
    drafts = Drafts(Draft.blank())
    for title in ("R", "Ra", "Rai"):
        drafts = drafts.then(replace(drafts.now, about=replace(drafts.now.about, title=title)), "title")
    drafts = drafts.then(drafts.now.add_row(0, asked=False))
    assert drafts.undo().now.about.title == "Rai"
    assert drafts.undo().undo().now == Draft.blank()


def test_below_the_line_an_example_is_to_be_guessed_and_above_it_a_question_is_told() -> None:
    draft = Draft.of(RADIO)
    asked, place = draft.move_row(1, 1)
    assert (place, asked.examples) == (1, 1)
    assert asked.puzzle().questions == (Question((1, 0), 1), *RADIO.questions)
    assert asked.move_row(1, -1) == (draft, 1)
    opened = draft.set_cell(2, 2, None).move_row(2, -1)[0]
    assert opened.rows[2] == Row((1, 1), None)
    assert not opened.rows[2].complete


def test_a_formula_answers_every_row_and_draws_some_where_there_are_none() -> None:
    filled = Draft.of(RADIO).fill("not radio")
    assert [row.answer for row in filled.rows[:2]] == [1, 0]
    assert len({row.inputs for row in filled.rows}) == len(filled.rows) == 4, "all rows there can be"
    drawn = Draft.blank().fill("A and not B")
    assert (drawn.examples, len(drawn.rows)) == (5, 6)
    assert all(row.answer == int(row.inputs[0] > row.inputs[1]) for row in drawn.rows)
    with pytest.raises(FormulaError):
        drawn.fill("A and")


def test_a_formula_keeps_its_meaning_under_new_names() -> None:
    draft = Draft.of(RADIO).fill("radio and not dog").rename(1, "cat").rename(2, "answer")
    assert draft.about.formula == "answer = radio and not cat"


def test_there_are_bounds() -> None:
    draft = Draft.of(RADIO)
    for _ in range(2 * MAX_EXAMPLES):
        draft = draft.add_row(0, asked=False).add_input(0)
    assert (draft.examples, draft.width) == (MAX_EXAMPLES, 16)
    for _ in range(20):
        draft = draft.remove_input(0)
    assert draft.about.input_names == ("dog",)


@pytest.mark.parametrize("name", ["the [radio]", r"radio \1", "dog 2"])
def test_a_step_of_the_lesson_keeps_its_meaning_under_new_names(name: str) -> None:
    puzzle = replace(RADIO, input_names=("radio", "radio 2"))
    said = (
        "weight of radio > 3 by turning radio", "weight of radio is selected", "output of 1 < 0.5",
        "weight of radio 2 > 3 by turning radio 2", "weight of radio 2 is selected",
    )  # fmt: skip
    steps = tuple(Step("Do it.", until) for until in said)
    draft = Draft.of(replace(puzzle, steps=steps)).rename(0, name)
    for before, after in zip(steps, draft.about.steps, strict=True):
        assert read_condition(after.until, draft.puzzle()) == read_condition(before.until, puzzle)


def test_where_chance_has_a_say_an_answer_turns_through_shares_or_is_the_one_of_the_rows() -> None:
    noisy = Draft.of(replace(RADIO, noisy=True, examples=(*RADIO.examples, Example((0, 1), 1))))
    seen = []
    for _ in range(8):
        noisy = noisy.set_cell(3, 2, noisy.turned(3, 2))
        seen.append(written(noisy.rows[3].answer))
    assert " ".join(seen) == "? 0 1/4 1/3 1/2 2/3 3/4 1"
    known = noisy.draw(3, (0, 1))
    assert known.turned(3, 2) == Fraction(1, 2), "the rows say one 0 and one 1"


def test_rows_become_pictures_and_what_stands_in_both_shapes_stays() -> None:
    small = Draft.of(RADIO).reshaped((3, 3))
    assert small.rows[1].inputs == (1, 0, 0) + (0,) * 6
    assert small.about.input_names[:4] == ("A1", "A2", "A3", "B1")
    drawn = small.draw(1, (1, 0, 1, 0, 1, 0, 1, 0, 1))
    wide = drawn.reshaped((4, 5))
    assert wide.rows[1].inputs == (1, 0, 1, 0, 0) + (0, 1, 0, 0, 0) + (1, 0, 1, 0, 0) + (0,) * 5
    assert wide.reshaped((3, 3)).rows == drawn.rows
    assert drawn.reshaped(None).rows[1].inputs == (1, 0, 1)


@pytest.mark.parametrize("fits", [True, False])
def test_weights_to_start_with_or_to_turn_go_with_the_neuron_that_they_are_of(fits: bool) -> None:
    task = Task("break", 1, (1.0,)) if fits else Task("by hand", 3, (1.0, 2.0))
    puzzle = replace(RADIO, neuron=NeuronSettings(start=(1.0, 2.0)), task=task)
    wider = Draft.of(puzzle).add_input(0).about
    helped = with_neuron(puzzle, replace(puzzle.neuron, threshold=True))
    for changed in (wider, helped):
        assert (changed.neuron.start, changed.task) == ((), task if fits else None)


def test_how_the_neuron_fares_is_forgotten_once_it_learns_something_else() -> None:
    drafts = Drafts(Draft.of(replace(RADIO, expect="learns")))
    for move, left in [
        (drafts.now.set_cell(0, 0, 1), None),
        (replace(drafts.now, about=replace(drafts.now.about, noisy=True)), None),
        (replace(drafts.now, about=replace(drafts.now.about, title="Else")), "learns"),
    ]:
        assert drafts.change(move).now.about.expect == left
