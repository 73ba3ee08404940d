"""Moments: short moves of what has just come. No key waits for them, and they can be switched off.

Each begins once its place is laid out, which may take a while.
"""

from __future__ import annotations

from functools import partial

from textual.app import App
from textual.widget import Widget

SECONDS = 0.4
"""How long a move takes."""


def moves(app: App[object]) -> bool:
    """Whether anything is to move: TEXTUAL_ANIMATIONS may say otherwise."""
    return app.animation_level == "full"


def fade_in(*widgets: Widget) -> None:
    """Let what they say come out of their background."""
    for widget in filter(lambda widget: moves(widget.app), widgets):
        widget.styles.text_opacity = 0.0
        widget.call_after_refresh(
            partial(widget.styles.animate, "text_opacity", 1.0, duration=SECONDS, easing="out_cubic")
        )


def move_in(widget: Widget, attribute: str) -> None:
    """Let a value of a widget go from 0 to 1."""
    if moves(widget.app):
        setattr(widget, attribute, 0.0)
        widget.call_after_refresh(
            partial(widget.animate, attribute, 1.0, duration=SECONDS, easing="out_cubic")
        )
