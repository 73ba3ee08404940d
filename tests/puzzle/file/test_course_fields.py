"""What makes a puzzle part of a course: pictures, hidden neurons, difficulty, old ids, a lesson's steps."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Puzzle, Step
from tests.puzzle.file.test_faults import check_faults
from tests.puzzle.sources import puzzle_file

BAR = "\n  - 1 0 0 1 0 0 1 0 0 -> 1\n  - 0 1 0 0 1 0 0 1 0 -> 0"
ASKED = "\n  - 1 0 0 1 0 0 1 0 1 -> 1"


def read(source: str) -> Puzzle:
    reading = read_puzzle(source.encode())
    assert reading.puzzle is not None, reading.faults
    return reading.puzzle


def test_the_points_of_a_picture_have_names_of_their_own() -> None:
    puzzle = read(puzzle_file(picture="3x3", examples=BAR, questions=ASKED))
    assert puzzle.picture == (3, 3)
    assert puzzle.input_names == ("A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3")


def test_a_picture_may_have_twenty_five_points_where_a_row_has_sixteen_inputs() -> None:
    row = "\n  - " + " ".join("1" * 25) + " -> 1"
    other = "\n  - " + " ".join("0" * 25) + " -> 0"
    assert len(read(puzzle_file(picture="5x5", examples=row, questions=other)).input_names) == 25
    check_faults(puzzle_file(examples=row.replace("- 1", "- ▲1"), questions=other), "at most 16")


@pytest.mark.parametrize("size", ["▲3", "▲3 x 3", "▲[3, 3]", "▲2x3", "▲3x6", "▲99x99", "▲axb"])
def test_a_picture_of_another_kind_is_refused(size: str) -> None:
    check_faults(puzzle_file(picture=size), "picture")


def test_a_row_that_does_not_fill_its_picture_is_told() -> None:
    check_faults(
        puzzle_file(picture="3x4", examples=BAR.replace("- ", "- ▲"), questions=ASKED.replace("- ", "- ▲")),
        *["12 points"] * 3,
    )


def test_a_puzzle_may_ask_for_hidden_neurons_as_far_as_the_tape_holds() -> None:
    assert read(puzzle_file(neuron="{hidden: 4}")).neuron.hidden == 4
    assert read(puzzle_file()).neuron.hidden == 0
    check_faults(puzzle_file(neuron="{hidden: ▲17}"), "from 0 to 16")
    # 2 inputs, 16 hidden neurons, a threshold each: 3 * 16 + 17 = 65 weights, 20,000,000 numbers at most
    check_faults(puzzle_file(neuron="▲{hidden: 16, threshold: true, iterations: 307692}"), "at most 307,691")
    assert read(puzzle_file(neuron="{hidden: 16, threshold: true, iterations: 307691}"))


def test_panels_are_read_in_the_order_of_the_file_and_must_be_known() -> None:
    assert read(puzzle_file(panels="[weights, neuron]")).panels == ("weights", "neuron")
    for wrong in ("▲[]", "▲[weight]", "▲[error, error]", "▲weights", "▲{weights: 1}"):
        check_faults(puzzle_file(panels=wrong), "panels must be some of neuron, s-curve, error")


def test_a_puzzle_may_ask_for_the_neuron_too() -> None:
    assert read(puzzle_file(foresee="true")).foresee
    assert not read(puzzle_file()).foresee
    check_faults(puzzle_file(foresee="▲perhaps"), "foresee")


def test_difficulty_and_old_ids_are_read() -> None:
    puzzle = read(puzzle_file(difficulty="3", was="[threshold/veto, old/name]"))
    assert (puzzle.difficulty, puzzle.was) == (3, ("threshold/veto", "old/name"))
    check_faults(puzzle_file(difficulty="▲6"), "from 1 to 5")
    check_faults(puzzle_file(was="▲veto"), "list")
    check_faults(puzzle_file(was="[▲veto]"), "chapter/file")
    check_faults(puzzle_file(was="[▲../veto/x]"), "chapter/file")


def test_tags_are_a_few_short_words() -> None:
    assert read(puzzle_file(tags='[xor, majority, "no, really"]')).tags == ("xor", "majority", "no, really")
    assert read(puzzle_file()).tags == ()
    check_faults(puzzle_file(tags="▲xor"), "list of short words")
    check_faults(puzzle_file(tags="[xor, ▲XOR]"), "twice")
    check_faults(puzzle_file(tags=f"[▲{'x' * 31}]"), "at most 30")
    check_faults(puzzle_file(tags='[▲""]'), "a tag is empty")
    check_faults(puzzle_file(tags="[a, b, c, d, e, f, g, h, ▲i]"), "keep at most 8")


STEPS = "\n  - text: Guess first.\n    until: {}"


@pytest.mark.parametrize(
    "until",
    [
        "guessed",
        "verdict",
        "iteration > 99",
        "error < 0.1",
        "guess > 0.75",
        "weight of A > 3",
        "weight of B<-0.5",
        "output of 2 < 0.5",
        "output of ??? > 0.5",
        "sum of 1 > 0",
        "row 3 is selected",
        "row ??? is selected",
        "a wrong row is selected",
        "weight of B is selected",
        "the weight that moved most is selected",
        "weight of A > 3 by hand",
        "output of ??? > 0.5 by hand",
        "sum of 2<0 by hand",
        "error < 0.1 by hand",
        "output of 1 > 0.5 by turning A",
    ],
)
def test_a_step_says_what_to_do_and_when_it_is_done(until: str) -> None:
    assert read(puzzle_file(steps=STEPS.format(until))).steps == (Step("Guess first.", until),)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("soon", "is no condition"),
        ("iteration >= 9", "is no condition"),
        ("weight of C > 3", "no weight `C`"),
        ("output of 9 < 0.5", "no row `9`"),
        ("row a is selected", "no row `a`"),
        ("weight of threshold > 0", "no weight `threshold`"),
        ("weight of C is selected", "no weight `C`"),
        ("iteration > 9 by hand", "by hand there is no iteration"),
        ("guess > 0.5 by hand", "by hand there is no guess"),
        ("guessed by hand", "is no condition"),
        ("output of 1 > 0.5 by turning E", "there is no weight `E`"),
        ("iteration > 9 by turning A", "by hand there is no iteration"),
        ("row 2 is selected by hand", "is no condition"),
        ("__import__('os')", "is no condition"),
        ("x" * 900, "is no condition"),
    ],
)
def test_a_condition_that_means_nothing_is_told(until: str, words: str) -> None:
    check_faults(puzzle_file(steps=STEPS.format("▲" + until)), words)


WEIGHTS_SELECTED = ["weight of A1 is selected", "the weight that moved most is selected"]


@pytest.mark.parametrize("until", [*WEIGHTS_SELECTED, "weight of A1 > 3"])
def test_behind_hidden_neurons_no_weight_is_meant(until: str) -> None:
    file = puzzle_file(inputs="[A1, B]", neuron="{hidden: 2}", steps=STEPS.format("▲" + until))
    check_faults(file, "with hidden neurons no weight has a name")


@pytest.mark.parametrize("until", WEIGHTS_SELECTED)
def test_a_picture_s_weights_have_names_but_are_not_selected(until: str) -> None:
    picture = {"picture": "3x3", "examples": BAR, "questions": ASKED}
    check_faults(puzzle_file(**picture, steps=STEPS.format("▲" + until)), "cannot be selected")
    assert read(puzzle_file(**picture, steps=STEPS.format("weight of A1 > 3"))).steps


def test_a_step_without_text_or_condition_is_told() -> None:
    check_faults(puzzle_file(steps="\n  - ▲text: Guess first."), "`until` is missing")
    check_faults(puzzle_file(steps="\n  - ▲until: guessed"), "`text` is missing")
    check_faults(puzzle_file(steps="▲guess"), "must be a list")


def test_a_step_says_what_it_showed_and_where_the_training_pauses_for_it() -> None:
    steps = STEPS.format("row 1 is selected\n    pause: 99\n    shown: 'Row 1: off.'")
    puzzle = read(puzzle_file(steps=steps))
    assert puzzle.steps == (Step("Guess first.", "row 1 is selected", "Row 1: off.", 99),)
    assert read(write_puzzle(puzzle)) == puzzle


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('shown: ▲""', "shown is empty"),
        ("pause: ▲soon", "pause must be a number in plain"),
        ("pause: ▲-1", "pause must be"),
        ("pause: ▲10000", "at iteration 10,000 the training is over"),
    ],
)
def test_a_pause_without_a_training_and_an_empty_sentence_are_told(more: str, words: str) -> None:
    check_faults(puzzle_file(steps=STEPS.format(f"guessed\n    {more}")), words)


def test_what_is_asked_tells_puzzles_apart_and_words_about_them_do_not() -> None:
    plain = content_of(read(puzzle_file()))
    assert (
        content_of(
            read(puzzle_file(difficulty="2", tags="[xor]", was="[a/b]", steps=STEPS.format("guessed")))
        )
        == plain
    )
    assert content_of(read(puzzle_file(neuron="{hidden: 2}"))) != plain
    picture = read(puzzle_file(picture="3x3", examples=BAR, questions=ASKED))
    names = f"[{', '.join(picture.input_names)}]"
    assert content_of(picture) != content_of(read(puzzle_file(inputs=names, examples=BAR, questions=ASKED)))
