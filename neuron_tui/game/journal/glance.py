"""Who stands in the journal, at a glance: for a shell that completes a name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from neuron_tui.game.journal.schema import connect

OWNED = ("answer", "race", "task", "round")
"""The tables whose rows have a player."""
PLAYERS = " UNION ".join(f"SELECT player FROM {table}" for table in OWNED)


def names_in(path: Path) -> list[str]:
    """All players by name, none where the file can't be read; it waits for nobody and mends nothing."""
    if not path.is_file():
        return []
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1")) as connection:
            return sorted(str(player) for (player,) in connection.execute(PLAYERS))
    except sqlite3.Error:
        return []
