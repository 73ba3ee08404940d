"""`neuron-tui atlas`: how many patterns one neuron learns."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("options", "patterns", "learned"),
    [
        ((), 256, 104),
        (("--threshold",), 256, 104),
        (("--no-threshold",), 128, 32),
        (("--inputs", "2"), 16, 14),
    ],
)
def test_the_atlas_is_counted(run: Run, options: tuple[str, ...], patterns: int, learned: int) -> None:
    result = run("atlas", "--json", *options)
    found = json.loads(result.out)
    assert (found["patterns"], found["learned"]) == (patterns, learned)
    assert found["threshold"] is ("--no-threshold" not in options)
    assert result.err == ""


def test_the_atlas_is_told_in_a_sentence(run: Run) -> None:
    assert "One neuron without a threshold learns 32 of 128 patterns." in run("atlas", "--no-threshold").out
    assert run("atlas", "--inputs", "5").code == 2


@pytest.mark.parametrize(("option", "rows", "learned"), [("--threshold", 16, 104), ("--no-threshold", 8, 32)])
def test_the_map_is_drawn_with_as_many_lit_cells_as_are_learned(
    run: Run, option: str, rows: int, learned: int
) -> None:
    *picture, _, _ = run("atlas", option).out.splitlines()
    assert len(picture) == rows
    assert "".join(picture).count("\u2588\u2588") == learned
