"""What the game runs on: Python, its libraries, and where the terminal stands."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from neuron_tui import __version__
from neuron_tui.cli.doctor.finding import Finding, not_well, told

SERVING = "textual-serve"
TMUX_KIND, TMUX_COLOURS = "tmux-256color", "',*:RGB'"
LIBRARIES = {"textual": "textual", "numpy": "numpy", "PyYAML": "yaml"}
"""What the game cannot do without, and the names under which it is imported."""


def computer(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Python and the libraries first, then what lies between the game and its player."""
    yield Finding("neuron-tui", f"{__version__}, in {Path(__file__).parents[2]}")
    yield Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.release()}")
    for name, module in LIBRARIES.items():
        yield _library(name, module)
    yield _for_browsers()
    yield from _on_the_way(environment)


def _library(name: str, module: str) -> Finding:
    """Whether it is there, and can be loaded."""
    again = f"install it again: `{sys.executable} -m pip install --force-reinstall {name}`"
    try:
        found = version(name)
        import_module(module)
    except PackageNotFoundError:
        return not_well(name, "is not installed", again)
    except Exception as problem:  # whatever is broken in it
        return not_well(name, f"can't be loaded ({type(problem).__name__})", again)
    return Finding(name, found)


def _for_browsers() -> Finding:
    """What `neuron-tui serve` needs, and nothing else."""
    try:
        return Finding(SERVING, version(SERVING))
    except PackageNotFoundError:
        return told(
            SERVING,
            "is not installed; only `neuron-tui serve` needs it",
            "add it with `pip install 'neuron-tui[web]'`",
        )


def _on_the_way(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Programs that the terminal's output passes, and what each holds back."""
    if "SSH_CONNECTION" in environment:
        yield told("ssh", "the game runs on another computer than the terminal")
    if "TMUX" in environment:
        yield told(
            "tmux", "passes all colours and the clipboard only if it is told to",
            f"put `set -g set-clipboard on`, `set -as terminal-features {TMUX_COLOURS}` "
            f"and `set -g default-terminal {TMUX_KIND}` into its configuration",
        )  # fmt: skip
    elif "STY" in environment:
        yield told(
            "screen", "shows 256 colours at most, and passes nothing to the clipboard",
            "start the game outside of it, or in tmux, if you miss either",
        )  # fmt: skip
    if "WSL_DISTRO_NAME" in environment:
        where = "shows all there is" if "WT_SESSION" in environment else "may be shown in an old console"
        yield told("WSL", where, "" if "WT_SESSION" in environment else "open it in Windows Terminal")
    elif os.name == "nt" and "WT_SESSION" not in environment:
        yield told("console", "may be an old one", "open the game in Windows Terminal")
