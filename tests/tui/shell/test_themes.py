"""All themes: every colour can be told from what it stands on."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from neuron_tui.tui.kit.painted import STRONGEST
from neuron_tui.tui.shell.shell import Shell
from neuron_tui.tui.themes import ANSI_COLOURS, CONTRAST, offered

TEXTS = ("muted", "mark", "towards-one", "towards-zero", "right", "wrong")
MARKS = ("line",)
THEMES = [pytest.param(theme, id=theme.name) for theme in offered(colours=True) if not theme.ansi]
"""Of the others nobody knows which colours the terminal has been given."""


def least(theme: Theme) -> tuple[float, float]:
    """The contrast that words and marks must have at least."""
    return (7.0, 4.5) if theme is CONTRAST else (4.5, 3.0)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # WCAG's well-known near miss


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("style", "ground"),
    [
        *product(("foreground", *TEXTS, "text-disabled"), ("panel", "background", "selection")),
        *product(MARKS, ("panel", "background")),
        ("foreground", "unlit"),
    ],
)
def test_what_is_shown_is_seen_on_everything_it_stands_on(theme: Theme, style: str, ground: str) -> None:
    shown = theme.foreground if style == "foreground" else theme.variables[style]
    behind = {"panel": theme.panel, "background": theme.background}.get(ground) or theme.variables[ground]
    assert shown is not None
    assert behind is not None
    words, marks = least(theme)
    assert contrast(shown, behind) >= (marks if style in MARKS else words)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("side", ["towards-one", "towards-zero"])
def test_rows_are_seen_on_the_strongest_colours_of_the_plane(theme: Theme, side: str) -> None:
    assert theme.panel is not None
    assert theme.foreground is not None
    strongest = Color.parse(theme.panel).blend(Color.parse(theme.variables[side]), STRONGEST)
    assert contrast(theme.foreground, strongest.hex) >= least(theme)[0]


@pytest.mark.parametrize("theme", THEMES)
def test_orange_and_blue_differ_in_lightness_or_colour_enough_for_anyone(theme: Theme) -> None:
    """Blue and yellow are told apart by red-green blind eyes: compare the channel that they keep."""
    one, zero = (
        int(theme.variables[name][5:7], 16) - int(theme.variables[name][1:3], 16)
        for name in ("towards-one", "towards-zero")
    )
    assert zero - one > 200


def test_every_theme_has_all_of_our_colours() -> None:
    for theme in offered(colours=True):
        assert set(ANSI_COLOURS) <= set(theme.variables), theme.name


def test_of_sixteen_colours_what_means_different_things_has_different_ones() -> None:
    told_apart = [ANSI_COLOURS[name] for name in TEXTS if name != "muted"]
    assert len(set(told_apart)) == len(told_apart)


@pytest.mark.parametrize(
    ("terminal", "theme"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "night"),
        ({"TERM": "xterm-16color"}, "terminal"),
        ({"TERM": "linux"}, "terminal"),
        ({"TERM": "linux", "NO_COLOR": "1"}, "night"),
    ],
)
def test_a_terminal_of_sixteen_colours_keeps_its_own_and_the_others_have_ours(
    terminal: dict[str, str], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    shell = Shell()
    assert shell.theme == theme
    grey = "NO_COLOR" in terminal
    assert set(shell.available_themes) == {"night", "day", "contrast"} | (set() if grey else {"terminal"})
