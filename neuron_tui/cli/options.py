"""Options that several commands take."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from neuron_tui.cli.completion import packs, players
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.puzzle.text import clean, clip, some

if TYPE_CHECKING:
    from neuron_tui.puzzle.library.library import Folder

PLAYER, ASK, ONLY = "neuron_tui.player", "neuron_tui.ask", "neuron_tui.only"
"""Where the context keeps who was named, whether to ask who plays, and which pack."""
WHO_PLAYS = "NEURON_TUI_PLAYER"
"""The environment variable with who plays, where `--player` names nobody."""
MAX_PLAYER = 60
"""Characters of a name."""

Command = TypeVar("Command", bound=Callable[..., object])


def _remember_folders(context: click.Context, _: click.Parameter, given: tuple[Path, ...]) -> None:
    """Add to the folders that were given before the sub-command."""
    context.ensure_object(list).extend(given)


def puzzles_option(command: Command) -> Command:
    """`--puzzles`, which every command takes; what it gathers is the context's object."""
    return click.option(
        "--puzzles",
        metavar="DIR",
        multiple=True,
        expose_value=False,
        type=click.Path(path_type=Path),
        callback=_remember_folders,
        help="Add a folder of puzzles; may be repeated.",
    )(command)


def only_option(command: Command) -> Command:
    """`--only`, which `only_pack` looks up."""
    return click.option(
        "--only",
        metavar="PACK",
        expose_value=False,
        callback=_remember_pack,
        shell_complete=packs,
        help="Play one pack as the whole course.",
    )(command)


def _remember_pack(context: click.Context, _: click.Parameter, given: str | None) -> None:
    """The option nearest to the sub-command counts."""
    if given is not None:
        context.meta[ONLY] = given


def only_pack(context: click.Context, folders: Sequence[Folder]) -> str:
    """The name of the pack that was asked for, empty where none was.

    Raises MistakeError where there is no such pack.
    """
    return pack_called(context.meta.get(ONLY, ""), folders)


def pack_called(name: str, folders: Sequence[Folder]) -> str:
    """The name of a pack, empty where none is given. Raises MistakeError where there is no such pack."""
    if name:
        from neuron_tui.puzzle.library.library import find_packs

        there = [pack.name for pack in find_packs(folders).packs]
        if name not in there:
            raise MistakeError(f"there is no pack `{clip(name)}`; the packs are {some(there, 12)}")
    return name


def _remember_player(context: click.Context, _: click.Parameter, given: str | None) -> None:
    """The option nearest to the sub-command counts."""
    if given is not None:
        context.meta[PLAYER] = given


def player_option(means: str) -> Callable[[Command], Command]:
    """`--player`; `given_player` gives the name. `means` is its help."""
    return click.option(
        "--player",
        metavar="NAME",
        expose_value=False,
        callback=_remember_player,
        shell_complete=players,
        help=means,
    )


def given_player(context: click.Context) -> str | None:
    """The player that was named, in characters that can be shown; None where nobody was.

    Raises click.UsageError where the name is none.
    """
    given = context.meta.get(PLAYER)
    return None if given is None else a_name(given)


def ask_option(command: Command) -> Command:
    """`--ask`; `asks_who` tells whether it was there."""
    return click.option(
        "--ask",
        is_flag=True,
        expose_value=False,
        callback=_remember_ask,
        help="Ask first who plays, on a computer that several players share.",
    )(command)


def _remember_ask(context: click.Context, _: click.Parameter, given: bool) -> None:
    context.meta[ASK] = given or asks_who(context)


def asks_who(context: click.Context) -> bool:
    """Whether the game is to ask who plays before anything is answered."""
    return bool(context.meta.get(ASK))


def who_plays(context: click.Context) -> str | None:
    """The player that was named: by `--player`, else by the environment; None where nobody was.

    Raises click.UsageError where the name is none.
    """
    given = given_player(context)
    in_environment = os.environ.get(WHO_PLAYS, "")
    return a_name(in_environment, WHO_PLAYS) if given is None and in_environment else given


def a_name(given: str, source: str = "--player") -> str:
    """A player's name, in characters that can be shown; `source` is where it was given.

    Raises click.UsageError where it is none.
    """
    name = " ".join(clean(given).split())
    if not name:
        raise click.UsageError(f"{source} must hold a letter or a digit")
    if len(name) > MAX_PLAYER:
        raise click.UsageError(f"{source} must have at most {MAX_PLAYER} characters, not {len(name)}")
    return name


def user_name() -> str:
    """Who plays where nobody is named."""
    try:
        name = getpass.getuser()[:MAX_PLAYER]
    except (OSError, KeyError, ImportError):  # the system does not know who this is
        name = ""
    return " ".join(clean(name).split()) or "player"


class Settings(TypedDict):
    """What the options ask for instead of a puzzle's own settings; None leaves these."""

    seed: int | None
    iterations: int | None
    learning_rate: float | None


def settings_options(command: Command) -> Command:
    """Numbers that override the puzzle's own, for a command that takes `Settings`."""
    for option in (
        click.option("--learning-rate", type=float, metavar="RATE", help="How far each adjustment goes."),
        click.option("--iterations", type=int, metavar="N", help="How often the weights are adjusted."),
        click.option("--seed", type=int, metavar="N", help="Seed of the random start weights."),
    ):
        command = option(command)
    return command
