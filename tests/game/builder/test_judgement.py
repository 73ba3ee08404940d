"""What is said of a puzzle while it is made: what is missing, what `check` finds, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.builder.judgement import checked, learned, missing, rules
from neuron_tui.game.builder.judging import Judgement, judge
from neuron_tui.game.proving.expectation import outcomes
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from neuron_tui.puzzle.task import Task

LEFT = Puzzle(
    "Left",
    ("left", "middle", "right"),
    (Example((0, 0, 1), 0), Example((1, 1, 1), 1), Example((1, 0, 1), 1), Example((0, 1, 1), 0)),
    (Question((1, 0, 0), 1),),
)


def texts(puzzle: Puzzle) -> str:
    return " ".join(note.text for note in rules(Draft.of(puzzle)))


def test_what_is_missing_is_said_row_by_row() -> None:
    draft = Draft.blank().add_row(0, asked=False)
    said = [note.text for note in missing(draft)]
    assert said == ["Row 1 has no answer yet.", "Add a row to guess.", "Give it a title."]
    assert missing(Draft.of(LEFT)) == []


def test_what_check_finds_is_said_of_the_row_and_not_of_a_line() -> None:
    wrong = Draft.of(LEFT).set_cell(2, 1, 1).set_cell(2, 3, 0)
    [fault] = checked(wrong)
    assert (fault.kind, fault.row) == ("bad", 2)
    assert fault.text == (
        "Row 3: row 2 has 1 for the same inputs; change one of the two rows, or remove it, "
        "or turn on “noisy” where that is meant."
    )
    given = Draft.of(LEFT).set_cell(4, 2, 1)
    [warning] = checked(given)
    assert warning.text.startswith("The row to guess: the answer is given away on row 3")
    [needless] = checked(Draft.of(replace(LEFT, noisy=True)))
    assert needless.text == "Nothing here is noisy: no row stands with both outputs; turn off “noisy”."


def test_what_is_said_of_all_rows_is_said_of_none_of_them() -> None:
    always = replace(LEFT, examples=tuple(replace(row, target=1) for row in LEFT.examples))
    [note] = checked(Draft.of(always))
    assert (note.kind, note.row) == ("plain", None)
    assert note.text.lower().startswith("all outputs are 1")


def test_a_fair_puzzle_is_called_fair_and_how_hard_it_is() -> None:
    assert texts(LEFT) == "Fair: the shortest rule that fits is “left”. Easy: one input decides."


def test_a_question_that_the_rows_leave_open_is_named_with_two_rules() -> None:
    two = replace(LEFT, examples=LEFT.examples[:2])
    assert "The row to guess is open: by “middle” it is 0, by “left” 1. Both fit." in texts(two)


def test_where_the_names_decide_it_is_said_whether_they_have_to() -> None:
    named = replace(LEFT, names_decide=True)
    assert "the names need not decide" in texts(named)
    assert "the names tell which is meant" in texts(replace(named, examples=LEFT.examples[:2]))


def test_with_a_task_nothing_need_be_asked() -> None:
    assert missing(Draft.of(replace(LEFT, questions=()))) != []
    given = Draft.of(replace(LEFT, questions=(), task=Task("teach", 2, (1.0, 2.0))))
    assert (missing(given), checked(given)) == ([], [])


def test_what_is_learned_for_certain_is_learned_anew_where_chance_has_a_say() -> None:
    *_, known = judge(Draft.of(LEFT), Judgement())
    assert len([*judge(Draft.of(replace(LEFT, noisy=True)), known)]) > 1


def test_of_many_inputs_it_is_said_that_rules_are_not_counted() -> None:
    wide = Draft.of(LEFT).add_input(0).add_input(0)
    assert [note.text for note in rules(wide)] == [
        "With more than 4 inputs, the rules that fit are not counted."
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [(0, "The rows speak against the row to guess"), (None, "The row to guess is not open")],
)
def test_an_answer_that_the_rows_contradict_is_doubted(answer: int | None, words: str) -> None:
    assert words in texts(replace(LEFT, questions=(Question((1, 0, 0), answer),)))


@pytest.mark.parametrize(
    ("targets", "threshold", "words"),
    [
        ((0, 0, 1, 1), True, "The neuron learns it, from 10 of 10 starts."),
        ((1, 0, 0, 1), True, "one neuron never can. Hidden neurons may."),
        ((1, 1, 0, 0), False, "it needs a threshold."),
    ],
)
def test_it_is_said_whether_the_neuron_learns_it_and_if_not_why(
    targets: tuple[int, ...], threshold: bool, words: str
) -> None:
    rows = ((0, 0), (0, 1), (1, 0), (1, 1))
    examples = tuple(map(Example, rows[:3], targets))
    neuron = replace(LEFT.neuron, threshold=threshold)
    puzzle = Puzzle("Two", ("a", "b"), examples, (Question(rows[3], targets[3]),), neuron=neuron)
    assert learned(puzzle, outcomes(puzzle)).text.endswith(words)


def test_the_neuron_learns_in_slices_and_not_again_what_it_knows() -> None:
    draft = Draft.of(LEFT)
    *learning, known = judge(draft, Judgement())
    assert len(learning) == 100
    assert all("The neuron is learning." in [note.text for note in each.notes] for each in learning)
    assert [round(output) for output in known.outputs] == [0, 1, 1, 0, 1]
    assert (known.expects(draft), learning[-1].expects(draft)) == ("learns", None)
    assert known.expects(draft.set_cell(0, 0, 1)) is None
    [again] = judge(draft.add_row(1, asked=False), known)
    assert [again.outputs[row] for row in (0, 2, 3, 4, 5)] == list(known.outputs)
    assert again.notes[0].text == "Row 2 has no answer yet."


def test_a_row_with_a_fault_is_marked() -> None:
    *_, last = judge(Draft.of(replace(LEFT, examples=LEFT.examples[:2])), Judgement())
    assert last.faulty == {2}, "what is asked is open"
