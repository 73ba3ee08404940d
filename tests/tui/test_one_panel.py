"""Between 60x20 and 80x24 one panel at a time is seen: the one that matters, and the others by Tab."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.kit.key_line import KeyLine
from tests.tui.places import playing_at
from tests.tui.reading import columns_of
from tests.tui.story import Player, playing, write

pytestmark = pytest.mark.slow

SIZES = [(60, 20), (70, 22), (79, 24)]


def panels(player: Player) -> dict[str, str]:
    """What each panel in sight says, by its id; each is inside the screen and says something."""
    screen = player.app.screen
    found = {}
    for panel in screen.query(".panel"):
        if panel.display and all(node.display for node in panel.ancestors_with_self):
            assert screen.region.contains_region(panel.region), panel.id
            found[str(panel.id)] = player.part(f"#{panel.id}")
    assert all(found.values()), found
    return found


def whole(player: Player) -> bool:
    """Whether every line fills the screen, and the line of keys ends with help and the way back."""
    width = player.app.size.width
    line = player.part("KeyLine")
    assert player.app.screen.query_one(KeyLine).region.right == width
    return {columns_of(line) for line in player.lines} == {width} and "keys" in line.split()[-4:]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_match_begins_each_phase_on_what_matters(size: tuple[int, int]) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        assert list(panels(player)) == ["choice"]
        await player.press("tab")
        assert "???" in panels(player)["preview"]
        assert "Hello." in panels(player)["preview"]
        assert whole(player)
        await player.press("tab", "down", "up")
        await player.play()
        seen = panels(player)
        assert [*seen] == ["puzzle", "guesses"]
        assert "???" in seen["puzzle"]
        assert "words \u00b7 Tab" in seen["puzzle"]
        assert "Should ??? be 0 or 1? 0 ├" in seen["guesses"]
        assert player.says("Tab next", "01 guess", "Enter done")
        assert whole(player)
        await player.press("1", "left", "h")
        seen = panels(player)
        assert seen["speech"].startswith("Hint")
        assert "you 0.85" in seen["guesses"]
        await player.press("tab")
        assert [*panels(player)] == ["puzzle", "guesses"]
        await player.press("enter", "space", "home")
        seen = panels(player)
        assert [*seen] == ["neuron", "speech"]
        assert all(word in seen["neuron"] for word in ("left", "middle", "right", "sum"))
        assert "look 0 of 10,000" in player.part("#transport")
        assert whole(player)
        await player.press("1", "0", "1", "0")
        assert "g goes to 1,010_" in player.part("#transport")
        await player.press("g", "home")
        await player.press("tab")
        assert "0.2689" not in panels(player)["puzzle"]
        await player.press("tab", "tab")
        assert [*panels(player)] == ["neuron", "speech"]
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        seen = panels(player)
        assert [*seen] == ["speech", "guesses"]
        assert seen["speech"].startswith("You leaned the right way: it is 1. you +91")
        assert player.says("Enter read on")
        assert whole(player)
        await player.press("tab")
        assert "0.9999" in panels(player)["puzzle"]
        await player.press("enter")
        assert "speech" in panels(player)


@pytest.mark.parametrize(
    ("place", "first", "tab"),
    [
        ("race", "left", "trials errors weights"),
        ("examples", "puzzle guesses", "beliefs guesses"),
        ("class", "class", "words"),
        ("scores", "words", "calibration"),
        ("builder", "rows", "judgement words"),
        ("arcade guess", "words stops", ""),
        ("arcade learning", "board expects curve", "board expects neuron"),
        ("atlas", "map beside", ""),
        ("hand", "puzzle speech", "speech guesses"),
    ],
)
async def test_every_other_screen_shows_its_panels_one_after_the_other(
    place: str, first: str, tab: str, tmp_path: Path
) -> None:
    async with playing_at(place, tmp_path, size=(60, 20)) as player:
        await player.settle()
        assert [*panels(player)] == first.split()
        assert whole(player)
        if tab:
            await player.press("tab")
            assert [*panels(player)] == tab.split()
            assert whole(player)


async def test_a_larger_terminal_has_all_panels_again_and_the_keys_where_they_were(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml", "Second")
    async with playing(tmp_path, size=(60, 20)) as player:
        await player.press("tab")
        assert list(panels(player)) == ["preview"]
        await player.resize(80, 24)
        assert list(panels(player)) == ["choice", "preview"]
        await player.press("down")
        assert "Second" in panels(player)["preview"]
        await player.resize(60, 20)
        assert "\u25b8 Second" in panels(player)["choice"]


SEVEN_ROWS = """\
title: Seven
inputs: [a, b, c]
examples: [0 0 0 -> 0, 0 0 1 -> 0, 0 1 0 -> 0, 0 1 1 -> 0, 1 0 0 -> 1, 1 0 1 -> 1, 1 1 0 -> 1]
hint: [Look at a.]
neuron: {iterations: 20}
"""


@pytest.mark.parametrize(("questions", "hides"), [("1 1 1 -> 1", False), ("1 1 1 -> 1, 0 0 0 -> 0", True)])
async def test_a_table_says_how_many_rows_it_hides_and_is_back_with_the_next_question(
    questions: str, hides: bool, tmp_path: Path
) -> None:
    (tmp_path / "seven.yaml").write_text(f"{SEVEN_ROWS}questions: [{questions}]\n", encoding="utf-8")
    async with playing(tmp_path, size=(60, 20)) as player:
        await player.play()
        await player.settle()
        seen = panels(player)["puzzle"]
        assert ("7 \u25a0 \u25a0 \u25a1 1" in seen, "1 more row \u00b7 \u2191\u2193" in seen) == (
            not hides,
            hides,
        )
        await player.press("h", "1", "enter")
        await player.settle()
        assert next(iter(panels(player))) == ("puzzle" if hides else "neuron")
        if not hides:
            await player.press("m")
            await player.settle()
            numbered = [line for line in player.lines if line[1:2].isdigit()]
            assert player.says(f"{7 - len(numbered)} more rows \u00b7 \u2191\u2193")
        await player.resize(100, 30)
        assert not player.says("more row")
        assert not player.says("\u00b7 Tab")
