"""Reading a picture back from its cells, and texts to put into one."""

from __future__ import annotations

from hypothesis import strategies as st
from wcwidth import wcwidth

from neuron_tui.tui.kit.cells import Line

WIDE_NAMES = (
    "plain",
    "a",
    "a name that is far too long for any column of a table",
    "日本語",
    "한국어",
    "👩‍👩‍👧 family",
    "👍🏽",
    "🇩🇪🇫🇷",
    "☀️ sun",
    "1️⃣",
    "שלום",
    "سَلَام",
    "e\u0301te\u0301",
    "\u0301 begins with an accent",
    "हिन्दी",
    "[bold red]markup[/]",
    "back\\[slash",
    "tab\tand\nline",
    "\x1b[31mred\x07\x00",
    "\u202eright to left\u202c",
    "\u200b",
    "",
)
TEXTS = st.sampled_from(WIDE_NAMES) | st.text(max_size=30) | st.lists(
    st.sampled_from(WIDE_NAMES), max_size=4
).map("".join)  # fmt: skip


def columns_of(text: str) -> int:
    """The cells a terminal gives to a text, by the table of a library that the game does not use."""
    widths = [wcwidth(character) for character in text]
    assert all(width >= 0 for width in widths), f"a control character in {text!r}"
    return sum(widths)


def text_of(line: Line) -> str:
    """What a line says."""
    return "".join(text for text, _ in line)


def width_of(line: Line) -> int:
    """How many cells a line takes in a terminal."""
    return columns_of(text_of(line))


def cells(line: Line) -> list[tuple[str, str]]:
    """A line as a (glyph, style) per cell; the second cell of a wide glyph is empty."""
    found: list[tuple[str, str]] = []
    for text, style in line:
        for character in text:
            width = wcwidth(character)
            if width == 0 and found:
                found[-1] = (found[-1][0] + character, found[-1][1])
            found += [(character, style), ("", style)][:width]
    return found
