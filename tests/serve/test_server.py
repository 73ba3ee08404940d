"""Visitors come and go: who is let in, what they see of each other, and what stays."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from neuron_tui.cli.serve.server import FULL, NAMELESS, TAKEN
from neuron_tui.cli.serve.session import CRASHED, LEFT, STOPPED
from tests.serve.serving import COMMAND, Serving, serving, wait_until_gone
from tests.serve.visitor import Visitor, visitor

pytestmark = pytest.mark.slow
READY = "to play."
SURE = "you 0.90"


async def guess(page: Visitor) -> None:
    """From home to a guess; Enter confirms it."""
    await page.wait_for(READY)
    await page.press("enter")
    await page.wait_for("press 0 or 1")
    await page.press("1")
    await page.wait_for(SURE)


async def test_a_guess_is_kept_where_the_page_is_closed_at_once_and_no_process_stays(server: Serving) -> None:
    async with visitor(server.url, "Ada") as page:
        await guess(page)
        (game,) = server.games
        await page.press("enter")
    async with visitor(server.url, "ada") as page:  # the same player, who waits for the game before to end
        await page.wait_for("Ada and one neuron")
        await page.wait_for("you 96  neuron 100")
        assert game not in server.games
        await page.press("ctrl+q")
        assert await page.wait_for_end() == LEFT
    assert server.games == []


async def test_a_visitor_has_answers_and_puzzles_of_their_own(server: Serving, home: Path) -> None:
    async with visitor(server.url, "Bob") as bob, visitor(server.url, "Cleo") as cleo:
        for page in (bob, cleo):
            await guess(page)
            await page.press("enter")
            await page.wait_for("of 10,000")
            await page.press("end")
            await page.wait_for("Enter read on")
        await cleo.press("f9")
        await cleo.wait_for("Make a puzzle")
        await cleo.press("s")
        await cleo.wait_for("Among your own puzzles")
        await cleo.press("ctrl+u")
        await cleo.wait_for(lambda: ".yaml" not in cleo.text())
        await cleo.type("../../../../Found out")
        await cleo.wait_for("Found out")
        await cleo.press("enter")
        await cleo.wait_for("Cleo and one neuron")
        await cleo.wait_for("(changed)")
        await cleo.press("y", "t")  # y asks at home who plays
        await cleo.wait_for("Cleo \u00b7 1 answer")
        assert "Bob" not in cleo.text()
        await cleo.press("s")
        await cleo.wait_for(lambda: bool(cleo.files))
    (made,) = home.parent.rglob("*found-out*")
    assert made.relative_to(home).parts[0] == "visitors"
    assert made.name == "found-out.yaml"
    (figures,) = cleo.files.values()
    assert "Cleo" in figures
    assert "Bob" not in figures
    scores = subprocess.run(
        [COMMAND, "scores", "--json"], capture_output=True, check=True, env={"NEURON_TUI_HOME": str(home)}
    )
    assert {"Bob", "Cleo"} <= {player["player"] for player in json.loads(scores.stdout)["players"]}


async def test_who_is_not_let_in_is_told_why(server: Serving) -> None:
    async with AsyncExitStack() as stack:
        pages = [await stack.enter_async_context(visitor(server.url, name)) for name in ("A", "B", "C")]
        for name, why in (("\u00a0\u200b ", NAMELESS), ("a", TAKEN), ("D", FULL)):
            async with visitor(server.url, name) as refused:
                assert await refused.wait_for_end() == why
        await pages[0].close()
        async with visitor(server.url, "A") as page:  # there is room again
            await page.wait_for(READY)


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
async def test_no_other_site_can_play(server: Serving, origin: str) -> None:
    async with ClientSession() as session:
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect(f"{server.url}/ws?name=Eve", headers={"Origin": origin})
        assert refused.value.status == 403


async def test_whatever_a_page_says_the_game_goes_on(server: Serving) -> None:
    """Also where the page has another size by the time that the game has begun."""
    async with visitor(server.url, "Mallory", told=(10**9, -5)) as page:
        await page.send("resize", {"width": 80, "height": 24})
        await page.send()
        await page.send("stdin")
        await page.send("resize", {"width": "wide"})
        await page.send("resize", None)
        await page.send({"deliver_chunk_request": 1})
        await page.type("\ud800")
        await page.wait_for(READY)
        await page.press("?")
        await page.wait_for("Look around")
        await page.press("escape")
        await page.press("n")  # at once, and is still no Alt+n
        await page.wait_for("Make a puzzle")


async def test_a_game_that_breaks_and_a_server_that_is_stopped_say_so(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        async with visitor(server.url, "Ada") as page:
            await page.take()
            os.kill(server.games[0], signal.SIGKILL)
            assert await page.wait_for_end() == CRASHED
        async with visitor(server.url, "Ada") as page:
            await page.take()
            (game,) = server.games
            server.signal(signal.SIGINT)
            assert await page.wait_for_end() == STOPPED
        assert server.wait_for_exit() == 0
        wait_until_gone(game)


async def test_a_server_that_is_killed_leaves_no_game(tmp_path: Path) -> None:
    (tmp_path / "textual.py").write_text("raise SystemExit('a file in the current folder')", encoding="utf-8")
    with serving(tmp_path) as server:
        async with visitor(server.url, "Ada") as page:
            await page.take()
            (game,) = server.games
            server.signal(signal.SIGKILL)
            wait_until_gone(game)
