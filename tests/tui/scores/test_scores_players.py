"""Whose figures the scoreboard shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from neuron_tui.tui.scores.screen import ScoresScreen
from tests.tui.scoring import answer, looking


async def test_with_practice_alone_it_says_that_this_does_not_count(tmp_path: Path) -> None:
    again = [answer(player="ben", question="1 0 0"), answer(player="ben", question="1 0 0")]
    async with looking(tmp_path, again, player="ben") as player:
        assert player.says("ben · 1 answer, 1 more in practice")
    async with looking(tmp_path, [], player="carla") as player:
        assert player.says("carla · 0 answers")


async def test_what_is_the_matter_with_the_journal_is_told_here_too(tmp_path: Path) -> None:
    async with looking(tmp_path, []) as player:
        journal = tmp_path / "journal.sqlite3"
        journal.write_bytes(b"This is no journal." * 99)
        screen = player.app.screen
        assert isinstance(screen, ScoresScreen)
        await player.press("escape")
        player.app.push_screen(ScoresScreen(screen._keeper, screen._shelf))
        await player.until(lambda: player.says("damaged"))
        assert player.says("Nothing is counted yet.")
        assert [file for file in tmp_path.iterdir() if file.name.startswith("journal")]


async def test_where_all_was_practice_it_says_what_counts(tmp_path: Path) -> None:
    practice = [replace(answer(), mode="examples"), answer(player="ben")]
    async with looking(tmp_path, practice) as player:
        assert player.says("What you have answered so far was practice", "you or the neuron")
