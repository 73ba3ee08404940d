"""`neuron-tui race --export`: the trials of all races as a table."""

from __future__ import annotations

from collections.abc import Sequence

import click

from neuron_tui.cli.journal.opened import known_player, the_journal
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.files.saving import path_of, reason, save
from neuron_tui.game.journal.fields import stored
from neuron_tui.game.journal.kept import Races
from neuron_tui.game.race.kinds import Kind, kind_of, outputs_of
from neuron_tui.game.race.records import table_of
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.text import plural


def write_trials(target: str, player: str | None, folders: Sequence[Folder]) -> None:
    """Write the trials of all races, or of one player's, as CSV; `-` is standard output.

    The puzzles in the folders tell the kinds of pattern. Raises MistakeError where the journal can't be read
    or does not know the player, and where the file can't be written or is there already.
    """
    with the_journal() as journal:
        if player is not None:
            player = known_player(journal, player)
        races = journal.races(player)
    table = table_of(races, _kinds(races, folders))
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
    click.echo(f"{plural(trials, 'trial')} of {plural(len(races), 'race')} written to {path}.")


def _kinds(races: Races, folders: Sequence[Folder]) -> dict[str, Kind]:
    """The kinds of the puzzles that were raced and whose files are there under their ids, by content."""
    raced = {race.puzzle for race, _ in races}
    kinds: dict[str, Kind] = {}
    for entry in scan(folders).entries if raced else ():
        puzzle = entry.read().puzzle if stored(entry.id) in raced else None
        if puzzle and (outputs := outputs_of(puzzle)) and (kind := kind_of(outputs)):
            kinds[content_of(puzzle)] = kind
    return kinds
