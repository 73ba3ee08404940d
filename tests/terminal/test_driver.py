"""What a terminal may send, or leave unsent: bytes that are no text, Ctrl+Z, nothing ever again."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import PATIENCE, NotSeenError, Terminal, environment
from tests.terminal.test_playing import at_home, find_puzzle, in_training, iteration

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")]

COMMAND = Path(sys.executable).with_name("neuron-tui")


def test_bytes_that_are_no_utf_8_are_ignored_among_the_keys(start: Start) -> None:
    game = at_home(start())
    find_puzzle(game, "")
    for number, letter in enumerate(b"leftmost"):  # 8 times 16 bytes, all from 0x80 on
        game.send(bytes(range(0x80 + 16 * number, 0x90 + 16 * number)) + bytes([letter]))
    game.wait_for("leftmost ")
    for cut in ("é".encode()[:1], "漢".encode()[:2], "😀".encode()[:3]):
        game.send(cut + b"\x7f")
    game.wait_for("leftm ")
    game.send(b"\x1b[200~o\xe9st\x1b[201~")
    game.wait_for("leftmost ")
    game.send(b"\x1b[M\x20\x80\x2a\x7f")  # the mouse at column 96, as very old terminals tell it
    game.wait_for("leftmos ")


def test_sequences_that_nobody_understands_do_not_end_the_game(start: Start) -> None:
    game = at_home(start())
    for sequence in (b"\x1b[1082::114;1;1082u", b"\x1b[9999999u", b"\x1b[55296;1;55296u"):
        game.send(sequence)

        def asked() -> bool:
            game.press("y")  # keys that come in one piece with the sequence may be lost
            with suppress(NotSeenError):
                game.wait_for("Who plays?", timeout=1)
            return "Who plays?" in game.text()

        assert any(asked() for _ in range(int(PATIENCE)))
        game.press("escape")
        game.wait_for(lambda: "Who plays?" not in game.text())


def test_a_closed_terminal_ends_the_game_also_without_a_signal(home: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    env = environment() | {"NEURON_TUI_HOME": str(home), "HOME": str(home)}
    with subprocess.Popen(
        [COMMAND], stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    ) as game:  # a session without a controlling terminal: nothing sends it SIGHUP
        os.close(theirs)
        shown = b""
        while b"to play." not in shown:
            shown += os.read(ours, 65536)
        os.close(ours)
        try:
            game.wait(PATIENCE)
        finally:
            game.kill()


def test_the_game_is_played_where_standard_error_goes_into_a_file(home: Path, tmp_path: Path) -> None:
    env = {"NEURON_TUI_HOME": str(home), "HOME": str(home)}
    errors = tmp_path / "errors"
    with Terminal(["/bin/sh", "-c", f"{COMMAND} 2>{errors}"], env=env) as game:
        at_home(game).press("ctrl+q")
        assert game.wait_for_exit() == 0
        assert game.left_behind() == []
    assert errors.read_text() == ""


@pytest.fixture
def shell(home: Path) -> Callable[[], Terminal]:
    """A shell that can suspend what it starts."""
    env = {"NEURON_TUI_HOME": str(home), "HOME": str(home), "PS1": "ready$ "}
    return lambda: Terminal(["/bin/sh", "-i"], env=env)


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back_to_where_it_was(shell: Callable[[], Terminal]) -> None:
    with shell() as terminal:
        terminal.wait_for("ready$")
        terminal.type(f"{COMMAND}\r")
        before = iteration(in_training(terminal))
        terminal.press("space")
        terminal.press("ctrl+z")
        terminal.wait_for(lambda: terminal.text().rstrip().endswith("ready$"))
        assert terminal.left_behind() == []
        terminal.type("echo for the shell\r")
        terminal.wait_for("\nfor the shell")
        terminal.type("fg\r")
        terminal.wait_for(lambda: iteration(terminal) >= 0)
        assert before <= iteration(terminal) < 10_000
        assert "shell" not in terminal.text()
        terminal.press("ctrl+q")
        terminal.wait_for(lambda: terminal.text().rstrip().endswith("ready$"))
        assert terminal.left_behind() == []


def test_without_a_shell_to_come_back_from_ctrl_z_does_nothing(start: Start) -> None:
    game = at_home(start())
    game.press("ctrl+z", "?")
    game.wait_for("─ Help ─")


def test_caps_lock_changes_no_key(start: Start) -> None:
    game = at_home(start())
    for legacy_or_kitty in (b"Y", b"\x1b[121;65;89u"):
        game.send(legacy_or_kitty)
        game.wait_for("Who plays?")
        game.press("escape")
        game.wait_for(lambda: "Who plays?" not in game.text())


@pytest.mark.parametrize(
    "cyrillic",
    ["к".encode(), b"\x1b[1082;1;1082u", b"\x1b[1081;5u"],
    ids=["legacy", "kitty", "Ctrl in kitty"],
)
def test_a_keyboard_of_another_script_is_told_to_switch(start: Start, cyrillic: bytes) -> None:
    game = at_home(start())
    game.send(cyrillic)
    game.wait_for("Latin letters")


def test_night_or_day_is_as_it_was_left_unless_another_is_asked_for(start: Start) -> None:
    game = at_home(start())
    night = game.colours(0, 0)
    game.press("f2")
    game.wait_for(lambda: game.colours(0, 0) != night)
    day = game.colours(0, 0)
    game.press("ctrl+d")
    assert game.wait_for_exit() == 0
    assert at_home(start()).colours(0, 0) == day
    assert at_home(start("--theme", "night")).colours(0, 0) == night


def test_textual_s_own_variable_chooses_a_theme_and_one_that_is_not_ours_does_no_harm(start: Start) -> None:
    night = at_home(start()).colours(0, 0)
    found = {name: at_home(start(TEXTUAL_THEME=name)).colours(0, 0) for name in ("day", "dracula")}
    assert found["dracula"] == night != found["day"]


def test_a_terminal_that_tells_a_light_background_begins_by_day(start: Start) -> None:
    game = at_home(start())
    dark = game.colours(0, 0)
    game.send(b"\x1b]11;rgb:ffff/ffff/")
    game.send(b"ffff\x1b\\y")
    game.wait_for("Who plays?")
    assert game.colours(0, 0) != dark
    assert "]11" not in game.text()
