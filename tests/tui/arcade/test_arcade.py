"""By itself, on the screen: play masked, guess, watch it learn, read what happened, play with names."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.arcade.contest import Stage
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games import GAMES
from neuron_tui.game.arcade.games.catch import CATCH, LEFT, RIGHT, STAY, Catch
from neuron_tui.game.arcade.round import Round
from neuron_tui.game.journal.journal import Journal
from neuron_tui.neuron.q_learning import MINIBATCH
from neuron_tui.tui.arcade.screen import ArcadeScreen
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing

Compare = Callable[[Player, str], None]
STEPS = 700
"""A learning of so many steps takes a moment; of Catch they are a hundred games."""
SMALLEST = (80, 24)


@asynccontextmanager
async def beside_it(
    folder: Path,
    game: Game = CATCH,
    *,
    puzzles: Path | None = None,
    size: tuple[int, int] = SMALLEST,
    seed: int = 3,
    steps: int = STEPS,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[Player]:
    """The masked round of a game, before the first key; what is played is kept in this folder."""
    seeds = count(seed)
    journal = folder / "journal.sqlite3"
    async with playing(puzzles or folder, size=size, journal=journal, name="Ada") as player:
        screen = ArcadeScreen(game, player.app.counting.keeper, lambda: next(seeds), steps=steps, clock=clock)
        player.app.open_from_home(screen)
        await player.until(lambda: player.says("game 1 of 10"))
        yield player


def arcade(player: Player) -> ArcadeScreen:
    """The screen that must be the arcade now."""
    assert isinstance(player.app.screen, ArcadeScreen), player.app.screen
    return player.app.screen


async def stage(player: Player, wanted: Stage) -> None:
    await player.until(lambda: arcade(player).contest.stage is wanted)
    await player.settle()


def tells(player: Player, *words: str) -> bool:
    """Whether the words beside the board say this, wherever their lines end."""
    said = player.part("#words")
    return all(word in said for word in words)


def key_for(player: Player, action: int) -> str:
    """The key that does this now."""
    keys = arcade(player).contest.look.keys
    return next(str(key) for key, done in keys.items() if done == action)


async def catch_one(player: Player, *, well: bool = True) -> None:
    """A game of Catch from its first board to its end: the ball is caught, or lost on purpose."""
    while not arcade(player).contest.yours.ended:
        state = arcade(player).contest.yours.state
        assert isinstance(state, Catch)
        goal = state.column if well else 4 * (state.column < 2)
        await player.press(key_for(player, STAY + int(np.sign(goal - state.basket))))


async def play_a_round(player: Player, caught: int, games: int = 10) -> None:
    """So many games, the first of them well."""
    for game in range(games):
        await catch_one(player, well=game < caught)
        if game < games - 1:
            await player.press("enter")


async def test_from_a_game_without_a_name_to_what_it_was_worth_to_know_it(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 8)
        assert player.says("game 10 of 10", "over: \u22121.0", "you +0.60")
        await player.press("enter")
        assert tells(player, "You had +0.60 a game.", "It was Catch.", "takes 700 steps. You took 70.")
        await player.press("right", "right", "left")
        assert player.says("after 1,000 games")
        await player.press("enter")
        await player.until(lambda: player.says("The network plays", "By lot, to explore:"))
        await player.press("end")
        await stage(player, Stage.VERDICT)
        assert tells(player, "It was never as good as you, in 100 games.")
        assert tells(player, "You said after 1,000 games: 0 points.", "It took 700 steps", "You took 70.")
        assert player.says("after 10 games", "after 100 games")
        await player.press("p")
        assert player.says("step 700 of 700", "games 100")
        await player.press("p")
        await player.press("enter")
        assert tells(player, "A ball falls; move the basket under it.", "\u25cb ball", "1 left")
        await play_a_round(player, 10)
        await player.press("enter")
        await stage(player, Stage.END)
        assert tells(player, "Masked you had +0.60 a game, and with names +1.00 a game.")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        masked, opened = Journal(tmp_path / "journal.sqlite3").rounds("Ada")
        assert (masked.look, masked.games, masked.points, masked.guess, masked.passed) == (
            "masked", 10, pytest.approx(0.6), 1_000, 0,
        )  # fmt: skip
        assert (opened.look, opened.games, opened.points, opened.guess) == ("open", 10, 1.0, None)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
@pytest.mark.parametrize("size", [SMALLEST, (160, 50)], ids=["80x24", "160x50"])
async def test_the_masked_round_names_no_thing_and_no_key(
    tmp_path: Path, game: Game, size: tuple[int, int]
) -> None:
    told = {thing.name for thing in game.things} | {action.name for action in game.actions} | {game.title}
    said = told - {"you"}  # the player is called so, too
    async with beside_it(tmp_path, game, size=size) as player:
        for key in ("1", "2", "3", "up", "left", "1", "1"):
            await player.press(key)
            words = " ".join(" ".join(player.lines[:-1]).lower().split())  # below is the line of keys
            for name in said:
                assert f" {name.lower()} " not in words, name
        assert player.says("a game without a name")


async def test_every_moment_of_the_learning_can_be_gone_to(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("p", "home")
        assert player.says("step 0 of 700", "its game 1")
        await player.press("full_stop", "full_stop")
        assert player.says("step 2 of 700")
        await player.press("tab", "tab")
        assert player.says("This step closely", "it should have expected", "the error")
        recording, contest = arcade(player).tape.recording, arcade(player).contest
        assert player.says(f"it pressed {contest.look.actions[recording.actions[1]].name}")
        await player.press("6", "9", "9", "g")
        assert player.says("step 699 of 700")
        await player.press("n", "n")
        assert player.says("Hidden neuron 2 of 32", "ball", "basket")


async def test_the_network_of_a_moment_plays_until_it_is_stopped(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("p", "P")
        await player.until(
            lambda: player.says("it plays for you", "over: ") or player.says("it plays for you")
        )
        watched = arcade(player).watching.played
        assert watched is not None
        await player.until(lambda: arcade(player).watching.played is not watched)
        await player.press("P")
        assert player.says("step 700 of 700")
        assert not player.says("it plays for you")
        await player.press("P", "home")
        await player.press("space")
        await player.until(lambda: not arcade(player).watching.plays)


async def test_where_it_is_calm_each_key_of_the_network_and_each_jump_takes_a_key(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        player.app.turn_calm()
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "P")
        watching = arcade(player).watching
        for steps in range(3):
            assert player.says("it plays for you", "P its next key")
            assert watching.played is not None
            assert watching.played.steps == steps
            await player.press("P")
        for _ in range(10):
            assert not arcade(player).player.playhead.playing
            await player.press("space")
            assert not watching.plays
        await stage(player, Stage.VERDICT)


async def kept_in(folder: Path) -> list[tuple[object, ...]]:
    """What is in the journal once the game was left, as the command line waits for it."""
    await asyncio.get_running_loop().shutdown_default_executor()
    rounds = Journal(folder / "journal.sqlite3").rounds("Ada")
    return [(kept.look, kept.games, kept.points, kept.guess, kept.passed) for kept in rounds]


@pytest.mark.parametrize("keys", ["escape", "escape escape", "ctrl+q"])
async def test_who_leaves_early_keeps_what_was_played(tmp_path: Path, keys: str) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("enter", key_for(player, LEFT), *keys.split())
    assert await kept_in(tmp_path) == [("masked", 1, 1.0, None, None)]


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_who_leaves_at_any_stage_keeps_each_round_once(tmp_path: Path, key: str) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "left", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("enter")
        await play_a_round(player, 0, games=1)
        await player.press("p", key)
    masked, opened = await kept_in(tmp_path)
    assert masked == ("masked", 1, 1.0, 100, 0)
    assert opened == ("open", 1, -1.0, None, None)


async def test_a_guess_counts_even_where_the_end_was_not_waited_for(tmp_path: Path) -> None:
    """All was learned, but not yet shown."""
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "space")
        await player.until(lambda: arcade(player).tape.recorded == STEPS)
        await player.press("escape")
    assert await kept_in(tmp_path) == [("masked", 1, 1.0, 300, 0)]


async def test_what_is_out_of_sight_stands_still_and_the_words_know_the_end(tmp_path: Path) -> None:
    async with beside_it(tmp_path, size=(80, 40)) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        (network,) = re.findall(r"network [+\u2212][\d.]+ after 100\b", player.lines[0])
        whole = player.part("#curve")
        await player.press("p", "P", "p", "p")
        assert player.says("step 700 of 700")
        await player.press("home", "space", "p")
        assert not arcade(player).player.playhead.playing
        assert player.lines[0].rstrip().endswith(network)
        assert player.part("#curve") == whole


async def its_next_key(player: Player) -> tuple[Round, Round]:
    """The game that the network plays, before and after its next key."""
    before = arcade(player).watching.played
    await player.until(lambda: arcade(player).watching.played is not before)
    after = arcade(player).watching.played
    assert before is not None
    assert after is not None
    return before, after


async def test_the_network_that_plays_is_that_of_the_step_on_the_screen(tmp_path: Path) -> None:
    """It presses the key that is marked, also where another step was gone to."""
    moves = {"left": -1, "stay": 0, "right": 1}
    checked = set()
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("p", "P", "home")
        while len(checked) < 5:
            (marked,) = re.findall(r"\u25b8 (\w+)", player.part("#expects")) or [""]
            before, after = await its_next_key(player)
            if marked and after.steps == before.steps + 1:
                assert isinstance(before.state, Catch)
                assert isinstance(after.state, Catch)
                assert after.state.basket == min(max(before.state.basket + moves[marked], 0), 4)
                checked.add(after.steps)
            await player.settle()


async def test_a_terminal_that_is_too_small_for_a_while_changes_no_stage(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        for keys, wanted in (
            ("end", Stage.GUESS), ("enter", Stage.LEARNING), ("P", Stage.LEARNING), ("end", Stage.VERDICT),
            ("p", Stage.VERDICT), ("enter", Stage.OPEN),
        ):  # fmt: skip
            await player.press(*keys.split())
            await stage(player, wanted)
            before = player.text
            for size in ((50, 20), (60, 20), SMALLEST):
                await player.resize(*size)
            await stage(player, wanted)
            assert wanted is Stage.LEARNING or player.text == before


async def test_tab_is_a_key_only_where_panels_take_turns(tmp_path: Path) -> None:
    async with beside_it(tmp_path, size=(120, 40)) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("p")
        assert "Tab" not in player.lines[-1]
        await player.resize(100, 40)
        assert "Tab next panel" in player.lines[-1]


async def test_no_game_was_played_and_nothing_is_kept(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await player.press(key_for(player, RIGHT), "end", "escape")
    assert await kept_in(tmp_path) == []


async def test_a_click_chooses_a_guess(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end")
        region = player.app.screen.query_one("#stops").content_region
        names = player.lines[region.y][region.x : region.right]
        await player.pilot.click("#stops", offset=(names.index("never") + 4, 2))
        await player.settle()
        assert player.says("never")
        assert arcade(player).contest.guess is None


async def test_once_more_has_another_mask_and_home_knows_of_both(tmp_path: Path) -> None:
    async with beside_it(tmp_path, puzzles=bundled_puzzles()) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        first = arcade(player)
        await player.press("a", "a")
        await player.until(lambda: player.says("game 1 of 10"))
        assert arcade(player) is not first
        assert arcade(player).contest.mask != first.contest.mask
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.press("end")
        await player.until(lambda: "By itself 1 of 4" in player.part("#list"))


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
async def test_the_whole_question_is_read_before_the_guess_stands(tmp_path: Path, game: Game) -> None:
    async with beside_it(tmp_path, game) as player:
        while not arcade(player).contest.yours.over:
            await player.press(*"123" * 5)
        await player.press("enter")
        await stage(player, Stage.GUESS)
        assert tells(player, "After how many games does the mean of its last 20 first reach yours?")
        assert "Enter that is my guess" in player.lines[-1]


@pytest.mark.parametrize("size", [SMALLEST, (120, 40)], ids=["80x24", "120x40"])
async def test_each_stage(tmp_path: Path, size: tuple[int, int], looks_as_accepted: Compare) -> None:
    """Of a learning that ends before its first adjustment: the same on every processor."""
    async with beside_it(tmp_path, size=size, steps=MINIBATCH - 1, clock=lambda: 0.0) as player:
        await catch_one(player, well=False)
        await player.press("enter")
        await catch_one(player)
        looks_as_accepted(player, f"arcade-masked-{size[0]}x{size[1]}")
        await player.press("end")
        looks_as_accepted(player, f"arcade-guess-{size[0]}x{size[1]}")
        await player.press("enter", "end")
        await stage(player, Stage.VERDICT)
        looks_as_accepted(player, f"arcade-verdict-{size[0]}x{size[1]}")
        await player.press("p", "2", "4", "g", "n")
        looks_as_accepted(player, f"arcade-learning-{size[0]}x{size[1]}")


async def test_the_result_card_is_sent_and_kept_to_be_printed(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        await play_a_round(player, 1, games=1)
        await player.press("end", "enter", "end")
        await stage(player, Stage.VERDICT)
        await player.press("s")
        assert player.says("Sent to the clipboard: your result card. It is printed as you leave.")
        (card,) = player.app.cards
        assert card.startswith("neuron-tui: Catch, by itself\n")
        assert "me       +1.00 a game, told nothing\n" in card


async def test_the_keys_of_the_game_are_pressed_by_mouse(tmp_path: Path) -> None:
    async with beside_it(tmp_path) as player:
        action = arcade(player).contest.look.keys[2]
        before = arcade(player).contest.yours.state
        column = player.lines[-1].index("123") + 1
        await player.pilot.click("KeyLine", offset=(column, 0))
        await player.settle()
        assert arcade(player).contest.yours.state == before.step(action, np.random.default_rng())[0]
