"""The runs that the player keeps: a list of them, which brings one to the front, keeps and forgets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from neuron_tui.game.explain.numbers import told_apart
from neuron_tui.game.lab.comparison import at_the_end
from neuron_tui.game.lab.run import OWN, Run, name
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.tape.commands import awake
from neuron_tui.tui.match.panels.runs_panel import RunsPanel, runs_list
from neuron_tui.tui.match.side_by_side import called

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class KeptRuns:
    """The match's own run, and the kept ones of the lab."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen

    @property
    def _runs(self) -> tuple[Run, ...]:
        lab = self._screen.bench.lab
        return lab.own, *lab.kept

    async def open(self) -> None:
        """Open the list with the run in front chosen, or the line that keeps it; or close the list."""
        if isinstance(self._screen.column.aside, RunsPanel):
            self._screen.close_aside()
            return
        await self._screen.open_aside(RunsPanel)
        if isinstance(panel := self._screen.column.aside, RunsPanel):
            runs, front = self._runs, self._screen.bench.lab.front
            panel.chosen = runs.index(front) if front in runs else len(runs)

    def fill(self, panel: RunsPanel) -> None:
        """Show the runs."""
        bench, runs = self._screen.bench, self._runs
        label, other = called("error" in self._screen.panels.shown)
        seen = {bench.ghost: other, bench.run: "this"}
        lines = []
        for run in runs:
            end = at_the_end(run)
            off_by = told_apart(end[0] if end else None, None)[0]
            lines.append((name(run, bench.lab.own) or OWN, off_by, seen.get(run, "")))
        front, last = bench.lab.front, ""
        if front not in runs:
            last = "Full: Delete makes room." if bench.lab.full else f"keep {name(front, bench.lab.own)}"
        panel.show(partial(runs_list, lines, label, last))

    def take(self, index: int) -> None:
        """Bring the run of this line to the front; the last line keeps the one that is there."""
        bench, runs = self._screen.bench, self._runs
        if index < len(runs):
            hand = runs[index].hand
            bench.bring(bench.lab.show(runs[index]), None if hand is None else hand.turns)
        else:
            bench.lab = bench.lab.keep()
            self._screen.column.fill()

    def forget(self, index: int) -> None:
        """Keep the run of this line no longer; the match's own stays."""
        if 0 < index < len(self._runs):
            bench = self._screen.bench
            bench.lab = bench.lab.forget(self._runs[index])
            self._screen.column.fill()


RUN_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Try out",
    Command("runs", "K", "runs", lambda s: s.runs.open(), awake, "keep this run, or bring back another"),
)
