"""The keys that move a guess, in a match and example by example."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_GUESS = Binding.Group("guess")


def guess_keys(move: str) -> list[BindingType]:
    """The keys; `move` is what the line of keys calls the arrows."""
    group = Binding.Group(move)
    return [
        Binding("0", "answer(0)", "guess 0; twice: certain", group=_GUESS),
        Binding("1", "answer(1)", "guess 1; twice: certain", group=_GUESS),
        Binding("left", "lean(-1)", "guess a little less", key_display="\u2190", group=group),
        Binding("right", "lean(1)", "guess a little more", key_display="\u2192", group=group),
    ]
