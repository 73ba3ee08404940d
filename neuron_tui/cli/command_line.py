"""The commands and their options. Each imports what it needs when it runs, so that `--help` is quick."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from neuron_tui import __version__
from neuron_tui.cli.arcade.command import arcade
from neuron_tui.cli.atlas import atlas
from neuron_tui.cli.check.command import check
from neuron_tui.cli.classroom.command import class_command
from neuron_tui.cli.completion import completion, puzzles
from neuron_tui.cli.doctor.command import doctor
from neuron_tui.cli.glossary import glossary
from neuron_tui.cli.help import help_command
from neuron_tui.cli.journal.command import journal_commands
from neuron_tui.cli.journal.players import forget
from neuron_tui.cli.looks import looks_options
from neuron_tui.cli.mistake import exit_code_of
from neuron_tui.cli.new.command import new
from neuron_tui.cli.options import (
    Settings,
    ask_option,
    only_option,
    only_pack,
    player_option,
    puzzles_option,
    settings_options,
)
from neuron_tui.cli.pack import pack_commands
from neuron_tui.cli.plain import plain_option
from neuron_tui.cli.print.command import print_command
from neuron_tui.cli.race.command import race
from neuron_tui.cli.scores.command import scores
from neuron_tui.cli.serve.command import serve, visit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default the process's own arguments) and give its exit code.

    0 success, 1 a mistake or an error found, 2 wrong usage, 130 ended by Ctrl+C. Never raises.
    """
    gc.disable()  # what is loaded for home stays, and to look through it again and again delays home
    try:
        return exit_code_of(
            lambda: commands.main(args=arguments, prog_name="neuron-tui", standalone_mode=False)
        )
    finally:
        gc.enable()


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="neuron-tui %(version)s")
@puzzles_option
@only_option
@player_option("Who plays; your user name by default.")
@ask_option
@looks_options
@plain_option
@click.pass_context
def commands(context: click.Context) -> None:
    """You and one neuron guess the same pattern.

    Without a command, the game opens. All your own files are in one folder; set NEURON_TUI_HOME to move it,
    and NEURON_TUI_PUZZLES to add folders of puzzles. NEURON_TUI_PLAYER says who plays, as --player does.
    """
    context.color = False if os.environ.get("NO_COLOR") else None  # None: where there is a terminal
    if context.invoked_subcommand is None:
        context.invoke(play)
    else:
        gc.enable()


@commands.command()
@click.argument("puzzle", required=False, shell_complete=puzzles)
@click.option("--watch", is_flag=True, help="Play its file anew whenever it changes, until a guess stands.")
@puzzles_option
@only_option
@player_option("Who plays; your user name by default.")
@ask_option
@looks_options
@plain_option
@click.pass_context
def play(context: click.Context, puzzle: str | None = None, *, watch: bool = False) -> None:
    """Open the game, or PUZZLE straight away.

    PUZZLE is an id, a part of an id that only one puzzle has, a file, or a code that a friend sent.
    """
    from neuron_tui.cli.choosing import choose, folders_in_use, puzzle_of
    from neuron_tui.cli.opening import open_game

    folders = folders_in_use(context.obj)
    start = None if puzzle is None else choose(puzzle, folders)
    if start is not None:
        puzzle_of(start)
    open_game(context, folders, start, follow=watch)


@commands.command()
@click.argument("puzzle", shell_complete=puzzles)
@settings_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in full precision.")
@puzzles_option
@click.pass_context
def train(context: click.Context, puzzle: str, as_json: bool, **settings: Unpack[Settings]) -> None:
    """Train PUZZLE without a screen.

    PUZZLE is an id, a part of an id that only one puzzle has, or a file. Prints the weights and the neuron's
    answers to the examples and questions. Options override the puzzle's own settings.
    """
    from neuron_tui.cli.choosing import choose, folders_in_use, puzzle_of
    from neuron_tui.cli.train import report_on, settings_with

    entry = choose(puzzle, folders_in_use(context.obj))
    chosen = puzzle_of(entry)
    report = report_on(entry.id, chosen, settings_with(chosen, **settings))
    click.echo(report.as_json() if as_json else report.as_table())


@commands.command()
@click.argument("puzzle", shell_complete=puzzles)
@settings_options
@puzzles_option
@click.pass_context
def code(context: click.Context, puzzle: str, **settings: Unpack[Settings]) -> None:
    """Print PUZZLE's training as a Python program.

    PUZZLE is an id, a part of an id that only one puzzle has, or a file. The program needs only numpy and
    gives the same answers as the game's neuron: run it with `neuron-tui code PUZZLE | python -`. Options
    override the puzzle's own settings.
    """
    from neuron_tui.cli.choosing import choose, folders_in_use, puzzle_of
    from neuron_tui.cli.train import settings_with
    from neuron_tui.game.program.program import program_of

    chosen = puzzle_of(choose(puzzle, folders_in_use(context.obj)))
    program = program_of(chosen, settings_with(chosen, **settings))
    click.echo(program.text.encode(), nl=False)  # whatever the terminal writes: Python reads UTF-8


@commands.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@puzzles_option
@only_option
@click.pass_context
def list_puzzles(context: click.Context, as_json: bool) -> None:
    """List all chapters and puzzles."""
    from neuron_tui.cli import listing
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.puzzle.library.library import scan
    from neuron_tui.puzzle.text import clean

    folders = folders_in_use(context.obj)
    library = scan(folders, only_pack(context, folders))
    click.echo(listing.as_json(library) if as_json else listing.as_columns(library))
    for path, fault in library.passed_over:
        click.echo(fault.describe(clean(str(path))), err=True)


@commands.command()
@click.argument("puzzle", shell_complete=puzzles)
@puzzles_option
@click.pass_context
def share(context: click.Context, puzzle: str) -> None:
    """Print PUZZLE as a short code, for `neuron-tui play CODE`.

    PUZZLE is an id, a part of an id that only one puzzle has, or a file.
    """
    from neuron_tui.cli.choosing import choose, folders_in_use, puzzle_of
    from neuron_tui.puzzle.file.code import code_of

    click.echo(code_of(puzzle_of(choose(puzzle, folders_in_use(context.obj)))))


@commands.command()
@puzzles_option
@click.pass_context
def where(context: click.Context) -> None:
    """Show the folders in use, and the journal's file."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.columns import aligned
    from neuron_tui.folders import home, journal, settings_file

    rows = [("your files", home())]
    labels = {"given": "given puzzles", "own": "your puzzles", "bundled": "bundled puzzles"}
    rows += [(labels[folder.source], folder.path) for folder in folders_in_use(context.obj)]
    lines = [[label, f"{path}{_absence(path)}"] for label, path in rows]
    files = {"settings": settings_file(), "journal": journal()}
    lines += [[label, f"{path}{_absence(path, a_file=True)}"] for label, path in files.items()]
    click.echo("\n".join(aligned(lines)))


def _absence(path: Path, a_file: bool = False) -> str:
    if path.is_file() if a_file else path.is_dir():
        return ""
    if not path.exists():
        return " (not there yet)"
    what = "a folder" if path.is_dir() else "a file" if path.is_file() else "something else"
    return f" ({what} stands there; move it away)"


for command in (
    check,
    doctor,
    forget,
    journal_commands,
    new,
    pack_commands,
    print_command,
    scores,
    class_command,
    race,
    arcade,
    atlas,
    glossary,
    help_command,
    completion,
    serve,
    visit,
):
    commands.add_command(command)
