"""Somebody who plays line by line and knows only what is said: does what steps and tasks ask for."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.puzzle import Puzzle

STEP = re.compile(r"Type (row (?!and\b)\w+|weight (?!and\b)\w+|step\b)", re.IGNORECASE)
"""A step that says what to type."""


def typed_solution(puzzle: Puzzle) -> list[str]:
    """The solution of a puzzle's task, as somebody types it."""
    task = puzzle.task
    if task is None:
        return []
    numbers = [f"{number:g}" for number in task.solution]
    match task.do:
        case "by hand":
            names = (*puzzle.input_names, "threshold")
            return [f"{name} {number}" for name, number in zip(names, numbers, strict=False) if number != "0"]
        case "teach":
            return [f"show {' '.join(numbers)}"]
        case "break":
            return [f"change {' '.join(numbers)}"]
        case "fool":
            return [f"draw {' '.join(numbers)}"]
    called = {"learning_rate": "learning rate", "hidden": "hidden neurons"}
    words = {"threshold": {"1": "yes", "0": "no"}}
    return [
        f"{called.get(key, key)} {words.get(key, {}).get(number, number)}"
        for key, number in zip(task.may, numbers, strict=True)
    ]


@dataclass
class Learner(io.TextIOBase):
    """Reads what was said to the last prompt, and types a line; ends where the next puzzle is none of these.

    `heard` is where all that is said is written.
    """

    entries: list[PuzzleEntry]
    heard: io.StringIO
    commands: tuple[str, ...] = ()
    """What is asked after each verdict."""
    until: PuzzleEntry | None = None
    """The puzzle at which to leave."""
    _seen: int = 0
    _queue: list[str] = field(default_factory=list)
    _entry: PuzzleEntry | None = None
    _row: int = 0

    def readline(self, size: int | None = -1) -> str:
        new = self.heard.getvalue()[self._seen :].splitlines()
        self._seen = len(self.heard.getvalue())
        for line in new:
            if self.until is not None and line == self.until.title:
                return ""
            found = next((entry for entry in self.entries if entry.title == line), None)
            if found is not None and found is not self._entry:
                self._entry, self._row, self._queue = found, 0, []
        typed = self._answer(" ".join(new[-3:]), [line for line in new if line.startswith("Step ")])
        return "" if typed is None else f"{typed}\n"

    def _answer(self, prompt: str, steps: list[str]) -> str | None:
        """What is typed after a prompt; None where it is time to leave."""
        if steps:
            self._row = 0
            self._queue = STEP.findall(" ".join(steps)) or ["row"]
            if "Type weight and its name, then step" in steps[-1]:
                self._queue = ["weight cat", "step"]
        if self._queue:
            if self._queue[0] == "row":  # one that it has wrong: each in turn, until the step is done
                self._row += 1
                if "goes on with the training" in prompt:
                    return f"row {self._row}"
                self._queue.clear()
            else:
                return self._queue.pop(0)
        if "Your guess" in prompt:
            return "0.9"
        if "Type 0 or 1. 0:" in prompt:
            return "0"
        if "begins it" in prompt or "begins the task" in prompt:
            self._queue = [*typed_solution(self._puzzle), "done"]
            return ""
        if prompt.endswith("An empty line goes on.") or "An empty line goes on. Or" in prompt:
            self._queue = [*self.commands, "next"]
            return self._queue.pop(0)
        if "Next is" in prompt or "puzzle's number" in prompt:
            return None
        return ""

    @property
    def _puzzle(self) -> Puzzle:
        assert self._entry is not None
        assert self._entry.puzzle is not None
        return self._entry.puzzle
