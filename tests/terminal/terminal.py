"""A pseudo-terminal with a person in front of it: presses keys, uses the mouse, reads the screen."""

from __future__ import annotations

import os
import re
import signal
import termios
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect

from tests.terminal.emulator import Emulator

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "escape": "\x1b",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f5": "\x1b[15~",
    "f7": "\x1b[18~",
    "f9": "\x1b[20~",
}
LEFT_BUTTON, MOVED = 0, 32
FRAME_END = re.compile(rb"(?<=\x1b\[\?2026l)")
"""The place after each frame."""
PATIENCE = 120.0
"""Seconds after which what was waited for will not come any more, however busy the machine is."""


class NotSeenError(AssertionError):
    """What was waited for did not come; the message holds the screen as it was."""


class Terminal:
    """One program in a terminal of its own. Columns and rows are counted from 0, from the top left.

    Nothing here sleeps: whoever waits reads the program's output until it shows what is waited for. A time
    limit only ends a wait that has failed.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._emulator = Emulator(columns, rows, self._send)
        self._unread: list[tuple[float, bytes]] = []  # with the time of arrival
        self._ended = False
        with warnings.catch_warnings():
            # Python 3.12 warns of forking beside threads; the child only starts another program.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child = pexpect.spawn(
                command[0],
                list(command[1:]),
                dimensions=(rows, columns),
                env=environment() | dict(env or {}),
                cwd=cwd,
                timeout=None,
            )
        self._child.delaybeforesend = None
        self._child.delayafterread = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.leaves_processes():
            os.killpg(self.pid, signal.SIGKILL)
        if self._child.isalive():
            self._child.wait()
        self._child.close()

    @property
    def pid(self) -> int:
        """The program's process, which leads a group of its own."""
        return int(self._child.pid)

    # What a person does

    def press(self, *keys: str) -> None:
        """Press keys, named as in Textual: `"0"`, `"enter"`, `"left"`, `"ctrl+q"`."""
        for key in keys:
            self._send(code_of(key))

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        self._send(text)

    def send(self, data: bytes) -> None:
        """Send what no key is: whatever a terminal may send by itself."""
        self._child.send(data)

    def click(self, column: int, row: int) -> None:
        """Click with the left button."""
        self._mouse(LEFT_BUTTON, column, row)
        self._mouse(LEFT_BUTTON, column, row, released=True)

    def click_on(self, text: str) -> None:
        """Click into the middle of a text that is on the screen."""
        column, row = self.find(text)
        self.click(column + len(text) // 2, row)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at one (column, row), move along each column to another, and let go."""
        self._mouse(LEFT_BUTTON, *start)
        towards = 1 if end[0] >= start[0] else -1
        for column in range(start[0] + towards, end[0], towards):
            self._mouse(LEFT_BUTTON + MOVED, column, start[1])
        self._mouse(LEFT_BUTTON + MOVED, *end)
        self._mouse(LEFT_BUTTON, *end, released=True)

    def hold(self, column: int, row: int) -> None:
        """Press the left button and keep it down."""
        self._mouse(LEFT_BUTTON, column, row)

    def move(self, column: int, row: int) -> None:
        """Move the mouse with the button held down."""
        self._mouse(LEFT_BUTTON + MOVED, column, row)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal's window another size."""
        self._update()
        self._emulator.resize(lines=rows, columns=columns)
        self._child.setwinsize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._child.kill(number)

    # What a person sees

    def screen(self) -> list[str]:
        """The rows of the screen as text, without the spaces at their ends."""
        self._update()
        return [line.rstrip() for line in self._emulator.display]

    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.screen())

    def find(self, text: str) -> tuple[int, int]:
        """Where a text stands on the screen: its first (column, row). Raises NotSeenError if it does not."""
        self._update()
        for row in range(self._emulator.lines):
            cells = self._emulator.row(row)
            characters = "".join(cell.data[0] for _, cell in cells)
            if (index := characters.find(text)) >= 0:
                return cells[index][0], row
        raise NotSeenError(f"{text!r} is not on the screen\n{self.picture()}")

    @property
    def cursor(self) -> tuple[int, int]:
        """The (column, row) of the terminal's cursor."""
        self._update()
        return self._emulator.cursor.x, self._emulator.cursor.y

    @property
    def shows_cursor(self) -> bool:
        self._update()
        return not self._emulator.cursor.hidden

    def cell(self, column: int, row: int) -> str:
        """The character in one cell; nothing in the second half of a wide one."""
        self._update()
        return str(self._emulator.buffer[row][column].data)

    def colours(self, column: int, row: int) -> tuple[str, str]:
        """The colours of one cell, text and background: six hex digits each, or `default`."""
        self._update()
        cell = self._emulator.buffer[row][column]
        return cell.fg, cell.bg

    @property
    def clipboard(self) -> str:
        """What the program has sent to the clipboard."""
        self._update()
        return self._emulator.clipboard

    def left_behind(self) -> list[str]:
        """What the program has changed in the terminal and not put back."""
        self._update()
        faults = self._emulator.left_behind()
        local_modes = termios.tcgetattr(self._child.fileno())[3]
        if not local_modes & termios.ECHO or not local_modes & termios.ICANON:
            faults.append("what is typed is no longer shown and taken line by line")
        return faults

    def picture(self) -> str:
        """The screen in a frame, for whoever reads a failed test."""
        self._update()
        edge = "─" * self._emulator.columns
        return "\n".join([f"┌{edge}┐", *(f"│{line}│" for line in self._emulator.display), f"└{edge}┘"])

    # Waiting

    def wait_for(self, wanted: str | Callable[[], bool], timeout: float = PATIENCE) -> None:
        """Read until a text is on the screen, or a condition holds; `timeout` is in seconds.

        Frames that the program has not finished are not looked at. Raises NotSeenError.
        """

        def seen() -> bool:
            return wanted in self.text() if isinstance(wanted, str) else wanted()

        limit = time.monotonic() + timeout
        while True:
            self._update()
            if not self._emulator.in_the_middle_of_a_frame and seen():
                return
            if not self._read(limit - time.monotonic()):
                what = f"waited for {wanted!r}" if isinstance(wanted, str) else "waited in vain"
                why = "the program has ended" if self._ended else f"not within {timeout} seconds"
                raise NotSeenError(f"{what}: {why}\n{self.picture()}")

    def wait_for_exit(self, timeout: float = PATIENCE) -> int:
        """Read until the program has ended; its exit status, or minus the signal that ended it."""
        limit = time.monotonic() + timeout
        while self._read(limit - time.monotonic()):
            pass
        if not self._ended:
            raise NotSeenError(f"the program has not ended within {timeout} seconds\n{self.picture()}")
        self._child.wait()
        return int(-self._child.signalstatus if self._child.signalstatus else self._child.exitstatus)

    def leaves_processes(self) -> bool:
        """Whether anything that the program has started still runs, or waits to be buried, in its group."""
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    # Measuring

    def listen(self, seconds: float) -> bytes:
        """Take the program's output for a while and do nothing else, so that arrival times are exact."""
        limit, before = time.monotonic() + seconds, len(self._unread)
        while self._read(limit - time.monotonic()):
            pass
        return b"".join(output for _, output in self._unread[before:])

    def listen_slowly(self, seconds: float, bytes_per_second: int) -> None:
        """Take only so much of the output, as over a slow link."""
        begun, taken = time.monotonic(), 0
        while (spent := time.monotonic() - begun) < seconds:
            if taken <= spent * bytes_per_second:
                taken += self._read(seconds - spent, bytes_per_second // 20)
            else:
                time.sleep(1 / 100)

    def seen_at(self, condition: Callable[[], bool]) -> float:
        """When the condition was first met by what `listen` has heard, on the clock of `time.perf_counter`.

        Raises NotSeenError where it was not met. What came later is drawn all the same.
        """
        heard, self._unread = self._unread, []
        seen = None
        for arrived, output in heard:
            for part in FRAME_END.split(output):  # the next frame may have begun in the same piece
                self._emulator.feed(part)
                if seen is None and not self._emulator.in_the_middle_of_a_frame and condition():
                    seen = arrived
        if seen is None:
            raise NotSeenError(f"what was listened for did not come\n{self.picture()}")
        return seen

    # The wire

    def _send(self, text: str) -> None:
        self._child.send(text)

    def _mouse(self, button: int, column: int, row: int, released: bool = False) -> None:
        self._send(f"\x1b[<{button};{column + 1};{row + 1}{'m' if released else 'M'}")

    def _read(self, timeout: float, most: int = 65536) -> int:
        """Take one piece of output. Its length; 0 when none came in time, or the program has ended."""
        if self._ended or timeout <= 0:
            return 0
        try:
            output = self._child.read_nonblocking(most, timeout)
        except pexpect.TIMEOUT:
            return 0
        except pexpect.EOF:
            self._ended = True
            return 0
        self._unread.append((time.perf_counter(), output))
        return len(output)

    def _update(self) -> None:
        """Draw what has been read."""
        unread, self._unread = self._unread, []
        for _, output in unread:
            self._emulator.feed(output)


def environment() -> dict[str, str]:
    """What a program in a good terminal finds in its environment, and nothing of the person who tests."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def code_of(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key[-1].upper()) - 64)
    if key not in KEYS and len(key) != 1:
        raise ValueError(f"no such key: {key}")
    return KEYS.get(key, key)
