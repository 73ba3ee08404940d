"""ASCII in the place of other characters: of the same width, and nothing that differs becomes the same."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from neuron_tui.ascii import HANDLER, ascii_like, replacement

codecs.register_error(HANDLER, replacement)

SHOWN = st.characters(categories=["L", "N", "P", "S", "Zs"]).filter(lambda character: wcwidth(character) > 0)


def replaced(text: str, encoding: str) -> str:
    return text.encode(encoding, HANDLER).decode(encoding)


@given(st.text(SHOWN))
def test_whatever_is_laid_out_keeps_its_width(text: str) -> None:
    assert wcswidth(ascii_like(text)) == wcswidth(text)


@given(st.text(st.characters(codec="ascii")))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert ascii_like(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("you +91 · neuron −4.63", "you +91 - neuron -4.63"),
        ("╭─ Puzzle ─╮", "+- Puzzle -+"),
        ("1 ■ □ 0.99✓ 0.2✗", "1 # . 0.99+ 0.2x"),
        ("Crème brûlée", "Creme brulee"),
        ("猫と кот", "猫と кот"),
    ],
)
def test_what_is_shown_in_ascii(text: str, plain: str) -> None:
    assert ascii_like(text) == plain


def test_an_encoding_shows_what_it_has_and_the_rest_in_ascii() -> None:
    assert replaced("½ · ■ − é ✓", "latin-1") == "½ · # - é +"
    assert replaced("½ · ■ − é ✓", "cp437") == "½ · ■ - é +"
    assert replaced("é ł 猫 x\u0301", "ascii") == "e ? ?? x"


def test_halves_of_characters_in_the_name_of_a_file_are_question_marks() -> None:
    assert replaced("a\udcffb.yaml", "utf-8") == "a?b.yaml"


@pytest.mark.parametrize(
    "together",
    [
        "■□·",  # inputs, and one that is covered
        "▲●◆△─",  # you, the neuron, the answer, what you foresee, and the scale
        "✓✗",
        "●○◆✗◐·",  # rows on a picture, and its middle line
        " ▀▄█",
        " ▁▂▃▄▅▆▇█✓✗├┃─",  # the timeline
        "█▓▒░·",
        "█▒·▸",
        "◇▽□▷◁×+=·",  # a game without names
        "←→↑↓",
    ],
)
def test_what_means_different_things_stays_different(together: str) -> None:
    assert len(set(ascii_like(together))) == len(together)


def braille(*dots: tuple[int, int]) -> str:
    """A cell with dots at (row, column)."""
    bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    return chr(0x2800 + sum(bits[row][column] for row, column in dots))


@pytest.mark.parametrize(
    ("cell", "stroke"),
    [
        (braille(), " "),
        (braille((3, 0), (3, 1)), "_"),
        (braille((0, 0), (0, 1)), "'"),
        (braille((1, 0), (2, 1)), "-"),
        (braille((0, 1), (1, 1), (2, 0), (3, 0)), "/"),
        (braille((0, 0), (1, 0), (2, 1), (3, 1)), "\\"),
        (braille((0, 1), (1, 1), (2, 1), (3, 1)), "|"),
        (braille(*((row, column) for row in range(4) for column in range(2))), "#"),
    ],
)
def test_a_stroke_of_a_curve_goes_where_its_dots_go(cell: str, stroke: str) -> None:
    assert ascii_like(cell) == stroke


@given(st.integers(1, 255))
def test_no_dot_of_a_curve_is_lost(dots: int) -> None:
    assert ascii_like(chr(0x2800 + dots)).strip()
