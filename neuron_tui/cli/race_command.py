"""`neuron-tui race`: race the neuron, let it race alone, or write down your trials."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import puzzles_option

if TYPE_CHECKING:
    from neuron_tui.puzzle.entry import Entry
    from neuron_tui.puzzle.library import Folder

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
@click.option("--player", metavar="NAME", help="Whose race it is, or whose trials are written.")
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
    player: str | None,
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
        from neuron_tui.cli.race_export import write_trials

        write_trials(export, player)
        return
    if puzzle is None:
        raise click.UsageError("Missing argument 'PUZZLE'")
    if not neuron_only and (as_json or runs is not None):
        raise click.UsageError("--runs and --json are for neurons alone; add --neuron-only")
    from neuron_tui.cli.choosing import choose, folders_in_use

    folders = folders_in_use(context.obj)
    entry = choose(puzzle, folders)
    if neuron_only:
        from neuron_tui.cli.race_report import report_on

        report = report_on(entry, RUNS if runs is None else runs, seed)
        click.echo(report.as_json() if as_json else report.as_table())
        return
    play_race(context, entry, folders, seed, player)


def play_race(
    context: click.Context, entry: Entry, folders: list[Folder], seed: int | None, player: str | None
) -> None:
    """Open the game at this race. A race that is left leads home."""
    import secrets
    import sys
    from getpass import getuser

    from neuron_tui.cli.race_report import outputs_in, seed_within
    from neuron_tui.puzzle.puzzle import MAX_SEED

    outputs_in(entry)
    seed = seed if seed is None else seed_within(seed)
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise MistakeError("a race needs a terminal; with --neuron-only neurons race without one")
    from neuron_tui.app import NeuronApp
    from neuron_tui.folders import journal
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.screens import home
    from neuron_tui.screens.race import RaceScreen

    keeper = Keeper(journal(), player or getuser())
    puzzle, puzzle_id = entry.puzzle, entry.id

    class RaceApp(NeuronApp):
        """The game, with a race on home."""

        CSS_PATH = str(Path(home.__file__).with_suffix(".tcss"))  # else it is looked for beside this file

        def on_ready(self) -> None:
            if puzzle is not None:
                draw = (lambda: secrets.randbelow(MAX_SEED + 1)) if seed is None else (lambda: seed)
                self.push_screen(RaceScreen(puzzle, puzzle_id, keeper, draw))

    app = RaceApp(folders)
    app.run()
    if lost := keeper.close():
        click.echo(lost, err=True)
    context.exit(app.return_code or 0)
