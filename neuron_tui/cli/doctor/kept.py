"""What is kept on this computer: folders, journal, settings, the draft, and puzzles. Nothing is changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from neuron_tui import folders
from neuron_tui.cli.doctor.finding import Finding, not_well, told
from neuron_tui.game.journal.aside import damaged_ones
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.puzzle.text import clean, plural

LABELS = {"given": "given puzzles", "own": "your puzzles", "bundled": "bundled puzzles"}
BEGIN_ANEW = "remove it; the game begins a new one"


def kept(puzzles: Sequence[Folder]) -> Iterator[Finding]:
    """Everything, the player's own folder first."""
    yield _writable("your files", folders.home())
    yield _writable("settings", folders.settings_file().parent)
    yield from _settings(folders.settings_file())
    yield from _draft(folders.drafts_file())
    yield _journal(folders.journal())
    yield from _set_aside(folders.journal())
    yield from _report(folders.report_file())
    for folder in puzzles:
        yield _puzzles(folder)


def _writable(about: str, folder: Path) -> Finding:
    """Whether a folder, or the nearest above it that is there, can be written to."""
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    shown = clean(str(folder))
    if not nearest.is_dir():
        return not_well(about, f"{clean(str(nearest))} is no folder", "move it away")
    if not os.access(nearest, os.W_OK | os.X_OK):
        do = "change its permissions, or move all your files with NEURON_TUI_HOME"
        return not_well(about, f"you may not write into {clean(str(nearest))}", do)
    return Finding(about, shown if nearest == folder else f"{shown} (not there yet)")


def _settings(file: Path) -> Iterator[Finding]:
    """Only where something is the matter with it."""
    try:
        odd = not isinstance(json.loads(file.read_text(encoding="utf-8")), dict)
    except FileNotFoundError:
        return
    except (OSError, ValueError, RecursionError):
        odd = True
    if odd:
        yield not_well(
            "settings", f"{clean(str(file))} can't be read", "remove it; the game begins a new one"
        )


def _draft(file: Path) -> Iterator[Finding]:
    """Of the puzzle that is being made, where there is one."""
    from neuron_tui.game.builder.drafts import read_drafts

    if not file.exists():
        return
    drafts = read_drafts(file)
    if drafts is None:
        yield not_well("draft", f"{clean(str(file))} can't be read", BEGIN_ANEW)
    else:
        yield Finding("draft", f"kept, with {plural(len(drafts.before), 'step')} back")


def _journal(file: Path) -> Finding:
    from neuron_tui.game.journal.examined import examine

    found = examine(file)
    if found.fault:
        return not_well("journal", found.fault, found.do)
    if found.version is None:
        return Finding("journal", f"{clean(str(file))} (not there yet)")
    return Finding(
        "journal", f"{clean(str(file))}, version {found.version}, {plural(found.answers, 'answer')}"
    )


def _set_aside(file: Path) -> Iterator[Finding]:
    """The damaged journals beside this one."""
    for damaged in damaged_ones(file):
        do = "its answers are in no figure: import again what was exported, or put a copy of the journal back"
        yield told("damaged journal", clean(str(damaged)), do)


def _report(file: Path) -> Iterator[Finding]:
    if file.exists():
        yield told("report", f"{clean(str(file))} tells of a fault of the game", "send it, or remove it")


def _puzzles(folder: Folder) -> Finding:
    """How many puzzles a folder has, and how many files cannot be played."""
    about, path = LABELS[folder.source], clean(str(folder.path))
    if not folder.path.is_dir():
        if folder.source == "own":
            return Finding(about, f"{path} (not there yet)")
        return not_well(about, f"{path} is no folder", "correct NEURON_TUI_PUZZLES, or create it")
    library = scan([folder])
    entries = [entry.read() for entry in library.entries]
    broken = sum(entry.puzzle is None for entry in entries)
    said = f"{path}, {plural(len(entries) - broken, 'puzzle')}"
    passed_over = sum(fault.severity != "note" for _, fault in library.passed_over)
    if not broken and not passed_over:
        return Finding(about, said)
    faults = [plural(broken, "file") + " with errors"] * bool(broken)
    faults += [plural(passed_over, "file") + " passed over"] * bool(passed_over)
    own = " --bundled" if folder.source == "bundled" else "" if folder.source == "own" else f" {path}"
    return not_well(about, ", ".join((said, *faults)), f"`neuron-tui check{own}` says what is wrong")
