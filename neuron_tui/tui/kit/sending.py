"""Texts that are sent on: to the clipboard, which no terminal confirms, and printed as the game is left."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from neuron_tui.tui.kit.key_line import KeyLine


@dataclass
class Sent(Message):
    """Such a text was sent to the clipboard."""

    text: str


def send(screen: Screen[None], what: str, text: str) -> None:
    """Send a text, and say `what` was sent."""
    screen.app.copy_to_clipboard(text)
    screen.query_one(KeyLine).tell(f"Sent to the clipboard: {what}. It is printed as you leave.")
    screen.post_message(Sent(text))
