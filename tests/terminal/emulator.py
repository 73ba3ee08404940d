"""The other side of the pseudo-terminal: a screen of cells that understands what Textual writes.

pyte knows the classic sequences. Textual also writes private ones of newer terminals, at which pyte stumbles
or paints their tail on the screen: they are taken out here, and answered where a terminal would answer.
"""

from __future__ import annotations

import base64
import codecs
import copy
import re
from collections.abc import Callable
from typing import Any

import pyte
from pyte.screens import Char

CONTROL = re.compile(
    r"\x1b\[(?P<marker>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>.*?)(?:\x07|\x1b\\)"  # commands to the terminal itself
    r"|\x1b[PX^_].*?\x1b\\",  # strings to the device, to applications and so on
    re.DOTALL,
)
UNFINISHED = re.compile(
    r"\x1b(?:\[[<=>?]?[0-9;:]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_](?:(?!\x1b\\).)*)?\Z", re.DOTALL
)
CLIPBOARD = "52;c;"

ALTERNATE_SCREEN, SYNCHRONIZED_OUTPUT = 1049, 2026
CURSOR_SHOWN, LINES_WRAP = 25, 7
MODES_OF_AN_APP = {
    ALTERNATE_SCREEN: "the alternate screen is still on",
    1000: "mouse clicks are still reported",
    1002: "mouse drags are still reported",
    1003: "mouse moves are still reported",
    1006: "the mouse is still reported in SGR form",
    1015: "the mouse is still reported in urxvt form",
    1016: "the mouse is still reported in pixels",
    1004: "focus is still reported",
    2004: "pasted text is still bracketed",
    SYNCHRONIZED_OUTPUT: "output is still held back",
    2048: "sizes are still reported in band",
}


class Emulator(pyte.Screen):
    """A terminal's screen. `answer` is called with what the terminal says back to the program."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None]) -> None:
        self._answer = answer
        self._main_screen: Any = None
        self.keyboard_protocols = 0
        """How many programs have switched the kitty keyboard protocol on and not off again."""
        self.clipboard = ""
        """What was last sent to the clipboard (OSC 52)."""
        super().__init__(columns, rows)
        self._stream = pyte.Stream(self)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held_back = ""

    def feed(self, output: bytes) -> None:
        """Show what the program wrote; the end of a chunk may cut through a sequence or a character."""
        text = self._held_back + self._decoder.decode(output)
        unfinished = UNFINISHED.search(text)
        self._held_back = unfinished.group() if unfinished else ""
        text = text[: len(text) - len(self._held_back)]
        shown = 0
        for control in CONTROL.finditer(text):
            if self._is_private(control):
                self._stream.feed(text[shown : control.start()])
                self._obey(control)
                shown = control.end()
        self._stream.feed(text[shown:])

    @staticmethod
    def _is_private(control: re.Match[str]) -> bool:
        """Whether pyte would misread this sequence."""
        marker, final = control["marker"], control["final"]
        return (
            final is None
            or marker in ("<", "=", ">")
            or (marker == "?" and final not in "hlJK")
            or ":" in control["numbers"]
            or bool(control["middle"])
        )

    def _obey(self, control: re.Match[str]) -> None:
        command = control["command"] or ""
        if command.startswith(CLIPBOARD):
            self.clipboard = base64.b64decode(command.removeprefix(CLIPBOARD)).decode()
        match control["marker"], control["middle"], control["final"]:
            case "?", "$", "p":  # is this mode known here?
                mode = int(control["numbers"])
                known = mode in (ALTERNATE_SCREEN, SYNCHRONIZED_OUTPUT)
                state = (1 if self.has_mode(mode) else 2) if known else 0
                self._answer(f"\x1b[?{mode};{state}$y")
            case ">", "", "u":
                self.keyboard_protocols += 1
            case "<", "", "u":
                self.keyboard_protocols = max(0, self.keyboard_protocols - int(control["numbers"] or 1))

    def write_process_input(self, data: str) -> None:
        """What pyte itself answers: where the cursor is, what kind of terminal this is."""
        self._answer(data)

    def has_mode(self, mode: int) -> bool:
        """Whether a private mode is on."""
        return mode << 5 in self.mode

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and not self.has_mode(ALTERNATE_SCREEN):
            self._main_screen = copy.deepcopy((self.buffer, self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self.has_mode(ALTERNATE_SCREEN):
            self.buffer, self.cursor = self._main_screen
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **kwargs)

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        """Give the screen another size. A smaller one loses its last rows, not its first as in pyte."""
        if lines is not None and lines < self.lines:
            for row in range(lines, self.lines):
                self.buffer.pop(row, None)
            self.lines = lines
        super().resize(lines, columns)

    @property
    def in_the_middle_of_a_frame(self) -> bool:
        """Whether the program has said that what is on the screen now is not meant to be seen."""
        return self.has_mode(SYNCHRONIZED_OUTPUT)

    def left_behind(self) -> list[str]:
        """What a program that has ended should have put back and did not; nothing, if it was tidy."""
        faults = [fault for mode, fault in MODES_OF_AN_APP.items() if self.has_mode(mode)]
        if not self.has_mode(CURSOR_SHOWN) or self.cursor.hidden:
            faults.append("the cursor is hidden")
        if not self.has_mode(LINES_WRAP):
            faults.append("long lines no longer wrap")
        if self.keyboard_protocols:
            faults.append("the kitty keyboard protocol is still on")
        return faults

    def row(self, row: int) -> list[tuple[int, Char]]:
        """A row's characters, each with the column where it begins; a wide one takes two columns."""
        cells = [(column, self.buffer[row][column]) for column in range(self.columns)]
        return [(column, cell) for column, cell in cells if cell.data]
