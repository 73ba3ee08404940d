"""Random play: keys, clicks, pastes and resizes in any order never end the game, and no line is cut.

What ends it is shrunk to the shortest story that does. `MONKEY=20000 pytest -n0 tests/tui/test_monkey.py`
plays about 20,000 actions.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.app import ScreenStackError
from textual.events import MouseDown, MouseMove, MouseUp, Paste
from wcwidth import wcswidth

from tests.tui.places import PLACES, playing_at
from tests.tui.story import Player

pytestmark = pytest.mark.slow

LENGTH = 40
STORIES = int(os.environ.get("MONKEY", "400")) // LENGTH

COMMON = [
    "enter",
    "escape",
    "space",
    "end",
    "home",
    "left",
    "right",
    "up",
    "down",
    "tab",
    "shift+tab",
    "ctrl+p",
]
KEYS = [
    *"abcdefghijklmnoprstuvwxyz0123456789ABCDEFGHIJKLMNOPRSTUVWXYZ",  # q leaves
    *[
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f7",
        "f8",
        "full_stop",
        "comma",
        "slash",
        "question_mark",
        "plus",
        "minus",
        "backspace",
    ],
    *["less_than_sign", "greater_than_sign", "left_square_bracket", "right_square_bracket", "delete"],
    *["shift+left", "shift+right", "ctrl+left", "ctrl+right", "pageup", "pagedown", "ctrl+c", "ctrl+z"],
]
PLACE_ON_IT = st.tuples(st.integers(0, 199), st.integers(0, 59))
"""A column and a row, which may be beyond the edges of a small screen: they go on counting from 0."""
Action: TypeAlias = tuple[str, object]
"""The first is the one that a story shrinks to."""
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.tuples(st.just("wait"), st.none()),
    st.tuples(st.just("press"), st.sampled_from(COMMON)),
    st.tuples(st.just("press"), st.sampled_from(KEYS)),
    st.tuples(st.just("click"), PLACE_ON_IT),
    st.tuples(st.just("drag"), st.tuples(PLACE_ON_IT, PLACE_ON_IT)),
    st.tuples(st.just("paste"), st.sampled_from(["1", "0.5\n", "[b]left[/b]", "\x1b[31m\x00", "左" * 500])),
    st.tuples(st.just("resize"), st.tuples(st.integers(1, 200), st.integers(1, 60))),
)


async def act(player: Player, action: str, what: object) -> None:
    """One thing that a player may do, who does not wait for the game to answer."""
    match action, what:
        case "press", str(key):
            player.app.simulate_key(key)
        case "paste", str(text):
            player.app.screen.post_message(Paste(text))
        case "resize", (int(width), int(height)):
            await player.pilot.resize_terminal(width, height)
        case "click", (int(x), int(y)):
            drag(player, (x, y), (x, y))
        case "drag", ((int(x), int(y)), (int(to_x), int(to_y))):
            drag(player, (x, y), (to_x, to_y))
        case _:
            await player.settle()


def drag(player: Player, *ends: tuple[int, int]) -> None:
    """Press the button in one place and let go in another: what a terminal tells, whatever is there."""
    width, height = player.app.size
    (x, y), (to_x, to_y) = [(column % width, row % height) for column, row in ends]
    for kind, at in (
        (MouseMove, (x, y)),
        (MouseDown, (x, y)),
        (MouseMove, (to_x, to_y)),
        (MouseUp, (to_x, to_y)),
    ):
        button = int(kind is not MouseMove or at != (x, y))
        player.app.post_message(kind(None, *at, 0, 0, button, False, False, False))


def whole(player: Player) -> bool:
    """Whether every line is as wide as the screen."""
    return {wcswidth(line) for line in player.lines} == {player.app.size.width}


async def tell(folder: Path, beginning: str, story: list[Action]) -> None:
    """Play a story from its beginning, as long as nothing in it leaves the game."""
    async with playing_at(beginning, folder) as player:
        try:
            for action in [*story, ("resize", (80, 24)), ("wait", None)]:
                await act(player, *action)
            assert whole(player), player.text
        except ScreenStackError:
            assert not player.app.is_running  # the story has left the game


ENDED_IT_ONCE: list[tuple[str, list[Action]]] = [
    ("guess", [("press", "p"), ("resize", (44, 24)), ("resize", (90, 28))]),
    ("guess", [("press", "f1"), ("resize", (41, 24)), ("resize", (100, 30))]),
    ("guess", [("press", "f3"), ("resize", (42, 30)), ("resize", (100, 30))]),
    ("guess", [("press", "w"), ("press", "right"), ("press", "ctrl+p"), ("press", "d"), ("click", (77, 13))]),
    ("guess", [("press", "ctrl+p"), ("click", (2, 1))]),
    ("examples", [("press", "ctrl+p"), ("press", "home"), ("press", "enter"), ("press", "f3")]),
    *[
        ("guess", [("press", first), ("press", "escape"), ("press", "escape")])
        for first in ("f3", "tab", "l")
    ],
]


@pytest.mark.parametrize(("beginning", "story"), ENDED_IT_ONCE)
async def test_what_ended_the_game_once_does_not_any_more(
    beginning: str, story: list[Action], tmp_path: Path
) -> None:
    with chdir(tmp_path):
        await tell(tmp_path, beginning, story)


@settings(
    max_examples=STORIES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.sampled_from(sorted(PLACES)), st.lists(ACTIONS, min_size=LENGTH, max_size=LENGTH))
def test_nothing_that_is_pressed_ends_the_game(beginning: str, story: list[Action]) -> None:
    with TemporaryDirectory() as folder, chdir(folder):  # where it may save pictures of the screen
        asyncio.run(tell(Path(folder), beginning, story))
