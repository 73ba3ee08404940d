"""The game played line by line in this process: what is typed, and what is said."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from neuron_tui.cli import main
from tests.cli.conftest import home as home
from tests.cli.conftest import run as run
from tests.plain.lines import unfit


@dataclass(frozen=True)
class Heard:
    """The lines that were said, and the exit code."""

    lines: list[str]
    code: int

    def __contains__(self, words: str) -> bool:
        return any(words in line for line in self.lines)

    def after(self, words: str) -> list[str]:
        """The lines after the first one that holds these words."""
        return self.lines[next(at for at, line in enumerate(self.lines, 1) if words in line) :]


Play = Callable[..., Heard]


@pytest.fixture
def play(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Play:
    """Play with these lines typed, and then the end of the input: `neuron-tui play PUZZLE --plain`.

    Whatever is said can be heard.
    """

    def play(*typed: str, puzzle: str = "", options: tuple[str, ...] = (), command: str = "play") -> Heard:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = main([command, "--plain", *options, *filter(None, [puzzle])])
        lines = capsys.readouterr().out.splitlines()
        assert unfit(lines) == []
        return Heard(lines, code)

    return play
