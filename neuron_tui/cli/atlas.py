"""`neuron-tui atlas`: everything that one neuron can learn, counted."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEARNED, OPEN = "\u2588\u2588", "\u00b7 "
"""A pattern that is learned, and one that is not."""
MAPPED = 3
"""So many inputs make a map of 16 patterns in a row."""


@click.command()
@click.option("--threshold/--no-threshold", default=True, help="With a threshold (the default) or without.")
@click.option(
    "--inputs", type=click.IntRange(1, 4), default=3, metavar="N", help="How many inputs, 3 by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def atlas(threshold: bool, inputs: int, as_json: bool) -> None:
    """Count the patterns one neuron can learn.

    A pattern is one way to fill in the outputs of all rows; a neuron is trained on each. Without a threshold
    the row of zeros is left out, because such a neuron always answers 0.5 to it.
    """
    from neuron_tui.neuron.atlas import Atlas

    chosen = Atlas(inputs, threshold)
    shown = inputs == 4 and sys.stderr.isatty()
    bar = click.progressbar(length=chosen.patterns, label="training", file=sys.stderr, hidden=not shown)
    with bar:
        found = chosen.all_learned(bar.update)
    learned = int(found.sum())
    if as_json:
        report = {
            "inputs": inputs,
            "threshold": threshold,
            "patterns": chosen.patterns,
            "learned": learned,
            "iterations": chosen.iterations,
        }
        click.echo(json.dumps(report))
        return
    if inputs == MAPPED:
        click.echo(_picture(found))
    having = "with" if threshold else "without"
    click.echo(f"One neuron {having} a threshold learns {learned:,} of {chosen.patterns:,} patterns.")
    click.echo("Play `neuron-tui` and press F6 to see which, and when.")


def _picture(learned: NDArray[np.bool_]) -> str:
    """The map as the game shows it, at the end of the training."""
    from neuron_tui.game.atlas import SIDE, pattern_at

    lines = (
        "".join(LEARNED if learned[pattern_at(row, column)] else OPEN for column in range(SIDE))
        for row in range(len(learned) // SIDE)
    )
    return "\n".join(line.rstrip() for line in lines)
