"""Panels: each can have the whole screen, Tab goes round them, and each says in one line what it shows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from tests.tui.story import Player, playing, write

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


def opened(player: Player) -> str:
    """The title of the panel that has the whole screen, empty where none has."""
    panel = player.match.maximized
    return "" if panel is None else str(panel.border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_z_opens_a_panel_tab_goes_round_and_escape_puts_it_back(
    size: tuple[int, int], tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml", "Quick title")
    async with playing(tmp_path, size=size) as player:
        await player.train()
        await player.press("2", "0", "g")
        before = player.text
        await player.press("z")
        assert opened(player) == "Neuron"
        found = [opened(player)]
        for _ in range(5):
            await player.press("tab")
            found.append(opened(player))
            assert player.says(found[-1], "Quick title"), "the heading stays"
            assert "iteration 20 of 60" in player.part("#transport")
            assert "Puzzle" not in player.text
        assert found == ["Neuron", "S-curve", "Error", "Predictions", "Weights", "Plane"]
        await player.press("tab")
        assert opened(player) == "Neuron"
        await player.press("shift+tab")
        assert opened(player) == "Plane"
        await player.press("shift+tab", "shift+tab", "shift+tab")
        assert opened(player) == "Error"
        await player.press("escape")
        assert player.text == before, "everything is in its place again"


async def test_the_transport_works_while_a_panel_is_open(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("z", "tab", "full_stop", "full_stop")
        assert "iteration 2 of 60" in player.part("#transport")
        there = player.part("#s-curve")
        await player.press("end")
        assert player.part("#s-curve") != there
        assert opened(player) == "S-curve"
        await player.press("2", "g")
        assert player.part("#s-curve") == there


@pytest.mark.slow
async def test_an_opened_panel_that_was_hidden_shows_the_moment(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("z", "tab")
        assert player.says("Tab next panel", "z zoom out")
        first = player.part("#s-curve")
        await player.press("tab", "tab", "tab", "tab", "l", "tab", "tab")
        assert opened(player) == "S-curve"
        assert player.part("#s-curve") == first


@pytest.mark.slow
async def test_where_there_is_no_room_panels_share_a_place(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        assert player.says("Error")
        for other, title in [*pairwise(("Error", "Predictions", "Plane", "Error"))]:
            while title not in player.text:
                await player.press("tab")
            assert f"─ {other} ─" not in player.text
        assert not player.says("Weights"), "four lines are too few for their curves"
        await player.resize(100, 34)
        assert player.says("Error", "Predictions", "Plane")
        assert "Weights" not in player.text, "the plane was seen last in their place"
        await player.resize(160, 50)
        assert player.says("Error", "Predictions", "Weights", "Plane")


async def test_where_the_weights_lose_their_room_another_panel_takes_their_place(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(80, 32)) as player:
        await player.train()
        while not player.says("Weights"):
            await player.press("tab")
        await player.resize(80, 24)
        assert player.says("Error")
        assert not player.says("Weights")


async def test_i_says_in_one_line_what_a_panel_shows(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        keys = player.lines[-1]
        await player.press("z", "i")
        said = []
        for _ in range(6):
            said.append(player.lines[-1].strip())
            await player.press("tab")
        names = [line.split(":")[0] for line in said]
        assert names == ["Neuron", "S-curve", "Error", "Predictions", "Weights", "Plane"]
        assert not [line for line in said if "…" in line], "nothing is cut off at 80 columns"
        await player.press("i", "escape")
        assert player.lines[-1] == keys


async def test_a_note_of_another_kind_is_not_replaced_by_a_panel_s(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("enter", "tab")
        assert player.says("Press 0 or 1 first")


async def test_l_spaces_the_iterations_evenly(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=1_000)
    async with playing(tmp_path, size=(120, 40)) as player:
        await player.pictures()
        for panel in ("#error", "#predictions", "#weights"):
            assert "0 1 10 100 1k" in player.part(panel)
        await player.press("l")
        for panel in ("#error", "#predictions", "#weights"):
            assert "0 200 400 600 800 1k" in player.part(panel)
        await player.press("l")
        assert not player.says("0 200 400")


@pytest.mark.slow
async def test_predictions_show_the_guess_as_a_line_and_the_value_of_the_selected_row(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(120, 40)) as player:
        await player.pictures("1", "left", "left")
        output = f"{player.match.replay.outputs(60)[4]:.4f}"
        assert "you 0.80" in player.part("#predictions")
        assert output in player.part("#predictions")
        await player.press("up")
        output = f"{player.match.replay.outputs(60)[3]:.4f}"
        assert output in player.part("#predictions")
        assert "you" not in player.part("#predictions"), "an example was not guessed"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["m", "c", "v"])
async def test_tab_stays_in_a_view_and_escape_leaves_nothing_of_it_behind(key: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        before = player.text
        await player.press(key)
        inside = player.text
        await player.press("tab", "shift+tab")
        assert player.text == inside
        await player.press("i")
        assert player.lines[-1].strip().endswith("."), "it says what it shows"
        await player.press("i", key)
        await player.until(lambda: player.text == before)
        for _ in range(2):
            await player.press(key)
            await player.until(lambda: player.text == inside)
            await player.press("escape")
            await player.until(lambda: player.text == before)


async def test_the_course_brings_its_panels_one_by_one_and_f8_shows_all() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.train()
        assert "New Each input has a weight" in player.part("#words")
        assert "+0.44" in player.part("#neuron"), "the neuron is drawn, its weights in numbers"
        assert not player.says("S-curve"), "its term was not explained yet"
        assert "look 0 of 10,000" in player.part("#transport"), "nor were those for iterations and errors"
        assert "error" not in player.part("#transport")
        await player.press("f8")
        assert player.says("S-curve", "Error", "iteration 0 of 10,000")
        assert "error" in player.part("#transport")
        await player.press("f8")
        assert not player.says("S-curve")
        await player.resize(100, 30)
        assert player.says("Weights"), "a large terminal has room for the weights' curves"


async def test_the_panel_that_the_file_names_first_is_seen_first(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more="panels: [neuron, plane, error, weights]\n")
    async with playing(tmp_path) as player:
        await player.train()
        assert player.says("Plane")
        assert "Error" not in player.text


async def test_after_the_verdict_p_shows_the_pictures_and_the_words_again() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.verdict()
        read = player.text
        assert not player.part("#neuron")
        assert "Left grew to +9.67" in player.part("#words"), "the insight comes at once"
        for back in ("p", "enter"):
            await player.press("p")
            assert "+9.67" in player.part("#neuron")
            await player.press(back)
            assert player.text == read, "nobody goes on before the end was read"
        await player.press("m")
        await player.until(lambda: "look 0 of 10,000" in player.part("#transport"))
        await player.press("escape")
        await player.until(lambda: player.text == read)
        await player.press("comma")
        assert "look 9,999 of 10,000" in player.part("#transport"), "to move is to look at the pictures"


async def test_p_reads_the_words_while_it_trains_until_escape(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("space", "p")
        assert player.says("Space play"), "no words change while they are read"
        await player.press("escape")
        assert player.says("Space pause")
        await player.press("p")
        await player.press("space")
        assert "then moves every weight a little." in player.part("#words")
        here = player.match.iteration
        await player.until(lambda: player.match.iteration > here)
        await player.settle()
        assert not player.part("#neuron"), "the training goes on, and the words stay"
        await player.press("escape")
        assert player.part("#neuron")
        assert not player.says("Esc once more")


async def test_the_words_have_the_room_that_a_short_table_leaves(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more="panels: [neuron, s-curve]\n")
    async with playing(tmp_path) as player:
        await player.train()
        room = player.match.query_one("#speech").region.height
        assert room > player.match.query_one("#guesses").region.height
        puzzle = player.part("#puzzle")
        assert all(word in puzzle for word in ("left", "1 □", "4 □", "▸")), "and all rows are seen"
