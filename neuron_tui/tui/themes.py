"""The game's colours: by night, by day, with high contrast, and the terminal's own colours.

The contrast with the panel is at least 4.5 for text and 3 for marks, in the theme "contrast" 7 and 4.5.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

NIGHT_COLOURS = {
    "muted": "#93a1b3",
    "line": "#586d85",
    "edge": "#344154",
    "mark": "#7ee0c3",
    "towards-one": "#f5a65b",
    "towards-zero": "#6cb4ff",
    "right": "#a6da7e",
    "wrong": "#ff8080",
    "selection": "#243042",
    "unlit": "#2c3a4e",
    "ink": "#dfe6ee",
}
DAY_COLOURS = {
    "muted": "#5f6873",
    "line": "#928b7a",
    "edge": "#b9b3a3",
    "mark": "#0a755f",
    "towards-one": "#a64e00",
    "towards-zero": "#0b5cad",
    "right": "#3a6d12",
    "wrong": "#b3261e",
    "selection": "#ebe6d8",
    "unlit": "#e2dbc9",
    "ink": "#22282f",
}
CONTRAST_COLOURS = {
    "muted": "#dddddd",
    "line": "#aaaaaa",
    "edge": "#888888",
    "mark": "#00ffcc",
    "towards-one": "#ffa000",
    "towards-zero": "#66b3ff",
    "right": "#88ff66",
    "wrong": "#ff8c8c",
    "selection": "#000068",
    "unlit": "#444444",
    "ink": "#ffffff",
}
ANSI_COLOURS = {
    "muted": "ansi_default",
    "line": "ansi_default",
    "edge": "ansi_default",
    "mark": "ansi_cyan",
    "towards-one": "ansi_yellow",
    "towards-zero": "ansi_bright_blue",
    "right": "ansi_green",
    "wrong": "ansi_red",
    "selection": "ansi_default",
    "unlit": "ansi_bright_black",
    "ink": "ansi_black",
}


def _widgets(colours: dict[str, str], background: str, text: str) -> dict[str, str]:
    """Textual's own variables, so that its widgets fit in: footer, list cursor, scrollbars, empty fields."""
    return {
        "text-disabled": colours["muted"],
        "footer-background": background,
        "footer-key-foreground": colours["mark"],
        "footer-description-foreground": colours["muted"],
        "block-cursor-background": colours["selection"],
        "block-cursor-foreground": text,
        "block-cursor-blurred-background": colours["selection"],
        "block-cursor-blurred-foreground": text,
        "scrollbar": colours["line"],
        "scrollbar-hover": colours["muted"],
        "scrollbar-active": colours["mark"],
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "border": colours["mark"],
        "border-blurred": colours["edge"],
    }


NIGHT = Theme(
    name="night",
    primary="#7ee0c3",
    secondary="#6cb4ff",
    accent="#7ee0c3",
    warning="#f5a65b",
    error="#ff8080",
    success="#a6da7e",
    foreground="#dfe6ee",
    background="#10141b",
    surface="#161c26",
    panel="#161c26",
    dark=True,
    variables=NIGHT_COLOURS | _widgets(NIGHT_COLOURS, "#10141b", "#dfe6ee"),
)
DAY = Theme(
    name="day",
    primary="#0a755f",
    secondary="#0b5cad",
    accent="#0a755f",
    warning="#a64e00",
    error="#b3261e",
    success="#3a6d12",
    foreground="#22282f",
    background="#f7f5ef",
    surface="#fffdf8",
    panel="#fffdf8",
    dark=False,
    variables=DAY_COLOURS | _widgets(DAY_COLOURS, "#f7f5ef", "#22282f"),
)
CONTRAST = Theme(
    name="contrast",
    primary="#00ffcc",
    secondary="#66b3ff",
    accent="#00ffcc",
    warning="#ffa000",
    error="#ff8c8c",
    success="#88ff66",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    variables=CONTRAST_COLOURS | _widgets(CONTRAST_COLOURS, "#000000", "#ffffff"),
)
TERMINAL = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="terminal",
    variables=BUILTIN_THEMES["ansi-dark"].variables | ANSI_COLOURS,
)
"""The sixteen colours that the terminal has been given, for one that has no others."""


def offered(*, colours: bool) -> tuple[Theme, ...]:
    """The themes to choose from. Without `colours` only those that are told apart in shades of grey."""
    return (NIGHT, DAY, CONTRAST, TERMINAL) if colours else (NIGHT, DAY, CONTRAST)
