"""The two themes: every colour can be told from what it stands on."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from neuron_tui.tui.kit.painted import STRONGEST
from neuron_tui.tui.shell.shell import Shell
from neuron_tui.tui.themes import ANSI_COLOURS, DAY, DAY_COLOURS, NIGHT, NIGHT_COLOURS

TEXTS = ("muted", "mark", "towards-one", "towards-zero", "right", "wrong")
THEMES = [pytest.param(NIGHT, NIGHT_COLOURS, id="night"), pytest.param(DAY, DAY_COLOURS, id="day")]


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


@pytest.mark.parametrize(("theme", "colours"), THEMES)
@pytest.mark.parametrize("style", ["foreground", *TEXTS])
@pytest.mark.parametrize("ground", ["panel", "background", "selection"])
def test_text_can_be_read_on_everything_it_stands_on(
    theme: Theme, colours: dict[str, str], style: str, ground: str
) -> None:
    text = theme.foreground if style == "foreground" else colours[style]
    behind = {"panel": theme.panel, "background": theme.background, "selection": colours["selection"]}[ground]
    assert text is not None
    assert behind is not None
    assert contrast(text, behind) >= 4.5


@pytest.mark.parametrize(("theme", "colours"), THEMES)
@pytest.mark.parametrize("side", ["towards-one", "towards-zero"])
def test_rows_are_seen_on_the_strongest_colours_of_the_plane(
    theme: Theme, colours: dict[str, str], side: str
) -> None:
    assert theme.panel is not None
    assert theme.foreground is not None
    strongest = Color.parse(theme.panel).blend(Color.parse(colours[side]), STRONGEST)
    assert contrast(theme.foreground, strongest.hex) >= 4.5


@pytest.mark.parametrize(("theme", "colours"), THEMES)
def test_orange_and_blue_differ_in_lightness_or_colour_enough_for_anyone(
    theme: Theme, colours: dict[str, str]
) -> None:
    """Blue and yellow are told apart by red-green blind eyes: compare the channel that they keep."""
    one, zero = (
        int(colours[name][5:7], 16) - int(colours[name][1:3], 16) for name in ("towards-one", "towards-zero")
    )
    assert zero - one > 200


def test_every_theme_has_all_of_our_colours() -> None:
    assert NIGHT_COLOURS.keys() == DAY_COLOURS.keys() == ANSI_COLOURS.keys()


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
    assert set(shell.available_themes) == ({"night", "day"} if grey else {"night", "day", "terminal"})
