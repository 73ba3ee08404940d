"""The spelling of all that a player reads: British, and every word known to a dictionary or our list."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from spellchecker import SpellChecker

ROOT = Path(__file__).parents[1]
OURS = Path(__file__).with_name("known_words.txt")
"""Names and terms that no dictionary has, and British words that an American one lacks; a word a line."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|<!--.*?-->", re.DOTALL)
BRITISH_TOO = {"practice", "program", "story"}
"""The noun, what a computer carries out, and what one tells: these are American only in other meanings."""

PUZZLES = sorted(ROOT.glob("puzzles/**/*.yaml"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))]
GAME = sorted(ROOT.glob("neuron_tui/**/*.py"))
each_kind = pytest.mark.parametrize("kind", [PUZZLES, DOCUMENTS, GAME], ids=["puzzles", "documents", "game"])


def texts_in(file: Path) -> Iterator[str]:
    """What a file says to people: its values, its text without code, or the sentences in its strings."""
    told = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        yield from _values(yaml.safe_load(told))
    elif file.suffix == ".md":
        yield CODE.sub(" ", re.sub(r"https?://\S+", " ", told))
    else:
        yield from _sentences(ast.parse(told))


def _values(node: object) -> Iterator[str]:
    """The texts in a YAML file, without the names of its keys."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | dict):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _values(value)


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Strings of several words that are no style sheet, and the docstrings that commands show as help."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            if any("command" in ast.unparse(decorator) for decorator in node.decorator_list):
                yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            prose = " " in node.value.strip() and not set(node.value) & set("{\\")
            yield node.value if prose else ""


@cache
def words_in(file: Path) -> frozenset[str]:
    """Every word in a file, small, without the s of a possessive."""
    found = {word.replace("’", "'") for text in texts_in(file) for word in WORD.findall(text)}
    return frozenset(word.lower().removesuffix("'s") for word in found if len(word) > 1)


def told(file: Path, word: str) -> str:
    """Where a word stands first, so that one finds it."""
    lines = file.read_text(encoding="utf-8").lower().splitlines()
    line = next((number for number, line in enumerate(lines, 1) if word in WORD.findall(line)), 0)
    return f"{file.relative_to(ROOT)}:{line or '?'}: {word}"


@cache
def dictionary() -> SpellChecker:
    """An English dictionary, and our own words."""
    checker = SpellChecker(language="en")
    checker.word_frequency.load_words(our_words())
    return checker


def our_words() -> list[str]:
    return OURS.read_text(encoding="utf-8").split()


@cache
def american() -> dict[str, str]:
    """American spellings, with the British one of each."""
    listed = files("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = [line.split("->") for line in listed.read_text(encoding="utf-8").splitlines()]
    return {there: here for here, there in pairs if there not in BRITISH_TOO}


@each_kind
def test_every_word_is_spelled_as_a_dictionary_or_our_list_has_it(kind: list[Path]) -> None:
    unknown = [told(file, word) for file in kind for word in sorted(dictionary().unknown(words_in(file)))]
    assert not unknown, "\n".join(unknown)


@each_kind
def test_the_spelling_is_british(kind: list[Path]) -> None:
    found = [
        f"{told(file, word)}, here {american()[word]}"
        for file in kind
        for word in sorted(words_in(file) & american().keys())
    ]
    assert not found, "\n".join(found)


def test_our_list_is_in_order_and_holds_nothing_that_is_not_needed() -> None:
    listed = our_words()
    assert listed == sorted(set(listed))
    used = frozenset[str]().union(*(words_in(file) for file in [*PUZZLES, *DOCUMENTS, *GAME]))
    assert [word for word in listed if word not in used] == []
    assert sorted(set(listed) & SpellChecker(language="en").known(listed)) == []


@pytest.mark.parametrize("word", ["wieght", "theshold", "neurone's"])
def test_a_misspelt_word_would_be_found(word: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"title: The neuron\nhint: [Look at the {word} of left.]\n", encoding="utf-8")
    assert dictionary().unknown(words_in(file)) == {word.removesuffix("'s")}


def test_what_is_code_is_not_read_as_english(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "Run `nurontui`:\n```sh\npip instal\n```\nand [look](docs/mtch.svg) at it.\n", encoding="utf-8"
    )
    assert words_in(file) == {"run", "and", "look", "at", "it"}
