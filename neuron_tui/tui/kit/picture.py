"""The base of every picture of a training: it derives from (replay, iteration) and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import reactive

from neuron_tui.game.replay.replay import Replay
from neuron_tui.tui.kit.painted import Painted


class Picture(Painted, can_focus=True):
    """A picture of one moment of a training. The screen binds the reactive values to its own."""

    about: ClassVar[str] = ""
    """One line that says what the picture shows."""

    iteration = reactive(0, repaint=False)
    recorded = reactive(0, repaint=False)
    reached = reactive(0, repaint=False)
    selected = reactive(0, repaint=False)
    linear = reactive(False, repaint=False)

    def __init__(self, replay: Replay, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.replay = replay
        self.ghost: Replay | None = None

    @property
    def seen(self) -> int:
        """How far it may show what lies ahead of the playhead: what was reached before, and is recorded."""
        return min(self.reached, self.replay.recording.recorded)

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Show another training, and behind it the faint ghost of one more."""
        self.replay, self.ghost = replay, ghost
        self.repaint()

    watch_iteration = watch_recorded = watch_selected = watch_linear = Painted.repaint
    """(`reached` has no watcher: it only ever moves with the iteration.)"""
