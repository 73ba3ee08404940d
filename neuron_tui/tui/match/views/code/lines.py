"""A program's rows on the screen: quiet colours, and the row that is carried out."""

from __future__ import annotations

import re

from neuron_tui.game.program.text import WIDTH, Program, ProgramPart
from neuron_tui.tui.kit.cells import Line, Span, fit, width_of_line

GUTTER = 2
"""Cells before a row of the program, for the mark of the line that is executed."""
BESIDE = 44
"""Cells that the words next to the program need; with fewer they are left out."""
MEANINGS: dict[ProgramPart, str] = {
    "import": "numpy does the arithmetic",
    "inputs": "the examples, a row each",
    "targets": "what should come out for each of them",
    "seed": "the same seed draws the same weights",
    "weights": "the start weights",
    "loop": "each time round is one iteration",
    "think": "each row's weighted sum, put through the S-curve",
    "error": "how far each output is from its target",
    "adjust": "every weight moves to where the errors get smaller",
    "print": "what it says to a row that nobody told it",
}
"""What each part does, in a few words."""

_TOKENS = re.compile(
    r'(?P<string>"[^"]*")|(?P<keyword>\b(?:from|import|for|in)\b)'
    r"|(?:(?<=\[)|(?<=, )|(?<=^    ))(?P<cell>[01])\b"
)
_CELLS: dict[ProgramPart, tuple[str, str]] = {
    "inputs": ("muted", "text strong"),
    "print": ("muted", "text strong"),
    "targets": ("zero", "one"),
}
"""The styles of 0 and 1 in a table: as in the puzzle's."""


def code_runs(part: ProgramPart, text: str) -> list[Span]:
    """A row of the program in its colours."""
    if part == "comment":
        return [(text, "muted")]
    spans: list[Span] = []
    end = 0
    for token in _TOKENS.finditer(text):
        spans += [(text[end : token.start()], "text"), (token.group(), _style_of(part, token))]
        end = token.end()
    spans.append((text[end:], "text"))
    return [run for run in spans if run[0]]


def _style_of(part: ProgramPart, token: re.Match[str]) -> str:
    if token.lastgroup == "cell":
        return _CELLS[part][int(token.group())] if part in _CELLS else "text"
    return "accent" if token.lastgroup == "keyword" else "muted"


def code_lines(program: Program, lit: ProgramPart, width: int, top: int, height: int) -> list[Line]:
    """The rows from `top` on, in (width, height) cells; where there is room, with words next to them."""
    lines: list[Line] = []
    before = program.lines[top - 1][0] if top else None
    for part, text in program.lines[top : top + height]:
        back = " selected" if part == lit else ""
        spans: list[Span] = [("\u25b8 " if back else "  ", "accent strong" + back)]
        indent = " " * (len(text) - len(text.lstrip()))
        shown = fit(text, width - GUTTER - len(indent)).rstrip()
        spans += [(piece, style + back) for piece, style in code_runs(part, indent + shown)]
        spans.append((" " * max(GUTTER + WIDTH - width_of_line(spans), 0), back))
        if part != before and width >= GUTTER + WIDTH + BESIDE:
            spans.append(("  " + MEANINGS.get(part, ""), "muted" + back))
        spans.append((" " * (width - width_of_line(spans)), back))
        lines.append(tuple(run for run in spans if run[0]))
        before = part
    return lines
