"""What each layer loads, seen in a fresh process. What each file imports is import-linter's business."""

from __future__ import annotations

import json
import subprocess
import sys

LOADED_BY = """
import importlib, json, pkgutil, sys
for name in {already!r}:
    importlib.import_module(name)
before = set(sys.modules)
for name in {names!r}:
    module = importlib.import_module(name)
    for inner in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        importlib.import_module(inner.name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded_by(*names: str, already: tuple[str, ...] = ()) -> set[str]:
    """The modules that a fresh Python process loads for these packages and everything inside them."""
    script = LOADED_BY.format(names=names, already=already)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_the_core_never_loads_the_screen_or_the_command_line() -> None:
    names = "neuron", "puzzle", "game", "folders", "plain"
    core = loaded_by(*(f"neuron_tui.{name}" for name in names))
    assert {"neuron_tui.neuron.tape", "neuron_tui.puzzle.puzzle", "neuron_tui.game.score_rule"} <= core
    assert packages(core).isdisjoint({"textual", "rich", "click"})
    assert not {module for module in core if module.startswith("neuron_tui.tui")}


def test_the_mathematics_loads_numpy_and_nothing_else() -> None:
    loaded = loaded_by("neuron_tui.neuron", already=("numpy", "numpy.random", "numpy.typing"))
    ours = {module for module in loaded if module.startswith("neuron_tui")}
    assert "neuron_tui.neuron.tape" in ours
    assert {module for module in ours if not module.startswith("neuron_tui.neuron")} == {"neuron_tui"}
    assert packages(loaded - ours) <= sys.stdlib_module_names | {"numpy"}


def test_home_opens_without_numpy_and_the_journal() -> None:
    """They would hold up the first picture."""
    script = """
import sys
from neuron_tui.folders import bundled_puzzles
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.app import NeuronApp

folders = [Folder(bundled_puzzles(), "bundled")]
NeuronApp(folders)
puzzles = [entry.puzzle for entry in Shelf(folders)]
print(len(puzzles), [name for name in ("numpy", "sqlite3") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    number, _, loaded = done.stdout.strip().partition(" ")
    assert int(number) > 70
    assert loaded == "[]"


def test_the_command_line_loads_what_a_command_needs_only_when_it_runs() -> None:
    """So that `--help` and the completion of a shell are quick."""
    script = "import sys; import neuron_tui.cli.command_line; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "neuron_tui.cli.doctor.command" in loaded
    assert packages(loaded).isdisjoint({"textual", "rich", "numpy", "yaml", "sqlite3", "aiohttp"})
