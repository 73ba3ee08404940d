"""Ten thousand puzzle files in one folder: when home can be used, when all are listed, and keys meanwhile."""

from __future__ import annotations

import statistics
from pathlib import Path
from time import perf_counter

from benchmarks.game import home_is_painted, player_folder, start

FILES = 10_000
LISTED_GOAL = 4.0
KEYS = 12
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


def write_puzzles(folder: Path) -> None:
    (folder / "puzzles").mkdir()
    for number in range(FILES):
        name = f"file-{number:05}.yaml"
        (folder / "puzzles" / name).write_text(PUZZLE.format(number=number))


def home_only(folder: Path) -> float:
    """The seconds from the command to home."""
    started = perf_counter()
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        return perf_counter() - started


def home_and_listed(folder: Path) -> tuple[float, float]:
    """The seconds from the command to home, and to the title of the last file in the list."""
    last = f"Number {FILES - 1:05}"
    started = perf_counter()
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        painted = perf_counter() - started
        game.press("end")
        game.wait_for(lambda: game.text().count(last) >= 2, timeout=60)
        return painted, perf_counter() - started


def key_times(folder: Path) -> list[float]:
    """The seconds from a key to the preview that shows it, while the files are read."""
    found = []
    with start(folder, 100, 30) as game:
        game.wait_for(lambda: home_is_painted(game))
        for step in range(KEYS):
            place = "2 of 7" if step % 2 == 0 else "1 of 7"
            pressed = perf_counter()
            game.press("down" if step % 2 == 0 else "up")
            game.wait_for(place)
            found.append(perf_counter() - pressed)
            game.listen(0.1)
    return found


def main() -> None:
    with player_folder() as empty:
        few = statistics.median(home_only(empty) for _ in range(3))
    with player_folder() as folder:
        write_puzzles(folder)
        home_and_listed(folder)  # once for the caches
        times = [home_and_listed(folder) for _ in range(3)]
        painted = statistics.median(time for time, _ in times)
        listed = statistics.median(time for _, time in times)
        keys = sorted(time for _ in range(3) for time in key_times(folder))
    print(f"home with {FILES:,} files of one's own: {painted:.2f} s from the command, {few:.2f} s with none")
    print(
        f"all {FILES:,} listed: {listed:.2f} s from the command, goal {LISTED_GOAL:.0f} s, "
        f"{'reached' if listed <= LISTED_GOAL else 'MISSED'}"
    )
    print(
        f"key in the list meanwhile: median {1000 * statistics.median(keys):.0f} ms, "
        f"longest {1000 * keys[-1]:.0f} ms of {len(keys)}"
    )


if __name__ == "__main__":
    main()
