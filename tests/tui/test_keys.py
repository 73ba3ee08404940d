"""One key means one thing: docs/keys.md lists exactly what is bound, each key once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widget import Widget

import neuron_tui.tui
from neuron_tui.tui.shell.shell import Shell

TABLE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<keys>`.+`) \| (?P<meaning>[^|]+) \| (?P<places>[^|]+) \|$", re.MULTILINE)
PLACES = {
    "ArcadeScreen": "arcade",
    "AskScreen": "ask",
    "AtlasScreen": "atlas",
    "BuilderScreen": "builder",
    "ChapterEndScreen": "chapter end",
    "ClassScreen": "class",
    "ClassWords": "class",
    "Chooser": "experiment",
    "CodeView": "code",
    "Pad": "draw",
    "ExamplesScreen": "examples",
    "FourFields": "scores",
    "GlossaryScreen": "glossary",
    "HandPanel": "hand",
    "HomeScreen": "home",
    "HowManyScreen": "how many",
    "LearnedView": "words",
    "MatchScreen": "match",
    "Microscope": "microscope",
    "MillionScreen": "million",
    "NeuronPanel": "match",
    "PageScreen": "page",
    "PuzzleList": "home",
    "RaceScreen": "race",
    "RunsPanel": "runs",
    "SaveScreen": "save",
    "ScoreTable": "scores",
    "ScoresScreen": "scores",
    "SettingsPanel": "experiment",
    "Shell": "everywhere",
    "StartWeightsScreen": "start weights",
    "TableEditor": "builder",
    "Switch": "builder",
    "TooSmallScreen": "note",
    "WhoScreen": "ask",
    "Words": "match",
}
"""Where the keys of a screen or a panel work, as the table calls it."""
WRITTEN = {
    "left": "\u2190", "right": "\u2192", "up": "\u2191", "down": "\u2193", "escape": "Esc", "pageup": "PgUp",
    "pagedown": "PgDn", "comma": ",", "full_stop": ".", "minus": "-", "plus": "+", "equals_sign": "=",
    "less_than_sign": "<", "greater_than_sign": ">", "slash": "/", "colon": ":", "question_mark": "?",
    "exclamation_mark": "!", "number_sign": "#", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def written(key: str) -> str:
    """A key as the table writes it."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[-1].upper()}"
    return "+".join(
        WRITTEN.get(part, part if len(part) == 1 else part.capitalize()) for part in key.split("+")
    )


def keyboards() -> Iterator[type[DOMNode]]:
    """Everything of the game that has keys of its own."""
    for module in walk_packages(neuron_tui.tui.__path__, "neuron_tui.tui."):
        import_module(module.name)
    waiting: list[type[DOMNode]] = [Widget, Shell]
    while waiting:
        here = waiting.pop()
        waiting += here.__subclasses__()
        if here.__module__.startswith("neuron_tui.") and here.__dict__.get("BINDINGS"):
            yield here


def bound() -> dict[str, set[str]]:
    """Where each key works."""
    places = defaultdict(set)
    for here in keyboards():
        for binding in Binding.make_bindings(here.BINDINGS):
            places[written(binding.key)].add(PLACES[here.__name__])
    return {key: {"everywhere"} if "everywhere" in at else at for key, at in places.items()}


def listed() -> dict[str, set[str]]:
    """Where the table says that each key works; what it does there may follow in brackets."""
    return {
        key: {re.sub(r" \(.*?\)", "", place) for place in row["places"].split(" \u00b7 ")}
        for row in ROW.finditer(TABLE)
        for key in row["keys"].strip("`").split("` `")
    }


def test_every_key_of_every_screen_is_in_the_table_of_keys() -> None:
    assert listed() == bound()


def test_each_key_is_there_once_and_has_one_meaning() -> None:
    keys = Counter(key for row in ROW.finditer(TABLE) for key in row["keys"].strip("`").split("` `"))
    assert keys.most_common(1)[0][1] == 1
    meanings = Counter(row["meaning"] for row in ROW.finditer(TABLE))
    assert meanings.most_common(1)[0][1] == 1


def test_the_letters_of_the_views_are_theirs_everywhere() -> None:
    assert all(bound()[letter] == {"match"} for letter in "mcwebdo")
