"""`neuron-tui race`: race the neuron, let it race alone, or write down your trials."""

from __future__ import annotations

import click

from neuron_tui.cli.completion import puzzles
from neuron_tui.cli.looks import looks_options
from neuron_tui.cli.options import ask_option, given_player, player_option, puzzles_option
from neuron_tui.cli.plain import plain_option

RUNS = 100


@click.command()
@click.argument("puzzle", required=False, shell_complete=puzzles)
@click.option("--neuron-only", is_flag=True, help="Let neurons race without you, and print their errors.")
@click.option("--runs", type=int, metavar="N", help=f"How many neurons, {RUNS} by default.")
@click.option("--seed", type=int, metavar="N", help="Seed of the order and the start weights.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in full precision.")
@click.option(
    "--export", metavar="FILE.csv", help="Write all trials to a new file, or to standard output (`-`)."
)
@player_option("Who races, or whose trials to write.")
@ask_option
@looks_options
@plain_option
@puzzles_option
@click.pass_context
def race(
    context: click.Context,
    puzzle: str | None,
    neuron_only: bool,
    runs: int | None,
    seed: int | None,
    as_json: bool,
    export: str | None,
) -> None:
    """Race the neuron on PUZZLE, figure by figure.

    PUZZLE is an id, a part of an id that only one puzzle has, or a file; it must give an output for all eight
    rows of three inputs. --export writes the trials of all races, or of one player's, as CSV. Names there
    that begin with = + - or @ get an apostrophe, so that no spreadsheet runs them as a formula.
    """
    if export is not None:
        if puzzle is not None or neuron_only or as_json or runs is not None or seed is not None:
            raise click.UsageError(
                "--export writes the trials of all races; give it --player, or nothing else"
            )
        from neuron_tui.cli.choosing import folders_in_use
        from neuron_tui.cli.race.export import write_trials

        write_trials(export, given_player(context), folders_in_use(context.obj))
        return
    if puzzle is None:
        raise click.UsageError("Missing argument 'PUZZLE'")
    if not neuron_only and (as_json or runs is not None):
        raise click.UsageError("--runs and --json are for neurons alone; add --neuron-only")
    from neuron_tui.cli.choosing import choose, folders_in_use, seed_within

    folders = folders_in_use(context.obj)
    entry = choose(puzzle, folders)
    if neuron_only:
        from neuron_tui.cli.race.report import report_on

        report = report_on(entry, RUNS if runs is None else runs, seed)
        click.echo(report.as_json() if as_json else report.as_table())
        return
    from neuron_tui.cli.opening import open_game
    from neuron_tui.cli.race.report import outputs_in

    outputs_in(entry)
    seed = seed if seed is None else seed_within(seed)
    open_game(context, folders, entry, "race", seed, instead="with --neuron-only neurons race without one")
