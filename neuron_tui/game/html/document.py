"""A whole document: one file of HTML, with nothing from elsewhere and no script."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from neuron_tui.game.html.element import Element, element
from neuron_tui.puzzle.text import clean

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: its own style sheet, and nothing else."""


def document(title: str, style: Path, *sections: Element) -> Element:
    """A page with these sections; the sheet of styles is in it."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width"),
        element("title", clean(title)),
        element("style", Element(style.read_text(encoding="utf-8"))),
    )
    return Element("<!doctype html>\n" + element("html", head, element("body", *sections), lang="en") + "\n")
