"""`neuron-tui race --export`: the trials of all races as a table."""

from __future__ import annotations

import click

from neuron_tui.cli.columns import counted
from neuron_tui.cli.journal_commands import the_journal, unknown
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.race.export import table_of
from neuron_tui.game.saving import path_of, reason, save


def write_trials(target: str, player: str | None) -> None:
    """Write the trials of all races, or of one player's, as CSV; `-` is standard output.

    Raises MistakeError where the journal can't be read or does not know the player, and where the file can't
    be written or is there already.
    """
    with the_journal() as journal:
        if player is not None and stored(player) not in (there := journal.players()):
            raise MistakeError(unknown(player, there))
        races = journal.races(player)
    table = table_of(races)
    if target == "-":
        click.echo(table.encode(), nl=False)
        return
    try:
        path = path_of(target)
        save(path, table)
    except FileExistsError as problem:
        raise MistakeError(f"{target} is there already; choose another name") from problem
    except OSError as problem:
        raise MistakeError(f"{target} can't be saved: {reason(problem)}") from problem
    trials = sum(len(trials) for _, trials in races)
    click.echo(f"{counted(trials, 'trial')} of {counted(len(races), 'race')} written to {path}.")
