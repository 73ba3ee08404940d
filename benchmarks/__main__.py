"""Run all benchmarks, or those named; print their figures, and write them into the table of docs/speed.md.

`--quick` only shows that they still run: small sizes, hardly a repetition, and nothing is written.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.figure import Figure

NAMES = (
    *("training", "side_by_side", "startup", "playing", "keys", "scrubbing", "memory", "serve"),
    *("journal", "scoreboard", "race", "q_learning", "library", "proving"),
)
BY_HAND = "pytorch"
"""Run only where it is named: it needs the `bench` extra."""
ALL = (*NAMES, BY_HAND)
DOCUMENT = Path(__file__).parents[1] / "docs" / "speed.md"
HEAD = "|---|---|---|---|---|\n"
"""The line of the document that the rows follow, up to its end."""


def row(name: str, figure: Figure) -> str:
    """A figure as a row of the table."""
    reached = "yes" if figure.reached else "**no**"
    return f"| `{name}` | {figure.what} | {figure.measured} | {figure.goal} | {reached} |"


def with_figures(document: str, name: str, figures: Sequence[Figure]) -> str:
    """The document with a benchmark's rows in place of those it had, and this computer above the table."""
    python = ".".join(platform.python_version_tuple()[:2])
    machine = f"Measured on {os.cpu_count()} cores with Python {python}:"
    top, head, table = re.sub("^Measured on .*:$", machine, document, flags=re.MULTILINE).partition(HEAD)
    rows = [line for line in table.splitlines() if not line.startswith(f"| `{name}` ")]
    rows += [row(name, figure) for figure in figures]
    rows.sort(key=lambda line: ALL.index(line.split("`")[1]))
    return top + head + "".join(f"{line}\n" for line in rows)


def known(name: str) -> str:
    """The name of a benchmark. (`choices` would refuse that none is named.)"""
    if name not in ALL:
        raise argparse.ArgumentTypeError(f"`{name}` is none of {', '.join(ALL)}")
    return name


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where a goal is missed, though not with `--quick`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", type=known, metavar="NAME", help=", ".join(ALL))
    parser.add_argument("--quick", action="store_true", help="only show that they run")
    options = parser.parse_args(arguments)
    if options.quick:
        print("in their quick form, which says nothing about speed:")
    all_reached = True
    for name in options.names or NAMES:
        figures = []
        for figure in import_module(f"benchmarks.{name}").main(options.quick):
            verdict = "reached" if figure.reached else "MISSED"
            print(f"{name}: {figure.what}: {figure.measured}; goal {figure.goal}: {verdict}", flush=True)
            figures.append(figure)
            all_reached &= figure.reached
        if not options.quick:
            document = DOCUMENT.read_text(encoding="utf-8")
            DOCUMENT.write_text(with_figures(document, name, figures), encoding="utf-8")
    return 0 if all_reached or options.quick else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
