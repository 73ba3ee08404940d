"""What a screen says where a puzzle of one's own is to be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from neuron_tui.game.builder.draft import Draft


@dataclass
class MakeWanted(Message):
    """A puzzle is to be made of this draft; with None the one goes on that was being made."""

    screen: DOMNode
    draft: Draft | None = None
