"""`neuron-tui glossary`: the terms of the field, one sentence each."""

from __future__ import annotations

import json
import shutil
import textwrap

import click

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import puzzles_option

WIDEST = 100
"""Longer lines are hard to read."""
INDENT = "    "


@click.command()
@click.argument("word", required=False, default="")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@puzzles_option
@click.pass_context
def glossary(context: click.Context, word: str, as_json: bool) -> None:
    """Explain the terms of the field, or only those that match WORD."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.game.course.glossary import glossary_of, titles_of
    from neuron_tui.puzzle.library.library import scan
    from neuron_tui.puzzle.text import clip

    library = scan(folders_in_use(context.obj))
    known = glossary_of(library)
    terms = known.fitting(word)
    if not terms:
        raise MistakeError(f"no term fits `{clip(word)}`; see all with `neuron-tui glossary`")
    if as_json:
        objects = [
            {
                "term": term.name,
                "meaning": term.meaning,
                "forms": term.forms,
                "also": term.also,
                "article": term.article or None,
                "explained": term.explained or None,
            }
            for term in terms
        ]
        click.echo(json.dumps(objects))
        return
    titles, width = titles_of(known, library), min(shutil.get_terminal_size().columns, WIDEST)
    for term in terms:
        place = f'See "{titles[term.name]}".' if term.name in titles else ""
        said = " ".join(filter(None, (term.meaning, term.elsewhere, place)))
        click.echo(term.name)
        click.echo(textwrap.fill(said, width, initial_indent=INDENT, subsequent_indent=INDENT))
