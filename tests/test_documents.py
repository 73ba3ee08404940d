"""The documents for contributors name files that exist, and their examples can be followed."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from neuron_tui.cli import main
from neuron_tui.cli.command_line import commands
from neuron_tui.puzzle.file.reader import read_puzzle

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "neuron_tui"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

PATH = re.compile(r"`((?:[\w.-]+/)+(?:[\w.-]+\.(?:py|yaml|md|txt))?)`")
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))]
FENCED = re.compile(r"```.*?```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]*)#?([^)\s]*)\)")
CODE = re.compile(r"```sh\n.*?```|`[^`\n]+`", re.DOTALL)
CALL = re.compile(r"(?<![\w/.-])neuron-tui((?: +\[?[\w-][\w.=-]*\]?)*)")
DIFF = re.compile(r"```diff\n(.*?)```", re.DOTALL)
MARK = re.compile("# type: [i]gnore")
REASON = re.compile(r"# type: [i]gnore\[[\w,-]+\]  # (?!noqa)\w")
PICNIC = "puzzles/1-article/04-picnic.yaml"


def anchors(page: Path) -> set[str]:
    """What its headings are called in an address."""
    headings = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_possible(call: str) -> bool:
    """Whether there is such a command, with such options; words in capitals stand for something else."""
    command: click.Command = commands
    for word in call.replace("[", "").replace("]", "").split():
        if word.startswith("-"):
            options = {*command.get_help_option_names(click.Context(command))}
            options |= {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
            if word.partition("=")[0] not in options:
                return False
        elif isinstance(command, click.Group) and word.islower():
            if word not in command.commands:
                return False
            command = command.commands[word]
    return True


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


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(file: Path) -> None:
    text = FENCED.sub("", file.read_text(encoding="utf-8"))
    links = [(there, anchor) for there, anchor in LINK.findall(text) if "://" not in there]
    dead = [
        f"{there}#{anchor}"
        for there, anchor in links
        if not (target := file.parent / there if there else file).exists()
        or (anchor and anchor not in anchors(target))
    ]
    assert dead == []


def test_the_manual_lists_every_page_and_the_readme_leads_to_it() -> None:
    listed = [there for there, _ in LINK.findall((ROOT / "docs" / "README.md").read_text(encoding="utf-8"))]
    pages = [file.name for file in (ROOT / "docs").glob("*.md") if file.name != "README.md"]
    assert sorted(listed) == sorted(pages)
    assert "docs/README.md" in [there for there, _ in LINK.findall(README)]


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_command_that_is_named_exists_with_its_options(file: Path) -> None:
    code = CODE.findall(file.read_text(encoding="utf-8"))
    assert [told for part in code for told in CALL.findall(part) if not is_possible(told)] == []


def test_a_dead_anchor_and_a_wrong_option_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Where it's from\n```\n# no heading\n```\n", encoding="utf-8")
    assert anchors(page) == {"where-its-from"}
    assert is_possible(" play leftmost --plain")
    assert is_possible(" --plain")
    assert is_possible(" journal import FILE")
    for wrong in (" plya", " play --plian", " journal imprt FILE", " --plian"):
        assert not is_possible(wrong)


@pytest.mark.parametrize("page", ["README.md", "docs/builder.md"])
def test_a_puzzle_that_is_shown_can_be_played(page: str) -> None:
    [shown] = re.findall(r"```yaml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    reading = read_puzzle(shown.encode())
    assert reading.faults == ()
    assert reading.puzzle is not None


def test_the_readme_tests_as_ci_does() -> None:
    [command] = re.findall(r"^python3 -m venv .*pytest$", README, re.MULTILINE)
    done = re.split(r"\n| && ", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert [part for part in done if part in command.split(" && ")] == command.split(" && ")


def test_the_readme_counts_the_puzzles_of_the_course() -> None:
    chapters = [chapter for chapter in (ROOT / "puzzles").iterdir() if chapter.is_dir()]
    course = [chapter for chapter in chapters if not chapter.name.endswith("six-kinds")]
    puzzles = [file for chapter in course for file in chapter.glob("*.yaml") if file.name != "chapter.yaml"]
    assert len(course) == 9
    assert f"{len(puzzles)} puzzles in nine chapters" in README
