"""A player in front of the real game: files, keys and clicks in, and what the screen says out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.events import Callback
from textual.message import Message
from textual.pilot import Pilot
from wcwidth import wcswidth

from neuron_tui.game.match.match import Phase
from neuron_tui.game.settings import DEFAULT, Settings
from neuron_tui.puzzle.library.entry import Source
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match.screen import MatchScreen

PATIENCE = 120.0
"""Seconds after which what was waited for will not come any more."""

ROUNDS = 6
"""From a key through app, widget and screen to what is painted, a message takes fewer steps than this."""

HOPS = 6
"""So often the event loop goes round in a step, for what follows from it to begin."""

QUICK = """\
title: {title}
inputs: [left, middle, right]
examples: [0 0 1 -> 0, 1 1 1 -> 1, 1 0 1 -> 1, 0 1 1 -> 0]
questions: [{questions}]
rule: The output copies the leftmost input.
hint: [Look at one column., Look at the left one.]
afterwards: Left decides.
neuron: {{iterations: {iterations}}}
"""


def write(
    folder: Path,
    name: str,
    title: str = "Quick",
    *,
    iterations: int = 60,
    questions: str = "1 0 0 -> 1",
    more: str = "",
) -> Path:
    """A puzzle file with the article's rows, whose training is short."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = QUICK.format(title=title, questions=questions, iterations=iterations)
    path.write_text(text + more, encoding="utf-8")
    return path


def write_huge(folder: Path, name: str, *, iterations: int = 60) -> Path:
    """The largest table a puzzle file may hold: 16 inputs and 256 examples, and two questions."""
    rows = [f"{row * 257 % 65_536:016b}" for row in range(258)]
    known = [f"  - {' '.join(row)} -> {row[3]}" for row in rows[:256]]
    asked = [f"  - {' '.join(row)} -> {row[3]}" for row in rows[256:]]
    path = folder / name
    lines = [
        "title: Huge",
        "examples:",
        *known,
        "questions:",
        *asked,
        f"neuron: {{iterations: {iterations}}}",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@dataclass
class Traffic:
    """Counts the messages that came to any widget, without those by which a pilot waits for the others."""

    messages: int = 0

    def __call__(self, message: Message) -> None:
        self.messages += not isinstance(message, Callback)


@dataclass
class Player:
    """Someone at the keyboard and the mouse of one running game."""

    app: NeuronApp
    pilot: Pilot[None]
    traffic: Traffic

    async def settle(self) -> None:
        """Let every widget answer its messages, and those that the answers led to, until all is quiet."""
        for _ in range(ROUNDS):
            before = self.traffic.messages
            await self.pilot.pause(0)
            for _ in range(HOPS):
                await asyncio.sleep(0)
            if self.traffic.messages == before:
                break

    async def press(self, *keys: str) -> None:
        """Press keys, faster than anyone can, and let the game answer."""
        for key in keys:
            self.app.simulate_key(key)
        await self.settle()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be so."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await self.pilot.pause(0.01)

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal larger or smaller."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def home(self) -> HomeScreen:
        """The screen that must be home now."""
        assert isinstance(self.app.screen, HomeScreen), self.app.screen
        return self.app.screen

    @property
    def match(self) -> MatchScreen:
        """The screen that must be a match now."""
        assert isinstance(self.app.screen, MatchScreen), self.app.screen
        return self.app.screen

    @property
    def phase(self) -> Phase:
        """Where the match stands."""
        return self.match.match.phase

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """All that the screen says."""
        return "\n".join(self.lines)

    def says(self, *words: str) -> bool:
        """Whether the screen says these words, each on one line."""
        flat = " ".join(self.text.translate(_FRAMES).split())
        return all(word in flat for word in words)

    def part(self, selector: str) -> str:
        """What one panel says, its lines joined."""
        region = self.app.screen.query_one(selector).region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        cut = [strip.crop(region.x, region.right).text for strip in strips]
        return " ".join(" ".join(cut).translate(_FRAMES).split())

    def colours(self, selector: str) -> set[str]:
        """The colours of the letters in one panel."""
        region = self.app.screen.query_one(selector).content_region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        segments = [segment for strip in strips for segment in strip.crop(region.x, region.right)]
        styles = [segment.style for segment in segments if segment.style and segment.text.strip()]
        return {style.color.get_truecolor().hex for style in styles if style.color}

    def find(self, words: str, *, last: bool = False) -> tuple[int, int]:
        """The (column, row) where words stand on the screen."""
        found = [(line, row) for row, line in enumerate(self.lines) if words in line]
        assert found, f"{words!r} is not on the screen:\n{self.text}"
        line, row = found[-1 if last else 0]
        return wcswidth(line[: line.rindex(words) if last else line.index(words)]), row

    async def click(self, words: str, *, last: bool = False) -> None:
        """Click on words where they stand."""
        await self.pilot.click(offset=self.find(words, last=last))
        await self.settle()

    async def play(self) -> None:
        """Enter on home, and a match is there, its tape recorded."""
        await self.press("enter")
        await self.until(lambda: isinstance(self.app.screen, MatchScreen) and self.text.strip() != "")
        await self.until(lambda: self.match.recording.complete and self.match.recorded > 0)

    async def train(self, *keys: str) -> None:
        """From home through these keys (or a simple guess) to a neuron that stands still at its start."""
        await self.play()
        await self.press(*(keys or ("1",)), "enter", "space", "home")
        assert self.phase is Phase.TRAIN

    async def pictures(self, *keys: str) -> None:
        """From home through these keys to the verdict, and from its words back to the pictures."""
        await self.verdict(*keys)
        await self.press("p")

    async def verdict(self, *keys: str) -> None:
        """From home through these keys (or a simple guess) to the verdict."""
        await self.play()
        await self.press(*(keys or ("1",)), "enter", "end")
        await self.until(lambda: self.phase is Phase.VERDICT)
        await self.settle()


_FRAMES = str.maketrans(dict.fromkeys("│╭╮╰╯─▁▂▃▄▅▆▇█", " "))
"""Borders and scrollbars."""


@asynccontextmanager
async def playing(
    *folders: Path,
    size: tuple[int, int] = (80, 24),
    journal: Path | None = None,
    name: str = "Ann",
    settings: Settings = DEFAULT,
    moving: bool = False,
    source: Source = "bundled",
    follow: bool = False,
    ascii: bool = False,
    calm: bool = False,
) -> AsyncIterator[Player]:
    """The real game over these folders of puzzles, with someone who plays it, and perhaps a journal.

    `moving`: what comes moves to its place, as it does for everyone who does not switch that off.
    """
    opened = [Folder(path, source) for path in folders]
    app = NeuronApp(opened, journal, name, settings=settings, follow=follow, ascii=ascii, calm=calm)
    app.animation_level = "full" if moving else "none"
    async with in_front_of(app, size) as player:
        await player.settle()
        yield player


@asynccontextmanager
async def in_front_of(app: NeuronApp, size: tuple[int, int]) -> AsyncIterator[Player]:
    """Someone in front of a game that opens."""
    traffic = Traffic()
    async with app.run_test(size=size, notifications=True, message_hook=traffic) as pilot:
        yield Player(app, pilot, traffic)


@contextmanager
def unchanged(player: Player) -> Iterator[None]:
    """What happens in here must not change what the screen says."""
    before = player.text
    yield
    assert player.text == before
