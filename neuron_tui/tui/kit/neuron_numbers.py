"""How the neuron's numbers are written and coloured in every picture of it."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import MINUS, answer_side, side, signed
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.tui.kit.glyphs import OFF, ON

OFF_BELOW = 0.05
"""What sends less than this sends nothing that matters."""


def input_sign(signal: float, graded: bool) -> str:
    """The glyph before an input's weight: on or off or, if `graded`, an activation between 0 and 1."""
    return f"{signal:.2f} " if graded else f"{ON if signal else OFF} "


def number(value: float, width: int) -> str:
    """A weight or a sum in a fixed width; its decimals give way where it grows, and then its comma."""
    texts = [signed(value, decimals) for decimals in (6, 2, 1, 0)]
    texts += [texts[-1].replace(",", ""), f"{value:+.0e}".replace("-", MINUS)]
    return next((text for text in texts if len(text) <= width), texts[-1]).rjust(width)


def pull_style(value: float) -> str:
    """The style of a weight: which way it pulls, and neither where it is shown as zero."""
    return "text" if abs(value) < 0.005 else "one" if value > 0 else "zero"


def side_style(output: float) -> str:
    """The style of an output: which side it is on, and neither where it reads 0.5000."""
    return {1: "one", 0: "zero", None: "text"}[side(output)]


def answer_style(answer: Answer) -> str:
    """The style of a right answer: its side's; neither for a share of a half or where nothing is right."""
    return {1: "one", 0: "zero", None: "text"}[answer_side(answer)]
