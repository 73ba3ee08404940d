"""Every chapter of the course has an end, and what the ends say is so."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import read_glossary
from neuron_tui.neuron.neuron import Neuron
from neuron_tui.neuron.separable import separation
from neuron_tui.puzzle.library.chapter_end import Check
from neuron_tui.puzzle.library.library import Chapter, Folder, scan
from neuron_tui.puzzle.puzzle import Example

CHAPTERS = scan([Folder(bundled_puzzles(), "bundled")]).chapters


def check_of(chapter_id: str) -> Check:
    end = next(chapter.end for chapter in CHAPTERS if chapter.id == chapter_id)
    assert end is not None
    return end.check


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
def test_each_chapter_has_an_end_in_a_calm_voice(chapter: Chapter) -> None:
    end = chapter.end
    assert end is not None
    assert 2 <= len(end.say) <= 4
    check = end.check
    for text in (*end.say, check.question, check.right, check.wrong, end.earnest.text, end.next):
        assert "!" not in text
        assert text[0].isupper() or text[0].isdigit()
        assert text[-1] in ".?"


def test_each_end_promises_the_chapter_that_follows() -> None:
    for chapter, following in pairwise(CHAPTERS):
        assert chapter.end is not None
        end = "" if following.title.endswith("?") else ":"
        assert chapter.end.next.startswith(f"Next, {following.title}{end} ")
    last = CHAPTERS[-1].end
    assert last is not None
    assert "end of the course" in last.next


@pytest.mark.parametrize("place", range(len(CHAPTERS)), ids=[chapter.id for chapter in CHAPTERS])
def test_no_term_is_used_before_it_was_explained(place: int) -> None:
    chapter, places = CHAPTERS[place], {chapter.id: number for number, chapter in enumerate(CHAPTERS)}
    end = chapter.end
    assert end is not None
    check = end.check
    said = " ".join((*end.say, check.question, check.right, check.wrong, end.earnest.text))
    for term in read_glossary().terms:
        explained = places.get(term.explained.partition("/")[0], len(CHAPTERS))
        if explained >= place and not (term.name == "neuron" and place):
            assert term.used_in(chapter.about) == "", "about a chapter in which that is still to come"
        if explained > place:
            assert term.used_in(said) == "", "at the end of a chapter that did not explain it"


def learnable(rows: tuple[Example, ...]) -> bool:
    """Whether one neuron with a threshold has weights for these rows, by the exact proof."""
    proof = separation(((*row.inputs, 1), row.target) for row in rows)
    assert proof is not None
    return proof.possible


def test_one_neuron_learns_three_of_the_rows_that_are_alike_and_never_the_fourth() -> None:
    check = check_of("never")
    assert all(row.target == (row.inputs[0] == row.inputs[1]) for row in check.rows)
    assert not learnable(check.rows)
    assert all(learnable(three) for three in combinations(check.rows, 3))


def test_the_weight_of_what_was_on_goes_up_where_the_neuron_said_too_little() -> None:
    check = check_of("learning")
    row, wanted = np.array([check.row], dtype=float), np.array([1.0])
    assert (Neuron(2).adjustment(np.array(check.weights), row, wanted) > 0).all()
    assert check.answer == 1


def test_nobody_speaks_where_the_answer_is_undecided() -> None:
    check = check_of("curve")
    assert not any(check.row)
    assert check.weighted_sum == 0
