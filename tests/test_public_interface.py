"""The mathematics can be imported from the package itself, as the README shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import neuron_tui
from neuron_tui import Network, Neuron, Training, train

INPUTS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])
TARGETS = np.array([0, 1, 1, 0])
QUIET = (
    "import sys, neuron_tui; print('numpy' in sys.modules, neuron_tui.Neuron(3).size, 'numpy' in sys.modules)"
)


def test_the_article_in_five_lines() -> None:
    """The figures are the article's own, computed again with numpy alone."""
    tape = train(Training(Neuron(3), INPUTS, TARGETS))
    assert tape.shape == (10_001, 3)
    assert tape[0] == pytest.approx([-0.16595599, 0.44064899, -0.99977125], abs=5e-9)
    assert tape[-1] == pytest.approx([9.67299303, -0.2078435, -4.62963669], abs=5e-9)
    assert Neuron(3).think(tape[-1], np.array([[1, 0, 0]])) == pytest.approx([0.99993704], abs=5e-9)


def test_a_network_is_trained_in_the_same_way() -> None:
    network = Network(inputs=3, hidden=4)
    tape = train(Training(network, INPUTS, TARGETS, iterations=100))
    assert tape.shape == (101, network.size)


def test_the_readme_prints_what_it_says() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    [program] = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    printed = re.findall(r"# prints (.*)", program)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert (done.stdout.splitlines(), done.stderr) == (printed, "")


def test_importing_the_package_does_not_import_numpy() -> None:
    done = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, timeout=120)
    assert done.stdout == "False 3 True\n"


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Neurons'"):
        neuron_tui.Neurons  # type: ignore[attr-defined]  # on purpose  # noqa: B018
