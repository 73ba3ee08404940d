"""The one scale for both players: 0 to 1, your guess below it, the neuron's above."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.explain.numbers import probability
from neuron_tui.puzzle.puzzle import Answer
from neuron_tui.tui.kit.cells import Line, Span, width_of
from neuron_tui.tui.kit.chart import runs_of
from neuron_tui.tui.kit.glyphs import ANSWER, FORESEEN, NEURON, YOU
from neuron_tui.tui.kit.looks import told
from neuron_tui.tui.kit.moments import move_in
from neuron_tui.tui.kit.neuron_numbers import answer_style
from neuron_tui.tui.kit.painted import Draggable

GUESSES = "Guesses"
HEIGHT = 4
PROMPT = "press 0 or 1 \u00b7 \u2190 \u2192 in between"
SEPARATOR = " \u00b7 "
"""Between what is said in the middle below the scale; only the first of it is said where room is short."""
MARGIN = 3
"""Cells at either end for the 0 and the 1."""


@dataclass(frozen=True)
class Scale:
    """What the scale shows. `whose` is what the neuron's marker is called.

    `foreseen` is what you think that the neuron will say, beside your own guess; `foreseeing`: that is asked
    for now. `below` are the words at its left end, middle and right end. `moved` is how far both marks are on
    their way from the middle to their places, 0 to 1.
    """

    neuron: float
    you: Fraction | None
    answer: Answer = None
    asleep: bool = False
    exact: bool = False
    your_turn: bool = False
    below: tuple[Span, Span, Span] = (("", ""), ("", ""), ("", ""))
    whose: str = "neuron"
    foreseen: Fraction | None = None
    foreseeing: bool = False
    moved: float = 1.0
    prompt: str = PROMPT


def place(value: Fraction | float, width: int) -> int:
    """The column of a probability in a scale of `width` cells."""
    return MARGIN + round(float(value) * (width - 2 * MARGIN - 1))


def on_its_way(
    value: Fraction | float, marker: Span, texts: tuple[str, ...], width: int, moved: float
) -> Line:
    """A marker with its words, which is so far on its way from the middle to the place of a value."""
    column = place(value, width)
    (text, style), *rest = beside(column, marker, texts, width)
    behind = column - place(0.5 + (float(value) - 0.5) * moved, width)
    words = text.lstrip(" ")
    return ((" " * max(len(text) - len(words) - behind, 0) + words, style), *rest)


def beside(column: int, marker: Span, texts: tuple[str, ...], width: int) -> Line:
    """A marker at its column, and next to it the first of the texts that fits: on its right if it can."""
    glyph, style = marker
    for text in texts:
        size = width_of(text)
        if size <= width - column - 2:
            return ((" " * column, ""), (glyph, style), (" " + text, style))
        if size <= column - 1:
            return ((" " * (column - size - 1) + text + " ", style), (glyph, style))
    return ((" " * column, ""), (glyph, style))


def scale_lines(scale: Scale, width: int) -> list[Line]:
    """The neuron's marker, the line, your marker, and the words below, each `width` cells wide.

    None where there is no room between the 0 and the 1.
    """
    if width <= 2 * MARGIN:
        return []
    shown = f"{scale.neuron:.16f}" if scale.exact else probability(scale.neuron)
    above: Line = ()
    if not scale.asleep:
        marker = (NEURON, "accent")
        words = (f"{scale.whose} {shown}", shown)
        above = on_its_way(scale.neuron, marker, words, width, scale.moved)
    elif scale.foreseen is not None:
        its = f"you foresee {float(scale.foreseen):.2f}"
        above = beside(place(scale.foreseen, width), (FORESEEN, "accent"), (its,), width)
    elif scale.foreseeing:
        above = ((scale.prompt.center(width), "muted"),)
    if scale.you is not None:
        marker, says = (YOU, "text strong"), f"you {float(scale.you):.2f}"
        yours = on_its_way(scale.you, marker, (says,), width, scale.moved)
    elif scale.your_turn:
        yours = ((scale.prompt.center(width), "muted"),)
    else:
        yours = ()
    return [above, _line(scale, width), yours, _ends(scale.below, width)]


def _line(scale: Scale, width: int) -> Line:
    """The line itself with its middle, on it what you foresaw, and the right answer once it is known."""
    line = ["\u2500"] * (width - 2 * MARGIN)
    line[0], line[-1], line[place(0.5, width) - MARGIN] = "\u251c", "\u2524", "\u253c"
    cells: list[Span] = [(glyph, "faint") for glyph in line]
    if scale.foreseen is not None and not scale.asleep:
        cells[place(scale.foreseen, width) - MARGIN] = (FORESEEN, "accent strong")
    if scale.answer is not None:
        cells[place(scale.answer, width) - MARGIN] = (ANSWER, f"{answer_style(scale.answer)} strong")
    return ((" 0 ", "zero strong"), *runs_of(*zip(*cells, strict=True)), (" 1 ", "one strong"))


def _ends(below: tuple[Span, Span, Span], width: int) -> Line:
    left, middle, right = below
    free = max(width - width_of(left[0]) - width_of(right[0]), 0)
    parts = middle[0].partition(SEPARATOR)
    text = next((text for text in (middle[0], parts[0]) if width_of(text) <= free - 2), "")
    before = (free - width_of(text)) // 2
    after = free - width_of(text) - before
    return (left, (" " * before + text + " " * after, middle[1]), right)


class GuessScale(Draggable):
    """The scale; it takes the player's guess by mouse, too."""

    DEFAULT_CSS = """
    GuessScale { height: auto; }
    """

    @dataclass
    class Guessed(Message):
        """The mouse put the guess here: a probability, in hundredths."""

        probability: Fraction

    CURSOR = YOU

    scale: reactive[Scale | None] = reactive(None, repaint=False)
    title: reactive[str | Content] = reactive(GUESSES, repaint=False)
    label = reactive("", repaint=False)
    """What its frame says, above and below."""

    def __init__(self) -> None:
        super().__init__(id="guesses", classes="panel")
        self.set_rows(HEIGHT)

    moved = reactive(1.0, repaint=False)
    """How far both marks are on their way to their places."""

    watch_scale = watch_moved = Draggable.repaint

    @property
    def cursor_cell(self) -> Offset | None:
        """On your mark; before there is one, in the middle, where a guess begins."""
        waits = self.scale is not None and self.scale.your_turn and self.scale.you is None
        return Offset(place(0.5, self._room.width), 1) if waits else super().cursor_cell

    def arrive(self) -> None:
        """Let both marks move to their places."""
        move_in(self, "moved")

    def watch_title(self) -> None:
        self.border_title = self.title  # which paints all of it, even where it was the same

    def watch_label(self) -> None:
        self.border_subtitle = self.label

    def paint(self, width: int, height: int) -> list[Line]:
        if self.scale is None:
            return []
        return scale_lines(replace(self.scale, moved=self.moved, prompt=told(PROMPT, self.app)), width)

    def dragged(self, column: int) -> None:
        span = self.size.width - 2 * MARGIN - 1
        share = Fraction(column - self.gutter.left - MARGIN, max(span, 1))
        hundredths = round(min(max(share, Fraction(0)), Fraction(1)) * 100)
        self.post_message(self.Guessed(Fraction(hundredths, 100)))
