"""The documents for contributors name files that exist, and their examples can be followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from neuron_tui.cli import main

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "neuron_tui"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

PATH = re.compile(r"`((?:[\w.-]+/)+(?:[\w.-]+\.(?:py|yaml|md|txt))?)`")
DIFF = re.compile(r"```diff\n(.*?)```", re.DOTALL)
MARK = re.compile("# type: [i]gnore")
REASON = re.compile(r"# type: [i]gnore\[[\w,-]+\]  # (?!noqa)\w")
PICNIC = "puzzles/1-article/04-picnic.yaml"


def patched(text: str, diff: str) -> str:
    """The text with a change as the documents show it, without line numbers."""
    lines = diff.splitlines()
    before, after = ("\n".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
    assert text.count(before) == 1, before
    return text.replace(before, after)


def test_whatever_the_types_do_not_see_has_its_reason_beside_it() -> None:
    files = [file for part in ("neuron_tui", "tests", "benchmarks") for file in (ROOT / part).rglob("*.py")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    marked = [line for line in lines if MARK.search(line)]
    assert marked
    assert [line for line in marked if not REASON.search(line)] == []


@pytest.mark.parametrize(
    "document", [CONTRIBUTING, ARCHITECTURE, README], ids=["contributing", "map", "readme"]
)
def test_every_path_that_is_named_exists(document: str) -> None:
    roots = (ROOT, PACKAGE, *(PACKAGE / layer for layer in ("cli", "tui", "game", "puzzle")))
    named = set(PATH.findall(document))
    assert [path for path in sorted(named) if not any((root / path).exists() for root in roots)] == []


@pytest.mark.parametrize("layer", ["tui", "game", "puzzle"])
def test_every_room_is_on_the_map(layer: str) -> None:
    rooms = {path.parent.name for path in (PACKAGE / layer).glob("*/__init__.py")}
    assert [room for room in sorted(rooms) if f"`{room}/`" not in ARCHITECTURE] == []


def test_the_changed_puzzle_is_checked_as_contributing_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ask, threshold, _ = DIFF.findall(CONTRIBUTING)
    [shown] = re.findall(r"```console\n\$ .venv/bin/neuron-tui (.*?)\n(.*?)```", CONTRIBUTING, re.DOTALL)
    file = tmp_path / PICNIC
    file.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    file.write_text(patched((ROOT / PICNIC).read_text(encoding="utf-8"), ask), encoding="utf-8")
    assert (main(shown[0].split()), capsys.readouterr().out) == (1, shown[1])
    file.write_text(patched(file.read_text(encoding="utf-8"), threshold), encoding="utf-8")
    assert main(shown[0].split()) == 0
    assert "no faults" in capsys.readouterr().out


def test_the_changed_panel_is_there_to_be_changed() -> None:
    *_, diamond = DIFF.findall(CONTRIBUTING)
    patched((PACKAGE / "tui/kit/glyphs.py").read_text(encoding="utf-8"), diamond)


def test_the_readme_tests_as_ci_does() -> None:
    [command] = re.findall(r"^python3 -m venv .*pytest$", README, re.MULTILINE)
    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_counts_the_puzzles_of_the_course() -> None:
    chapters = [chapter for chapter in (ROOT / "puzzles").iterdir() if chapter.is_dir()]
    course = [chapter for chapter in chapters if not chapter.name.endswith("six-kinds")]
    puzzles = [file for chapter in course for file in chapter.glob("*.yaml") if file.name != "chapter.yaml"]
    assert len(course) == 9
    assert f"{len(puzzles)} puzzles in nine chapters" in README
