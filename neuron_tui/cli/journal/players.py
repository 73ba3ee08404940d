"""`neuron-tui forget`, `journal rename` and `journal merge`: what is kept of players, under which names."""

from __future__ import annotations

import click

from neuron_tui.cli.completion import players
from neuron_tui.cli.journal.opened import PATIENT, all_of, confirmed, known_player, the_journal
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import a_name
from neuron_tui.cli.serve.visitors import forget_visitor
from neuron_tui.puzzle.text import clean, some

MOST_NAMED = 8


@click.command()
@click.argument("player", shell_complete=players)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(player: str, yes: bool) -> None:
    """Remove all that is kept of PLAYER from the journal, and what PLAYER made in a browser.

    The only way back is a file that `neuron-tui journal export` wrote before.
    """
    with the_journal() as journal:
        player = known_player(journal, player)
        all_of_it = all_of(journal, player)
        if not yes and not confirmed(f"Forget {all_of_it} of {clean(player)} for good?"):
            click.echo("Nothing was forgotten.")
            return
        journal.forget(player)
        forget_visitor(player)
        click.echo(f"{all_of_it} of {clean(player)} are forgotten.")


@click.command()
@click.argument("old", shell_complete=players)
@click.argument("new")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def rename(old: str, new: str, yes: bool) -> None:
    """Call the player OLD from now on NEW.

    A newer file of the same person's that is imported later goes to NEW as well.
    """
    new = a_name(new, "NEW")
    with the_journal(PATIENT) as journal:
        old = known_player(journal, old)
        if new == old:
            raise MistakeError(f"`{clean(old)}` has this name already; give another one")
        if not yes and not confirmed(f"Rename {clean(old)} ({all_of(journal, old)}) to {new}?"):
            click.echo("Nothing was changed.")
            return
        journal.rename(old, new)
        click.echo(f"{clean(old)} is {new} from now on: {all_of(journal, new)}.")


@click.command()
@click.argument("player", nargs=-1, required=True, shell_complete=players)
@click.argument("into", shell_complete=players)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def merge(player: tuple[str, ...], into: str, yes: bool) -> None:
    """Make one player of several: all that is PLAYER's becomes INTO's.

    Of several answers to a question the first one counts. There is no way back; `neuron-tui journal copy`
    keeps all as it is now.
    """
    with the_journal(PATIENT) as journal:
        target = known_player(journal, into)
        known = (known_player(journal, name) for name in player)
        names = [name for name in dict.fromkeys(known) if name != target]
        if not names:
            raise MistakeError(f"`{clean(target)}` alone can't be merged; name two players")
        who = some([clean(name) for name in names], MOST_NAMED)
        parts = some([f"{clean(name)} ({all_of(journal, name)})" for name in names], MOST_NAMED)
        if not yes and not confirmed(f"Make all of {parts} {clean(target)}'s for good?"):
            click.echo("Nothing was changed.")
            return
        journal.merge(names, target)
        click.echo(f"All of {who} is {clean(target)}'s now: {all_of(journal, target)}.")
