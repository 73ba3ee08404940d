"""What the documentation says of puzzle files is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from neuron_tui.puzzle.file.faults import Code
from neuron_tui.puzzle.file.reader import FIELDS, NEURON_FIELDS, read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import FORMAT

DOCS = Path(__file__).parents[3] / "docs" / "puzzle-files.md"


def test_every_example_is_a_puzzle_without_faults() -> None:
    found = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) >= 6
    for source in found:
        reading = read_puzzle(source.encode())
        assert reading.faults == (), source
        assert reading.puzzle is not None
        assert read_puzzle(write_puzzle(reading.puzzle).encode()) == reading


def test_every_key_is_told() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [key for key in (*FIELDS, *NEURON_FIELDS) if f"`{key}`" not in text] == []
    assert f"This is format {FORMAT}" in text


def test_every_code_is_told_and_no_other() -> None:
    [table] = re.findall(r"\| code \|.*?\n\n", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    told = re.findall(
        r"`([a-z]+)`", "".join(line.split("|")[1] for line in table.splitlines() if "|" in line)
    )
    assert sorted(told) == sorted([*get_args(Code), "plain"])
