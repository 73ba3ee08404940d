"""Leaving at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from neuron_tui.puzzle.library.library import Folder
from neuron_tui.tui.app import NeuronApp
from tests.tui.story import write


@pytest.mark.parametrize("turns", [0, 3, 30])
async def test_who_leaves_before_home_is_there_meets_no_fault(turns: int, tmp_path: Path) -> None:
    """So many times the event loop goes round before."""
    write(tmp_path, "a.yaml")
    app = NeuronApp([Folder(tmp_path, "bundled")])

    async def leave() -> None:
        for _ in range(turns):
            await asyncio.sleep(0)
        app.exit()

    leaving = asyncio.create_task(leave())
    await app.run_async(headless=True, size=(80, 24))
    await leaving
    assert app.problem is None
    assert app.return_code == 0
