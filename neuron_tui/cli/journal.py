"""`neuron-tui forget` and `neuron-tui journal`: what a player may do with the journal's file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from neuron_tui.cli.completion import players
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import a_name
from neuron_tui.puzzle.text import clean, clip, plural

if TYPE_CHECKING:
    from neuron_tui.game.journal.journal import Journal

MAX_NAMES = 12
"""How many players a mistake names."""

_FILE = click.Path(path_type=Path, allow_dash=True)


@click.command()
@click.argument("player", shell_complete=players)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(player: str, yes: bool) -> None:
    """Remove all that is kept of PLAYER from the journal.

    The only way back is a file that `neuron-tui journal export` wrote before.
    """
    with the_journal() as journal:
        player = known_player(journal, player)
        all_of_it = _all_of(journal, player)
        if not yes and not confirmed(f"Forget {all_of_it} of {clean(player)} for good?"):
            click.echo("Nothing was forgotten.")
            return
        journal.forget(player)
        click.echo(f"{all_of_it} of {clean(player)} are forgotten.")


def _all_of(journal: Journal, player: str) -> str:
    """All that is kept of a player: 3 answers, 1 race and 2 rounds."""
    counts = {
        "answer": journal.answered().get(player, 0),
        "race": len(journal.races(player)),
        "task": len(journal.tasks(player)),
        "round": len(journal.rounds(player)),
    }
    *told, last = (plural(n, thing) for thing, n in counts.items() if n or thing in ("answer", "race"))
    return f"{', '.join(told)} and {last}"


@click.group("journal", invoke_without_command=True)
@click.pass_context
def journal_commands(context: click.Context) -> None:
    """Copy the journal, or move it to another computer.

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
@click.argument("file", type=_FILE)
@click.option("--player", metavar="NAME", shell_complete=players, help="Only what is this player's.")
def export(file: Path, player: str | None) -> None:
    """Write all that is kept to FILE, one line of JSON each.

    FILE must be new; `-` is standard output. `neuron-tui journal import` reads it on another computer.
    """
    from neuron_tui.game.files.saving import reason, save
    from neuron_tui.game.journal.exchange import exported

    with the_journal() as journal:
        if player is not None:
            player = known_player(journal, player)
        lines = exported(journal, player)
    text = "".join(f"{line}\n" for line in lines)
    if str(file) == "-":
        _print(text)
        return
    try:
        save(file, text)
    except (FileExistsError, IsADirectoryError) as problem:
        raise MistakeError(f"{file} is there already; choose another name") from problem
    except OSError as problem:
        raise MistakeError(f"{file} can't be written ({reason(problem)})") from problem
    click.echo(f"{plural(len(lines) - 1, 'line')} in {file}")


@journal_commands.command("import")
@click.argument("file", type=_FILE)
@click.option("--player", metavar="NAME", shell_complete=players, help="Import it all as this player's.")
@click.option("--merge", is_flag=True, help="Players of the same name are the same person.")
def import_(file: Path, player: str | None, merge: bool) -> None:
    """Import what `neuron-tui journal export` wrote to FILE.

    What the journal already holds is skipped, so importing twice is safe. `-` is standard input.
    """
    name = None if player is None else a_name(player)
    from neuron_tui.game.journal.exchange import import_from

    with the_journal() as journal:
        try:
            with _to_read(file) as opened:
                done = import_from(journal, opened, name, merge=merge)
        except OSError as problem:
            raise MistakeError(f"{file} can't be read ({_words(problem)})") from problem
    new = [
        plural(count, thing)
        for count, thing in (
            (done.answers, "answer"),
            (done.races, "race"),
            (done.trials, "trial"),
            (done.tasks, "task"),
            (done.rounds, "round"),
        )
        if count or thing == "answer"
    ]
    known = f"; {plural(done.known, 'line')} known already" if done.known else ""
    click.echo(f"{', '.join(new)} new{known}.")


@contextmanager
def the_journal() -> Iterator[Journal]:
    """The player's journal; its faults become mistakes, and a notice goes to standard error."""
    from neuron_tui.folders import journal as its_path
    from neuron_tui.game.journal.journal import Journal, JournalError

    journal = Journal(its_path())
    try:
        yield journal
    except JournalError as problem:
        notice = journal.notice().rstrip(".")
        raise MistakeError(f"{notice}; {problem}" if notice else str(problem)) from problem
    if notice := journal.notice():
        click.echo(notice, err=True)


def known_player(journal: Journal, player: str) -> str:
    """The player of this name, as the journal writes it. Raises MistakeError where there is none."""
    from neuron_tui.game.journal.fields import stored
    from neuron_tui.game.journal.names import known_as

    there = journal.players()
    if not there:
        raise MistakeError("the journal is empty; play a puzzle first")
    known = known_as(stored(player), there)
    if known is None:
        names = ", ".join(f"`{clip(name)}`" for name in there[:MAX_NAMES])
        more = f" and {len(there) - MAX_NAMES:,} more" if len(there) > MAX_NAMES else ""
        raise MistakeError(f"`{clip(player)}` is nobody in the journal; those there are: {names}{more}")
    return known


def confirmed(question: str) -> bool:
    """What the player answers. Raises MistakeError where nobody is there to be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise MistakeError("nobody is there to be asked, and nothing was removed; add --yes to do it unasked")
    return click.confirm(question)


def _words(problem: OSError) -> str:
    return (problem.strerror or str(problem)).lower()


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
        raise MistakeError(f"standard output can't be written ({_words(problem)})") from problem


def _to_read(path: Path) -> AbstractContextManager[BinaryIO]:
    """A file to read, or standard input."""
    if str(path) != "-":
        return path.open("rb")
    if sys.stdin is None:
        raise MistakeError("standard input is closed; name a file")
    return nullcontext(sys.stdin.buffer)
