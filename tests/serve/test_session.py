"""What reaches a visitor's game, and what does not."""

from __future__ import annotations

import pytest

from neuron_tui.cli.serve.session import environment, packet_of
from neuron_tui.cli.serve.visitors import folder_of


def test_a_game_finds_nothing_of_the_server_in_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECRET", "NO_COLOR", "TEXTUAL_DRIVER", "NEURON_TUI_PLAYER", "NEURON_TUI_PUZZLES"):
        monkeypatch.setenv(name, "secret")
    found = environment(folder_of("Ada"), {"width": "120", "height": "999999999", "calm": "1"})
    assert "secret" not in found.values()
    assert found["NEURON_TUI_HOME"] == str(folder_of("Ada"))
    assert (found["COLUMNS"], found["ROWS"], found["TEXTUAL_ANIMATIONS"]) == ("120", "500", "none")


@pytest.mark.parametrize("name", ["../../etc", "/", "..", "a/b", "\u2026", "a" * 60])
def test_a_name_leads_to_no_other_place(name: str) -> None:
    folder = folder_of(name)
    assert folder.parent == folder_of("Ada").parent
    assert folder.name[0].isalnum()
    assert folder.resolve() == folder


def test_one_player_has_one_folder() -> None:
    assert folder_of("Ada") == folder_of("ADA")
    assert folder_of("a b") != folder_of("a-b")


@pytest.mark.parametrize(
    ("said", "packet"),
    [
        ('["stdin", "\u00e9"]', b"D\x00\x00\x00\x02\xc3\xa9"),
        ('["stdin", ""]', b""),
        ('["stdin", "\\ud800"]', b""),
        ('["focus"]', b'M\x00\x00\x00\x11{"type": "focus"}'),
        ('["deliver_chunk_request", {"key": "1"}]', b""),
        ('["resize", {"width": 1e400, "height": 1}]', b""),
        ("[", b""),
        ("1", b""),
        ("[" * 100_000, b""),
    ],
)
def test_only_what_a_page_has_to_say_gets_through(said: str, packet: bytes) -> None:
    assert packet_of(said) == packet
