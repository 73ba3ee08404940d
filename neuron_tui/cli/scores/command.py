"""`neuron-tui scores`: the figures of the journal's players, as a table, as JSON or as CSV."""

from __future__ import annotations

import json

import click

from neuron_tui.cli.journal.opened import the_journal
from neuron_tui.cli.options import given_player, player_option, puzzles_option


@click.command()
@player_option("Only this player, and what the figures mean.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a row for each player and puzzle.")
@click.option("--answers", is_flag=True, help="With --csv: a row for each answer, practice included.")
@puzzles_option
@click.pass_context
def scores(context: click.Context, as_json: bool, as_csv: bool, answers: bool) -> None:
    """Show how the players compare with the neuron.

    Only first answers count; later ones are practice. `foreseen` are the points for saying what the neuron
    will say: the other figures leave them out. A Brier score is the mean squared error of the predictions:
    0 is best, and always saying 0.5 gives 0.25. In a CSV, texts that begin with = + - or @ get an apostrophe,
    so that no spreadsheet runs them as a formula.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two ways to print the same figures; choose one")
    if answers and not as_csv:
        raise click.UsageError("--answers are printed as a table for other programs; add --csv")
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.scores.report import answers_as_csv, as_text, players_of
    from neuron_tui.game.scoreboard.export import as_csv as export_csv
    from neuron_tui.game.scoreboard.export import report

    folders = folders_in_use(context.obj)
    if answers:
        click.echo(answers_as_csv(given_player(context), folders), nl=False)
        return
    with the_journal() as journal:
        players = players_of(journal, given_player(context), folders)
    if as_json:
        click.echo(json.dumps(report(players), indent=2))
    elif as_csv:
        click.echo(export_csv(players), nl=False)
    else:
        click.echo(as_text(players, folders))
