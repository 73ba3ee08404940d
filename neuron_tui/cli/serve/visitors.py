"""What is kept of visitors beside the journal: drafts, settings, and the puzzles that they made."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from neuron_tui.folders import visitors
from neuron_tui.game.files.saving import safe_name
from neuron_tui.game.journal.names import folded


def folder_of(name: str) -> Path:
    """A visitor's folder; the same for a name in capitals."""
    same = folded(name)
    return visitors() / f"{safe_name(same) or 'visitor'}-{sha256(same.encode()).hexdigest()[:8]}"


def forget_visitor(name: str) -> None:
    """Remove the folder, where there is one. Raises OSError."""
    if (folder := folder_of(name)).is_dir():
        rmtree(folder)
