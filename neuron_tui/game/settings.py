"""What the player has set, remembered from one game to the next."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from neuron_tui.game.files.saving import make_folder, save


@dataclass(frozen=True)
class Settings:
    """The theme by its name, empty where none was chosen; the speed of the training in doublings; whether
    numbers have more decimals, iterations are evenly spaced, and all panels are there from the start; the
    name of the pack that is played as the whole course, empty for all; the glyphs, "ascii" or "all", empty
    where none were chosen; whether nothing moves by itself.
    """

    theme: str = ""
    speed: int = 0
    exact: bool = False
    linear: bool = False
    all_panels: bool = False
    pack: str = ""
    glyphs: str = ""
    calm: bool = False


DEFAULT = Settings()


def read_settings(file: Path) -> Settings:
    """What is in a file. Where it is missing or odd, and for each value of another kind, nothing was set."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return DEFAULT
    if not isinstance(found, dict):
        return DEFAULT
    usual = asdict(DEFAULT)
    return Settings(**{name: found[name] for name in usual if type(found.get(name)) is type(usual[name])})


def write_settings(file: Path, settings: Settings) -> None:
    """Remember these. Where they can't be written, the next game begins as this one did."""
    with suppress(OSError):
        make_folder(file.parent)
        save(file, json.dumps(asdict(settings), indent=2) + "\n", overwrite=True)
