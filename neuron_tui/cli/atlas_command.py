"""`neuron-tui atlas`: everything that one neuron can learn, counted."""

from __future__ import annotations

import json
import sys

import click

PICTURE = ("\u2588\u2588", "\u00b7 ")
"""A pattern that is learned, and one that is not."""


@click.command()
@click.option(
    "--threshold/--no-threshold", default=True, help="Whether the neurons have one; they do by default."
)
@click.option(
    "--inputs", type=click.IntRange(1, 4), default=3, metavar="N", help="1 to 4 inputs, 3 by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def atlas(threshold: bool, inputs: int, as_json: bool) -> None:
    """Train a neuron on every pattern there is, and count those that it learns.

    A pattern is a way to fill the outputs of all rows. Without a threshold the row with nothing on is left
    out: such a neuron always answers it with 0.5.
    """
    from neuron_tui.neuron.atlas import Atlas

    chosen = Atlas(inputs, threshold)
    bar = click.progressbar(length=chosen.patterns, label="training", file=sys.stderr, hidden=inputs < 4)
    with bar:
        learned = chosen.count(bar.update)
    if as_json:
        found = {
            "inputs": inputs,
            "threshold": threshold,
            "patterns": chosen.patterns,
            "learned": learned,
            "iterations": chosen.iterations,
        }
        click.echo(json.dumps(found))
        return
    having = "with" if threshold else "without"
    click.echo(f"One neuron {having} a threshold learns {learned:,} of {chosen.patterns:,} patterns.")
    click.echo("Play `neuron-tui` and press a to see which, and when.")
