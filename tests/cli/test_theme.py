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
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    assert wanted_themes(context(), "") == []
    assert wanted_themes(context(), "day") == ["day"]
    monkeypatch.setenv("TEXTUAL_THEME", "dracula")
    assert wanted_themes(context("night"), "day") == ["night", "dracula", "day"]


def test_a_theme_that_is_not_there_is_a_mistake(run: Run) -> None:
    assert_mistake(run("--theme", "pink"), "night", "day", code=2)
