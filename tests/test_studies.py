"""What people can do is told as the result of a study, with its year, wherever a player reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_spelling import DOCUMENTS, GAME, PUZZLES, ROOT, texts_in

PEOPLE = re.compile(r"\b[Pp]eople\b(?!:)")
YEAR = re.compile(r"\b(19|20)\d\d\b|\bthe study\b")
NO_RESULTS = (
    "which puzzles only people get right",  # of the players in the journal
    "Who wins where: people",
    "Only people",
    "two people of one name",
)


def told_in(file: Path) -> Iterator[str]:
    """Its paragraphs and items of lists, each in one line."""
    for text in texts_in(file):
        for paragraph in re.split(r"\n\s*\n|\n(?=- )", text):
            yield " ".join(paragraph.split())


def without_a_year(file: Path) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}: {told}"
        for told in told_in(file)
        if PEOPLE.search(told) and not YEAR.search(told) and not any(each in told for each in NO_RESULTS)
    ]


@pytest.mark.parametrize("kind", [PUZZLES, DOCUMENTS, GAME], ids=["puzzles", "documents", "game"])
def test_what_people_do_is_told_with_the_year_of_a_study(kind: list[Path]) -> None:
    assert [told for file in kind for told in without_a_year(file)] == []
