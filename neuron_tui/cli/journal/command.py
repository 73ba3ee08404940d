"""`neuron-tui journal`: what a player may do with the journal's file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from neuron_tui.cli.completion import players
from neuron_tui.cli.journal.importing import import_
from neuron_tui.cli.journal.opened import known_player, the_journal, words_of
from neuron_tui.cli.journal.players import merge, rename
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.new_file import write_new
from neuron_tui.puzzle.text import plural


@click.group("journal", invoke_without_command=True)
@click.pass_context
def journal_commands(context: click.Context) -> None:
    """Copy the journal, move it to another computer, or give players other names.

    The journal is one file that holds every answer; `neuron-tui where` shows where it is.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@journal_commands.command("copy")
@click.argument("file", type=click.Path(path_type=Path))
def copy(file: Path) -> None:
    """Copy the journal to FILE, even while a game is running.

    FILE must be new. It is an SQLite file, like the journal itself.
    """
    if str(file) == "-":
        raise MistakeError("a copy is no text for standard output; name a file")
    with the_journal() as journal:
        journal.copy(file)
    click.echo(file)


@journal_commands.command("export")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--player", metavar="NAME", shell_complete=players, help="Only what is this player's.")
@click.option("--pseudonym", is_flag=True, help="Write made-up names, the same ones each time.")
def export(file: Path, player: str | None, pseudonym: bool) -> None:
    """Write all that is kept to FILE, one line of JSON each.

    FILE must be new; `-` is standard output. `neuron-tui journal import` reads it on another computer.
    Made-up names stay the same as long as nothing older is imported, and no name can be worked out from them.
    """
    from neuron_tui.game.journal.exchange import exported

    with the_journal() as journal:
        if player is not None:
            player = known_player(journal, player)
        lines = exported(journal, player, pseudonym=pseudonym)
    text = "".join(f"{line}\n" for line in lines)
    if str(file) == "-":
        _print(text)
        return
    write_new(file, text)
    click.echo(f"{plural(len(lines) - 1, 'line')} in {file}")


def _print(text: str) -> None:
    """Write to standard output, to its end. A reader that leaves early goes through as BrokenPipeError."""
    if sys.stdout is None:
        raise MistakeError("standard output is closed; name a file")
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise MistakeError(f"standard output can't be written ({words_of(problem)})") from problem


for command in (import_, rename, merge):
    journal_commands.add_command(command)
