"""`neuron-tui new`: a puzzle file to begin with, or one made of a table."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from neuron_tui.cli.options import puzzles_option
from neuron_tui.puzzle.puzzle import MAX_INPUTS, MAX_QUESTIONS, MAX_SEED
from neuron_tui.puzzle.task import KINDS, TaskKind

STANDARD_INPUT = Path("-")


def _read_cuts(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, float]:
    """The limit of each column, from COLUMN=NUMBER."""
    cuts = {}
    for cut in given:
        column, number = cut.rpartition("=")[::2]
        try:
            cuts[column.strip()] = float(number)
        except ValueError as problem:
            raise click.BadParameter(
                f"`{cut}` is no limit; write such as `age=40`.", param=option
            ) from problem
    return cuts


@click.command()
@click.argument("name")
@click.option("--pack", is_flag=True, help="Write a pack with this name: two chapters of short puzzles.")
@click.option("--task", type=click.Choice(KINDS), help="Give it something to do after the verdict.")
@click.option(
    "--from",
    "table",
    metavar="TABLE",
    type=click.Path(path_type=Path),
    help="Make it of a CSV file, or of -.",
)
@click.option(
    "--output", default="", metavar="COLUMN", help="The table's output, or COLUMN=WORD; else the last."
)
@click.option(
    "--cut", "cuts", metavar="COLUMN=NUMBER", multiple=True, callback=_read_cuts,
    help="An input for numbers above this; else above the middle.",
)  # fmt: skip
@click.option(
    "--inputs",
    type=click.IntRange(1, MAX_INPUTS),
    help="At most so many, the most telling; else six.",
)
@click.option(
    "--questions", type=click.IntRange(1, MAX_QUESTIONS), default=3, help="Ask at most so many rows."
)
@click.option("--seed", type=click.IntRange(0, MAX_SEED), default=1, help="By which rows are drawn.")
@puzzles_option
@click.pass_context
def new(
    context: click.Context,
    name: str,
    *,
    pack: bool,
    task: TaskKind | None,
    table: Path | None,
    output: str,
    cuts: dict[str, float],
    inputs: int | None,
    questions: int,
    seed: int,
) -> None:
    """Create a puzzle file to start from, one made of a table, or a pack.

    Its name is NAME or CHAPTER/NAME; it goes into your own puzzles, or the folder given with --puzzles. Of a
    table, each column becomes inputs that are 0 or 1, and the last one the output.
    """
    from shlex import quote

    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.new.writing import puzzle_of_table, write_new
    from neuron_tui.folders import own_puzzles
    from neuron_tui.puzzle.file.source import MAX_BYTES
    from neuron_tui.puzzle.file.template import puzzle_template
    from neuron_tui.puzzle.from_table.made import INPUTS, Wishes

    if table is not None and task is not None:
        raise click.UsageError("--task and --from do not go together; leave one of them out.")
    if pack and (table is not None or task is not None):
        raise click.UsageError("--pack goes with neither --task nor --from; leave them out.")
    folders_in_use(context.obj)
    folder = context.obj[-1] if context.obj else own_puzzles()
    if pack:
        from neuron_tui.cli.new.pack import write_pack

        path = write_pack(name, folder)
        click.echo(path)
        there = f"--puzzles {quote(str(folder))} " if context.obj else ""
        play = f"neuron-tui {there}--only {path.name}"
        click.echo(f"Edit it, then `neuron-tui check {quote(str(path))}` and `{play}`.")
        return
    text = partial(puzzle_template, kind=task)
    if table is not None:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if table == STANDARD_INPUT else table.read_bytes()
        wishes = Wishes(output, cuts, inputs or INPUTS, questions, seed)
        text = partial(puzzle_of_table, called=str(table), data=data, wishes=wishes)
    path = write_new(name, folder, text)
    click.echo(path)
    file = quote(str(path))
    click.echo(f"Edit it, then `neuron-tui check {file}` and `neuron-tui play {file}`.")
