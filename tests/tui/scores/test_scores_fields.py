"""Who wins where, on the scoreboard: all players, the ten starts, and earlier versions of a puzzle."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.scores.fields import FourFields
from neuron_tui.tui.scores.starts import right_starts
from neuron_tui.tui.scores.titles import Titles
from tests.tui.scoring import EARLIER, answer, filled, looking, rows, some, to_table
from tests.tui.story import write


async def test_the_fields_say_who_is_right_and_how_many_starts_are(tmp_path: Path) -> None:
    others = [answer("second/dates", "0.2", 0.9, 0, player="ben") for _ in range(4)]
    async with looking(tmp_path, some() + others) as player:
        await player.click("Who wins where")
        await filled(player)
        assert player.says("Beans 4/6 10/10"), "the article's rows are learned from every start"
        assert player.says("Only people: 2")
        assert player.says("Dates 4/7 10/10"), "the answers of all players count here"
        assert player.says("Both players. Right: in more than half of the answers.")


@pytest.mark.slow
async def test_alone_there_is_no_talk_of_other_players(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await player.click("Who wins where")
        assert player.says("Right: in more than half of the answers.")
        assert not player.says("players")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(100, 30), (160, 50)])
async def test_the_neuron_s_column_keeps_clear_of_the_scrollbar(
    size: tuple[int, int], tmp_path: Path
) -> None:
    many_puzzles = [answer(f"many/{number:02}", content=f"{number:016}") for number in range(60)]
    async with looking(tmp_path, many_puzzles, size) as player:
        if size[0] == 100:
            await player.click("Who wins where")
            await filled(player)
        fields = player.app.screen.query_one(FourFields)
        assert fields.show_vertical_scrollbar
        bar = fields.content_region.right - 1
        beside = {
            line[bar - 1] for line in player.lines[fields.content_region.y : fields.content_region.bottom]
        }
        assert beside == {" "}


async def test_an_earlier_version_of_a_puzzle_is_shown_apart_and_has_no_starts(tmp_path: Path) -> None:
    answers = [answer("first/beans", neuron=0.9) for _ in range(2)] + [
        answer("first/beans", "0.2", 0.2, content=EARLIER) for _ in range(4)
    ]
    async with looking(tmp_path, answers) as player:
        assert player.says("anna · 6 answers")
        await to_table(player)
        await filled(player)
        assert rows(player) == ["Beans (an earlier version)", "Beans"]
        await player.press("z")
        assert rows(player) == ["First"]
        assert player.says("First 6")
        await player.click("Who wins where")
        await filled(player)
        assert player.says("Both right: 1", "Beans 2/2 10/10")
        assert player.says("Neither: 1", "Beans (earlier) 0/4 -")


async def test_only_a_puzzle_that_asks_today_what_was_answered_has_starts(tmp_path: Path) -> None:
    puzzle = read_entry(write(tmp_path / "puzzles", "long.yaml", iterations=2_001)).puzzle
    assert puzzle is not None
    titles = Titles(Shelf([Folder(tmp_path / "puzzles", "bundled")]))
    assert list(titles.asking) == [content_of(puzzle)]
    assert await right_starts(puzzle) == 10
