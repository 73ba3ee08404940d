"""What was found in puzzle files, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.cells import cell_len

from neuron_tui.cli.check.checking import Checked
from neuron_tui.puzzle.file.faults import Fault, Rewrite
from neuron_tui.puzzle.file.source import Lines, text_of
from neuron_tui.puzzle.text import clean

WIDTH = 76
"""The cells of a line that is shown."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_ABOUT_THE_WHOLE = ("file", "folder", "missing", "id")
"""Faults that are about no line of the file."""


def in_lines(checked: Checked, *, with_notes: bool = True) -> Iterator[str]:
    """All that there is to say of a file: each fault with its line, and a caret under the place."""
    faults = [fault for fault in checked.faults if with_notes or fault.severity != "note"]
    text = text_of(checked.data) if faults else ""
    lines = Lines(text).of(text)
    for fault in faults:
        place, said = clean(f"{checked.path}:{fault.line}:{fault.column}"), clean(fault.message)
        severity = click.style(fault.severity, fg=_COLOURS[fault.severity], bold=True)
        yield f"{place}: {severity}: {said}"
        whole = fault.code in _ABOUT_THE_WHOLE or fault.severity == "note"
        if not whole and fault.line <= len(lines):
            yield from _excerpt(fault, lines[fault.line - 1])


def _excerpt(fault: Fault, line: str) -> Iterator[str]:
    """The line of a fault, cut to what fits, and carets under what it is about."""
    first = max(fault.column - 1 - WIDTH // 2, 0) if cell_len(line) > WIDTH else 0
    shown, before = clean(line[first : first + WIDTH]), clean(line[first : fault.column - 1])
    about = clean(line[fault.column - 1 : fault.column - 1 + fault.length])
    carets = "^" * max(min(cell_len(about), WIDTH - cell_len(before)), 1)
    number = f"{fault.line:>5} | "
    yield number + shown
    yield (
        " " * (len(number) - 2)
        + "| "
        + " " * cell_len(before)
        + click.style(carets, fg=_COLOURS[fault.severity])
    )


def in_json(files: Sequence[Checked]) -> str:
    """A JSON array with an object per finding, as docs/puzzle-files.md tells."""
    found = [_finding(checked.path, fault) for checked in files for fault in checked.faults]
    found += [_rewrite(checked.path, rewrite) for checked in files for rewrite in checked.rewrites]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _finding(path: Path, fault: Fault) -> dict[str, str | int]:
    return {
        "file": str(path),
        "line": fault.line,
        "column": fault.column,
        "end": fault.column + fault.length,
        "severity": fault.severity,
        "code": fault.code,
        "message": fault.message,
        "fix": fault.message.partition("; ")[2] or fault.message,
    }


def _rewrite(path: Path, rewrite: Rewrite) -> dict[str, str | int]:
    fault = Fault(rewrite.line, rewrite.column, "row", f"plainly: `{rewrite.text}`", length=rewrite.length)
    return {**_finding(path, fault), "severity": "style", "code": "plain", "fix": rewrite.text}
