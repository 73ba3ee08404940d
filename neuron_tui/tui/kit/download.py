"""Texts that a visitor is to have as a file: their browser downloads them, and nothing is written here."""

from __future__ import annotations

from io import StringIO

from textual.dom import DOMNode


def download(node: DOMNode, text: str, name: str) -> None:
    """Send a text to the browser as a file of this name, and say so."""
    node.app.deliver_text(StringIO(text), save_directory=".", save_filename=name)
    node.app.notify(f"Your browser downloads {name}", markup=False, timeout=8)
