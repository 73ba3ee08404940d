"""The task of a puzzle, once its verdict is there: it opens a tool, and says how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from neuron_tui.game.lab.run import Run
from neuron_tui.game.task.standing import Standing, fooled, standing
from neuron_tui.game.task.words import done, goal, par, progress
from neuron_tui.puzzle.task import Task
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.glyphs import RIGHT
from neuron_tui.tui.kit.text_panel import MARK, Paragraph
from neuron_tui.tui.match.panels.settings_panel import SettingsPanel
from neuron_tui.tui.match.pictures.drawing import Drawing

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class TaskBench:
    """Watches what the player tries with the tools of the match, and keeps the best that reached the goal."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen
        self.opened = False
        self.best: int | None = None
        self._run: Run | None = None
        """The run that the player left, to come back to."""
        self._picture: tuple[int, ...] = ()

    @property
    def task(self) -> Task | None:
        return self._screen.puzzle.task

    @property
    def waits(self) -> bool:
        """Whether there is a task that was not looked at yet."""
        return self.task is not None and not self.opened

    @property
    def under_way(self) -> bool:
        """Whether its tool is open, or what the player made with it is on the screen."""
        screen = self._screen
        return self.opened and screen.solved and (screen.column.aside is not None or screen.bench.lab.trying)

    async def open(self) -> None:
        """Open the tool of the task, as it was left."""
        screen, bench, task = self._screen, self._screen.bench, self.task
        if task is None:
            return
        self.opened, screen.reading = True, False
        if task.do == "by hand":
            if screen.hand.panel is None:
                await screen.hand.open()
        elif task.do == "fool":
            drawing = Drawing(screen.replay, screen.selected, self._of_picture)
            if self._picture:
                drawing.inputs = self._picture
            await screen.panels.open_view(drawing)
        else:
            end = bench.lab.own.replay.iterations
            if self._run is not None:
                bench.bring(bench.lab.show(self._run), self._run.replay.iterations)
            elif task.do != "set up":
                bench.bring(bench.lab.branch(0), end)
            await screen.open_aside(SettingsPanel)
            if screen.column.aside is not None and task.do != "set up":
                screen.column.aside.chosen = 1  # the first row, after the learning rate
        screen.show()

    def look(self) -> None:
        """See how far it is with what is on the screen."""
        front = self._screen.bench.run
        if self.under_way and (front.terms is not None or front.begins_as_set):
            self._run = front
        if self.under_way:
            self._reached(self._standing())

    def _standing(self) -> Standing:
        screen, task = self._screen, self.task
        if task is None or task.do == "fool":
            return Standing(None)
        return standing(task, screen.bench.lab.own, screen.bench.run, screen.iteration)

    def _reached(self, now: Standing) -> None:
        if now.done and now.count is not None and (self.best is None or now.count < self.best):
            self.best = now.count
            if self.task is not None:
                self._screen.answers.keep_task(self.task, now.count)

    def _of_picture(self, picture: Sequence[int]) -> tuple[str, str]:
        """What is said above a drawing: the goal, and how far it is."""
        screen, task = self._screen, self.task
        if task is None:
            return "", ""
        self._picture = tuple(picture)
        now = fooled(screen.puzzle, screen.replay, screen.iteration, picture)
        self._reached(now)
        said = [progress(task, now), par(task)] if self.best is None else [done(task, self.best)]
        return goal(screen.puzzle, task), " ".join(filter(None, said))

    def words(self) -> list[Paragraph]:
        """The goal, how far it is, and the best yet."""
        task = self.task
        if task is None:
            return []
        lines: list[Content] = []
        if self.best is not None:
            way_on = Content.assemble(" ", ("R", MARK), " goes back.")
            lines.append(Content.assemble((f"{RIGHT} ", "bold $right"), done(task, self.best)) + way_on)
        said = goal(self._screen.puzzle, task)
        lines.append(Content.assemble(("Your turn  ", MARK), visible(said), " ", par(task)))
        if now := progress(task, self._standing()):
            lines.append(Content(visible(now)))
        return [Content("\n").join(lines)]


def _waits(screen: MatchScreen) -> bool:
    return screen.task_bench.waits and screen.goes_on


def _can_do_it(screen: MatchScreen) -> bool:
    return screen.task_bench.task is not None and screen.solved and not screen.task_bench.under_way


TASK_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command(
        "your turn",
        "enter",
        "your turn",
        lambda s: s.task_bench.open(),
        _waits,
        shown="Enter",
        palette=False,
    ),
    Command("task", "T", "your turn", lambda s: s.task_bench.open(), _can_do_it, "the task of this puzzle"),
)
