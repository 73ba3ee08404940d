"""The findings as lines to read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

from neuron_tui.cli.columns import aligned
from neuron_tui.cli.doctor.finding import Finding
from neuron_tui.puzzle.text import capital, plural


def lines(found: Sequence[Finding], ill: int) -> Iterator[str]:
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
