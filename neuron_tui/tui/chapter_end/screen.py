"""The page after the last puzzle of a chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from neuron_tui.game.course.chapter_end import MARKS, says
from neuron_tui.game.explain.numbers import probability
from neuron_tui.puzzle.library.chapter_end import ChapterEnd
from neuron_tui.tui.chapter_end.drawing import drawn
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.glyphs import RIGHT, WRONG
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG, Words
from neuron_tui.tui.shell.game_screen import GameScreen

_ANSWER = Binding.Group("answer")


def _asks(screen: ChapterEndScreen) -> bool:
    """Whether the question waits for an answer, and is seen."""
    return screen.answered is None and (not screen.small or screen.front == "check")


COMMANDS: tuple[Command[ChapterEndScreen], ...] = (
    Command("zero", "0", "answer 0", lambda s: s.answer(0), _asks, group=_ANSWER),
    Command("one", "1", "answer 1", lambda s: s.answer(1), _asks, group=_ANSWER),
    Command("read on", "enter", "read on", lambda s: s.read_on(), lambda s: not s.read, shown="Enter"),
    Command("go on", "enter", "go on", lambda s: s.leave_for("next"), about="the next chapter",
            shown="Enter"),
    Command("leave", "escape", "home", lambda s: s.leave_for("home"), about="back home", shown="Esc"),
)  # fmt: skip


class ChapterEndScreen(GameScreen[None]):
    """Says what was learned and what comes next, and asks one question that nobody counts."""

    CSS_PATH = "screen.tcss"
    PANELS = ("say", "check", "lower")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(100, "-wide")]
    VERTICAL_BREAKPOINTS = [(30, "-tall")]
    GAME_COMMANDS = COMMANDS
    HELP = """
    A chapter is behind you. At the left stands what you can say now. At the right is one small
    question on a picture: press 0 or 1. It brings no points, and your first answer stands.

    Enter reads on, and then goes on to the next chapter. Escape goes home, where v opens this page again.
    """

    @dataclass
    class Left(Message):
        """The page was read."""

        screen: ChapterEndScreen
        to: Literal["next", "home"]

    def __init__(self, title: str, place: str, end: ChapterEnd, *, first: bool) -> None:
        """`place` is which chapter ends; `first` whether it is the first one that does."""
        super().__init__()
        self._title, self._place, self._end, self._first = title, place, end, first
        self.answered: int | None = None
        self.read: bool = False
        """Whether all is shown: what comes after the question waits for its answer, or for Enter."""

    def compose(self) -> ComposeResult:
        end = self._end
        yield Heading(self._title, self._place)
        with Horizontal(id="upper"):
            yield Words(id="say", classes="panel")
            with Vertical(id="check", classes="panel"):
                picture = Canvas(drawn, end.check, id="picture")
                picture.styles.height = len(drawn(end.check, self.app.size.width))
                yield picture
                yield Words(id="asked")
        yield Words(id="lower")
        yield KeyLine()

    def on_mount(self) -> None:
        end = self._end
        self.query_one("#say").border_title = "You can now say"
        self.query_one("#check").border_title = "One small check"
        self.query_one("#say", Words).say([visible(said) for said in end.say])
        self._ask()

    def answer(self, answer: int) -> None:
        self.answered = answer
        self._ask()
        self.front = "check"
        if not self.small:
            self.read_on()
        self.refresh_bindings()

    def read_on(self) -> None:
        """Show what comes after the question; where one panel at a time is seen, first the question."""
        if self.small and self.front == "say":
            self.front = "check"
            return
        self.read = True
        self.front = "lower"
        end = self._end
        earnest = Content.assemble(
            ("In earnest  ", MARK), visible(end.earnest.text), (f"  {visible(end.earnest.source)}", MUTED)
        )
        marks = [Content.assemble((MARKS, MUTED))] if self._first else []
        self.query_one("#lower", Words).say([earnest, *marks, Content.assemble((visible(end.next), STRONG))])
        self.refresh_bindings()

    def watch_front(self, front: str) -> None:
        super().watch_front(front)
        if front == "lower" and not self.read:
            self.read_on()
        self.refresh_bindings()

    def _ask(self) -> None:
        question = Content(visible(self._end.check.question))
        below = self._keys() if self.answered is None else self._reply(self.answered)
        self.query_one("#asked", Words).say([question, below])

    def _keys(self) -> Content:
        zero, one = self._end.check.choices or ("it says 0", "it says 1")
        return Content.assemble(("0", MARK), f" {visible(zero)}   ", ("1", MARK), f" {visible(one)}")

    def _reply(self, answered: int) -> Content:
        """What the player said and what the neuron says, and why."""
        check = self._end.check
        right = answered == check.answer
        mark, style = (RIGHT, "$right") if right else (WRONG, "$wrong")
        said = f"You said {visible(check.choices[answered]) if check.choices else answered}."
        if not check.choices:
            said += f" It says {probability(says(check))}."
        why = visible(check.right if right else check.wrong)
        return Content.assemble((f"{mark} ", f"bold {style}"), (said, STRONG), f"\n{why}")

    def leave_for(self, to: Literal["next", "home"]) -> None:
        self.post_message(self.Left(self, to))
