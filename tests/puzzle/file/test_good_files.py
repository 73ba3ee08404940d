"""What a puzzle file may say, and what the game then knows."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from tests.puzzle.sources import ARTICLE, puzzle_file


def read(source: str) -> Puzzle:
    reading = read_puzzle(source.encode())
    assert reading.faults == ()
    assert reading.puzzle is not None
    return reading.puzzle


def test_the_articles_puzzle_is_read_as_it_is_written() -> None:
    assert read(ARTICLE) == Puzzle(
        title="The leftmost column",
        input_names=("left", "middle", "right"),
        output_name="answer",
        examples=(
            Example((0, 0, 1), 0),
            Example((1, 1, 1), 1),
            Example((1, 0, 1), 1),
            Example((0, 1, 1), 0),
        ),
        questions=(Question((1, 0, 0), 1),),
        rule="The output is always the value of the leftmost input.",
        hints=("Cover the columns one at a time.",),
        lesson="What the player reads before (optional, a few short paragraphs).",
        afterwards="What the player reads after the verdict (optional).",
        neuron=NeuronSettings(threshold=False, iterations=10_000, seed=1, learning_rate=1.0),
        expect="learns",
        author="anyone",
    )


def test_title_examples_and_questions_are_enough() -> None:
    puzzle = read(puzzle_file())
    assert puzzle.input_names == ("A", "B")
    assert puzzle.output_name == "answer"
    assert puzzle.neuron == NeuronSettings(False, 10_000, 1, 1.0)
    assert (puzzle.rule, puzzle.hints, puzzle.lesson, puzzle.afterwards) == ("", (), "", "")
    assert (puzzle.expect, puzzle.author) == (None, "")


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    windows = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()
    assert read_puzzle(windows) == read_puzzle(ARTICLE.encode())


@pytest.mark.parametrize(
    "word", ["on", "no", "yes", "null", "~", "1984", "1e3", "0x10", "2024-01-01", "true"]
)
def test_a_plain_word_is_taken_as_written(word: str) -> None:
    puzzle = read(puzzle_file(title=word, output=word, author=word, hint=word, rule=word))
    assert puzzle.title == puzzle.output_name == puzzle.author == puzzle.rule == word
    assert puzzle.hints == (word,)


def test_texts_may_have_several_paragraphs() -> None:
    puzzle = read(puzzle_file(lesson="|\n  One.\n\n  Two.\n", rule=">\n  All in\n  one line.\n"))
    assert puzzle.lesson == "One.\n\nTwo."
    assert puzzle.rule == "All in one line."


def test_up_to_three_hints_go_from_gentle_to_plain() -> None:
    assert read(puzzle_file(hint="[Look., Look left., It is the left one.]")).hints == (
        "Look.",
        "Look left.",
        "It is the left one.",
    )


def test_a_text_that_is_left_blank_counts_as_left_out() -> None:
    puzzle = read(puzzle_file(rule="", hint="", lesson="", afterwards="''"))
    assert (puzzle.rule, puzzle.hints, puzzle.lesson, puzzle.afterwards) == ("", (), "", "")


@pytest.mark.parametrize(
    ("written", "seed"),
    [("0", 0), ("010", 10), ("+7", 7), ("1e4", 10_000), ("2.0", 2), ("4294967286", 2**32 - 10)],
)
def test_whole_numbers_are_plain_decimals(written: str, seed: int) -> None:
    assert read(puzzle_file(neuron=f"{{seed: {written}}}")).neuron.seed == seed


@pytest.mark.parametrize(
    ("written", "rate"), [("1e-3", 0.001), (".5", 0.5), ("1000", 1000.0), ("0.1", 0.1), ("2.5E+1", 25.0)]
)
def test_the_learning_rate_may_have_a_point_or_an_exponent(written: str, rate: float) -> None:
    assert read(puzzle_file(neuron=f"{{learning_rate: {written}}}")).neuron.learning_rate == rate


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("start: [0.5, -0.2]", (0.5, -0.2)),
        ("start: [100, -1e-3]", (100.0, -0.001)),
        ("start: [.5, +2, -0], threshold: true", (0.5, 2.0, 0.0)),
        ("start: [1, 2, 3, 4, 5, 6], hidden: 2", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
        ("seed: 2", ()),
    ],
)
def test_training_may_start_with_weights_of_the_file_s_own(written: str, start: tuple[float, ...]) -> None:
    neuron = read(puzzle_file(neuron=f"{{{written}}}")).neuron
    assert neuron.start == start
    assert "-0.0" not in map(str, neuron.start)


def test_true_and_false_switch_the_threshold() -> None:
    assert read(puzzle_file(neuron="{threshold: true}")).neuron.threshold is True
    assert read(puzzle_file(neuron="{threshold: false}")).neuron.threshold is False


@pytest.mark.parametrize("row", ["1 1 -> 1", "1  1->1", "'1 1 -> 1'", "1 1\n    -> 1"])
def test_a_row_may_be_spaced_and_quoted_as_one_likes(row: str) -> None:
    assert read(puzzle_file(questions=f"\n  - {row}")).questions == (Question((1, 1), 1),)


def test_the_largest_puzzle_is_read() -> None:
    rows = [f"{number:016b}" for number in range(256 + 64)]
    written = ["\n  - " + " ".join(row) + " -> " + row[-1] for row in rows]
    puzzle = read(puzzle_file(examples="".join(written[:256]), questions="".join(written[256:])))
    assert (len(puzzle.input_names), len(puzzle.examples), len(puzzle.questions)) == (16, 256, 64)
    assert puzzle.example_inputs().shape == (256, 16)


def test_names_may_be_in_any_script() -> None:
    names = ("左", "🧠🧠", "אור", "é")
    puzzle = read(
        puzzle_file(
            inputs=f"[{', '.join(names)}]",
            examples="\n  - 0 0 0 1 -> 1\n  - 0 0 1 1 -> 0",
            questions="\n  - 0 0 0 0 -> 0",
        )
    )
    assert puzzle.input_names == names
