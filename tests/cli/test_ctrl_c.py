"""Ctrl+C is not lost, wherever the program happens to be."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from neuron_tui.cli.ctrl_c import ctrl_c_waits

DEAF = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_an_import_that_catches_whatever_comes_does_not_swallow_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swallows = (
        "import signal\ntry:\n    signal.raise_signal(signal.SIGINT)\nexcept BaseException:\n    pass\n"
    )
    (tmp_path / "swallowing.py").write_text(swallows)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(KeyboardInterrupt), ctrl_c_waits():
        importlib.import_module("swallowing")
    assert "swallowing" in sys.modules


def test_afterwards_it_is_heard_at_once_again() -> None:
    with ctrl_c_waits():
        pass
    with pytest.raises(KeyboardInterrupt):
        press()


def test_whoever_is_started_without_it_stays_without_it() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ctrl_c_waits():
            press()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no masks of signals")
def test_a_new_process_is_deaf_to_it_from_its_first_instant_and_this_one_is_not() -> None:
    with ctrl_c_waits():
        started = subprocess.run([sys.executable, "-c", DEAF], capture_output=True, text=True, timeout=60)
    assert started.stdout == "True\n"
    with pytest.raises(KeyboardInterrupt), ctrl_c_waits():
        press()
