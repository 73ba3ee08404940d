"""`neuron-tui doctor`: what is well, what is not, and what to do about it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from textwrap import TextWrapper

import click

from neuron_tui.cli.columns import aligned
from neuron_tui.cli.doctor.finding import Finding
from neuron_tui.cli.options import puzzles_option
from neuron_tui.puzzle.text import capital, plural


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@puzzles_option
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Say what is well, what is not, and what to do.

    Looks at Python, the terminal, folders, the journal and puzzles; changes nothing, and tells nothing of
    what anybody answered. The exit code is 1 where something is not well.
    """
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.doctor.computer import computer
    from neuron_tui.cli.doctor.kept import kept
    from neuron_tui.cli.doctor.terminal import terminal

    found = [*computer(os.environ), *terminal(os.environ), *kept(folders_in_use(context.obj))]
    ill = sum(finding.well is False for finding in found)
    if as_json:
        click.echo(json.dumps({"well": not ill, "found": [asdict(finding) for finding in found]}, indent=2))
    else:
        click.echo("\n".join(_lines(found, ill)))
    context.exit(1 if ill else 0)


def _lines(found: Sequence[Finding], ill: int) -> Iterator[str]:
    """Each with what to do under it, and what it comes to at the end."""
    names = {True: "well", False: "NOT WELL", None: ""}
    heads = aligned([[names[finding.well], finding.about] for finding in found])
    margin = max(map(len, heads)) + 2
    wrap = TextWrapper(
        max(shutil.get_terminal_size((100, 24)).columns, margin + 20),
        subsequent_indent=" " * margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for head, finding in zip(heads, found, strict=True):
        yield wrap.fill(f"{head:<{margin}}{finding.said}")
        if finding.do:
            yield wrap.fill(f"{'':<{margin}}{capital(finding.do)}.")
    yield ""
    yield f"{plural(ill, 'thing')} {'is' if ill == 1 else 'are'} not well." if ill else "All is well."
