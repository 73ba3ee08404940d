"""Opening the game from the command line, and what is printed after it."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from typing import TYPE_CHECKING

import click

from neuron_tui.cli.looks import wanted_themes, wants_ascii, wants_calm
from neuron_tui.cli.mistake import MistakeError, report_crash
from neuron_tui.cli.options import asks_who, only_pack, user_name, who_plays
from neuron_tui.cli.plain import is_plain, play_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from neuron_tui.game.modes import Mode
    from neuron_tui.puzzle.library.entry import PuzzleEntry
    from neuron_tui.puzzle.library.library import Folder
    from neuron_tui.tui.app import NeuronApp

LOCK_SECONDS = 0.0005
"""How long the threads that read keys and write frames wait for the one that computes."""


def open_game(
    context: click.Context,
    folders: list[Folder],
    start: PuzzleEntry | None = None,
    mode: Mode = "match",
    seed: int | None = None,
    *,
    follow: bool = False,
    game: str | None = None,
    instead: str = "`neuron-tui train PUZZLE` trains without one",
    visits: Path | None = None,
) -> None:
    """Play until the player leaves; the result cards that were sent are printed then.

    `visits`: somebody else's journal, for a player at a browser, to which the standard streams lead. Raises
    MistakeError where otherwise there is no terminal; `instead` is what to do without one.
    """
    if visits is None and is_plain(context):
        if follow:
            raise click.UsageError("--watch needs the full screen, and this is the game line by line")
        play_plainly(context, folders, start, mode, seed, game)
        return
    if visits is None and not in_a_terminal():
        raise MistakeError(f"the game needs a terminal; {instead}, and --plain plays it line by line")
    given, only = who_plays(context), only_pack(context, folders)
    sys.setswitchinterval(LOCK_SECONDS)
    gc.disable()  # until home is painted: a full collection in between delays it by a tenth
    from neuron_tui.folders import journal, settings_file
    from neuron_tui.game.settings import read_settings, write_settings
    from neuron_tui.tui.app import NeuronApp

    settings = read_settings(settings_file())
    app = NeuronApp(
        folders,
        visits or journal(),
        given or user_name(),
        start,
        mode,
        seed,
        wanted_themes(context, settings.theme),
        settings,
        named=given is not None,
        ask=asks_who(context),
        follow=follow,
        only=only,
        game=game,
        visiting=visits is not None,
        ascii=wants_ascii(context, settings.glyphs),
        calm=wants_calm(context, settings.calm),
    )
    try:
        asyncio.run(_play(app))
    finally:  # whatever has ended it, what was answered is kept
        if app.settings != settings:
            write_settings(settings_file(), app.settings)
        for card in app.cards:
            click.echo(card)
        if said := app.counting.keeper.close():
            click.echo(said, err=True)
    context.exit(app.return_code or 0 if app.problem is None else report_crash(app.problem))


def in_a_terminal() -> bool:
    """Whether there is one to play in."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


async def _play(app: NeuronApp) -> None:
    """Play until the game has left; from then on Ctrl+C ends the process at once, whatever it waits for."""
    try:
        await app.run_async()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
