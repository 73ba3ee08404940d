"""What is printed: a puzzle, a chapter or a pack, by the name that was given."""

from __future__ import annotations

from collections.abc import Sequence

import click

from neuron_tui.cli.choosing import choose, puzzle_of
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.worksheet.page import Printed
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.text import clean, clip


def meant_by(text: str, folders: Sequence[Folder]) -> tuple[str, list[Printed]]:
    """The title of a pack, a chapter or a puzzle, and what is printed of it.

    Raises MistakeError where there is no such thing, or nothing in it that can be played.
    """
    library = scan(folders, text)
    chapters = [chapter for chapter in library.chapters if library.only or text in chapter.names]
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
