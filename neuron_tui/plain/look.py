"""A puzzle that asks nothing: its rows are looked at, and its task may come before the training."""

from __future__ import annotations

from neuron_tui.game.explain.asking import asking
from neuron_tui.plain.command import HOME, Command, Way, converse, goes, unknown
from neuron_tui.plain.match import ROW, TABLE, PlainMatch
from neuron_tui.plain.task import PlainTask


class PlainLook:
    """What is done before the neuron learns."""

    def __init__(self, played: PlainMatch, task: PlainTask | None) -> None:
        self.played, self.conversation = played, played.conversation
        self.task = task if task is not None and task.task.comes_first else None

    def run(self) -> Way:
        """Until the neuron is to learn."""
        self.conversation.say(asking(self.played.puzzle, 0))
        way = converse(self, PlainLook._asks, LOOK_COMMANDS, PlainLook._take)
        if way == "on":
            self.played.match = self.played.match.begin_training()
        return way

    @property
    def _task_waits(self) -> bool:
        return self.task is not None and not self.task.opened

    def _asks(self) -> str:
        return f"An empty line {'begins it' if self._task_waits else 'lets the neuron learn'}."

    def _take(self, typed: str) -> Way | None:
        if typed:
            unknown(self.conversation, typed)
            return None
        if self._task_waits:
            return self.do_task()
        return "on"

    def do_task(self) -> Way | None:
        return None if self.task is None else self.task.run()


LOOK_COMMANDS: tuple[Command[PlainLook], ...] = (
    Command(
        "task", "what there is to do", lambda s, _: s.do_task(), lambda s: s.task is not None, listed=True
    ),
    Command("learn", "let the neuron learn", goes("on"), listed=True),
    TABLE,
    ROW,
    HOME,
)
