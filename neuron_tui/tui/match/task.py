"""The task of a puzzle, after its verdict or in the place of a question: its tool, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from neuron_tui.game.lab.run import Run
from neuron_tui.game.task.standing import Standing, beginning, standing
from neuron_tui.game.task.words import beside_par, compared, done, goal, progress
from neuron_tui.puzzle.task import Task
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.glyphs import RIGHT
from neuron_tui.tui.kit.looks import told
from neuron_tui.tui.kit.text_panel import MARK, Paragraph
from neuron_tui.tui.match.panels.settings_panel import SettingsPanel
from neuron_tui.tui.match.pictures.drawing import Drawing

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class TaskBench:
    """Watches what the player tries with the tools of the match, and keeps the best that reached the goal."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen
        self.opened = self.hinted = self._looked = False
        self.best: int | None = None
        self._best_before: int | None = None
        """The best when it was opened last, and what was there was looked at."""
        self._run: Run | None = None
        """The run that the player left, to come back to."""
        self._picture: tuple[int, ...] = ()
        self._weights: tuple[float, ...] = ()
        """Those of the best by hand."""

    @property
    def task(self) -> Task | None:
        return self._screen.puzzle.task

    @property
    def waits(self) -> bool:
        """Whether there is a task that was not looked at yet."""
        return self.task is not None and not self.opened

    @property
    def comes_first(self) -> bool:
        """Whether it is to be done before the neuron trains, which it has not yet."""
        screen, task = self._screen, self.task
        if task is None or screen.puzzle.questions or screen.solved:
            return False
        return task.comes_first and screen.bench.untrained

    @property
    def speaks(self) -> bool:
        """Whether its words are due: it is in the place of the question, or under way."""
        return self.under_way or (self.comes_first and not self._screen.awake)

    @property
    def under_way(self) -> bool:
        """Whether its tool is open, or what the player made with it is on the screen."""
        screen, task = self._screen, self.task
        if task is None or not self.opened or not (screen.solved or self.comes_first):
            return False
        own, front = screen.bench.lab.own, screen.bench.lab.front
        match task.do:
            case "by hand":
                return front.hand is not None
            case "fool":
                return isinstance(screen.maximized, Drawing)
            case "set up":
                set_up = isinstance(screen.column.aside, SettingsPanel) or front is not own
                return set_up and front.begins_as_set
        return front.terms is not None and front.stem is own and front.replay.since == 0

    def lets_change(self, key: str | int) -> bool:
        """Whether this setting, or the row of this index, is among what the task leaves to the player."""
        task = self.task
        if task is None or not self.under_way:
            return True
        if isinstance(key, int):
            return key < len(self._screen.puzzle.examples)
        return key in task.may

    async def open(self) -> None:
        """Open the tool of the task, as it was left."""
        screen, bench, task = self._screen, self._screen.bench, self.task
        if task is None:
            return
        if not screen.awake:
            screen.begin_training()
        self.opened, self._looked, screen.reading = True, False, False
        if task.do == "by hand":
            await screen.hand.open_from_nothing()
        elif task.do == "fool":
            end = bench.lab.own.replay.iterations
            bench.bring(bench.lab.show(bench.lab.own), end)
            screen.player.go(end)
            drawing = Drawing(screen.replay, screen.selected, self._of_picture)
            drawing.border_title = "Your turn"
            drawing.inputs = self._picture = self._picture or beginning(task, screen.puzzle)
            await screen.panels.open_view(drawing)
        else:
            if self._run is not None:
                bench.bring(bench.lab.show(self._run), self._run.replay.iterations)
            elif task.do != "set up":
                bench.bring(bench.lab.branch(0), bench.lab.own.replay.iterations)
            await screen.open_aside(SettingsPanel)
        screen.show()

    def hint(self) -> None:
        """Say the hint in place of the goal, or the goal again."""
        self.hinted = not self.hinted
        self._screen.show()
        self._repaint_drawing()

    def look(self) -> None:
        """See how far it is with what is on the screen."""
        if not self.under_way or not self._screen.bench.settled:
            return
        front = self._screen.bench.run
        if front.hand is None:
            self._run = front
        self._reached(self._standing())
        if not self._looked:
            self._looked, self._best_before = True, self.best

    def drawn(self, picture: tuple[int, ...]) -> None:
        """The player has another picture now."""
        self._picture = picture
        self.look()
        self._repaint_drawing()

    def _repaint_drawing(self) -> None:
        for drawing in self._screen.query(Drawing):
            drawing.repaint()

    def _standing(self) -> Standing:
        screen, task = self._screen, self.task
        if task is None or (task.do == "fool" and not self._picture):
            return Standing(None)
        return standing(task, screen.bench.lab.own, screen.bench.run, screen.iteration, self._picture)

    def _reached(self, now: Standing) -> None:
        if now.done and now.count is not None and (self.best is None or now.count < self.best):
            self.best, self.hinted = now.count, False
            self._weights = tuple(map(float, self._screen.replay.weights(self._screen.iteration)))
            if self.task is not None:
                self._screen.answers.keep_task(self.task, now.count)

    def _asks(self, task: Task) -> str:
        """The goal, or the hint."""
        return task.hint if self.hinted else told(goal(task, self._screen.bench.lab.own), self._screen.app)

    def _of_picture(self) -> tuple[str, str]:
        """What is said above a drawing: the goal, and how far it is."""
        if (task := self.task) is None:
            return "", ""
        now = self._standing()
        if self.best is None or self.hinted:
            return self._asks(task), progress(task, now)
        best = f"{RIGHT} {done(task, self.best)}  {beside_par(task, self.best)}"
        return best, f"{progress(task, now)} R goes back."

    def verdict(self) -> list[Paragraph]:
        """What the player did beside what the neuron did."""
        task, lab = self.task, self._screen.bench.lab
        said = [] if task is None else compared(task, lab.own, self.best, self._weights)
        return [Content("\n").join(map(visible, said))]

    def words(self) -> list[Paragraph]:
        """The goal until it is reached, then the best yet; and how far it is now."""
        if (task := self.task) is None:
            return []
        if self.hinted or self.best is None:
            lead = "Hint  " if self.hinted else "Your turn  "
            lines = [Content.assemble((lead, MARK), visible(self._asks(task)))]
        else:
            way_on = "lets it learn on its own." if self.comes_first else "goes back."
            said = done(task, self.best, before=self.best == self._best_before)
            beside = f"{beside_par(task, self.best)} "
            lines = [
                Content.assemble((f"{RIGHT} ", "bold $right"), said),
                Content.assemble(beside, ("R", MARK), f" {way_on}"),
            ]
        now = progress(task, self._standing())
        return [Content("\n").join([*lines, Content(now)] if now else lines)]


def _waits(screen: MatchScreen) -> bool:
    tasks, reads_on = screen.task_bench, screen.reads and screen.speech.has_more
    return tasks.waits and not reads_on and (screen.goes_on or (tasks.comes_first and not screen.awake))


def _is_to_learn(screen: MatchScreen) -> bool:
    return not (screen.awake or screen.guessing or screen.task_bench.comes_first)


def _can_do_it(screen: MatchScreen) -> bool:
    on_top = screen.column.aside or screen.maximized
    task = screen.task_bench.task
    due = screen.solved or (screen.awake and screen.task_bench.comes_first)
    return task is not None and due and on_top is None and not _waits(screen)


def _has_hint(screen: MatchScreen) -> bool:
    task = screen.task_bench.task
    return task is not None and bool(task.hint) and screen.task_bench.under_way


TASK_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command(
        "your turn",
        "enter,T",
        "your turn",
        lambda s: s.task_bench.open(),
        _waits,
        "the task of this puzzle",
        shown="Enter",
        palette=False,
    ),
    Command(
        "let it learn",
        "enter",
        "let it learn",
        lambda s: s.begin_training(),
        _is_to_learn,
        shown="Enter",
        palette=False,
    ),
    Command("task", "T", "your turn", lambda s: s.task_bench.open(), _can_do_it, "the task of this puzzle"),
    Command("task hint", "h", "hint", lambda s: s.task_bench.hint(), _has_hint, "a hint for the task"),
)
