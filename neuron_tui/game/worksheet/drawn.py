"""What is drawn on a sheet, as SVG inside the page: little pictures, the scale of guesses, the S-curve.

Lengths are millimetres on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from neuron_tui.game.explain.numbers import MINUS, points
from neuron_tui.game.html.element import Element, element
from neuron_tui.game.score_rule import score
from neuron_tui.neuron.neuron import sigmoid

TENTHS = [Fraction(tenth, 10) for tenth in range(11)]
SIDE = 4.0
"""Of a point of a picture."""
MOST_ROOM, HIGHEST = 12.0, 45.0
"""The same at most where a weight stands in it, and how high all of them may be."""
LEFT, LENGTH, WIDTH = 19.0, 142.0, 178.0
"""Where a scale begins, how long it is, and how wide with the words beside it."""
REACH = 8
"""The S-curve is drawn for sums from −8 to +8."""


def drawing(width: float, height: float, *parts: Element, name: str) -> Element:
    """A picture of this size; `name` is told to who cannot see it."""
    size = {"width": f"{width:g}mm", "height": f"{height:g}mm", "viewBox": f"0 0 {width:g} {height:g}"}
    return element("svg", element("title", name), *parts, role="img", **size)


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    return element("line", x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}", class_=class_)


def _text(text: str, x: float, y: float, class_: str = "", anchor: str = "middle") -> Element:
    return element("text", text, x=f"{x:g}", y=f"{y:g}", text_anchor=anchor, class_=class_)


def grid(picture: tuple[int, int], inputs: Sequence[int]) -> Element:
    """A little picture: its points that are lit are black."""
    points = [
        element(
            "rect", x=0.2 + place % picture[1] * SIDE, y=0.2 + place // picture[1] * SIDE,
            width=SIDE, height=SIDE, class_="on" if value else "off",
        )
        for place, value in enumerate(inputs)
    ]  # fmt: skip
    width, height = (0.4 + SIDE * side for side in reversed(picture))
    return drawing(width, height, *points, name="".join(map(str, inputs)))


def weights_grid(picture: tuple[int, int], weights: Sequence[str]) -> Element:
    """A grid with a weight in each point; with empty texts room to write them in."""
    parts, side = [], min(MOST_ROOM, HIGHEST / picture[0])
    for place, weight in enumerate(weights):
        x, y = 0.2 + place % picture[1] * side, 0.2 + place // picture[1] * side
        parts.append(element("rect", x=x, y=y, width=side, height=side, class_="off"))
        parts += [_text(weight, x + side / 2, y + side / 2 + 1, "small")] if weight else []
    width, height = (0.4 + side * count for count in reversed(picture))
    return drawing(width, height, *parts, name="A weight for each point")


def scale(*, stakes: bool) -> Element:
    """The scale to mark a guess on; with what it wins or loses below, where there is an answer."""
    parts = [_line(LEFT, 2.5, LEFT + LENGTH, 2.5, "axis")]
    parts += [_text("surely 0", 0, 3.4, "small", "start"), _text("surely 1", WIDTH, 3.4, "small", "end")]
    for twentieth in range(21):
        x, tall = LEFT + LENGTH * twentieth / 20, 1.2 if twentieth % 2 else 2.2
        parts.append(_line(x, 2.5 - tall, x, 2.5 + tall, "axis"))
    for tenth in TENTHS:
        x = LEFT + LENGTH * float(tenth)
        parts.append(_text(f"{float(tenth):g}", x, 8))
        if stakes:
            parts += [
                _text(points(score(tenth, answer)), x, 11.8 + 3.6 * answer, "small") for answer in (0, 1)
            ]
    if stakes:
        parts += [_text(f"if it is {side}", 0, 11.8 + 3.6 * side, "small", "start") for side in (0, 1)]
    return drawing(WIDTH, 16.5 if stakes else 9, *parts, name="A scale from 0 to 1")


def s_curve() -> Element:
    """The S-curve on squared paper, to read off what a sum comes to."""
    left, top, wide, tall = 8.0, 2.0, 80.0, 44.0

    def x(weighted_sum: float) -> float:
        return left + wide * (weighted_sum + REACH) / (2 * REACH)

    def y(output: float) -> float:
        return top + tall * (1 - output)

    parts = []
    for weighted_sum in range(-REACH, REACH + 1):
        class_ = "axis" if weighted_sum == 0 else "faint"
        parts.append(_line(x(weighted_sum), top, x(weighted_sum), top + tall, class_))
        if weighted_sum % 2 == 0:
            sign = MINUS if weighted_sum < 0 else "+" if weighted_sum else ""
            parts.append(_text(f"{sign}{abs(weighted_sum)}", x(weighted_sum), top + tall + 4, "small"))
    for tenth in TENTHS:
        class_ = "axis" if tenth in (0, Fraction(1, 2), 1) else "faint"
        parts.append(_line(left, y(float(tenth)), left + wide, y(float(tenth)), class_))
        parts.append(_text(f"{float(tenth):g}", left - 1.5, y(float(tenth)) + 1, "small", "end"))
    sums = np.linspace(-REACH, REACH, 129)
    places = " ".join(
        f"{x(one):.2f},{y(output):.2f}" for one, output in zip(sums, sigmoid(sums), strict=True)
    )
    parts.append(element("polyline", points=places, class_="curve"))
    parts.append(_text("the sum", left + wide / 2, top + tall + 8, "small"))
    return drawing(left + wide + 4, top + tall + 9, *parts, name="The S-curve")
