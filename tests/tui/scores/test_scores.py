"""The scoreboard: sentences first, pictures, the table and who wins where; by key and by mouse."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from neuron_tui.game.journal.kept import Answer
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.scoring import EARLIER, answer, filled, looking, rows, some, to_table
from tests.tui.story import Player

pytestmark = pytest.mark.slow

VIEWS = ("In words", "Points over time", "Table", "Who wins where")


async def test_without_answers_it_says_what_will_be_here_and_how_to_begin(tmp_path: Path) -> None:
    async with looking(tmp_path, []) as player:
        assert player.says("Nothing is counted yet.", "Play a puzzle and say how sure you are")
        assert not player.says("Calibration")
        assert not player.says("Who wins where")
        assert player.text.count("╭") == 1, "there is no empty panel"
        await player.press("tab", "z", "y", "s", "slash")
        assert player.says("Nothing is counted yet.")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_one_answer_fills_every_view_and_claims_nothing(tmp_path: Path) -> None:
    async with looking(tmp_path, [answer("first/beans", "0.9", 0.9999)]) as player:
        assert player.says("anna · 1 answer")
        assert "It takes at least 9 more answers" in player.part("#words")[:400]
        assert "▲" in player.part("#calibration")
        await player.press("tab")
        assert "1" in player.part("#course")
        await to_table(player)
        assert player.says("Beans 1 0 0 96 100 100 100 0.010 0.000")
        await player.press("tab")
        assert player.says("Both right: 1", "Beans 1/1", "none so far", "Kühl")


async def test_how_well_you_know_the_neuron_has_its_place_beside_the_points(tmp_path: Path) -> None:
    # 100 less 400 times 0.05^2, 0.35^2 and 0.65^2: 99, 51 and -69, ten times each
    async with looking(tmp_path, [answer("first/beans"), *foreseen()]) as player:
        await player.press("tab")
        assert player.says("▸ Points over time")
        assert "How well you know the neuron" in player.part("#foreseen")
        assert "▲ you 810, 27 per answer" in player.part("#foreseen")
        await player.resize(100, 60)
        assert "▲ you 810, 27 per answer" in player.part("#foreseen")
        # 0.05, 0.35 and 0.65 less sure than 0.9
        words = player.part("#words")
        assert "You foresaw the neuron 10 of 30 times: worth +810, +27 per answer." in words
        assert "You trust the neuron too much: on average it is 0.35 less sure than you say" in words


async def test_what_was_foreseen_is_told_even_where_nothing_else_counts(tmp_path: Path) -> None:
    async with looking(tmp_path, foreseen()) as player:
        assert player.says(
            "You trust the neuron too much", "Play a puzzle", "Then you will see here who wins"
        )
        assert not player.says("Nothing is counted yet")
        assert player.text.count("╭") == 1


async def test_who_never_foresaw_the_neuron_has_no_empty_panel_for_it(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await player.press("tab")
        assert player.says("▸ Points over time")
        assert player.text.count("╭") == 1


async def test_the_sentences_come_first(tmp_path: Path) -> None:
    said = [answer(right=int(place < 30)) for place in range(42)]
    async with looking(tmp_path, said, size=(160, 50)) as player:
        words = player.part("#words")
        assert "You are surer than you should be: when you say 90 %, you are right 71 %" in words


@pytest.mark.slow
async def test_tab_and_shift_tab_go_round_the_views(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        for view in (*VIEWS[1:], VIEWS[0]):
            while not player.says(f"▸ {view}"):
                await player.press("tab")
        for view in VIEWS[:0:-1]:
            while not player.says(f"▸ {view}"):
                await player.press("shift+tab")


@pytest.mark.slow
async def test_a_click_on_a_view_s_name_shows_it(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        for view in VIEWS[::-1]:
            await player.click(view)
            assert player.says(f"▸ {view}")


@pytest.mark.slow
async def test_at_160x50_everything_is_seen_at_once(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), size=(160, 50)) as player:
        for title in ("In words", "Calibration", "Points over time", "By puzzle", "Who wins where"):
            assert player.says(title)
        assert "▸" not in player.text
        await player.resize(80, 24)
        assert player.says("▸ In words", "Calibration")
        assert not player.says("By puzzle")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50)])
async def test_at_every_size_the_views_together_show_every_panel(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with looking(tmp_path, some(), size=size) as player:
        seen: set[str] = set()
        for _ in range(8):
            panels = player.app.screen.query(".panel")
            seen |= {str(panel.id) for panel in panels if panel.region}
            await player.press("tab")
        assert seen == {"words", "calibration", "course", "ranking", "fields"}


async def test_the_table_sorts_by_key(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        assert rows(player) == ["Beans", "Dates"], "most answers first"
        await player.press("enter")
        assert rows(player) == ["Dates", "Beans"]
        assert player.says("puzzle ↑")
        await player.press("left")
        assert player.says("puzzle ↑")
        assert rows(player) == ["Beans", "Dates"]
        await player.press("right", "right", "right")
        assert "↓ ●" in player.text, "by the neuron's wins"
        assert rows(player) == ["Beans", "Dates"]


async def test_a_click_on_a_column_s_head_sorts_and_another_turns_it_round(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        _, y = player.find("puzzle  ")
        first_triangle = player.lines[y].index("▲")
        for expected in ("↓ ▲", "↑ ▲"):
            await player.pilot.click(offset=(first_triangle, y))
            await player.settle()
            assert expected in player.lines[y]
        end = player.lines[y - 1].index("answers") + len("answers") - 1
        for expected in "↓↑":
            await player.click("answers", last=True)
            assert player.lines[y][end] == expected


@pytest.mark.slow
async def test_the_table_is_filtered_by_typing_and_escape_shows_all_again(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        await player.press("slash")
        await player.press(*"DAT")
        assert rows(player) == ["Dates"]
        assert not player.says("Beans")
        await player.press(*"zz")
        assert player.says("nothing fits the text")
        await player.press("enter", "escape")
        assert player.says("Beans", "Dates")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_b_goes_from_puzzles_to_chapters_and_back(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        await player.press("z")
        assert player.says("By chapter")
        assert rows(player) == ["First", "Second"]
        await player.press("z")
        assert rows(player) == ["Beans", "Dates"]


@pytest.mark.slow
async def test_a_puzzle_whose_file_is_gone_is_shown_by_its_id(tmp_path: Path) -> None:
    async with looking(tmp_path, [answer("gone/[bold]x", content=EARLIER)]) as player:
        await to_table(player)
        assert player.says("gone/[bold]x")
        await player.press("z")
        assert player.says("gone 1")
        await player.press("tab")
        assert player.says("gone/[bold]x 1/1 -"), "and nobody can tell how its starts come out"


async def test_c_saves_the_figures_as_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with looking(tmp_path, some()) as player:
        await player.press("s")
        assert player.says("Save the figures", "neuron-tui-scores.csv")
        await player.press("enter")
        await player.settle()
    with (tmp_path / "neuron-tui-scores.csv").open(encoding="utf-8") as file:
        found = {row["puzzle"]: (row["player"], row["answers"], row["wins"]) for row in csv.DictReader(file)}
    assert found == {"first/beans": ("anna", "6", "4"), "second/dates": ("anna", "3", "3")}


@pytest.mark.slow
async def test_ten_thousand_puzzles_are_scrolled_line_by_line(tmp_path: Path) -> None:
    many = [answer(f"many/puzzle-{number:05}", content=f"{number:016}") for number in range(10_000)]
    async with looking(tmp_path, many) as player:
        await to_table(player)
        await player.press("left")
        assert rows(player)[0].startswith("many/puzzle-00")
        await player.press("end")
        assert rows(player)[-1].startswith("many/puzzle-09")
        assert len(player.app.screen.query("*")) < 40, "no widget for each of them"


async def test_help_tells_what_the_figures_are(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), size=(80, 70)) as player:
        await player.press("question_mark")
        assert player.says("Brier score")


@pytest.mark.slow
async def test_day_and_night_show_the_same_words(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), size=(160, 50)) as player:
        before, colours = player.text, player.colours("#words")
        await player.press("f2")
        assert player.text == before
        assert player.colours("#words") != colours


def many() -> list[Answer]:
    """Sixty answers of a player against a neuron that one chapter defeats."""
    beans = [
        answer("first/beans", "0.9" if place % 4 else "0.6", 0.97, int(place % 3 > 0)) for place in range(24)
    ]
    apples = [answer("first/apples", f"0.{place % 9 + 1}", 0.2, int(place % 9 > 4)) for place in range(18)]
    dates = [answer("second/dates", "0.2", 0.99, int(place % 6 == 0)) for place in range(18)]
    return beans + apples + dates + foreseen()


def foreseen() -> list[Answer]:
    """Thirty times the neuron was foreseen: 0.9 was said, and it was a little or a lot less sure."""
    return [answer("second/dates", "0.9", 0.85 - 0.3 * (place % 3), None) for place in range(30)]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_scoreboard_looks_as_accepted(
    size: tuple[int, int], tmp_path: Path, looks_as_accepted: Callable[[Player, str], None]
) -> None:
    async with looking(tmp_path, many(), size) as player:
        looks_as_accepted(player, f"scores-{size[0]}x{size[1]}")
        if size == (80, 24):
            for view in ("points", "table", "fields"):
                await player.press("tab")
                await filled(player)
                looks_as_accepted(player, f"scores-{view}-80x24")
        else:
            await player.press("f2")
            looks_as_accepted(player, "scores-by-day-160x50")
