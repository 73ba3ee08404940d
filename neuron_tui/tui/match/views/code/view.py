"""The program of a training, the line of it that is carried out, and the values it has at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from neuron_tui.game.program.text import Program
from neuron_tui.game.replay.replay import Replay, place_of_row
from neuron_tui.tui.kit.cells import Line, Span, width_of, window_start
from neuron_tui.tui.kit.glyphs import SELECTED
from neuron_tui.tui.kit.neuron_numbers import side_style
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.views.code.lines import MEANINGS, code_lines
from neuron_tui.tui.match.views.code.values import (
    STEPS,
    clipped,
    digits,
    examples_in_sight,
    past_lines,
    value_lines,
)

LEAST_VALUES = 4
"""Rows of values that are there however long the program is."""
LEAST_CODE = 8
"""Rows that a long program has at least: its loop is among them."""
LEAST_PAST = 3
"""Rows of past iterations that are worth their title and their names."""
LINES = Binding.Group("line")
ROWS = Binding.Group("row")
PRINTS = "prints now"
ALL_ON = " (all neurons on)"
"""The program trains the whole network, whatever is switched off elsewhere."""


@dataclass(frozen=True)
class CodeHeights:
    """How many rows each part has: the program in sight, the values under their names, what is printed,
    and the past iterations under theirs.

    `gap` rows stay empty above each of them.
    """

    code: int
    values: int
    printed: int
    past: int
    gap: int

    @classmethod
    def share(cls, height: int, code: int, values: int, printed: int) -> CodeHeights:
        """Share out a height among what they want. The values also have a title and names."""
        room = height - 2
        least = max(LEAST_VALUES, (room - LEAST_CODE) // 3)
        kept = min(values, max(least, room - 1 - code))
        seen = min(code, room - 1 - kept)
        said = max(min(printed, room - seen - kept), 0)
        rest = room - seen - kept - said
        gap = int(rest >= 3)
        past = rest - 4 * gap - 2
        return cls(seen, kept, said, past if past >= LEAST_PAST else 0, gap)

    @property
    def title(self) -> int:
        """The row of the values' title; their names are under it."""
        return self.gap + self.code + self.gap

    @property
    def first_value(self) -> int:
        """The row of the first values."""
        return self.title + 2

    @property
    def first_printed(self) -> int:
        """The row of the first thing that is printed."""
        return self.first_value + self.values + self.gap


def rule(name: Span, says: str, width: int) -> Line:
    """A quiet line across that says what is below it."""
    rest = width - 3 - width_of(name[0]) - width_of(says)
    return clipped(
        (("\u2500\u2500 ", "faint"), name, (says, "muted"), ("\u2500" * max(rest, 0), "faint")), width
    )


class CodeView(Picture, inherit_bindings=False):
    """Up and Down carry out the loop's lines one by one, on into the next iteration and back."""

    about = "Code: the training as a program, the line carried out, and its values now."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "line(-1)", "the line before", key_display="\u2191", group=LINES),
        Binding("down,enter", "line(1)", "the next line", key_display="\u2193", group=LINES),
        Binding("left", "row(-1)", "the row above", key_display="\u2190", group=ROWS),
        Binding("right", "row(1)", "the row below", key_display="\u2192", group=ROWS),
        Binding("ctrl+c", "copy", "copy", key_display="Ctrl+C", tooltip="copy the program"),
        Binding("s", "save", "save", tooltip="save the program"),
        Binding("shift+up", "scroll_up", "scroll the program up", key_display="Shift+\u2191", show=False),
        Binding(
            "shift+down", "scroll_down", "scroll the program down", key_display="Shift+\u2193", show=False
        ),
    ]

    @dataclass
    class Stepped(Message):
        """A line of another iteration is carried out, or of this one (0): nothing should play meanwhile."""

        iterations: int

    @dataclass
    class SaveAsked(Message):
        """The program is to be saved to a file."""

        program: Program

    step = reactive(0, repaint=False)
    """The place of the line that is carried out, in STEPS."""

    def __init__(self, replay: Replay, program: Program) -> None:
        super().__init__(replay)
        self.border_title = "Code"
        self.program = program

    def show_program(self, program: Program) -> None:
        """Show the program of another training."""
        self.program = program
        self._arrange()

    def show_run(self, replay: Replay, ghost: Replay | None) -> None:
        """Show another training."""
        super().show_run(replay, ghost)
        self._arrange()

    def on_resize(self) -> None:
        self._arrange()

    def watch_step(self) -> None:
        self._seek_loop()
        self.repaint()

    def _arrange(self) -> None:
        """Say how far the program can be scrolled."""
        height = self.size.height
        self.set_rows(len(self.program.lines) + height - self._heights(height).code)
        self._seek_loop()
        self.repaint()

    def _heights(self, height: int) -> CodeHeights:
        values = max(len(self.replay.weight_names), len(self.replay.puzzle.examples))
        return CodeHeights.share(height, len(self.program.lines), values, len(self._asked()))

    def _seek_loop(self) -> None:
        """Scroll the loop into sight."""
        loop = self.program.rows("loop", *STEPS)
        seen = self._heights(self.size.height).code
        top = min(max(self.scroll_offset.y, loop[-1] + 1 - seen), loop[0])
        if self.size.height and top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def _asked(self) -> list[int]:
        """The rows that the program prints, as rows of the table."""
        examples, rows = len(self.replay.puzzle.examples), len(self.replay.rows)
        return list(range(examples, rows) if rows > examples else range(rows))

    def paint(self, width: int, height: int) -> list[Line]:
        heights, replay = self._heights(height), self.replay.as_trained
        gap: list[Line] = [()] * heights.gap
        return [
            *gap,
            *code_lines(self.program, STEPS[self.step], width, self.scroll_offset.y, heights.code),
            *gap,
            self._title(width),
            *value_lines(replay, self.iteration, self.step, self.selected, width, heights.values + 1),
            *gap,
            *self._printed(width, heights.printed),
            *(gap + self._past(width, heights.past) if heights.past else []),
        ]

    @property
    def over(self) -> bool:
        """Whether the loop has come to its end."""
        return self.iteration >= self.replay.iterations

    def _title(self, width: int) -> Line:
        """What the lit line does."""
        lit = STEPS[self.step]
        does = "the loop is over, and this would come next" if self.over else MEANINGS[lit]
        on = ALL_ON if self.replay.off else ""
        return rule((lit, "accent strong"), f"{on}: {does} ", width)

    def _past(self, width: int, height: int) -> list[Line]:
        """The iterations before."""
        title = rule(("weights", "text"), " after each time round the loop, the latest first ", width)
        return [title, *past_lines(self.replay.as_trained, self.iteration, width, height + 1)]

    def _printed_rows(self, height: int) -> list[int]:
        """The rows whose predictions are shown; the selected one is among them where it is printed."""
        asked = self._asked()
        chosen = asked.index(self.selected) if self.selected in asked else 0
        first = window_start(chosen, height, len(asked))
        return asked[first : first + height]

    def _printed(self, width: int, height: int) -> list[Line]:
        """What the program would print if it ended with these weights."""
        outputs = self.replay.as_trained.outputs(self.iteration)
        rest = len(self._asked()) - height
        begin = "prints" if self.over else PRINTS
        lines: list[Line] = []
        for place, row in enumerate(self._printed_rows(height)):
            output = float(outputs[row])
            back = " selected" if row == self.selected else ""
            more = f"   and {rest} more" if rest and place == height - 1 else ""
            line: Line = (
                (f"{begin if place == 0 else '':<{len(PRINTS) + 1}}", "muted"),
                (SELECTED if back else " ", "accent" + back),
                (digits(self.replay.rows[row]), "text" + back), (" -> ", "muted" + back),
                (f"{output:.8f}", side_style(output) + back), (more, "muted"),
            )  # fmt: skip
            lines.append(clipped(line, width))
        return lines

    def action_line(self, steps: int) -> None:
        """Carry out the next line, or go back to the one before; as far as the tape goes."""
        iterations, step = divmod(self.step + steps, len(STEPS))
        if 0 <= self.iteration + iterations <= self.replay.recording.recorded:
            self.step = step
            self.post_message(self.Stepped(iterations))

    def action_row(self, rows: int) -> None:
        self.post_message(RowChosen(min(max(self.selected + rows, 0), len(self.replay.rows) - 1)))

    def action_copy(self) -> None:
        if self.app.is_web:
            self.action_save()
            return
        self.app.copy_to_clipboard(self.program.text)
        self.notify(
            "Sent to the clipboard. Some terminals do not take it: s saves a file.", markup=False, timeout=5
        )

    def action_save(self) -> None:
        self.post_message(self.SaveAsked(self.program))

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is None:
            return
        heights = self._heights(self.size.height)
        line = place.y - heights.gap
        if 0 <= line < heights.code:
            part = self.program.lines[line + self.scroll_offset.y][0]
            if part in STEPS:
                self.step = STEPS.index(part)
                self.post_message(self.Stepped(0))
            return
        row = self._row_at(place.y, heights)
        if row is not None:
            self.post_message(RowChosen(row))

    def _row_at(self, y: int, heights: CodeHeights) -> int | None:
        """The row of the table whose values, or whose prediction, are at a line."""
        printed = self._printed_rows(heights.printed)
        if 0 <= y - heights.first_printed < len(printed):
            return printed[y - heights.first_printed]
        shown, _ = examples_in_sight(self.replay, self.iteration, self.selected, heights.values)
        if not 0 <= y - heights.first_value < len(shown):
            return None
        inputs = self.replay.training_at(self.iteration).inputs
        return place_of_row(self.replay.rows, inputs[shown[y - heights.first_value]])
