"""What a long tape adds to the game's memory: 60,000 iterations of 16 weights, against the game at home.

Needs Linux, where a process's largest resident size is in /proc.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.game import COMMAND, player_folder
from tests.terminal.terminal import Terminal

ITERATIONS, INPUTS, EXAMPLES = 60_000, 16, 64
GOAL_MIB = 40.0


def write_puzzle(folder: Path) -> Path:
    """A puzzle of the size that is measured."""
    rows = [f"{row * 257 % 65_536:0{INPUTS}b}" for row in range(EXAMPLES + 1)]
    lines = [f"  - {' '.join(row)} -> {row[3]}" for row in rows]
    text = ["title: Long", "examples:", *lines[:-1], "questions:", lines[-1]]
    path = folder / "long.yaml"
    path.write_text("\n".join([*text, f"neuron: {{iterations: {ITERATIONS}}}"]) + "\n", encoding="utf-8")
    return path


def mebibytes(terminal: Terminal, field: str) -> float:
    """A size from the process's status: VmRSS is now, VmHWM was the largest."""
    status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    found = re.search(rf"{field}:\s+(\d+) kB", status)
    if found is None:
        raise SystemExit(f"error: there is no {field} in the process's status")
    return int(found[1]) / 1024


def main() -> None:
    with player_folder() as folder:
        env = {"NEURON_TUI_HOME": str(folder), "HOME": str(folder)}
        command = [COMMAND, "play", str(write_puzzle(folder))]
        with Terminal([COMMAND], columns=120, rows=40, env=env) as bare:
            bare.wait_for("to play.")
            bare.press("enter")
            bare.wait_for("press 0 or 1")
            bare.listen(2)
            without = mebibytes(bare, "VmHWM")
        with Terminal(command, columns=120, rows=40, env=env) as game:
            game.wait_for("press 0 or 1")
            game.press("1", "enter", "end")
            game.wait_for(f"iteration {ITERATIONS:,} of", timeout=60)
            game.listen(1)
            played = mebibytes(game, "VmHWM")
            game.press("r")
            game.wait_for("trying seed 2")
            game.wait_for(f"iteration {ITERATIONS:,} of", timeout=60)
            game.listen(1)
            tried = mebibytes(game, "VmHWM")
    for name, reached in (("one tape", played), ("another start beside it", tried)):
        more = reached - without
        verdict = "reached" if more <= GOAL_MIB else "MISSED"
        print(
            f"{name}, {ITERATIONS:,} iterations of {INPUTS} weights: {more:.1f} MiB more than the "
            f"game's {without:.1f}, goal at most {GOAL_MIB:.0f}, {verdict}"
        )


if __name__ == "__main__":
    main()
