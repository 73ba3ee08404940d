"""Plain speech: no glyph, no key of the screen, in every encoding; for all texts of the game."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from neuron_tui.plain.spoken import sayable, spoken
from tests.plain.lines import KEYS

ROOT = Path(__file__).parents[2]
CHAPTERS = [path for path in sorted(ROOT.glob("puzzles/**/*.yaml")) if path.name != "glossary.yaml"]


def values(node: object) -> Iterator[str]:
    """The texts in a YAML file."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | dict):
        for value in node.values() if isinstance(node, dict) else node:
            yield from values(value)


def texts_of_puzzles() -> list[str]:
    return [text for path in CHAPTERS for text in values(yaml.safe_load(path.read_text("utf-8")))]


def texts_of_the_game() -> list[str]:
    """All strings in its rules and words, glyphs among them."""
    found = []
    for path in sorted(ROOT.glob("neuron_tui/game/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return found


def test_every_text_becomes_letters_digits_and_usual_marks() -> None:
    texts = [*texts_of_puzzles(), *texts_of_the_game()]
    assert sum(not text.isascii() for text in texts) > 40
    odd = {
        character
        for text in texts
        for character in spoken(text)
        if not character.isascii() and unicodedata.category(character)[0] not in "LMN"
    }
    assert odd == set()


def test_no_text_of_the_course_names_a_key() -> None:
    texts = texts_of_puzzles()
    assert sum(bool(KEYS.search(text)) for text in texts) > 25
    assert [said for text in texts if KEYS.search(said := spoken(text))] == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("right: \u22124.63", "right: minus 4.63"),
        ("you +96 \u00b7 neuron \u2212224", "you plus 96, neuron minus 224"),
        ("\u2713 \u25b8 Row 1", "right Row 1"),
        ("It says 1 for \u25a0\u25a1, where it was told 0.", "It says 1 for on off, where it was told 0."),
        ("1.20e\u22125 \u00d7 2 \u00b1 1", "1.20 times ten to the minus 5 times 2 plus or minus 1"),
        ("1 / (1 + e^\u22129.67)", "1 divided by (1 plus e to the minus 9.67)"),
        ("1\u2190left, out\u21902", "1 from left, out from 2"),
        ("Done: 3 turns \u2605\u2605\u2606", "Done: 3 turns, 2 of 3 stars"),
        ("x\u2082 is \u00bd of y\u00b2", "x2 is 1/2 of y squared"),
        ("\u25c7 and \u2603", "white diamond and snowman"),
        ("Should ??? be 0 or 1?", "Should the answer be 0 or 1?"),
        ("Turn the weights with \u2190 \u2192 until", "Turn the weights until"),
        ("With \u2190 \u2192 make every row sure", "Make every row sure"),
        ("na\u00efve \u0393\u03ac\u03c4\u03b1 \u732b", "na\u00efve \u0393\u03ac\u03c4\u03b1 \u732b"),
        ("\x1b[31mred\x1b[0m\ttwo\nlines", "[31mred[0m two lines"),
        ("#.. .#. ..#", "#.. .#. ..#"),
    ],
)
def test_signs_are_spoken(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "na\u00efve \u0393\u03ac\u03c4\u03b1 \u732b \u20ac"),
        ("latin-1", "na\u00efve gamma alpha tau alpha ideograph-732b euro sign "),
        ("ascii", "naive gamma alpha tau alpha ideograph-732b euro sign "),
    ],
)
def test_what_an_encoding_lacks_is_spelled(encoding: str, said: str) -> None:
    assert sayable("na\u00efve \u0393\u03ac\u03c4\u03b1 \u732b \u20ac", encoding) == said
    said.encode(encoding)


def test_a_letter_by_its_name_has_no_blank_before_a_mark() -> None:
    assert sayable("in \u5de6, \u4e2d: 1", "latin-1") == "in ideograph-5de6, ideograph-4e2d: 1"
