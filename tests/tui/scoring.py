"""A player who looks at the scoreboard over a real journal."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from fractions import Fraction
from pathlib import Path

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Answer
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.scores.screen import ScoresScreen
from neuron_tui.tui.scores.table import ScoreTable
from tests.tui.story import QUICK, Player, playing, write

_numbers = itertools.count()
EARLIER = "0123456789abcdef"
"""The hash of something that no puzzle asks today."""


def _content() -> str:
    """What all puzzles ask that are written here."""
    puzzle = read_puzzle(QUICK.format(title="Quick", questions="1 0 0 -> 1", iterations=60).encode()).puzzle
    assert puzzle is not None
    return content_of(puzzle)


CONTENT = _content()


def answer(
    puzzle: str = "first/beans",
    guess: str = "0.9",
    neuron: float = 0.5,
    right: int | None = 1,
    *,
    player: str = "anna",
    question: str | None = None,
    content: str = CONTENT,
) -> Answer:
    """One answered question, a new one if not told. With nothing right, the neuron was foreseen."""
    number = next(_numbers)
    return Answer(
        id=f"{number:032x}",
        player=player,
        puzzle=puzzle,
        content=content,
        question=question or f"question {number}",
        guess=Fraction(guess),
        neuron_guess=neuron,
        right=None if right is None else Fraction(right),
        hints=0,
        seconds=4.0,
        mode="match",
        time=1.7e9 + number,
        version="0.4.0",
        asked="neuron" if right is None else "answer",
    )


@asynccontextmanager
async def looking(
    folder: Path, answers: Iterable[Answer], size: tuple[int, int] = (80, 24), player: str = "anna"
) -> AsyncIterator[Player]:
    """The scoreboard of this player, opened over home and filled."""
    puzzles = folder / "puzzles"
    for name, title in (("first/beans", "Beans"), ("first/apples", "Apples"), ("second/dates", "Dates")):
        write(puzzles, f"{name}.yaml", title)
    path = folder / "journal.sqlite3"
    kept = list(answers)
    if kept:
        Journal(path).keep(kept)
    async with playing(puzzles, size=size) as someone:
        shelf = Shelf([Folder(puzzles, "bundled")])
        someone.app.push_screen(ScoresScreen(Keeper(path, player), shelf))
        await filled(someone)
        yield someone


async def filled(someone: Player) -> None:
    """Wait until the journal is read, and all that is in sight is worked out."""
    await someone.until(lambda: isinstance(someone.app.screen, ScoresScreen))
    await someone.settle()
    await someone.until(lambda: at_rest(someone))
    await someone.settle()


def at_rest(someone: Player) -> bool:
    """Whether no worker of the scoreboard is at work."""
    screen = someone.app.screen
    return isinstance(screen, ScoresScreen) and not any(
        worker.group in ("reading", "behind") and not worker.is_finished for worker in screen.workers
    )


def some() -> list[Answer]:
    """Six answers to Beans, of which four are right, and three to Dates, all wrong."""
    beans = [answer("first/beans", right=int(place < 4)) for place in range(6)]
    return beans + [answer("second/dates", "0.8", 1.0, 0) for _ in range(3)]


def rows(player: Player) -> list[str]:
    """The names in the table, from the top, without the row over all."""
    region = player.app.screen.query_one(ScoreTable).content_region
    lines = [line[region.x : region.right] for line in player.lines[region.y + 3 : region.bottom]]
    return [name for line in lines if (name := line.strip().split("  ")[0])]


async def to_table(player: Player) -> None:
    await player.click("Table")
    await player.settle()
