"""`neuron-tui race`: race the neuron, let it race alone, or write down your trials."""

from __future__ import annotations

import click

from neuron_tui.cli.options import given_player, player_option, puzzles_option

RUNS = 100


@click.command()
@click.argument("puzzle", required=False)
@click.option("--neuron-only", is_flag=True, help="Let neurons race alone, and print their errors.")
@click.option("--runs", type=int, metavar="N", help=f"So many neurons, {RUNS} where it is left out.")
@click.option("--seed", type=int, metavar="N", help="Where the order and the start weights come from.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in full precision.")
@click.option(
    "--export", metavar="FILE.csv", help="Write all trials to a new file, or to standard output with `-`."
)
@player_option("Whose race it is, or whose trials are written.")
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

    PUZZLE is an id, a part of an id that fits one puzzle, or a file; it must tell all eight rows of three
    inputs. With --export, the trials of all races are written as CSV, of everybody or of one player; a name
    that begins with = + - or @ has an apostrophe before it there, so that no spreadsheet takes it for a
    formula.
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
    from neuron_tui.cli.choosing import choose, folders_in_use

    folders = folders_in_use(context.obj)
    entry = choose(puzzle, folders)
    if neuron_only:
        from neuron_tui.cli.race.report import report_on

        report = report_on(entry, RUNS if runs is None else runs, seed)
        click.echo(report.as_json() if as_json else report.as_table())
        return
    from neuron_tui.cli.opening import open_game
    from neuron_tui.cli.race.report import outputs_in, seed_within

    outputs_in(entry)
    seed = seed if seed is None else seed_within(seed)
    open_game(context, folders, entry, "race", seed, instead="with --neuron-only neurons race without one")
