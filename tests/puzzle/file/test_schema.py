"""What an editor is told of puzzle files agrees with what the game reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import fastjsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.cli.new.pack import TEMPLATE
from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import GLOSSARY, read_glossary
from neuron_tui.puzzle.file.keys import schema
from neuron_tui.puzzle.file.neuron_fields import NEURON_FIELDS
from neuron_tui.puzzle.file.puzzle_fields import STEP_FIELDS
from neuron_tui.puzzle.file.reader import FIELDS, PUZZLE, read_puzzle
from neuron_tui.puzzle.file.task_fields import TASK_FIELDS
from neuron_tui.puzzle.file.template import puzzle_template
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.library.chapter import CHAPTER, read_chapter
from neuron_tui.puzzle.library.chapter import FIELDS as CHAPTER_FIELDS
from neuron_tui.puzzle.library.names import GLOSSARY_FILE, PACK_FILE
from neuron_tui.puzzle.library.pack import PACK
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import KINDS
from tests.puzzle.puzzles import puzzles

FILES = sorted(bundled_puzzles().glob("*/*.yaml"))


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2, in which `yes` and 2024-01-01 are texts."""

    yaml_implicit_resolvers = {}


for kind, pattern, first in (
    ("null", r"(?:null|Null|NULL|~|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"(?:{pattern})\Z"), first)
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Editor.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def refusal(form: dict[str, object]) -> Callable[[str], str]:
    """What an editor says that has this schema, empty where it finds nothing wrong."""
    validate = fastjsonschema.compile(json.loads(schema("A file", form)))

    def says(text: str) -> str:
        try:
            validate(yaml.load(text, Editor))
        except fastjsonschema.JsonSchemaException as problem:
            return str(problem)
        return ""

    return says


refused, chapter_refused = refusal(PUZZLE), refusal(CHAPTER)
pack_refused, glossary_refused = refusal(PACK), refusal(GLOSSARY)


@given(puzzles(networks=True, starts=True))
def test_it_allows_every_puzzle_that_the_game_writes(puzzle: Puzzle) -> None:
    assert refused(write_puzzle(puzzle)) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_it_allows_what_comes_with_the_game(file: Path) -> None:
    says = chapter_refused if file.name == "chapter.yaml" else refused
    assert says(file.read_text(encoding="utf-8")) == ""


def test_it_allows_the_glossary_and_the_files_of_a_new_pack() -> None:
    assert glossary_refused((bundled_puzzles() / GLOSSARY_FILE).read_text(encoding="utf-8")) == ""
    for says, name in ((pack_refused, PACK_FILE), (glossary_refused, GLOSSARY_FILE)):
        assert says((TEMPLATE / name).read_text(encoding="utf-8").replace("$title", "Mine")) == ""


@pytest.mark.parametrize("text", ["{term: x}", "- term: x", "- {term: x, meaning: y, froms: [z]}", "- x"])
def test_a_glossary_that_it_refuses_the_game_refuses(text: str, tmp_path: Path) -> None:
    assert glossary_refused(text)
    (tmp_path / GLOSSARY_FILE).write_text(text)
    assert read_glossary(tmp_path / GLOSSARY_FILE).faults


def test_it_allows_a_new_puzzle() -> None:
    assert [refused(puzzle_template("on", kind)) for kind in (None, *KINDS)] == [""] * 6


KEYS = st.sampled_from([*FIELDS, *NEURON_FIELDS, *STEP_FIELDS, *TASK_FIELDS, *CHAPTER_FIELDS, "x"])
VALUES = st.one_of(
    st.integers(-2, 30),
    st.floats(-2000, 2000),
    st.sampled_from(
        [0.5, 10**6, 10**6 + 1, 2**32, True, "", "yes", "x" * 31, "a/b", "3x3", "6x3", "formula"]
    ),
    st.sampled_from(["learns", "neuron", "teach", "0 1 -> 1", "0 1 -> 3/4", "1 0 -> ?", "0 -> 2", "01 -> 1"]),
    st.sampled_from(
        [[], {}, ["neuron", "neuron"], ["error"], [0.5], ["a/b"] * 9, {"rows": 3}, {"do": "fool"}]
    ),
)


def changed(draw: st.DrawFn, whole: object) -> object:
    """The same with another value somewhere, or with a key or an entry more or less."""
    if not whole or not isinstance(whole, dict | list) or draw(st.integers(0, 5)) == 0:
        return draw(VALUES)
    place = draw(st.sampled_from([*whole] if isinstance(whole, dict) else range(len(whole))))
    match draw(st.sampled_from(["within", "within", "more", "less"])), whole:
        case "within", _:
            whole[place] = changed(draw, whole[place])
        case "less", _:
            del whole[place]
        case "more", dict():
            whole[draw(KEYS)] = draw(VALUES)
        case "more", list():
            whole[place:place] = [draw(VALUES)] * draw(st.sampled_from([1, 2, 300]))
    return whole


@given(st.data(), st.sampled_from(FILES))
def test_what_it_refuses_the_game_refuses_or_would_write_otherwise(data: st.DataObject, file: Path) -> None:
    whole = changed(data.draw, yaml.load(file.read_text(encoding="utf-8"), Editor))
    text = yaml.safe_dump(whole, allow_unicode=True, width=10**6)
    if file.name == "chapter.yaml":
        if says := chapter_refused(text):
            assert read_chapter(file, text.encode()).faults, says
    elif says := refused(text):
        reading = read_puzzle(text.encode())
        assert reading.puzzle is None or reading.rewrites, says


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("titel: x", "titel"),
        ("difficulty: 6", "5"),
        ("examples: []", "1 items"),
        ("questions: [0 1]", "pattern"),
        ("neuron: {hiden: 4}", "hiden"),
        ("neuron: {learning_rate: 0}", "bigger than 0"),
        ("expect: learn", "one of"),
        ("panels: [s-kurve]", "one of"),
        ("steps: [{text: Look.}]", "until"),
        ("task: {do: teach, par: 2}", "solution"),
        ("picture: 6x6", "one of"),
    ],
)
def test_it_says_what_is_wrong_while_one_types(line: str, what: str) -> None:
    article = "title: x\nexamples: [0 1 -> 1]\nquestions: [1 0 -> 1]\n"
    assert refused(article) == ""
    key = line.split(":")[0]
    kept = "".join(said for said in article.splitlines(keepends=True) if not said.startswith(key))
    assert what in refused(kept + line)
