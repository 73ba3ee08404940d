"""The report of an exception that nobody foresaw, in a file for whoever mends the game."""

from __future__ import annotations

import platform
import traceback
from importlib.metadata import version
from pathlib import Path

from neuron_tui.folders import report_file


def write_report(problem: BaseException) -> Path:
    """Write where it happened and with what versions, over the report before; gives the file.

    Raises OSError where it can't be written.
    """
    names = ("neuron-tui", "textual", "numpy")
    made_of = [f"{name} {version(name)}" for name in names]
    lines = [f"{', '.join(made_of)}, Python {platform.python_version()}, {platform.platform()}\n\n"]
    path = report_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(lines + traceback.format_exception(problem))
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path
