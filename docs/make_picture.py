"""Make the README's picture from the running game: python docs/make_picture.py"""

from __future__ import annotations

import asyncio
from pathlib import Path

from neuron_tui.folders import bundled_puzzles
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.tui.app import NeuronApp

PICTURE = Path(__file__).with_name("match.svg")
ITERATION = 60
"""Far enough for the rows to have parted, early enough to see that they still move."""


async def picture() -> str:
    """The article's puzzle, in the middle of the training, with a guess made."""
    folder = Folder(bundled_puzzles(), "bundled")
    app = NeuronApp([folder], start=scan([folder]).find("article/leftmost-column").read())
    async with app.run_test(size=(120, 38)) as pilot:
        await pilot.press("1", "enter", "f8", "home", *["full_stop"] * ITERATION)
        await pilot.pause()
        return app.export_screenshot(title="neuron-tui")


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
    print(PICTURE)
