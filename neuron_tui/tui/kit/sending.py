"""Texts that are sent on: to the clipboard, which no terminal confirms, and printed as the game is left.

A browser downloads them: it has a clipboard for pages that came by TLS alone, and nothing is printed there.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from neuron_tui.tui.kit.download import download
from neuron_tui.tui.kit.key_line import KeyLine


@dataclass
class Sent(Message):
    """Such a text was sent to the clipboard."""

    text: str


def send(screen: Screen[None], what: str, text: str) -> None:
    """Send a text, and say `what` was sent."""
    if screen.app.is_web:
        download(screen, f"{text}\n", "neuron-tui.txt")
        return
    screen.app.copy_to_clipboard(text)
    screen.query_one(KeyLine).tell(f"Sent to the clipboard: {what}. It is printed as you leave.")
    screen.post_message(Sent(text))
