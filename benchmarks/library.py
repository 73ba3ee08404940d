"""Ten thousand puzzle files in one folder: when all are listed, and keys meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.figure import Figure, at_most
from benchmarks.game import home_is_painted, player_folder, shown_at, start

PUZZLE = """\
title: Number {number:05}
inputs: [left, middle, right]
examples:
  - 0 0 1 -> 0
  - 1 1 1 -> 1
  - 1 0 1 -> 1
  - 0 1 1 -> 0
questions:
  - 1 0 0 -> 1
rule: The output is always the value of the leftmost input.
hint: Cover the columns one at a time.
"""


def write_puzzles(folder: Path, files: int) -> None:
    (folder / "puzzles").mkdir()
    for number in range(files):
        path = folder / "puzzles" / f"file-{number:05}.yaml"
        path.write_text(PUZZLE.format(number=number), encoding="utf-8")


def listed(folder: Path, last: str) -> float:
    """The seconds from the command to the title of the last file in the list, and in its preview."""
    begun = perf_counter()
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        game.press("end", *["up"] * 4)  # past the small games
        game.wait_for(lambda: game.text().count(last) >= 2)
        return perf_counter() - begun


def key_times(folder: Path, keys: int) -> Iterator[float]:
    """The milliseconds from a key to the preview that shows it, while the files are read."""
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        for step in range(keys):
            key, place = ("up", "1 of 7") if step % 2 else ("down", "2 of 7")
            pressed = perf_counter()
            game.press(key)
            yield 1000 * (shown_at(game, lambda place=place: place in game.text(), 0.1) - pressed)


def main(quick: bool) -> Iterator[Figure]:
    files, runs, keys = (20, 1, 2) if quick else (10_000, 3, 12)
    with player_folder() as folder:
        write_puzzles(folder, files)
        if not quick:
            listed(folder, f"Number {files - 1:05}")  # once for the caches
        times = [listed(folder, f"Number {files - 1:05}") for _ in range(runs)]
        yield at_most("10,000 puzzle files listed, from the command", median(times), 4.0, "{:.1f} s")
        waits = [wait for _ in range(runs) for wait in key_times(folder, keys)]
        yield at_most("a key in the list meanwhile, the median", median(waits), 100, "{:.0f} ms")
