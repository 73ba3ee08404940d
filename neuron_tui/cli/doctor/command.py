"""`neuron-tui doctor`: what is well, what is not, and what to do about it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict

import click

from neuron_tui.cli.options import puzzles_option


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
    from neuron_tui.cli.doctor.report import lines
    from neuron_tui.cli.doctor.terminal import terminal

    found = [*computer(os.environ), *terminal(os.environ), *kept(folders_in_use(context.obj))]
    ill = sum(finding.well is False for finding in found)
    if as_json:
        click.echo(json.dumps({"well": not ill, "found": [asdict(finding) for finding in found]}, indent=2))
    else:
        click.echo("\n".join(lines(found, ill)))
    context.exit(1 if ill else 0)
