"""A screen that trains beside the match: other start weights, other settings, branches. None is scored."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from neuron_tui.game.lab.runs import Lab, name
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import NeuronSettings
from neuron_tui.tui.kit.cells import Line
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.match.lab_settings import branch_settings, experiment_settings, turned, turned_terms
from neuron_tui.tui.match.panel_focus import PanelsScreen
from neuron_tui.tui.match.panels.chooser import Chooser
from neuron_tui.tui.match.panels.settings_panel import Settings, SettingsPanel

LAB_KEYS: list[BindingType] = [
    Binding("e", "experiment", "experiment", tooltip="other settings"),
    Binding("b", "branch", "branch", tooltip="branch off from here"),
    Binding("r", "other_start", "other start", tooltip="other start weights"),
    Binding("x", "swap", "swap", tooltip="swap the two runs"),
    Binding("R", "back", "puzzle's own", tooltip="the puzzle's own run", key_display="R"),
]
SCORE_STAYS = "Your score stays as it is."
WAY_BACK: Line = (
    ("x", "accent strong"),
    (" swap   ", "muted"),
    ("R", "accent strong"),
    (" puzzle's own", "muted"),
)


class LabScreen(PanelsScreen):
    """Shows the run in front in every picture, and the one behind it as a ghost."""

    LAB_ACTIONS: ClassVar = {"experiment", "branch", "other_start"}

    def __init__(self, replay: Replay, settings: NeuronSettings) -> None:
        super().__init__(replay.recording)
        self.lab = Lab.of(replay, settings)
        self.run = self.lab.own
        """The run that is on the screen: the one in front, as soon as it is recorded far enough."""
        self._seen_of_own = 0
        self._to_add: tuple[int, ...] = (0,) * len(replay.puzzle.input_names)
        """The inputs of the row that a branch can be told in addition."""
        self._left_at = 0
        """The iteration from which the player took the weights in hand."""

    @property
    def replay(self) -> Replay:
        """What is on the screen."""
        return self.run.replay

    @property
    def settled(self) -> bool:
        """Whether the run in front is the one that is on the screen already."""
        return self.run is self.lab.front

    @property
    def waiting(self) -> Recording | None:
        """The match's own run is recorded to its end, whatever is tried meanwhile."""
        return self.lab.own.replay.recording

    def completed(self, recording: Recording) -> None:
        """The trained neuron is there to compare with."""
        super().completed(recording)
        self.fill_aside()

    @property
    def aside(self) -> Chooser | None:
        """The panel in place of the words, while one is open."""
        return next(iter(self.query(".aside").results(Chooser)), None)

    def replay_changed(self) -> None:
        """Another run is in front. For what else a screen shows."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is tried while the neuron is asleep."""
        if action == "swap":
            return self.awake and self.lab.ghost is not None
        if action == "back":
            return self.awake and (self.lab.trying or self.lab.ghost is not None)
        if action in self.LAB_ACTIONS:
            return self.awake
        return super().check_action(action, parameters)

    def bring(self, lab: Lab, at: int | None = None, *, play: bool = False) -> None:
        """Bring another run to the front, as soon as it is recorded to where the playhead will stand.

        That is iteration `at`, else where it stands now; turns in the player's hand are no iterations, so
        that it goes back from them to where it came from. The end of what was tried is not the end of the
        match's own run, which is gone on with where it was left.
        """
        if lab is self.lab:
            return
        if self.settled and not self.lab.trying:
            self._seen_of_own = max(self._seen_of_own, self.reached)
        if self.settled and self.lab.front.hand is None and lab.front.hand is not None:
            self._left_at = self.iteration
        if at is None and self.lab.front.hand is not None:
            at = self._left_at
        ends = self.playhead.at_end if at is None else at >= lab.own.replay.iterations
        if not lab.trying and ends and self._seen_of_own < lab.own.replay.iterations:
            at = self._seen_of_own
        self.lab = lab
        self.load(lab.front.replay.recording, self._show_lab, at, play=play)

    def _show_lab(self) -> None:
        front, ghost = self.lab.front, self.lab.ghost
        self.selected = min(self.selected, len(front.replay.rows) - 1)  # which is in both tables
        self.run = front
        self.reached = front.replay.iterations if self.lab.trying else self._seen_of_own
        behind = None if ghost is None or ghost.replay.step != front.replay.step else ghost.replay
        for picture in self.query(Picture):
            picture.show_run(front.replay, behind)
        self.fill_aside()
        self.replay_changed()
        self._select_chosen_row()
        self.refresh_bindings()

    @property
    def run_name(self) -> str:
        """What is on the screen, empty where that is the puzzle's own training."""
        front, own = self.run, self.lab.own
        if front is own:
            return ""
        if front.hand is not None:
            return "your own hand"
        named = name(front, own)
        if front.stem is None:
            return named
        return f"branch at {front.replay.since:,}" + (f": {named}" if named else "")

    def action_other_start(self) -> None:
        """Draw other start weights."""
        self.bring(self.lab.next_seed())

    def action_back(self) -> None:
        """The puzzle's own settings and start weights."""
        lab = self.lab.back()
        if lab.front is not self.lab.front:
            self.bring(lab)
            return
        self.lab = lab
        self._show_lab()

    def action_swap(self) -> None:
        """The run behind comes to the front."""
        self.bring(self.lab.swap())

    async def action_experiment(self) -> None:
        """Open the settings, or close them."""
        if isinstance(self.aside, SettingsPanel) and self.lab.front.drawn_with_seed:
            self.close()
            return
        if not self.lab.front.drawn_with_seed:
            self.bring(self.lab.experiment(self.lab.front.settings))
        await self.open_aside(SettingsPanel)

    async def action_branch(self) -> None:
        """Leave the run in front here, and open what the branch is to learn from."""
        if not self.settled or not self.trains():
            return
        lab = self.lab.branch(self.iteration)
        if lab is self.lab:
            self.notify("There is no room for another branch of so long a training.", markup=False, timeout=4)
            return
        self.bring(lab, self.iteration)
        await self.open_aside(SettingsPanel)

    def trains(self) -> bool:
        """Whether the run in front is a training; where it is the player's hand, say so."""
        if self.lab.front.hand is not None:
            said = "Your turns are no training. Let the neuron take over first."
            self.notify(said, markup=False, timeout=4)
        return self.lab.front.hand is None

    async def open_aside(self, kind: type[Chooser]) -> None:
        """Open a panel in place of the words, and of another panel that is there. It has the next key."""
        if not isinstance(self.aside, kind):
            self.close()
            self.close_aside()
            panel = kind(classes="aside")
            await self.mount_aside(panel)
            self.set_focus(panel)
        self.fill_aside()

    async def mount_aside(self, panel: Chooser) -> None:
        """Put a panel where the words stand. Overridden by the screen that has the words."""
        raise NotImplementedError

    def close_aside(self) -> bool:
        """Take the panel away; the words are back. Returns whether there was one. Overridden likewise."""
        raise NotImplementedError

    def fill_aside(self) -> None:
        """Bring the open panel up to date, or close it where it does not fit the run in front."""
        panel, front = self.aside, self.lab.front
        if not isinstance(panel, SettingsPanel):
            return
        if front.hand is not None:
            self.close_aside()
        elif front.terms is None:
            settings = experiment_settings(front.settings, self.lab.own.settings)
            panel.shown = Settings("Experiment", SCORE_STAYS, WAY_BACK, settings)
        else:
            title = f"Branch from iteration {front.replay.since:,}"
            stem = front.replay.earlier or front.replay
            rate = stem.training_at(front.replay.since).learning_rate
            settings = branch_settings(front.terms, rate, front.terms.free(self._to_add))
            panel.shown = Settings(title, SCORE_STAYS, WAY_BACK, settings)

    @on(SettingsPanel.Changed)
    def _setting_changed(self, message: SettingsPanel.Changed) -> None:
        terms, settings = self.lab.front.terms, self.lab.front.settings
        if not isinstance(self.aside, SettingsPanel):
            return  # it was closed before it was heard
        if terms is None:
            self.bring(self.lab.experiment(turned(settings, message.index, message.steps)))
        elif message.index > len(terms.rows):
            self._to_add = terms.free(terms.free(self._to_add) or self._to_add, message.steps) or self._to_add
            self.fill_aside()
        else:
            self.bring(self.lab.rebranch(turned_terms(terms, message.index, message.steps)))

    @on(SettingsPanel.Taken)
    def _setting_taken(self, message: SettingsPanel.Taken) -> None:
        """Enter turns a setting as well; it tells the row that was chosen to be added."""
        terms = self.lab.front.terms
        if terms is None or message.index <= len(terms.rows) or self.aside is None:
            self._setting_changed(SettingsPanel.Changed(message.index, 1))
        else:
            self.bring(self.lab.rebranch(terms.add(terms.free(self._to_add) or self._to_add)))

    @on(Chooser.Chosen)
    def _select_chosen_row(self) -> None:
        """Looking at a row's setting selects the row, wherever it stands now."""
        terms, panel = self.lab.front.terms, self.aside
        if terms is None or panel is None or not 1 <= panel.chosen <= len(terms.rows):
            return
        place = terms.place(panel.chosen - 1)
        if place is not None:
            self.select(place)

    def select(self, row: int) -> None:
        """Select a row of the table. Overridden by the screen that has one."""
