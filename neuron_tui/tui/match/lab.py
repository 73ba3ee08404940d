"""The lab of a match: other start weights, other settings and branches, none of which is scored."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from neuron_tui.game.lab.run import OWN, Run, name
from neuron_tui.game.lab.runs import Lab
from neuron_tui.tui.kit.cells import Line, width_of
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.tape.commands import awake
from neuron_tui.tui.match.lab_settings import (
    Key,
    branch_settings,
    experiment_settings,
    turned,
    turned_terms,
)
from neuron_tui.tui.match.panels.settings_panel import SettingsPanel, settings_list
from neuron_tui.tui.match.side_by_side import called, ends
from neuron_tui.tui.match.start_weights import StartWeightsScreen

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class LabBench:
    """Brings runs to the screen: the one in front in every picture, and the one behind it as a ghost.

    `lab` says which run is wanted; `run` is the one on the screen, and `ghost` the one behind it: they follow
    as soon as the wanted one is recorded far enough.
    """

    def __init__(self, screen: MatchScreen, lab: Lab) -> None:
        self._screen = screen
        self.lab = lab
        self.run: Run = lab.own
        self.ghost: Run | None = None
        """The one behind it in the pictures."""
        self._reached_on_own = 0
        self.left_at = 0
        """The iteration from which the player took the weights in hand."""
        self._row_to_add: tuple[int, ...] = (0,) * len(lab.own.puzzle.input_names)
        self._keys: tuple[Key, ...] = ()
        """The settings that are shown."""

    @property
    def settled(self) -> bool:
        """Whether the run that is wanted is the one on the screen."""
        return self.run is self.lab.front

    @property
    def on_own_run(self) -> bool:
        """Whether the match's own run is on the screen."""
        return self.run is self.lab.own

    @property
    def run_name(self) -> str:
        """What is on the screen; empty where that is the match's own run."""
        return name(self.run, self.lab.own)

    @property
    def ghost_name(self) -> str:
        """What is behind it; empty where nothing is."""
        return "" if self.ghost is None else name(self.ghost, self.lab.own) or OWN

    @property
    def untrained(self) -> bool:
        """Whether nobody has seen the match's own training yet, and it is not wanted either."""
        return self._reached_on_own == 0 and (self.lab.trying or self._screen.player.reached == 0)

    def bring(self, lab: Lab, at: int | None = None, *, play: bool = False) -> None:
        """Bring another run to the front, as soon as it is recorded to where the playhead will be.

        That is iteration `at`, else where it is now. Turns of the player's hand are no iterations: from them
        it goes back to where it came from. The match's own run goes on where it was left, even if the end of
        another run was seen meanwhile.
        """
        if lab is self.lab:
            return
        self._note_reached()
        player, front = self._screen.player, self.lab.front
        if self.settled and front.hand is None and lab.front.hand is not None:
            self.left_at = player.iteration
        if at is None and front.hand is not None:
            at = self.left_at
        own_end = lab.own.replay.iterations
        ends = player.at_end if at is None else at >= own_end
        if not lab.trying and ends and self._reached_on_own < own_end:
            at = self._reached_on_own
        self.lab = lab
        player.load(lab.front.replay.recording, self._show_front, at, play=play)

    def _note_reached(self) -> None:
        """How far the match's own run was seen, while it is on the screen."""
        if self.settled and not self.lab.trying:
            self._reached_on_own = max(self._reached_on_own, self._screen.player.reached)

    def _show_front(self) -> None:
        lab = self.lab
        self.run = lab.front
        self._screen.player.reached = lab.front.replay.iterations if lab.trying else self._reached_on_own
        ghost = lab.ghost
        if ghost is not None and ghost.replay.off != lab.front.replay.off:
            ghost.replay.switch(frozenset())  # only of what is in front it is said what is switched off
        if ghost is not None and ghost.replay.step != lab.front.replay.step:
            ghost = None
        self.ghost = ghost
        self._screen.run_changed(None if ghost is None else ghost.replay)
        self.select_chosen_row()

    def trains(self) -> bool:
        """Whether the run in front is a training; where it is the player's hand, say so."""
        if self.lab.front.hand is not None:
            said = "Your turns are no training. Let the neuron take over first."
            self._screen.notify(said, markup=False, timeout=4)
        return self.lab.front.hand is None

    def other_start(self) -> None:
        """Draw other start weights."""
        self.bring(self.lab.next_seed())

    def back(self) -> None:
        """Return to the match's own run; once it is on the screen, take the ghost away.

        The tool of a task is put away with what it made, which comes back with the tool.
        """
        first = self._screen.task_bench.comes_first
        lab = self.lab.back()
        if self._screen.task_bench.under_way:
            self._screen.column.close()
            self._screen.panels.close()
            lab = lab.back()
        if lab.front is not self.lab.front:
            self.bring(lab, play=first)
        elif self.settled:
            self._note_reached()
            self.lab = lab
            self._show_front()

    def swap(self) -> None:
        """Bring the run behind to the front."""
        self.bring(self.lab.swap())

    async def experiment(self) -> None:
        """Open the settings, or close them."""
        if isinstance(self._screen.column.aside, SettingsPanel) and self.lab.front.begins_as_set:
            self._screen.close_aside()
            return
        if not self.lab.front.begins_as_set:
            self.bring(self.lab.experiment(self.lab.front.settings))
        await self._screen.open_aside(SettingsPanel)

    async def branch(self) -> None:
        """Leave the run in front here, and open what the branch is to learn from."""
        if not self.settled or not self.trains():
            return
        lab, at = self.lab, self._screen.player.iteration
        branched = lab.branch(at)
        if branched is lab:
            said = "There is no room for another branch of so long a training."
            self._screen.notify(said, markup=False, timeout=4)
            return
        self.bring(branched, at)
        await self._screen.open_aside(SettingsPanel)

    def fill(self, panel: SettingsPanel) -> bool:
        """Show the settings of the run in front. Returns whether it has any: the player's hand has none."""
        front = self.lab.front
        if front.hand is not None:
            return False
        tasks = self._screen.task_bench
        if front.terms is None:
            title, settings = "Experiment", experiment_settings(front.settings, self.lab.own.settings)
            if "plane" not in self._screen.panels.shown:  # it comes with the threshold, and so do the others
                settings = {key: settings[key] for key in ("learning_rate", "iterations", "seed")}
        else:
            title = f"Branch from {self._screen.iteration_called} {front.replay.since:,}"
            stem = front.replay.earlier or front.replay
            rate = stem.training_at(front.replay.since).learning_rate
            settings = branch_settings(front.terms, rate, front.terms.free(self._row_to_add))
        settings = {key: setting for key, setting in settings.items() if tasks.lets_change(key)}
        self._keys = tuple(settings)
        panel.typed = self._keys.index("seed") if "seed" in self._keys else None
        if tasks.under_way:
            title = "What it learns from" if front.terms else "Settings"
        shown = tuple(settings.values())
        panel.show(partial(settings_list, title, shown, alone=tasks.under_way, beside=self._beside()))
        return True

    def _beside(self) -> Line:
        """How far off the two runs on the screen are at their ends; empty where there is one."""
        if self.ghost is None:
            return ()
        with_error = "error" in self._screen.panels.shown
        label, this, that = ends(self.run, self.ghost, self.lab.own.puzzle, with_error=with_error)[0]
        if width_of(this) > len("0.0000"):
            label = label.partition(" ")[2]
        other = f"  {called(with_error)[1]} {that}"
        return (label + " ", "muted"), (this, "accent strong"), (other, "muted")

    def turn_setting(self, index: int, steps: int) -> None:
        """Change one of the settings by some steps."""
        front, key = self.lab.front, self._keys[index]
        terms, task = front.terms, self._screen.task_bench
        if terms is None:
            self.bring(self.lab.experiment(turned(front.settings, key, steps)))
        elif key == "add":
            row = terms.free(self._row_to_add) or self._row_to_add
            self._row_to_add = terms.free(row, steps) or self._row_to_add
            self._screen.column.fill()
        else:
            only = task.task if task.under_way else None
            self.bring(self.lab.rebranch(turned_terms(terms, key, steps, only)))

    def take_setting(self, index: int) -> None:
        """Enter on a setting turns it; start weights can be typed, and the row to add is added."""
        terms, key = self.lab.front.terms, self._keys[index]
        if key == "seed":
            self._type_start_weights()
        elif terms is None or key != "add":
            self.turn_setting(index, 1)
        else:
            self.bring(self.lab.rebranch(terms.add(terms.free(self._row_to_add) or self._row_to_add)))

    def _type_start_weights(self) -> None:
        front, own = self.lab.front, self.lab.own.settings

        def begin(weights: tuple[float, ...] | None) -> None:
            if weights is not None:
                settings = replace(front.settings, start=weights, seed=own.seed)
                self.bring(self.lab.experiment(settings))

        names, now = front.replay.weight_names, front.replay.recording.tape[0].tolist()
        yours = front.settings.start not in ((), own.start)
        self._screen.app.push_screen(StartWeightsScreen(names, now, yours=yours), begin)

    def select_chosen_row(self) -> None:
        """Select the row whose setting is chosen, wherever it is in the table now."""
        terms, panel = self.lab.front.terms, self._screen.column.aside
        if terms is None or not isinstance(panel, SettingsPanel) or panel.chosen >= len(self._keys):
            return
        key = self._keys[panel.chosen]
        if isinstance(key, int) and (place := terms.place(key)) is not None:
            self._screen.selection.select_row(place)


def _has_ghost(screen: MatchScreen) -> bool:
    return screen.awake and screen.bench.lab.ghost is not None


def _tries(screen: MatchScreen) -> bool:
    tries = screen.bench.lab.trying or screen.task_bench.under_way
    return screen.awake and tries and not screen.task_bench.comes_first


def _not_yet_learned(screen: MatchScreen) -> bool:
    return screen.task_bench.comes_first and screen.task_bench.under_way


BACK = "back to the match's own training"
BACK_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command("back", "R", "to the match", lambda s: s.bench.back(), _tries, BACK),
    Command("on its own", "R", "let it learn", lambda s: s.bench.back(), _not_yet_learned, BACK),
)
LAB_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Try out",
    Command(
        "experiment",
        "e",
        "experiment",
        lambda s: s.bench.experiment(),
        awake,
        "experiment with other settings",
    ),
    Command("branch", "b", "branch", lambda s: s.bench.branch(), awake, "branch off from this iteration"),
    Command("other start", "r", "other start", lambda s: s.bench.other_start(), awake, "other start weights"),
    Command("swap", "x", "the other run", lambda s: s.bench.swap(), _has_ghost, "swap the two runs"),
    Command("alone", "R", "hide the other run", lambda s: s.bench.back(), _has_ghost, listed=False),
)
