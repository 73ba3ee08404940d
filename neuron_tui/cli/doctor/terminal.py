"""What the terminal can show: size, colours, characters, glyphs; and whether it takes the clipboard."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

from neuron_tui.cli.doctor.finding import Finding, not_well, told
from neuron_tui.cli.looks import has_glyphs

GLYPHS = (
    "\u25a0 \u25a1 \u25cf \u25cb \u25b2 \u25c6 \u2713 \u2717 \u25b8 "
    "\u2582\u2585\u2588 \u2880\u2860\u2814\u280a"
)
LOOK_LIKE = (
    "these should be a filled and an empty square, a filled and an empty circle, a triangle, a diamond, "
    "a tick, a cross, an arrowhead, three steps and a rising line of dots, none wider than a letter; "
    "otherwise choose another font, such as DejaVu Sans Mono, or start with --ascii"
)
NO_COLOURS, LOCALE = "NO_COLOR", "LC_ALL"
USUAL = "xterm-256color"
COLOURS = {"truecolor": "all", "256": "256", "standard": "16", "windows": "16"}
OLDEST_VTE = 7600
"""From this version on the terminals of GNOME and its relatives take the clipboard."""


def terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    """All of it; the size only where there is a terminal to measure."""
    yield _kind(environment)
    if (size := _size()) is not None:
        yield _room(*size)
    yield _colours(environment)
    yield _encoding()
    yield _locale()
    yield told("glyphs", GLYPHS, LOOK_LIKE)
    yield _clipboard(environment)


def _kind(environment: Mapping[str, str]) -> Finding:
    """What it calls itself."""
    kind, about = environment.get("TERM", ""), "terminal"
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return told(about, "none: this is read from a pipe or a file", "`neuron-tui play --plain` needs none")
    if kind == "dumb":
        return told(about, "dumb: the game is played line by line")
    if not kind and os.name != "nt":
        return not_well(about, "has no name", f"set TERM, such as {USUAL}")
    program = environment.get("TERM_PROGRAM", "")
    return Finding(about, " in ".join(filter(None, (kind or "Windows", program))))


def _size() -> tuple[int, int] | None:
    """Its columns and lines; None where there is none."""
    for stream in (sys.__stdout__, sys.__stdin__, sys.__stderr__):
        with suppress(OSError, ValueError, AttributeError):
            return os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]  # AttributeError if None
    return None


def _room(columns: int, lines: int) -> Finding:
    from textual.geometry import Size

    from neuron_tui.tui.shell.room import SMALLEST, has_room

    said = f"{columns} x {lines} cells"
    if has_room(Size(columns, lines), SMALLEST):
        return Finding("size", said)
    return not_well(
        "size", said, f"make the window at least {SMALLEST.width} x {SMALLEST.height}, or its letters smaller"
    )


def _colours(environment: Mapping[str, str]) -> Finding:
    """As many as the game would use."""
    from rich.console import Console

    if environment.get(NO_COLOURS):
        return told("colours", f"none, for {NO_COLOURS} is set")
    found = Console(force_terminal=True, _environ=environment).color_system
    return Finding("colours", COLOURS.get(found or "", "none"))


def _encoding() -> Finding:
    """Whether all the game's characters can be written."""
    encoding = getattr(sys.stdout, "encoding", None) or "none"
    if not has_glyphs(encoding):
        do = f"choose a UTF-8 locale, such as {LOCALE}=C.UTF-8; without one the game is shown in ASCII"
        return not_well("encoding", f"{encoding} lacks some of the game's characters", do)
    return Finding("encoding", encoding)


def _locale() -> Finding:
    """Whether the one that the environment names is there."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        named = locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        wanted = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "it"
        return not_well(
            "locale", f"{wanted} is not on this computer", f"set {LOCALE} to one that `locale -a` lists"
        )
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return Finding("locale", named)


def _clipboard(environment: Mapping[str, str]) -> Finding:
    """Whether it takes what is sent there; none tells, so that it can only be known by its name."""
    vte = environment.get("VTE_VERSION", "")
    takes_none = (
        environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or environment.get("TERM") == "linux"
        or (vte.isdecimal() and int(vte) < OLDEST_VTE)
    )
    said = "this terminal takes none" if takes_none else "none tells whether it took what was sent"
    return told("clipboard", said, "whatever is sent there is also printed as you leave the game")
