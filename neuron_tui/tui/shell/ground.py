"""The terminal's own background: asked for by OSC 11, and its answer found among the keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

QUESTION = "\x1b]11;?\x07"
_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_UNFINISHED = re.compile(r"\x1b\](?:1(?:1(?:;[^\x07\x1b]{0,40}\x1b?)?)?)?\Z")
"""The beginning of an answer. Escape alone is a key."""
_COLOUR = re.compile("rgba?:" + "/".join(["([0-9a-fA-F]{1,4})"] * 3))


@dataclass
class GroundTold(Message):
    """The terminal has told its background."""

    light: bool


def is_light(colour: str) -> bool | None:
    """Whether a colour such as rgb:ffff/ffff/ffff is nearer to white than to black; None where it is none."""
    found = _COLOUR.match(colour)
    if found is None:
        return None
    red, green, blue = (int(channel, 16) / int("f" * len(channel), 16) for channel in found.groups())
    return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5


class Sieve:
    """Takes the answer out of what the terminal sends, whenever it comes, and calls `told` with it.

    It may come in pieces, and between keys that were typed ahead. Many terminals never answer.
    """

    def __init__(self, told: Callable[[bool], None]) -> None:
        self._told, self._held = told, ""

    def __call__(self, text: str) -> str:
        text = _ANSWER.sub(self._take, self._held + text)
        unfinished = _UNFINISHED.search(text)
        self._held = unfinished[0] if unfinished else ""
        return text.removesuffix(self._held)

    def _take(self, answer: re.Match[str]) -> str:
        light = is_light(answer[1])
        if light is not None:
            self._told(light)
        return ""
