"""The game with the scoreboard behind one key, F12. Arguments: the journal's file, and the player."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

import neuron_tui.tui.app
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.scores.screen import ScoresScreen

FOLDERS = [Folder(bundled_puzzles(), "bundled")]


class ScoreboardApp(NeuronApp):
    """Home, and the scoreboard on it."""

    CSS_PATH = Path(neuron_tui.tui.app.__file__).with_name("home") / "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f12", "scores", "scores")]

    def action_scores(self) -> None:
        """Open the scoreboard."""
        self.push_screen(ScoresScreen(Keeper(Path(sys.argv[1]), sys.argv[2]), Shelf(FOLDERS)))


if __name__ == "__main__":
    ScoreboardApp(FOLDERS).run()
