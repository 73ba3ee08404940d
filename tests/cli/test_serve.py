"""`neuron-tui serve` where it can't be done; that it can is in tests/serve."""

from __future__ import annotations

import socket
import sys

import pytest

from tests.cli.conftest import Run, assert_mistake


def test_without_the_extra_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)  # as if it were not installed
    assert_mistake(run("serve"), "`web`", "pip install 'neuron-tui[web]'")


def test_a_port_that_is_taken_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert_mistake(run("serve", "--port", port), f"127.0.0.1:{port}", "--port")


def test_a_visit_needs_a_name(run: Run) -> None:
    assert_mistake(run("visit", "--journal", "journal.sqlite3"), "neuron-tui serve", code=2)
