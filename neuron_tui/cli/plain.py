"""Whether the game is played line by line, and playing it so."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from neuron_tui.cli.options import asks_who, only_pack, user_name, who_plays

if TYPE_CHECKING:
    from neuron_tui.game.modes import Mode
    from neuron_tui.puzzle.library.entry import PuzzleEntry
    from neuron_tui.puzzle.library.library import Folder

PLAIN = "neuron_tui.plain"
"""Where the context keeps whether `--plain` was given."""

Command = TypeVar("Command", bound=Callable[..., object])


def _remember(context: click.Context, _: click.Parameter, given: bool) -> None:
    """Before the sub-command or after it."""
    if given:
        context.meta[PLAIN] = True


def plain_option(command: Command) -> Command:
    """`--plain`, which `is_plain` looks up."""
    return click.option(
        "--plain",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Play line by line, for a screen reader, a braille display or a pipe.",
    )(command)


def is_plain(context: click.Context) -> bool:
    """Whether it was asked for, or the environment asks for it: `ACCESSIBLE=1`, or `TERM=dumb`."""
    accessible = os.environ.get("ACCESSIBLE", "").strip().lower() not in ("", "0", "no", "false")
    return bool(context.meta.get(PLAIN)) or accessible or os.environ.get("TERM") == "dumb"


def play_plainly(
    context: click.Context,
    folders: list[Folder],
    start: PuzzleEntry | None,
    mode: Mode,
    seed: int | None,
    game: str | None,
) -> None:
    """Play until the player leaves, or there is no more to read."""
    from neuron_tui.folders import journal, settings_file
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.game.settings import read_settings
    from neuron_tui.plain.conversation import WIDTH, Conversation
    from neuron_tui.plain.game import Session
    from neuron_tui.puzzle.library.shelf import Shelf

    gc.enable()
    settings = read_settings(settings_file())
    shelf = Shelf(folders, only_pack(context, folders) or settings.pack)
    source, out = sys.stdin or io.StringIO(), sys.stdout or io.StringIO()
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")  # whatever is typed, it is no fault
    width = shutil.get_terminal_size().columns if out.isatty() else WIDTH
    keeper = Keeper(journal(), who_plays(context) or user_name())
    conversation = Conversation(source, out, width or WIDTH)
    session = Session(conversation, shelf, keeper, asks_who(context), seed, settings)
    session.play(start, mode, game)
