"""The journal as commands use it, the players in it, and asking before something is changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.puzzle.text import clip, plural

if TYPE_CHECKING:
    from neuron_tui.game.journal.journal import Journal

MAX_NAMES = 12
"""How many players a mistake names."""
PATIENT = 60.0
"""Seconds that what changes many answers waits for another one that does."""


@contextmanager
def the_journal(patience: float | None = None) -> Iterator[Journal]:
    """The player's journal; its faults become mistakes, and a notice goes to standard error.

    `patience`: seconds to wait for another program that holds it, where it is not as long as usual.
    """
    from neuron_tui.folders import journal as its_path
    from neuron_tui.game.journal.journal import PATIENCE, Journal, JournalError

    journal = Journal(its_path(), patience=PATIENCE if patience is None else patience)
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


def all_of(journal: Journal, player: str) -> str:
    """All that is kept of a player: 3 answers, 1 race and 2 rounds."""
    counts = {
        "answer": journal.answered().get(player, 0),
        "race": len(journal.races(player)),
        "task": len(journal.tasks(player)),
        "round": len(journal.rounds(player)),
    }
    *told, last = (plural(n, thing) for thing, n in counts.items() if n or thing in ("answer", "race"))
    return f"{', '.join(told)} and {last}"


def confirmed(question: str) -> bool:
    """What the player answers. Raises MistakeError where nobody is there to be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise MistakeError("nobody is there to be asked, and nothing was changed; add --yes to do it unasked")
    return click.confirm(question)


def words_of(problem: OSError) -> str:
    """Why a file can't be read or written, after a name and a bracket."""
    return (problem.strerror or str(problem)).lower()
