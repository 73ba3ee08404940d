"""A puzzle travels as a short code: whole, checked, and as data alone."""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.code import CodeError, code_of, is_code, puzzle_of_code
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Puzzle
from tests.puzzle.puzzles import puzzles
from tests.puzzle.sources import ARTICLE, puzzle_file

ARTICLE_CODE = code_of(read_puzzle(ARTICLE.encode()).puzzle or pytest.fail("no puzzle"))


@given(puzzles(networks=True, starts=True))
def test_a_code_gives_the_same_game_with_its_words_to_play_by(puzzle: Puzzle) -> None:
    code = code_of(puzzle)
    assert is_code(code)
    found = puzzle_of_code(f" {code}\n")
    written = read_puzzle(write_puzzle(puzzle).encode()).puzzle or pytest.fail("no puzzle")
    assert content_of(found) == content_of(written)
    kept = {"title": puzzle.title, "rule": puzzle.rule, "hints": puzzle.hints, "formula": puzzle.formula}
    assert replace(found, **kept) == found


def test_a_task_in_the_place_of_questions_goes_with_it() -> None:
    source = puzzle_file(questions=None, task="{do: teach, par: 2, solution: [1, 3], hint: Look.}")
    puzzle = read_puzzle(source.encode()).puzzle or pytest.fail("no puzzle")
    assert puzzle_of_code(code_of(puzzle)).task == puzzle.task


def test_the_articles_puzzle_takes_no_more_than_200_characters() -> None:
    assert len(ARTICLE_CODE) <= 200


@given(st.integers(0, len(ARTICLE_CODE) - 1), st.sampled_from("A9-_x=+ \n"))
def test_a_code_with_a_wrong_character_is_refused(place: int, wrong: str) -> None:
    damaged = ARTICLE_CODE[:place] + wrong + ARTICLE_CODE[place + 1 :]
    if damaged.strip() != ARTICLE_CODE and _bits(damaged) != _bits(ARTICLE_CODE):
        with pytest.raises(CodeError, match="copy it again"):
            puzzle_of_code(damaged)


def _bits(code: str) -> bytes | None:
    """What the letters of a code stand for; the last one may hold bits that mean nothing."""
    letters = code.strip().removeprefix("nt1-")
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return None


@pytest.mark.parametrize(
    "code", ["", "nt1-", "nt1-AAAA", ARTICLE_CODE[:-1], ARTICLE_CODE * 2, "nt1-" + "A" * 30_000]
)
def test_what_is_no_code_is_told_in_one_sentence(code: str) -> None:
    with pytest.raises(CodeError, match="copy it again"):
        puzzle_of_code(code)


@pytest.mark.parametrize("text", ["title: x\n", "!!python/object/apply:os.system ['true']", "x" * 5_000_000])
def test_a_code_can_hold_nothing_but_a_puzzle(text: str) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(text.encode()) + packer.flush()
    check = zlib.crc32(text.encode()).to_bytes(4, "big")[:3]
    code = "nt1-" + base64.urlsafe_b64encode(check + packed).decode().rstrip("=")
    with pytest.raises(CodeError):
        puzzle_of_code(code)
