"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

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
        help="One more folder of puzzles; may be repeated.",
    )(command)


def settings_options(command: Command) -> Command:
    """The numbers that stand in for the puzzle's own."""
    for option in (
        click.option("--learning-rate", type=float, metavar="RATE", help="How far they go each time."),
        click.option("--iterations", type=int, metavar="N", help="How often the weights are adjusted."),
        click.option("--seed", type=int, metavar="N", help="Where the random start weights come from."),
    ):
        command = option(command)
    return command
