"""What the documentation says of puzzle files is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import yaml

from neuron_tui.game.course import glossary
from neuron_tui.game.task.proof import doubts
from neuron_tui.puzzle.file.faults import Code
from neuron_tui.puzzle.file.keys import Form, mapping
from neuron_tui.puzzle.file.reader import PUZZLE, read_puzzle
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.library.chapter import CHAPTER, read_chapter
from neuron_tui.puzzle.library.pack import PACK, read_pack_file
from neuron_tui.puzzle.puzzle import FORMAT

DOCS = Path(__file__).parents[3] / "docs" / "puzzle-files.md"
TEXT = DOCS.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(?:# (\S+)\n)?(.*?)```", TEXT, re.DOTALL)


def told(form: Form) -> Iterator[str]:
    """A line of the reference for each key, within other keys too."""
    for value in form.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from told(part)
    if isinstance(keys := form.get("properties"), dict):
        yield from (f"| `{key}` | {field['description']} |" for key, field in keys.items())


def test_every_example_is_without_faults(tmp_path: Path) -> None:
    puzzles = [source for name, source in EXAMPLES if not name]
    assert len(puzzles) >= 6
    for source in puzzles:
        reading = read_puzzle(source.encode())
        assert reading.faults == (), source
        assert reading.puzzle is not None
        assert read_puzzle(write_puzzle(reading.puzzle).encode()) == reading
        assert list(doubts(reading.puzzle)) == []
    files = {name: source for name, source in EXAMPLES if name}
    chapter = read_chapter(DOCS, files.pop("chapter.yaml").encode())
    assert chapter.faults == ()
    assert chapter.end is not None
    path = tmp_path / "glossary.yaml"
    path.write_text(files.pop("glossary.yaml"), encoding="utf-8")
    assert [term.name for term in glossary.read_glossary(path).terms] == ["weight"]
    assert glossary.read_glossary(path).faults == ()
    path = tmp_path / "pack.yaml"
    path.write_text(files.pop("pack.yaml"), encoding="utf-8")
    assert read_pack_file(path).faults == ()
    workflow = yaml.safe_load(files.pop(".github/workflows/check.yaml"))
    assert workflow["jobs"]["check"]["steps"][-1]["run"] == "neuron-tui check --train --strict ."
    [repository] = yaml.safe_load(files.pop(".pre-commit-config.yaml"))["repos"]
    [hook] = yaml.safe_load((DOCS.parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert repository["hooks"] == [{"id": hook["id"]}]
    assert files == {}


def test_every_key_is_told_in_the_words_that_an_editor_shows() -> None:
    lines = set(TEXT.splitlines())
    keys = [*told(PUZZLE), *told(CHAPTER), *told(PACK), *told(mapping(glossary.FIELDS))]
    assert len(keys) > 40
    assert [line for line in keys if line not in lines] == []
    assert f"This is format {FORMAT}" in TEXT


def test_every_code_is_told_and_no_other() -> None:
    [table] = re.findall(r"\| code \|.*?\n\n", TEXT, re.DOTALL)
    codes = re.findall(
        r"`([a-z]+)`", "".join(line.split("|")[1] for line in table.splitlines() if "|" in line)
    )
    assert sorted(codes) == sorted([*get_args(Code), "plain"])
