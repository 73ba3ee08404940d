"""A short story through real pipes, in an environment that knows ASCII alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import write

GREEK = "\u0393\u03ac\u03c4\u03b1"


@pytest.mark.slow
def test_a_match_through_a_pipe_in_ascii(home: Path) -> None:
    path = write(home / "puzzles" / "odd.yaml", title=f'"{GREEK} \u25a0 na\u00efve \u732b"')
    path.write_text(path.read_text("utf-8").replace("middle", GREEK), "utf-8")
    typed = f"help\n{GREEK}\n1\n\nrows\nnext\nquit\n".encode()
    done = subprocess.run(
        [sys.executable, "-m", "neuron_tui", "--plain", "play", "odd"],
        input=typed,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "TERM": "dumb", "COLUMNS": "20"},
        check=False,
    )
    lines = done.stdout.decode("ascii").splitlines()
    assert done.returncode == 0
    assert done.stderr == b""
    assert lines[0] == "gamma alpha tau alpha on naive ideograph-732b"
    assert "Row 2: left, gamma alpha tau alpha and right on; answer 1." in lines
    assert "That was the last puzzle." in lines
    assert "?" not in "".join(line for line in lines if "Your guess" not in line and "Should" not in line)
    assert lines[-1].startswith("Goodbye.")
