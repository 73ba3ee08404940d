"""Characters that a puzzle file may not hold, and files that are no text at all."""

from __future__ import annotations

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.text import clean, clip
from tests.puzzle.sources import check_faults, puzzle_file


def test_a_tab_is_told_where_a_line_begins_with_it() -> None:
    check_faults(puzzle_file(neuron="\n▲\t\tseed: 1"), "tab")
    check_faults(puzzle_file(neuron="\n ▲ \tseed: 1".replace(" ▲ ", "  ▲")), "tab")


@pytest.mark.parametrize(
    "source",
    [
        puzzle_file(title="Two\tswitches"),
        puzzle_file(examples="\n  -\t0\t1\t->\t1\t\n\t\n  - 1 1 -> 1", questions="\n  - 1 0 -> 1"),
        puzzle_file() + "rule: Left. #\tnote\n",
        puzzle_file(lesson="|\n  One\tcolumn."),
    ],
)
def test_a_tab_elsewhere_is_a_blank(source: str) -> None:
    with_blanks = read_puzzle(source.replace("\t", " ").encode())
    assert with_blanks.puzzle is not None
    assert read_puzzle(source.encode()) == with_blanks


def test_other_faults_are_told_beside_a_tab() -> None:
    check_faults(puzzle_file(neuron="\n▲\tseed: 1", expect="▲maybe"), "tab", "learns")


def test_what_yaml_only_misreads_because_of_a_tab_is_not_told() -> None:
    check_faults("title: Two\nexamples:\n  - 0 0 -> 0\n▲\t- 0 1 -> 0\nquestions:\n  - 1 1 -> 1\n", "tab")


def test_a_mistake_above_the_tab_is_told() -> None:
    check_faults("title: ▲'Two\nexamples:\n▲\t- 0 0 -> 0\n", "never closed", "tab")


@pytest.mark.parametrize(
    "character",
    [
        "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x85",
        "\x9b", "\u200b", "\u2060", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
        "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\uffff",
    ],
)  # fmt: skip
def test_a_control_character_is_told_by_its_number(character: str) -> None:
    name = f"U+{ord(character):04X}"
    check_faults(puzzle_file(title=f"Two▲{character}switches"), name)
    check_faults(puzzle_file(title=f"Two ▲{character}▲{character}", expect="▲maybe"), name, name, "learns")


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        ("\\e", "U+001B"), ("\\0", "U+0000"), ("\\a", "U+0007"), ("\\b", "U+0008"), ("\\r", "U+000D"),
        ("\\t", "tab"), ("\\x9b", "U+009B"), ("\\x1B", "U+001B"), ("\\u202e", "U+202E"),
        ("\\U0000202E", "U+202E"), ("\\N", "U+0085"), ("\\L", "U+2028"), ("\\P", "U+2029"),
    ],
)  # fmt: skip
def test_a_control_character_behind_an_escape_is_told_as_well(escape: str, name: str) -> None:
    check_faults(puzzle_file(title=f'"Two \\\\ \\" ▲{escape}[31m switches"'), name)
    check_faults(puzzle_file(lesson=f'"One line,\n  and ▲{escape} another"'), name)


def test_escapes_of_ordinary_characters_are_welcome() -> None:
    reading = read_puzzle(puzzle_file(title='"\\u00e9\\x41 \\"\\\\e\\""').encode())
    assert reading.puzzle is not None
    assert reading.puzzle.title == 'éA "\\e"'


def test_the_first_byte_that_is_not_utf8_is_told_where_it_stands() -> None:
    source = puzzle_file(title="Café crème é", rule="é ist ü").encode("latin-1")
    [fault] = read_puzzle(source).faults
    assert (fault.line, fault.column) == (1, 11)
    assert "0xE9" in fault.message


def test_columns_count_characters_not_bytes() -> None:
    check_faults(puzzle_file(inputs="['日本語🧠', ▲'日本語🧠']"), "twice")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf16_is_read_where_it_says_so_and_else_told_in_one_sentence(encoding: str) -> None:
    source = puzzle_file(title="Café")
    marked = read_puzzle(("\ufeff" + source).encode(encoding))
    assert marked == read_puzzle(source.encode())
    assert marked.puzzle is not None
    [fault] = read_puzzle(source.encode(encoding)).faults
    assert "save it as UTF-8" in fault.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\0\0\0", "zip archive; unpack it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\x1f\x8b\x08\0", "unpack it"),
        (b"\0\1\0\0\2\3\0\0", "no text file"),
        (bytes(range(1, 256)), "no text file"),
    ],
)
def test_a_file_of_another_kind_is_told_in_one_sentence(data: bytes, words: str) -> None:
    [fault] = read_puzzle(data).faults
    assert (fault.line, fault.column) == (1, 1)
    assert words in fault.message


def test_a_file_of_one_mebibyte_is_read_and_a_larger_one_is_not() -> None:
    full = puzzle_file().encode().ljust(2**20, b"#")
    assert read_puzzle(full).puzzle is not None
    [fault] = read_puzzle(full + b"#").faults
    assert "1 MiB" in fault.message


def test_of_very_many_faults_the_first_hundred_are_told_and_the_rest_counted() -> None:
    faults = read_puzzle(puzzle_file(rule="\x07" * 5_000).encode()).faults
    assert len(faults) == 101
    assert "4,900 more" in faults[-1].message
    assert [fault.column for fault in faults[:100]] == list(range(7, 107))


def test_a_name_is_cleaned_of_what_can_not_be_seen() -> None:
    assert clean("a\x1b[31m\nb\u202e\u200bc\udcff") == "a[31mbc\ufffd"
    assert clean("左 é 🧠") == "左 é 🧠"
    assert clip("x" * 50) == "x" * 39 + "…"
