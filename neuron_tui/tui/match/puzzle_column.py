"""The left side of a match: the table of the puzzle, and below it the words or a panel in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from neuron_tui.tui.match.panels.chooser import Chooser
from neuron_tui.tui.match.panels.hand_panel import HandPanel
from neuron_tui.tui.match.panels.runs_panel import RunsPanel
from neuron_tui.tui.match.panels.settings_panel import SettingsPanel

if TYPE_CHECKING:
    from neuron_tui.tui.match.hand import HandOnWeights
    from neuron_tui.tui.match.kept_runs import KeptRuns
    from neuron_tui.tui.match.lab import LabBench


class PuzzleColumn(Vertical):
    """Opens at most one panel in place of the words, keeps it up to date, and passes its changes on.

    The settings are the bench's, the sliders those of the hand on the weights, the list that of the runs.
    """

    def __init__(self, bench: LabBench, hand: HandOnWeights, runs: KeptRuns) -> None:
        super().__init__(id="puzzle", classes="panel")
        self._bench, self._hand, self._runs = bench, hand, runs

    @property
    def aside(self) -> Chooser | None:
        """The panel that is open."""
        return next(iter(self.query(".aside").results(Chooser)), None)

    async def open(self, kind: type[Chooser]) -> None:
        """Open a panel of this kind, unless one is open already. It has the next key."""
        if not isinstance(self.aside, kind):
            self.close()
            self.screen.add_class("-aside")
            await self.mount(kind(classes="aside"))
        self.screen.set_focus(self.aside)

    def close(self) -> bool:
        """Take the panel away; the words are back. Returns whether there was one."""
        panel = self.aside
        if panel is None:
            return False
        panel.remove_class("aside")
        panel.remove()
        self.screen.remove_class("-aside")
        self.screen.set_focus(None)
        if isinstance(panel, HandPanel):
            self._hand.let_go()
        return True

    def fill(self) -> None:
        """Show the run in front in the panel, or close it where it does not fit that run."""
        match self.aside:
            case SettingsPanel() as panel:
                fits = self._bench.fill(panel)
            case HandPanel() as panel:
                fits = self._hand.fill(panel)
            case RunsPanel() as panel:
                self._runs.fill(panel)
                return
            case _:
                return
        if not fits:
            self.close()

    @on(Chooser.Changed)
    def _changed(self, message: Chooser.Changed) -> None:
        match self.aside:  # none where it was closed meanwhile
            case SettingsPanel():
                self._bench.turn_setting(message.index, message.steps)
            case HandPanel():
                self._hand.change(message.index, message.steps, message.fine)

    @on(Chooser.Taken)
    def _taken(self, message: Chooser.Taken) -> None:
        match self.aside:
            case SettingsPanel():
                self._bench.take_setting(message.index)
            case HandPanel():
                self._hand.take(message.index)
            case RunsPanel():
                self._runs.take(message.index)

    @on(RunsPanel.Forgotten)
    def _forgotten(self, message: RunsPanel.Forgotten) -> None:
        self._runs.forget(message.index)

    @on(Chooser.Chosen)
    def _chosen(self) -> None:
        self._bench.select_chosen_row()
        self._hand.choose()

    @on(HandPanel.Dragged)
    def _weight_dragged(self, message: HandPanel.Dragged) -> None:
        self._hand.turn_to(message.index, message.value)
