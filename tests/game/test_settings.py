"""What the player has set is remembered, and a file that is none of ours does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.settings import DEFAULT, Settings, read_settings, write_settings

CHANGED = Settings(theme="day", speed=-2, exact=True, linear=True, all_panels=True)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "not there yet" / "settings.json"
    assert read_settings(file) == DEFAULT
    for settings in (CHANGED, DEFAULT):
        write_settings(file, settings)
        assert read_settings(file) == settings
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "odd", [b"", b"\xff", b"{", b"[1]", b"null", b"[" * 100_000, b'{"theme": 1, "speed": true, "exact": 1}']
)
def test_an_odd_file_is_as_if_nothing_had_been_set(odd: bytes, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(odd)
    assert read_settings(file) == DEFAULT


@given(st.binary(max_size=200))
def test_whatever_is_in_the_file_the_game_begins(
    tmp_path_factory: pytest.TempPathFactory, found: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_bytes(found)
    assert isinstance(read_settings(file), Settings)


def test_one_odd_value_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "day", "speed": "fast", "linear": true, "unknown": 3}', encoding="utf-8")
    assert read_settings(file) == Settings(theme="day", linear=True)


def test_where_nothing_can_be_written_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    write_settings(tmp_path / "settings.json", CHANGED)
    (tmp_path / "file").touch()
    write_settings(tmp_path / "file" / "settings.json", CHANGED)
    assert read_settings(tmp_path / "settings.json") == DEFAULT
