"""Which theme the game opens with: the one that is asked for, or else as it was left."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

import click

THEME = "neuron_tui.theme"
"""Where the context keeps which theme was given."""

LIGHT = ("7", "15")
"""The two whites of a terminal's sixteen colours."""

Command = TypeVar("Command", bound=Callable[..., object])


def _keep(context: click.Context, _: click.Parameter, given: str | None) -> None:
    """The option nearest to the sub-command counts."""
    if given is not None:
        context.meta[THEME] = given


def theme_option(command: Command) -> Command:
    """`--theme`; `wanted_themes` has its name first."""
    return click.option(
        "--theme",
        type=click.Choice(["night", "day", "terminal"]),
        expose_value=False,
        callback=_keep,
        help="Colours to begin with; F2 changes them, and the game remembers it.",
    )(command)


def wanted_themes(context: click.Context, remembered: str) -> list[str]:
    """Names of themes, of which the first that the game has is to be taken.

    TEXTUAL_THEME is for all programs that are made with Textual, so it may name one that the game lacks.
    Last comes the terminal's background, where that is told in COLORFGBG. (To ask the terminal itself, by
    OSC 11, one would have to wait for an answer that some never give.)
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    light = "day" if background in LIGHT else None
    names = [context.meta.get(THEME), os.environ.get("TEXTUAL_THEME"), remembered, light]
    return [name for name in names if name]
