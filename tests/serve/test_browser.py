"""The game in a real browser."""

from __future__ import annotations

import pytest

from neuron_tui.cli.serve.server import NAMELESS, TAKEN
from neuron_tui.cli.serve.session import LEFT
from tests.serve.browser import Visit, at_the_page, chromium
from tests.serve.serving import PATIENCE, Serving, wait_until_gone

pytestmark = pytest.mark.slow
OPEN = """url => new Promise(done => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/ws?width=80&height=24&name=Eve`);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
})"""
REACH_BROWSER = """() => ["F1", "F5", "F11"].filter((key, at) => {
    const pressed = new KeyboardEvent("keydown", {key, keyCode: [112, 116, 122][at], cancelable: true});
    return document.querySelector("#terminal textarea").dispatchEvent(pressed);
})"""


async def guess(visit: Visit) -> None:
    """From home to a guess; Enter confirms it."""
    await visit.press("Enter")
    await visit.wait_for("press 0 or 1")
    await visit.press("1")
    await visit.wait_for("you 0.90")


async def test_a_match_from_the_name_to_the_verdict(server: Serving) -> None:
    async with chromium() as browser, at_the_page(browser) as visit:
        await visit.come_in(server.url, "Ada")
        await visit.wait_for("Ada and one neuron")
        await guess(visit)
        await visit.press("Enter")
        await visit.wait_for("of 10,000")
        await visit.press("End")
        await visit.wait_for("You both got it")
        columns, rows = visit.size
        await visit.page.set_viewport_size({"width": 800, "height": 560})
        await visit.wait_for("Enter read on")
        assert visit.size < (columns, rows)
        async with visit.page.expect_download(timeout=PATIENCE * 1000) as download:
            await visit.press("s")
        card = await (await download.value).path()
        assert "neuron-tui" in card.read_text(encoding="utf-8")
        await visit.press("Escape")
        await visit.wait_for("you 96  neuron 100")
        await visit.press("Control+d")
        await visit.told(LEFT)
        assert await visit.page.get_by_label("Your name").input_value() == "Ada"
        async with visit.page.expect_websocket():
            await visit.press("Enter")
        await visit.wait_for("Ada and one neuron")
        assert await visit.page.evaluate(REACH_BROWSER) == ["F5", "F11"]
        assert visit.faults == []


async def test_two_visitors_and_another_site(server: Serving) -> None:
    """One of them closes the page right after the guess, which is kept; the other has a phone."""
    async with chromium() as browser, at_the_page(browser) as bob, at_the_page(browser, 390, 844) as cleo:
        await bob.come_in(server.url, "Bob")
        (game,) = server.games
        await cleo.page.goto(server.url)
        await cleo.page.keyboard.type(" ")
        await cleo.press("Enter")
        await cleo.told(NAMELESS)
        await cleo.page.keyboard.type("bob")
        await cleo.press("Enter")
        await cleo.told(TAKEN)
        await cleo.page.get_by_label("Your name").fill("Cleo")
        await cleo.page.get_by_role("button").click()
        await cleo.wait_for("q leave")
        await guess(bob)
        await bob.press("Enter")
        await bob.page.close()
        wait_until_gone(game)
        async with at_the_page(browser) as again:
            await again.come_in(server.url, "Bob")
            await again.wait_for("you 96  neuron 100")
        await cleo.wait_for("you 0  neuron 0")
        elsewhere = server.url.replace("127.0.0.1", "localhost")  # another site, for a browser
        assert await cleo.page.evaluate(OPEN, server.url) == "open"
        await cleo.page.goto(elsewhere)
        assert await cleo.page.evaluate(OPEN, server.url) == "refused"
