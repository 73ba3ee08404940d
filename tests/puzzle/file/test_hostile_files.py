"""Files made to hang, crash or fill the computer are read in bounded time and memory.

Each is read in a process of its own, for some would end it. The limits are far above what is needed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.puzzle.sources import puzzle_file

pytestmark = pytest.mark.slow

FULL = 2**20
READ = """
import resource, sys
from neuron_tui.puzzle.file.reader import read_puzzle
reading = read_puzzle(open(sys.argv[1], "rb").read())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(reading.faults))
print(reading.faults[0].describe(""))
"""


TOO_DEEP = r":1:\d+: error: this is nested more than 20"
"""The place is the library's own bound where it has one, and else ours."""


def laughs() -> str:
    """Ten levels, each ten times the one before."""
    levels = "".join(f"  - &l{level} [{', '.join([f'*l{level - 1}'] * 10)}]\n" for level in range(1, 10))
    return f"hint:\n  - &l0 ha\n{levels}"


HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "half a million brackets": (lambda: "[" * 500_000, TOO_DEEP),
    "half a million braces": (lambda: "{" * 500_000, TOO_DEEP),
    "half a million dashes": (lambda: "- " * 500_000, ":1:41: error: this is nested more than 20"),
    "a billion laughs": (laughs, ":2:5: error: anchors"),
    "aliases that grow deep": (
        lambda: "hint:\n  - &l0 [a]\n" + "".join(f"  - &l{n} [*l{n - 1}]\n" for n in range(1, 900)),
        ":2:5: error: anchors",
    ),
    "a row that is repeated": (
        lambda: f"rule: &r {'0 ' * 5000}-> 0\nexamples: [{', '.join(['*r'] * 5000)}]\n",
        ":1:7: error: anchors",
    ),
    "a title of one mebibyte": (
        lambda: puzzle_file(title="a" * (FULL - 100)),
        ":1:8: error: title is too long",
    ),
    "a mebibyte of keys": (
        lambda: "".join(f"titel{n}: x\n" for n in range(70_000)),
        ":10000:12: error: up to here this file holds more than 20,000 values",
    ),
    "thousands of unknown keys": (
        lambda: "".join(f"titel{n}: x\n" for n in range(9_000)),
        ":1:1: error: `titel0` is not a known key",
    ),
    "a number with an endless exponent": (
        lambda: puzzle_file(neuron="{iterations: 1e999999999, seed: 1e99999999999999999999}"),
        ":8:22: error: iterations must be from 1",
    ),
    "a number with a million digits": (
        lambda: puzzle_file(neuron=f"{{seed: {'9' * 1_000_000}}}"),
        ":8:16: error: seed must be from 0",
    ),
    "sixty thousand directives": (
        lambda: "".join(f"%TAG !t{n}! x\n" for n in range(60_000)),
        ":1:1: error: a line can't begin with `%`",
    ),
    "directives after the end": (
        lambda: puzzle_file() + "...\n" + "".join(f"%TAG !t{n}! x\n" for n in range(50_000)),
        ":9:1: error: a line can't begin with `%`",
    ),
    "nothing but control characters": (lambda: "\x07" * FULL, r":1:1: error: U\+0007"),
    "nothing but tabs and line ends": (lambda: "\t\n" * (FULL // 2), ":1:1: error: this file is empty"),
    "half a million escapes": (
        lambda: 'title: "' + "\\e" * 500_000 + '"',
        r":1:9: error: `\\e`: U\+001B",
    ),
    "a row of half a million words": (
        lambda: puzzle_file(questions=f"\n  - {'x ' * 500_000}-> 0"),
        ":7:5: error: ",
    ),
    "nothing but line ends": (lambda: "\n" * FULL, ":1:1: error: this file is empty"),
    "an endless quotation": (lambda: 'title: "' + "a\n" * 500_000, ":1:8: error: a quotation mark"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_only_a_file_with_faults(name: str, tmp_path: Path) -> None:
    source, first = HOSTILE[name]
    path = tmp_path / "hostile.yaml"
    path.write_text(source(), newline="")
    ended = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    numbers, fault = ended.stdout.splitlines()
    mebibytes, faults = map(int, numbers.split())
    assert re.match(first, fault)
    assert faults <= 101
    assert mebibytes < 500
