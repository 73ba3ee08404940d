"""`neuron-tui print`: worksheets for paper, and their solutions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from neuron_tui.cli.choosing import choose, folders_in_use, puzzle_of
from neuron_tui.cli.completion import puzzles
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.new_file import write_new
from neuron_tui.cli.options import puzzles_option
from neuron_tui.game.worksheet.page import Printed
from neuron_tui.puzzle.library.library import Chapter, Folder, scan
from neuron_tui.puzzle.text import clean, clip, plural


@click.command("print")
@click.argument("puzzle", metavar="PUZZLE|CHAPTER|PACK", shell_complete=puzzles)
@click.option("--solutions", is_flag=True, help="The solutions instead, with the neuron's numbers.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="A new file to write.")
@puzzles_option
@click.pass_context
def print_command(context: click.Context, puzzle: str, solutions: bool, output: Path | None) -> None:
    """Print worksheets for paper, as one HTML file.

    A puzzle is named as for `play`; of a chapter or a pack, each puzzle has a page. Open the file in a
    browser and print it there, on A4 or Letter. With --solutions it has what is right, the rule and the
    neuron's weights, sums and answers.
    """
    from neuron_tui.game.worksheet.sheet import worksheets
    from neuron_tui.game.worksheet.solution import solutions as solved

    title, printed = _meant_by(puzzle, folders_in_use(context.obj))
    text = solved(f"{title}: solutions", printed) if solutions else worksheets(title, printed)
    if output is None or str(output) == "-":
        click.echo(text.encode(), nl=False)
        return
    write_new(output, text)
    what = "solution" if solutions else "sheet"
    click.echo(f"{plural(len(printed), what)} in {output}; open it in a browser to print it.")


def _meant_by(text: str, folders: Sequence[Folder]) -> tuple[str, list[Printed]]:
    """The title of a pack, a chapter or a puzzle, and what is printed of it.

    Raises MistakeError where there is no such thing, or nothing in it that can be played.
    """
    library = scan(folders, text)
    chapters = [chapter for chapter in library.chapters if library.only or text in _names(chapter)]
    if not chapters:
        entry = choose(text, folders)
        places = (chapter.whereabouts(entry) for chapter in library.chapters)
        puzzle = puzzle_of(entry)
        return puzzle.title, [Printed(puzzle, next(filter(None, places), ""))]
    printed = []
    for chapter in chapters:
        for entry in chapter.entries:
            read = entry.read()
            if read.playable and read.puzzle:
                printed.append(Printed(read.puzzle, chapter.whereabouts(entry)))
            else:
                click.echo(f"{clean(str(entry.path))} is left out; `neuron-tui check` says why", err=True)
    if not printed:
        raise MistakeError(f"`{clip(text)}` has no puzzle that can be played")
    return library.only.title if library.only else chapters[0].title, printed


def _names(chapter: Chapter) -> tuple[str, ...]:
    """What a chapter can be called: its id, the end of it, or its title."""
    return chapter.id, chapter.id.rpartition("/")[2], chapter.title
