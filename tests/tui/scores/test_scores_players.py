"""Whose figures the scoreboard shows: the player's own, or those of others in the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui.tui.scores.screen import ScoresScreen
from tests.tui.scoring import answer, filled, looking, some


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


@pytest.mark.slow
async def test_figures_of_others_are_told_by_their_name(tmp_path: Path) -> None:
    others = [answer("first/beans", "0.9", 0.2, int(place < 30), player="Zoë") for place in range(42)]
    async with looking(tmp_path, [*others, answer(player="Ben")], size=(160, 50)) as player:
        await player.press("y")
        assert [name for name in ("anna", "Ben", "Zoë") if player.says(name)] == ["anna", "Ben", "Zoë"]
        lines = player.text
        assert lines.rindex("anna") < lines.rindex("Ben") < lines.rindex("Zoë")
        await player.press("end", "enter")
        await filled(player)
        assert player.says("Zoë against the neuron", "Zoë is too sure:")
        assert player.text.count("▲ Zoë") == 3, "in the legends of both pictures and of the table"
        assert "you" not in player.text.lower().split("who wins where")[0].split()


@pytest.mark.slow
async def test_somebody_s_practice_alone_is_told_as_theirs(tmp_path: Path) -> None:
    practice = [replace(answer(player="ben"), mode="examples")]
    async with looking(tmp_path, [*practice, answer()]) as player:
        await player.press("y", "end", "enter")
        await filled(player)
        assert player.says("What ben has answered so far was practice")
        assert not player.says("you or the neuron")


@pytest.mark.slow
async def test_another_player_is_chosen_by_key_and_by_mouse(tmp_path: Path) -> None:
    both = [answer(), answer(), answer(player="ben")]
    async with looking(tmp_path, both) as player:
        assert player.says("anna · 2 answers")
        await player.press("y")
        assert player.says("Whose figures?", "anna", "ben")
        await player.press("down", "enter")
        await filled(player)
        assert player.says("ben · 1 answer")
        await player.click("y player")
        await player.click("anna")
        await filled(player)
        assert player.says("anna · 2 answers")
        await player.press("y", "escape")
        assert player.says("anna · 2 answers")


async def test_who_has_not_played_yet_can_look_at_those_who_have(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), player="new") as player:
        assert player.says("new · 0 answers", "Nothing is counted yet.", "y player")
        await player.press("y", "up", "enter")
        await filled(player)
        assert player.says("anna · 9 answers", "Calibration")


async def test_a_player_who_is_alone_is_not_asked_whose_figures(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        assert not player.says("y player")
        await player.press("y")
        assert isinstance(player.app.screen, ScoresScreen)
