"""Which theme the game is asked to begin with."""

from __future__ import annotations

import click
import pytest

from neuron_tui.cli.theme import THEME, wanted_themes
from tests.cli.conftest import Run, assert_mistake


def context(given: str | None = None) -> click.Context:
    made = click.Context(click.Command("play"))
    if given:
        made.meta[THEME] = given
    return made


def test_what_is_asked_for_comes_before_what_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TEXTUAL_THEME", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    assert wanted_themes(context(), "") == []
    assert wanted_themes(context(), "day") == ["day"]
    monkeypatch.setenv("TEXTUAL_THEME", "dracula")
    assert wanted_themes(context("night"), "day") == ["night", "dracula", "day"]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [("0;15", ["day"]), ("0;default;7", ["day"]), ("15;0", []), ("12;8", []), ("", []), ("15;default", [])],
)
def test_a_light_terminal_that_says_so_begins_by_day(
    told: str, wanted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    monkeypatch.setenv("COLORFGBG", told)
    assert wanted_themes(context(), "") == wanted
    assert wanted_themes(context(), "night")[0] == "night", "what the player chose comes first"


def test_a_theme_that_is_not_there_is_a_mistake(run: Run) -> None:
    assert_mistake(run("--theme", "pink"), "night", "day", code=2)
