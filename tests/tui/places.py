"""Puzzles of every kind, and the keys that lead from home to every place in the game."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from neuron_tui.game.match.match import Phase
from neuron_tui.tui.arcade.screen import ArcadeScreen
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write

NETWORK = """\
title: Network
examples: [0 0 1 -> 0, 0 1 1 -> 1, 1 0 1 -> 1, 1 1 1 -> 0]
questions: [1 1 0 -> 0]
neuron: {hidden: 4, threshold: true, iterations: 40}
"""
PICTURES = """\
title: Pictures
picture: 3x3
examples:
  - 1 0 0 1 0 0 1 0 0 -> 1
  - 0 1 0 0 1 0 0 1 0 -> 1
  - 1 1 1 0 0 0 0 0 0 -> 0
  - 0 0 0 1 1 1 0 0 0 -> 0
questions: [0 0 1 0 0 1 0 0 1 -> 1]
neuron: {iterations: 40}
"""
NOISE = """\
title: Noise
noisy: true
examples: [0 0 -> 0, 0 1 -> 1, 0 1 -> 0, 1 0 -> 1, 1 1 -> 1]
questions: [0 1 -> 1/2]
neuron: {iterations: 40}
"""
RACE = """\
title: Race
examples: [0 0 0 -> 0, 0 0 1 -> 0, 0 1 0 -> 0, 0 1 1 -> 0, 1 0 0 -> 1, 1 0 1 -> 1, 1 1 0 -> 1]
questions: [1 1 1 -> 1]
neuron: {iterations: 40}
"""

_NETWORK, _PICTURES, _NOISE, _RACE = ("down " * number for number in (1, 2, 3, 4))
_CATCH = "1 2 3 1 2 3 1 "
"""A game of Catch is over after seven keys."""
PLACES = {
    "home": "",
    "builder": "n",
    "builder with a puzzle": "enter 1 enter end f9",
    "builder with pictures": _PICTURES + "enter 1 enter end f9",
    "guess": "enter",
    "training": "enter 1 enter",
    "verdict": "enter 1 enter end",
    "hand": "enter 1 enter end w",
    "experiment": "enter 1 enter end e",
    "runs": "enter 1 enter end r K",
    "microscope": "enter 1 enter end m",
    "code": "enter 1 enter end c",
    "learned": "enter 1 enter end v",
    "network": _NETWORK + "enter 1 enter end",
    "network microscope": _NETWORK + "enter 1 enter end m",
    "network code": _NETWORK + "enter 1 enter end c",
    "network learned": _NETWORK + "enter 1 enter end v",
    "how many": _NETWORK + "enter 1 enter end u",
    "pictures": _PICTURES + "enter",
    "pictures learned": _PICTURES + "enter 1 enter end v",
    "drawing": _PICTURES + "enter 1 enter end d",
    "noise": _NOISE + "enter 1 enter end",
    "race": _RACE + "j enter",
    "examples": "u",
    "scores": "enter 1 enter end escape t",
    "class": "enter 1 enter end escape C",
    "atlas": "f6",
    "million": "f7",
    "glossary": "f4",
    "arcade": "",
    "arcade guess": _CATCH + "greater_than_sign",
    "arcade learning": _CATCH + "greater_than_sign enter",
}


@asynccontextmanager
async def playing_at(place: str, folder: Path, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Player]:
    """The game in which somebody has gone to a place; puzzles and journal are kept in the folder."""
    write(folder, "a.yaml")
    for number, text in enumerate((NETWORK, PICTURES, NOISE, RACE)):
        (folder / f"b{number}.yaml").write_text(text, encoding="utf-8")
    (folder / "draft.json").unlink(missing_ok=True)
    os.environ["NEURON_TUI_HOME"] = str(folder)  # put back after each test
    async with playing(folder, journal=folder / "journal.db", size=size) as player:
        if place.startswith("arcade"):  # home lists the games under the bundled puzzles only
            player.home.post_message(HomeScreen.ArcadeChosen("catch"))
            await player.until(lambda: isinstance(player.app.screen, ArcadeScreen))
        for key in PLACES[place].split():
            await player.press(key)
            if key == "end":
                await player.until(lambda: player.phase is Phase.VERDICT)
        yield player
