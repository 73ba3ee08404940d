"""Every benchmark still runs, and docs/speed.md has a row for each of its figures."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import benchmarks
from benchmarks.__main__ import ALL, DOCUMENT, HEAD, NAMES, with_figures
from benchmarks.figure import Figure

TABLE = DOCUMENT.read_text(encoding="utf-8").partition(HEAD)[2].splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_runs_in_its_quick_form_and_has_its_rows(name: str) -> None:
    rows = {tuple(line.split(" | ")[:2]): line for line in TABLE}
    found = list(import_module(f"benchmarks.{name}").main(True))
    assert found
    assert [
        figure for figure in found if f" | {figure.goal} | " not in rows.get((f"| `{name}`", figure.what), "")
    ] == []


def test_every_benchmark_is_run() -> None:
    files = Path(benchmarks.__file__).parent.glob("*.py")
    measure = {file.stem for file in files if "\ndef main(quick: bool)" in file.read_text(encoding="utf-8")}
    assert measure == set(ALL)


def test_new_figures_take_the_place_of_those_before() -> None:
    before = [
        Figure("a key", "9 ms", "at most 5 ms", False),
        Figure("a click", "7 ms", "at most 5 ms", False),
    ]
    now = Figure("a key", "4 ms", "at most 5 ms", True)
    other = Figure("a race", "1 s", "at most 2 s", True)
    document = f"# Speed\n\nMeasured on a toaster:\n\n| table |\n{HEAD}"
    document = with_figures(with_figures(document, "race", [other]), "keys", before)
    top, _, table = with_figures(document, "keys", [now]).partition(HEAD)
    assert table.splitlines() == [
        "| `keys` | a key | 4 ms | at most 5 ms | yes |",
        "| `race` | a race | 1 s | at most 2 s | yes |",
    ]
    assert " cores with Python " in top
