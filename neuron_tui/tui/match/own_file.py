"""The file of a puzzle of the player's own: edited, saved, and played anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from neuron_tui.puzzle.file.faults import Fault
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.key_line import KeyLine

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen

CHANGED = "The file has changed. F5 plays it anew."
LEAVES_GUESS = "Your guess stands. F5 once more leaves it and plays the changed file."
SECONDS = 3
UNCHANGED = "The file is as you see it."
GONE = "The file is not there any more."


class OwnFile:
    """Notices that the file has changed. `path` is None for what comes with the game: nobody edits that.

    `at_once`: as long as no guess stands, a changed file is played without being asked for.
    """

    def __init__(self, screen: MatchScreen, path: Path | None, *, at_once: bool = False) -> None:
        self._screen, self.path, self._at_once = screen, path, at_once
        self._played = b"" if path is None else self._bytes()
        self.changed = False

    def _bytes(self) -> bytes:
        """What is in the file now; nothing where it is gone or can't be read."""
        data = Fault(1, 1, "file", GONE) if self.path is None else read_file(self.path)
        return b"" if isinstance(data, Fault) else data

    async def follow(self) -> None:
        """Look whenever something happens in the folder, and every few seconds: not every system tells.

        Editors put another file in the place of the old one, so the folder is watched.
        """
        if self.path is None:
            return
        from watchfiles import awatch  # only now: home is to open at once

        try:
            async for _ in awatch(
                self.path.parent, recursive=False, yield_on_timeout=True, rust_timeout=SECONDS * 1_000
            ):
                self._look()
        except OSError:  # the system watches no more files; F5 on home still reads them
            return

    def _look(self) -> None:
        data = self._bytes()
        if data and data != self._played and not self.changed:
            self.changed = True
            if self._at_once and self._screen.nothing_stands:
                self.play_anew()
            else:
                self._screen.query_one(KeyLine).tell(CHANGED)

    def play_anew(self) -> None:
        """Play the file as it is now; says what is wrong with it, and asks where a guess would be lost."""
        screen, line = self._screen, self._screen.query_one(KeyLine)
        data = self._bytes()
        reading = read_puzzle(data)
        if reading.puzzle is None:
            first = next(fault for fault in reading.faults if fault.severity == "error")
            line.tell(f"Line {first.line}: {first.message}" if data else GONE)
            self._played, self.changed = data, False  # until it is mended
        elif data == self._played:
            line.tell(UNCHANGED)
            self.changed = False
        elif screen.match.confirmed and not screen.solved and line.note != LEAVES_GUESS:
            line.tell(LEAVES_GUESS)
        else:
            screen.leave_for("changed")


FILE_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command(
        "reread", "f5,exclamation_mark", "the changed file", lambda s: s.file.play_anew(),
        lambda s: s.file.path is not None, "play the file anew", "F5", listed=False,
    ),
)  # fmt: skip
