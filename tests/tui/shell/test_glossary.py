"""The glossary: found by typing, from every screen, with the puzzles that explain the terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import read_glossary
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.shell.glossary.screen import GlossaryScreen
from neuron_tui.tui.shell.glossary.term_list import lines_of
from neuron_tui.tui.shell.page import PageScreen
from tests.tui.story import playing, write


def text_of(width: int, wanted: str = "") -> list[str]:
    """The lines of the terms that fit."""
    lines = lines_of(read_glossary().fitting(wanted), {"weight": "The leftmost column"}, width)
    return ["".join(run for run, _ in line) for line in lines]


async def test_typing_finds_a_term_and_escape_goes_back_step_by_step(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        assert player.says("Glossary", "35 terms", "A small calculator")
        await player.press(*"gradi")
        assert player.says("How steep the S-curve is")
        assert not player.says("A small calculator")
        await player.press("escape")
        assert player.says("A small calculator")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_what_no_term_fits_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        await player.press(*"xyz[b]")
        assert player.says("No term fits. Esc shows all of them again.")


async def test_it_names_the_puzzle_that_explains_a_term() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.press("f4")
        await player.press(*"threshold")
        await player.until(lambda: player.says("see The night light, once more"))


async def test_the_arrow_keys_scroll_to_the_last_term(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        assert not player.says("eight times in ten")
        await player.press("down", *["pagedown"] * 14)
        assert player.says("eight times in ten")
        await player.press(*["pageup"] * 14, "up")
        assert player.says("A small calculator")
        await player.press(*["pagedown"] * 14)
        await player.press(*"neuron")
        assert player.says("A small calculator"), "what is found is shown from its top"


async def test_it_opens_once_over_a_match_and_over_help_and_gives_them_back(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        match = player.match
        await player.press("f4")
        assert isinstance(player.app.screen, GlossaryScreen)
        await player.press("f4")
        assert player.app.screen is match
        await player.press("f1")
        page = player.app.screen
        assert isinstance(page, PageScreen)
        await player.press("f4", "escape")
        assert player.app.screen is page


async def test_its_own_help_opens_with_f1_and_a_question_mark_is_typed(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        await player.pilot.press("question_mark")
        await player.settle()
        assert player.says("No term fits")
        await player.press("f1", "pagedown")
        assert "Type a part of a word" in player.part("#page")


async def test_by_mouse_it_is_left_through_the_line_of_keys(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        await player.click("Esc")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_it_fills_any_screen_and_follows_its_size(size: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("f4")
        await player.resize(*size)
        assert player.says("Glossary", "A small calculator", "Esc back", "F1 all keys")
        assert all(len(line) == size[0] for line in player.lines)


@pytest.mark.parametrize("width", [60, 77, 117, 118, 157, 200])
def test_no_word_is_lost_at_any_width(width: int) -> None:
    lines = text_of(width)
    assert max(map(len, lines)) <= width
    said = " ".join(" ".join(lines).split())
    for term in read_glossary().terms:
        for word in (*term.name.split(), *term.meaning.split()):
            assert word in said
    assert "…" not in said


def test_the_puzzle_stands_below_where_it_is_narrow_and_beside_where_it_is_wide() -> None:
    narrow, wide = text_of(77, "weight"), text_of(130, "weight")
    assert narrow[2].strip() == "Also called parameter. The article says synaptic"
    assert narrow[4].strip() == "see The leftmost column"
    assert wide[0].rstrip().endswith("see The leftmost column")


def test_every_title_that_it_names_fits_beside() -> None:
    from neuron_tui.game.course.glossary import titles_of

    glossary = read_glossary()
    titles = titles_of(glossary, scan([Folder(bundled_puzzles(), "bundled")]))
    assert titles["weight"] == "The leftmost column"
    assert set(titles) == {term.name for term in glossary.terms if term.explained}
    shown = "\n".join("".join(run for run, _ in line) for line in lines_of(glossary.terms, titles, 157))
    for title in titles.values():
        assert f"see {title}" in shown
