"""The glossary that comes with the game, and one that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import Term, glossary_of, read_glossary, titles_of
from neuron_tui.puzzle.library.library import Folder, scan
from tests.tui.story import write


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_games_own_has_no_faults_and_each_term_one_calm_sentence() -> None:
    glossary = read_glossary()
    assert glossary.faults == ()
    assert len(glossary.terms) >= 25
    for term in glossary.terms:
        assert term.meaning.endswith(".")
        assert term.meaning.count(". ") == 0
        assert "!" not in term.meaning
        assert len(term.meaning) <= 160
        assert len(term.name) <= 18


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The S-curve is flat.", "S-curve"),
        ("Every weighted\nsum counts.", "weighted sum"),
        ("WEIGHTED SUMS", "WEIGHTED SUMS"),
        ("A weighted summary, or an S-curved road.", ""),
    ],
)
def test_a_use_is_a_whole_word_in_whatever_letters_and_over_a_line_break(text: str, words: str) -> None:
    term = Term("weighted sum", "x", ("weighted sum", "weighted sums", "S-curve"))
    assert term.used_in(text) == words


def test_an_everyday_word_is_never_a_use() -> None:
    assert Term("rule", "x", ()).used_in("the rule") == ""


def test_without_forms_the_term_itself_is_a_use(tmp_path: Path) -> None:
    (term,) = read_glossary(written(tmp_path, "- {term: noise, meaning: Chance.}\n")).terms
    assert term.used_in("so much noise here") == "noise"


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("bias", "threshold"),
        ("cost", "loss"),
        ("epoch", "iteration"),
        ("activation", "output"),
        ("gradient descent", "training"),
        ("backprop", "backpropagation"),
        ("xor", "exclusive or"),
        ("sigmoid", "S-curve"),
        ("synaptic", "weight"),
    ],
)
def test_the_field_s_other_names_find_a_term(typed: str, term: str) -> None:
    assert term in [found.name for found in read_glossary().fitting(typed)][:2]


def test_a_term_says_what_others_call_it_and_the_article() -> None:
    (weight,) = (term for term in read_glossary().terms if term.name == "weight")
    assert weight.elsewhere == "Also called parameter. The article says synaptic weight."
    assert Term("a", "x").elsewhere == ""


def test_terms_are_found_by_name_first_then_by_what_they_say() -> None:
    found = [term.name for term in read_glossary().fitting("WEIGHT")]
    assert found[:2] == ["weight", "weighted sum"]
    assert "threshold" in found
    assert "share" not in found
    assert read_glossary().fitting(" ") == read_glossary().terms


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term: weight\n", "a glossary is a list"),
        ("- weight\n", "a term has a name and a meaning"),
        ("- term: weight\n", "needs `term` and `meaning`"),
        ("- {term: weight, meaning: x, forms: weights}\n", "forms must be a list"),
        ("- {term: weight, meaning: x, from: y}\n", "`from` is not a known key"),
        ("- {term: a, meaning: x}\n- {term: b, meaning: y, forms: [A]}\n", "`a` belongs to `a` already"),
        ("- {term: a, meaning: x}\n- {term: a, meaning: y}\n", "`a` belongs to `a` already"),
        ("- {term: a, meaning: x, also: b}\n", "also must be a list"),
        ("- {term: a, meaning: x, also: [b]}\n- {term: b, meaning: y}\n", "`b` belongs to `a` already"),
        ("[", ""),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, text: str, message: str) -> None:
    faults = read_glossary(written(tmp_path, text)).faults
    assert faults
    assert message in " ".join(fault.message for fault in faults)


def test_a_glossary_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "glossary.yaml").faults


def test_a_packs_terms_join_the_games_own_and_count_more_where_it_is_played_alone(tmp_path: Path) -> None:
    write(tmp_path, "class-9/one/lamp.yaml", "The lamp")
    terms = "- {term: lamp, meaning: It glows., explained: one/lamp}\n- {term: Weight, meaning: Ours.}\n"
    written(tmp_path / "class-9", terms)
    folders = [Folder(tmp_path, "own"), Folder(bundled_puzzles(), "bundled")]
    everything, alone = scan(folders), scan(folders, "class-9")
    meanings = [
        {term.name.casefold(): term.meaning for term in glossary_of(library).terms}
        for library in (everything, alone)
    ]
    assert meanings[0].keys() == meanings[1].keys() >= {"lamp", "weight", "threshold"}
    assert meanings[0]["weight"] != meanings[1]["weight"] == "Ours."
    assert titles_of(glossary_of(everything), everything)["lamp"] == "The lamp"
    assert titles_of(glossary_of(everything), everything)["weight"] == "The leftmost column"
    assert titles_of(glossary_of(alone), alone) == {"lamp": "The lamp"}
