"""`neuron-tui journal import`: what others exported, file by file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from neuron_tui.cli.completion import players
from neuron_tui.cli.journal.opened import PATIENT, the_journal, words_of
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import a_name
from neuron_tui.puzzle.text import clean, clip, plural, some

if TYPE_CHECKING:
    from neuron_tui.game.journal.exchange import Imported

MOST_NAMED = 3
"""How many players of a file are named."""


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)
@click.option("--player", metavar="NAME", shell_complete=players, help="Import it all as this player's.")
@click.option("--prefix", metavar="TEXT", default="", help="Put this before every name, such as 7b-.")
@click.option("--merge", is_flag=True, help="Players of the same name are the same person.")
def import_(files: tuple[Path, ...], player: str | None, prefix: str, merge: bool) -> None:
    """Import what `neuron-tui journal export` wrote to each FILE.

    What the journal already holds is skipped, so importing twice is safe. A file that can't be imported does
    not hinder the others. `-` is standard input.
    """
    name = None if player is None else a_name(player)
    before = clean(prefix).lstrip()
    failed, brought = [], False
    for file in files:
        try:
            done = _import(file, name, before, merge=merge or (name is not None and brought))
        except MistakeError as problem:
            if len(files) == 1:
                raise
            failed.append(file)
            click.echo(clean(f"{file}: {problem}"), err=True)
            continue
        brought = True
        where = f"{clean(str(file))}: " if len(files) > 1 else ""
        whose = f"{some([clip(each) for each in dict.fromkeys(done.names.values())], MOST_NAMED)}: "
        click.echo(f"{where}{whose if where and done.names else ''}{_counted(done)}")
        for sentence in _about_names(done, name, before):
            click.echo(f"{where}{sentence}")
    if failed:
        raise MistakeError(f"{len(failed)} of {plural(len(files), 'file')} could not be imported")


def _import(file: Path, player: str | None, prefix: str, *, merge: bool) -> Imported:
    """Import one file, whole or not at all, once no other import goes on. Raises MistakeError."""
    from neuron_tui.game.journal.exchange import import_from

    with the_journal(PATIENT) as journal:
        try:
            with _to_read(file) as opened:
                return import_from(journal, opened, player, prefix=prefix, merge=merge)
        except OSError as problem:
            raise MistakeError(f"{file} can't be read ({words_of(problem)})") from problem


def _counted(done: Imported) -> str:
    """How much was new: 12 answers, 1 race new; 3 lines known already."""
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
    return f"{', '.join(new)} new{known}."


def _about_names(done: Imported, player: str | None, prefix: str) -> Iterator[str]:
    """Who is called otherwise here than was to be expected, and which names are nearly the same."""
    from neuron_tui.game.journal.names import known_as

    for there, here in done.names.items():
        if here not in (there, prefix + (player or there)):
            yield f"`{clip(there)}` is `{clip(here)}` here."
    for one, other in combinations(dict.fromkeys(done.names.values()), 2):
        if known_as(one, [other]):
            yield (
                f"`{clip(one)}` and `{clip(other)}` differ in capitals only; "
                "`neuron-tui journal merge` makes one player of two."
            )


def _to_read(path: Path) -> AbstractContextManager[BinaryIO]:
    """A file to read, or standard input."""
    if str(path) != "-":
        return path.open("rb")
    if sys.stdin is None:
        raise MistakeError("standard input is closed; name a file")
    return nullcontext(sys.stdin.buffer)
