"""Pictures of screens, compared with the ones that were looked at and accepted."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.learner import Learning, learning_in
from tests.tui.story import Player

os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # wherever the tests are run
os.environ.pop("NO_COLOR", None)

HERE = Path(__file__).parent
PLAYS = {"playing", "Learning", "looking"}
"""A test module that plays the real game has one of these helpers."""
ACCEPTED = HERE / "snapshots"
SEEN = ACCEPTED / "seen"

_ID = re.compile(r"terminal-\d+")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Playing the real game takes a second or more: CI runs it all, `everyday` says what runs every day."""
    for item in items:
        if not isinstance(item, pytest.Function) or not item.path.is_relative_to(HERE):
            continue
        plays = inspect.iscoroutinefunction(item.function) and not PLAYS.isdisjoint(vars(item.module))
        if plays and item.get_closest_marker("everyday") is None:
            item.add_marker("slow")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of all the player's files for each test, empty at first."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NEURON_TUI_HOME", str(home))
    return home


@pytest.fixture
def looks_as_accepted(request: pytest.FixtureRequest) -> Callable[[Player, str], None]:
    """Compares the screen, text and colours, with the accepted picture of this name."""
    accept = bool(request.config.getoption("--accept-snapshots"))

    def compare(player: Player, name: str) -> None:
        picture = _ID.sub("terminal", player.app.export_screenshot(title="neuron-tui"))
        accepted, seen = ACCEPTED / f"{name}.svg", SEEN / f"{name}.svg"
        if accept:
            ACCEPTED.mkdir(exist_ok=True)
            accepted.write_text(picture, encoding="utf-8")
        if accepted.exists() and accepted.read_text(encoding="utf-8") == picture:
            seen.unlink(missing_ok=True)
            return
        SEEN.mkdir(parents=True, exist_ok=True)
        seen.write_text(picture, encoding="utf-8")
        known = f"not as in {accepted}" if accepted.exists() else "new"
        pytest.fail(
            f"the screen is {known}: look at {seen}, and if it is as it should be, "
            f"run `pytest --accept-snapshots {Path(__file__).parent}`",
            pytrace=False,
        )

    return compare


@pytest.fixture
def learning(tmp_path: Path) -> Learning:
    """The mode "How many examples do you need?", with a journal in the test's folder."""
    return learning_in(tmp_path)
