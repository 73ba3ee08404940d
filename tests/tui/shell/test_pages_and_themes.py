"""Help for every screen, the themes, and the command palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette

from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.shell.page import PageScreen
from tests.tui.story import playing, write


@pytest.mark.everyday
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_on_home_is_about_home(key: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press(key)
        assert isinstance(player.app.screen, PageScreen)
        assert "read all folders again" in player.part("#page")
        assert "guess 0" not in player.part("#page")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.slow
async def test_help_in_a_match_is_about_the_match(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(80, 110)) as player:
        await player.play()
        await player.press("question_mark")
        page = player.part("#page")
        for word in ("guess 0", "play or pause", "hint", "weighted sum", "S-curve", "Ctrl+Q"):
            assert word in page
        assert "read all folders again" not in page
        await player.press("question_mark")
        assert player.phase is Phase.LOOK


async def test_q_leaves_a_page_then_asks_in_a_match_and_leaves_home_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1", "question_mark", "q")
        assert player.phase is Phase.GUESS
        await player.press("q")
        assert player.says("q once more leaves the game.")
        await player.press("left", "q")  # something else was done meanwhile
        assert player.app._exit is False
        await player.press("q")
        assert player.app._exit is True
    async with playing(tmp_path) as player:
        await player.press("slash", "q", "escape")
        assert player.app._exit is False
        await player.press("q")
        assert player.app._exit is True


async def test_what_is_said_can_be_marked_and_copied_in_a_match_and_on_a_page(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("h")
        for words, key in (("Look at one column", "question_mark"), ("guess 0; twice", "escape")):
            column, row = player.find(words)
            await player.pilot.mouse_down(offset=(column, row))
            await player.pilot.hover(offset=(column + 5, row))
            await player.pilot.hover(offset=(column + len(words), row))
            await player.pilot.mouse_up(offset=(column + len(words), row))
            await player.press("ctrl+c")
            assert player.app.clipboard.startswith(words[:-1])
            await player.press(key)


async def test_help_asked_for_twice_opens_one_page(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        match = player.match
        await player.press("f1")
        assert isinstance(player.app.screen, PageScreen)
        await player.press("f1")
        assert player.app.screen is match


async def test_a_page_that_is_longer_than_the_screen_can_be_scrolled(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("f1")
        top = player.part("#page")
        await player.press("down")
        assert player.part("#page") != top
        for _ in range(12):
            await player.press("pagedown")
        assert "Ctrl+C copies it" in player.part("#page")
        for _ in range(12):
            await player.press("pageup")
        assert player.part("#page") == top


async def test_the_keys_of_the_match_do_nothing_behind_a_page(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        match = player.match
        await player.press("question_mark")
        await player.press("1", "0", "left", "h", "f", "a")
        assert match.match.phase is Phase.LOOK
        assert match.match.hints_shown == 0


async def test_f2_turns_night_into_day_and_back(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        assert player.app.theme == "night"
        await player.press("f2")
        assert player.app.theme == "day"
        await player.train()
        by_day = {name: player.colours(name) for name in ("#neuron", "#examples", "#words", "#guesses")}
        await player.press("f2")
        assert player.app.theme == "night"
        for name, colours in by_day.items():
            assert colours
            assert colours.isdisjoint(player.colours(name)), f"{name} kept a colour of the day"


@pytest.mark.slow
async def test_every_theme_can_be_put_on_home_and_on_a_match(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=5)
    async with playing(tmp_path) as player:
        for part in ("Quick", "the answer is 1"):
            pictures = set()
            for name in sorted(player.app.available_themes):
                player.app.theme = name
                await player.settle()
                assert player.says(part, "■ □ □"), name
                strips = player.app.screen._compositor.render_strips()
                pictures.add(str([segment.style for strip in strips for segment in strip]))
            assert len(pictures) == len(player.app.available_themes) == 4, "each theme has colours of its own"
            if part == "Quick":
                await player.verdict()


async def test_the_command_palette_opens_and_closes_on_every_screen(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("ctrl+p")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.play()
        await player.press("ctrl+p")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        await player.press("escape")
        await player.until(lambda: not isinstance(player.app.screen, CommandPalette))
        assert player.phase is Phase.LOOK


async def test_the_palette_offers_the_game_s_own_commands_and_none_of_textual_s(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, size=(80, 60)) as player:
        await player.play()
        await player.press("ctrl+p")
        await player.until(
            lambda: player.says("Guess 1", "All keys", "Glossary", "Leave the game", "Colours")
        )
        for foreign in ("Screenshot", "Maximize", "Keys", "Quit"):
            assert not player.says(foreign)


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [("pagedown",), ("z", "z", "pageup"), ("enter", "enter"), ("escape", "escape")]
)
async def test_no_key_in_the_palette_ends_the_game(keys: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("ctrl+p", *keys)
        await player.press("escape", "escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.verdict()


@pytest.mark.slow
@pytest.mark.parametrize("key", ["y", "f3", "t", "question_mark"])
async def test_what_lies_over_home_closes_once_however_often_escape_is_pressed(
    key: str, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press(key, "escape", "escape", "escape")
        await player.press("escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)
        await player.play()


@pytest.mark.slow
@pytest.mark.parametrize("moments", range(4))
async def test_a_page_key_pressed_while_the_palette_opens_does_not_end_the_game(
    moments: int, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        player.app.simulate_key("ctrl+p")
        for _ in range(moments):
            await player.pilot.pause(0)
        await player.press("pageup")
        await player.until(lambda: isinstance(player.app.screen, CommandPalette))
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))


async def test_ctrl_c_says_how_to_leave(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press("ctrl+c")
        await player.until(lambda: player.says("q leaves the game, or Ctrl+Q"))
        assert isinstance(player.app.screen, HomeScreen)
