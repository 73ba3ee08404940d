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
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG, Paragraph, Words
from neuron_tui.tui.shell.game_screen import GameScreen

_ANSWER = Binding.Group("answer")
COMMANDS: tuple[Command[ChapterEndScreen], ...] = (
    Command("zero", "0", "answer 0", lambda s: s.answer(0), group=_ANSWER),
    Command("one", "1", "answer 1", lambda s: s.answer(1), group=_ANSWER),
    Command("go on", "enter", "go on", lambda s: s.leave_for("next"), about="the next chapter",
            shown="Enter"),
    Command("leave", "escape", "home", lambda s: s.leave_for("home"), about="back home", shown="Esc"),
)  # fmt: skip


class ChapterEndScreen(GameScreen[None]):
    """Says what was learned and what comes next, and asks one question that nobody counts."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(100, "-wide")]
    VERTICAL_BREAKPOINTS = [(30, "-tall")]
    GAME_COMMANDS = COMMANDS
    HELP = """
    A chapter is behind you. At the left stands what you can say now. At the right is one small
    question on a picture: press 0 or 1. It brings no points, and you may press the other one, too.

    Enter goes on to the next chapter, and Escape goes home.
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
        earnest = Content.assemble(
            ("In earnest  ", MARK), visible(end.earnest.text), (f"  {visible(end.earnest.source)}", MUTED)
        )
        marks = [Content.assemble((MARKS, MUTED))] if self._first else []
        self.query_one("#lower", Words).say([earnest, *marks, Content.assemble((visible(end.next), STRONG))])
        self._ask()

    def answer(self, answer: int) -> None:
        self.answered = answer
        self._ask()

    def _ask(self) -> None:
        check = self._end.check
        zero, one = check.choices or ("it says 0", "it says 1")
        keys = Content.assemble(("0", MARK), f" {visible(zero)}   ", ("1", MARK), f" {visible(one)}")
        asked: list[Paragraph] = [Content("\n").join((Content(visible(check.question)), keys))]
        if self.answered is not None:
            asked.append(self._reply(right=self.answered == check.answer))
        self.query_one("#asked", Words).say(asked)

    def _reply(self, *, right: bool) -> Content:
        check = self._end.check
        mark, style = (RIGHT, "$right") if right else (WRONG, "$wrong")
        said = visible(check.right if right else check.wrong)
        output = "" if check.choices else f" It says {probability(says(check))}."
        return Content.assemble((f"{mark} ", f"{STRONG} {style}"), said + output)

    def leave_for(self, to: Literal["next", "home"]) -> None:
        self.post_message(self.Left(self, to))
