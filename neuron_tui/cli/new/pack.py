"""A new pack: two short chapters with three puzzles, to be changed."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.files.saving import make_folder, safe_name, save
from neuron_tui.puzzle.library import pack
from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH
from neuron_tui.puzzle.text import clean

TEMPLATE = Path(pack.__file__).with_name("template-pack")


def write_pack(title: str, folder: Path) -> Path:
    """Write a pack with this title into a folder; returns its own folder.

    Raises MistakeError where the title is none, or something of its name is there already; OSError where it
    can't be written.
    """
    title = " ".join(clean(title).split())
    name = safe_name(title)
    path = folder / name
    if not name or len(title) > MAX_LINE_LENGTH or name in pack.NAMES.values():
        raise MistakeError(f"`{title}` is not a name for a pack; choose another, such as `Class 9`")
    if path.exists():
        raise MistakeError(f"{path} is there already; choose another name")
    for source in sorted(TEMPLATE.rglob("*.*")):
        quoted = json.dumps(title, ensure_ascii=False) if source.suffix == ".yaml" else title
        file = path / source.relative_to(TEMPLATE)
        make_folder(file.parent)
        text = Template(source.read_text(encoding="utf-8")).substitute(title=quoted)
        save(file, text)
    return path
