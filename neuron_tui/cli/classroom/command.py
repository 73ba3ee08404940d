"""`neuron-tui class`: how a class fares, as text, as data or as a page."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import click

from neuron_tui.cli.completion import packs
from neuron_tui.cli.options import pack_called, puzzles_option

SORTS = ("name", "puzzles", "right", "points", "hints", "seconds", "surer")
DAY, A_FILE = click.DateTime(["%Y-%m-%d"]), click.Path(path_type=Path)
WIDTH = 100
"""Columns where the output is no terminal."""


@click.command("class")
@click.option("--pack", metavar="PACK", default="", shell_complete=packs, help="This pack, and all of it.")
@click.option("--chapter", metavar="CHAPTER", default="", help="This chapter, and all of it.")
@click.option("--since", metavar="DATE", type=DAY, help="Answers from this day on, such as 2026-11-30.")
@click.option("--names", metavar="FILE", type=A_FILE, help="These pupils, a name on each line.")
@click.option("--sort", type=click.Choice(SORTS), default="name", help="By what pupils are sorted.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a row for each pupil.")
@click.option("--html", metavar="FILE", type=A_FILE, help="Write a page to a new file.")
@puzzles_option
@click.pass_context
def class_command(
    context: click.Context,
    pack: str,
    chapter: str,
    since: datetime | None,
    names: Path | None,
    sort: str,
    as_json: bool,
    as_csv: bool,
    html: Path | None,
) -> None:
    """Show how a class fares: pupil by puzzle, who has not begun, and what nobody knew.

    Pupils are the players in the journal; `neuron-tui journal import` brings in what they exported. The page
    is one file without scripts, to print or to pass on; `-` is standard output.
    """
    if as_json + as_csv + (html is not None) > 1:
        raise click.UsageError("--json, --csv and --html are three ways to tell the same; choose one")
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.classroom.gathering import gather, names_in
    from neuron_tui.game.classroom.export import as_csv as export_csv
    from neuron_tui.game.classroom.export import report

    folders = folders_in_use(context.obj)
    wanted = None if names is None else names_in(names)
    room = gather(folders, pack_called(pack, folders), chapter, since, wanted).sorted_by(sort)
    day = since.date() if since else None
    if as_json:
        click.echo(json.dumps(report(room), indent=2))
    elif as_csv:
        click.echo(export_csv(room), nl=False)
    elif html is not None:
        from neuron_tui.cli.new_file import write_new
        from neuron_tui.game.classroom.page import TITLE, page

        text = page(TITLE, room, day)
        if str(html) == "-":
            click.echo(text.encode(), nl=False)
        else:
            write_new(html, text)
            click.echo(f"{html}; open it in a browser.")
    else:
        from neuron_tui.cli.classroom.report import as_text

        click.echo(as_text(room, day, shutil.get_terminal_size((WIDTH, 24)).columns))
