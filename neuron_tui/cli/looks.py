"""How the game looks when it opens: as it is asked for, or else as it was left."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeVar

import click

GIVEN = "neuron_tui."
"""Where the context keeps what was given: under this and the name of the option."""

LIGHT = ("7", "15")
"""The two whites of a terminal's sixteen colours."""
GLYPHS = "\u25a0\u25a1\u25cf\u2713\u256d\u2500\u2581\u28ff"
"""A few glyphs of the game; an encoding that has them has the others, too."""
FEW_GLYPHS = ("linux",)
"""Names of terminals that show hardly more than ASCII: Linux without windows."""

Command = TypeVar("Command", bound=Callable[..., object])


def _keep(context: click.Context, option: click.Parameter, given: object) -> None:
    """The option nearest to the sub-command counts."""
    if given is not None:
        context.meta[f"{GIVEN}{option.name}"] = given


def looks_options(command: Command) -> Command:
    """`--theme`, `--ascii` and `--calm`, which the functions below look up."""
    for option in (
        click.option(
            "--calm/--no-calm", default=None, expose_value=False, callback=_keep,
            help="Let nothing move by itself: a training goes on in jumps, one for each press of Space.",
        ),
        click.option(
            "--ascii/--no-ascii", default=None, expose_value=False, callback=_keep,
            help="Draw with ASCII characters alone, for fonts that lack the others.",
        ),
        click.option(
            "--theme", type=click.Choice(["night", "day", "contrast", "terminal"]), expose_value=False,
            callback=_keep, help="Colours to begin with; F2 changes them, and the game remembers it.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def wanted_themes(context: click.Context, remembered: str) -> list[str]:
    """Names of themes, of which the first that the game has is to be taken.

    TEXTUAL_THEME is for all programs that are made with Textual, so it may name one that the game lacks.
    Last comes the terminal's background, where COLORFGBG tells that it is light. Where there is no name, the
    game asks the terminal itself.
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    light = "day" if background in LIGHT else None
    told = [os.environ.get(name) for name in ("NEURON_TUI_THEME", "TEXTUAL_THEME")]
    names = [context.meta.get(f"{GIVEN}theme"), *told, remembered, light]
    return [name for name in names if name]


def wants_ascii(context: click.Context, remembered: str) -> bool:
    """Whether to draw with ASCII alone. `remembered`: "ascii", "all", or empty where nobody has chosen.

    An encoding that lacks the other glyphs decides it.
    """
    if not has_glyphs(sys.stdout.encoding):
        return True
    given: bool | None = context.meta.get(f"{GIVEN}ascii")
    by_itself = os.environ.get("TERM", "") in FEW_GLYPHS
    chosen = {"ascii": True, "all": False}.get(remembered, by_itself)
    return chosen if given is None else given


def has_glyphs(encoding: str) -> bool:
    try:
        GLYPHS.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def wants_calm(context: click.Context, remembered: bool) -> bool:
    """Whether nothing is to move by itself."""
    given: bool | None = context.meta.get(f"{GIVEN}calm")
    none = os.environ.get("TEXTUAL_ANIMATIONS", "").lower() == "none"
    return remembered or none if given is None else given
