"""`neuron-tui print`: worksheets for paper, and their solutions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from neuron_tui.cli.completion import puzzles
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import puzzles_option
from neuron_tui.puzzle.text import plural


@click.command("print")
@click.argument("puzzle", metavar="PUZZLE|CHAPTER|PACK", shell_complete=puzzles)
@click.option("--solutions", is_flag=True, help="The solutions instead, with the neuron's numbers.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A new file to write; `-` is standard output.",
)
@puzzles_option
@click.pass_context
def print_command(context: click.Context, puzzle: str, solutions: bool, output: Path | None) -> None:
    """Print worksheets for paper, as one HTML file.

    A puzzle is named as for `play`; of a chapter or a pack, each puzzle has a page. Open the file in a
    browser and print it there, on A4 or Letter. With --solutions it has what is right, the rule and the
    neuron's weights, sums and answers.
    """
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        raise MistakeError("sheets are one HTML file; name it with --output, such as --output sheets.html")
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.new_file import write_new
    from neuron_tui.cli.print.meant import meant_by
    from neuron_tui.game.worksheet.sheet import worksheets
    from neuron_tui.game.worksheet.solution import solutions as solved

    title, printed = meant_by(puzzle, folders_in_use(context.obj))
    text = solved(f"{title}: solutions", printed) if solutions else worksheets(title, printed)
    if output is None or str(output) == "-":
        click.echo(text.encode(), nl=False)
        return
    write_new(output, text)
    what = "solution" if solutions else "sheet"
    click.echo(f"{plural(len(printed), what)} in {output}; open it in a browser to print it.")
