"""What a long tape adds to the game's memory, and what a million neurons leave there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, at_most
from benchmarks.game import game_at_home, iteration, mebibytes, player_folder, start

INPUTS, EXAMPLES = 16, 64
TAPE_GOAL, MILLION_GOAL = 40, 5


def write_puzzle(folder: Path, iterations: int) -> Path:
    """A puzzle of the size that is measured."""
    rows = [f"{row * 257 % 65_536:0{INPUTS}b}" for row in range(EXAMPLES + 1)]
    lines = [f"  - {' '.join(row)} -> {row[3]}" for row in rows]
    text = ["title: Long", "examples:", *lines[:-1], "questions:", lines[-1]]
    path = folder / "long.yaml"
    path.write_text("\n".join([*text, f"neuron: {{iterations: {iterations}}}"]) + "\n", encoding="utf-8")
    return path


def tapes(iterations: int) -> Iterator[Figure]:
    """A puzzle with a long tape at its most, against the game in front of its first puzzle."""
    with game_at_home(120, 40) as bare:
        bare.press("enter")
        bare.wait_for("press 0 or 1")
        bare.listen(2)
        without = mebibytes(bare, "VmHWM")
    with (
        player_folder() as folder,
        start(folder, 120, 40, "play", str(write_puzzle(folder, iterations))) as game,
    ):
        game.wait_for("press 0 or 1")
        game.press("1", "enter", "end")
        game.wait_for("\u00b7 neuron")
        game.press("p")
        for what in ("a tape of 60,000 iterations of 16 weights", "the same with another start beside it"):
            game.wait_for(lambda: iteration(game) == iterations)
            game.listen(1)
            more = mebibytes(game, "VmHWM") - without
            yield at_most(what, more, TAPE_GOAL, "{:.0f} MiB", f" more than the game's {without:.0f}")
            game.press("r")
            game.wait_for("trying seed 2")


def million(quick: bool) -> Figure:
    """Home after all counts were measured, against home after a look at that screen, which loads its code."""
    sizes = []
    with game_at_home(100, 30) as game:
        for last in ("On your computer", "On your computer" if quick else "a human: "):
            game.press("f7")
            game.wait_for(last)
            game.press("escape")
            game.wait_for("to play.")
            game.listen(2)
            sizes.append(mebibytes(game, "VmRSS"))
    before, after = sizes
    detail = f" more than the {before:.0f} before"
    return at_most("home after a million neurons", after - before, MILLION_GOAL, "{:.0f} MiB", detail)


def main(quick: bool) -> Iterator[Figure]:
    yield from tapes(600 if quick else 60_000)
    yield million(quick)
