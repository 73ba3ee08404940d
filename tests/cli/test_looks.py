"""How the game is asked to look: which theme it begins with, in which characters, and whether it moves."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import click
import pytest

from neuron_tui.cli import main
from neuron_tui.cli.looks import GIVEN, wanted_themes, wants_ascii, wants_calm
from tests.cli.conftest import Run, assert_mistake

TOLD_BY = ("NEURON_TUI_THEME", "TEXTUAL_THEME", "COLORFGBG", "TEXTUAL_ANIMATIONS", "TERM")


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal with all glyphs, and an environment that says nothing."""
    for name in TOLD_BY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    yield
    monkeypatch.undo()


def context(**given: object) -> click.Context:
    made = click.Context(click.Command("play"))
    made.meta.update({GIVEN + name: value for name, value in given.items()})
    return made


def test_what_is_asked_for_comes_before_what_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wanted_themes(context(), "") == []
    assert wanted_themes(context(), "day") == ["day"]
    monkeypatch.setenv("TEXTUAL_THEME", "dracula")
    monkeypatch.setenv("NEURON_TUI_THEME", "contrast")
    assert wanted_themes(context(theme="night"), "day") == ["night", "contrast", "dracula", "day"]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [("0;15", ["day"]), ("0;default;7", ["day"]), ("15;0", []), ("12;8", []), ("", []), ("15;default", [])],
)
def test_a_light_terminal_that_says_so_begins_by_day(
    told: str, wanted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    assert wanted_themes(context(), "") == wanted
    assert wanted_themes(context(), "night")[0] == "night", "what the player chose comes first"


def test_a_theme_that_is_not_there_is_a_mistake(run: Run) -> None:
    assert_mistake(run("--theme", "pink"), "night", "day", "contrast", code=2)


@pytest.mark.parametrize("term", ["linux", "xterm-256color"])
@pytest.mark.parametrize("remembered", ["", "ascii", "all", "odd"])
@pytest.mark.parametrize("given", [None, True, False])
def test_ascii_is_what_is_asked_for_else_what_was_chosen_else_what_the_terminal_needs(
    term: str, remembered: str, given: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    asked = context() if given is None else context(ascii=given)
    chosen = {"ascii": True, "all": False}.get(remembered, term == "linux")
    assert wants_ascii(asked, remembered) is (chosen if given is None else given)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "koi8-r", "cp437", "euc-jp"])
def test_an_encoding_without_the_glyphs_leaves_no_choice(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert wants_ascii(context(ascii=False), "all")


def test_calm_is_what_is_asked_for_else_what_was_chosen_or_is_said_to_all_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [wants_calm(context(), remembered) for remembered in (False, True)] == [False, True]
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "NONE")
    assert wants_calm(context(), False)
    assert not wants_calm(context(calm=False), True)


def test_a_command_shows_what_the_encoding_lacks_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(output, encoding="latin-1"))
    assert main(["atlas"]) == 0
    sys.stdout.flush()
    shown = output.getvalue().decode("latin-1")
    assert shown.startswith("########\u00b7 ####")
    assert "?" not in shown
