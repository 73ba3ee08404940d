"""Where things are kept on this computer."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder of all the player's files: `NEURON_TUI_HOME`, or the user's data folder."""
    if chosen := os.environ.get("NEURON_TUI_HOME"):
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("neuron-tui", appauthor=False)


def own_puzzles() -> Path:
    """The player's own puzzles."""
    return home() / "puzzles"


def drafts_file() -> Path:
    """The file that keeps the puzzle that the player is making."""
    return home() / "draft.json"


def visitors() -> Path:
    """The folder that has one of their own for each visitor of `neuron-tui serve`."""
    return home() / "visitors"


def journal() -> Path:
    """The file that keeps every answered question."""
    return home() / "journal.sqlite3"


def report_file() -> Path:
    """The file with the last fault of the game itself."""
    return home() / "report.txt"


def settings_file() -> Path:
    """The file with what the player has set: in `NEURON_TUI_HOME`, or the user's configuration folder."""
    if os.environ.get("NEURON_TUI_HOME"):
        return home() / "settings.json"
    import platformdirs

    return platformdirs.user_config_path("neuron-tui", appauthor=False) / "settings.json"


def bundled_puzzles() -> Path:
    """The puzzles that come with the game."""
    return _bundled("bundled_puzzles", "puzzles")


def documents() -> Path:
    """The documents that come with the game."""
    return _bundled("documents", "docs")


def _bundled(name: str, beside: str) -> Path:
    """A folder inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    return installed if (installed := package / name).is_dir() else package.parent / beside
