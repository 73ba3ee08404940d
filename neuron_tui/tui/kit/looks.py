"""How the player wants all screens: what their app was told."""

from __future__ import annotations

import re

from textual.app import App

ARROWS = {"\u2190": "Left", "\u2192": "Right", "\u2191": "Up", "\u2193": "Down"}
_ARROWS = re.compile("[{0}](?: ?[{0}])*".format("".join(ARROWS)))


def is_calm(app: App[object]) -> bool:
    """Whether nothing is to move by itself."""
    return bool(getattr(app, "calm", False))


def in_ascii(app: App[object]) -> bool:
    """Whether everything is drawn with ASCII characters."""
    return bool(getattr(app, "ascii", False))


def told(text: str, app: App[object]) -> str:
    """What is said of keys, as this app shows them."""
    return keys_in_ascii(text) if in_ascii(app) else text


def keys_in_ascii(text: str) -> str:
    """Arrow keys by their names: `<` and `v` would be other keys. Shift+\u2191\u2193 is Shift+Up/Down."""
    return _ARROWS.sub(lambda arrows: "/".join(map(ARROWS.__getitem__, arrows[0].replace(" ", ""))), text)
