"""The terminal that the stories are played in shows what a program writes, and hears what a person does."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.emulator import Emulator
from tests.terminal.terminal import KEYS, NotSeenError, Terminal

pytestmark = pytest.mark.slow

TINY_APP = [sys.executable, str(Path(__file__).with_name("tiny_app.py"))]


@pytest.fixture
def tiny() -> Iterator[Terminal]:
    with Terminal(TINY_APP) as terminal:
        terminal.wait_for("size 80x24")
        yield terminal


def test_the_first_rows_show_what_the_app_shows(tiny: Terminal) -> None:
    assert tiny.screen()[:3] == ["red", "漢字 and é", "size 80x24"]
    assert set(tiny.screen()[3:]) == {""}
    assert len(tiny.screen()) == 24


def test_colours_are_the_style_sheets(tiny: Terminal) -> None:
    assert tiny.colours(0, 0) == ("123456", "fedcba")


def test_a_text_behind_wide_characters_is_found_in_its_column(tiny: Terminal) -> None:
    assert tiny.find("and") == (5, 1)


def test_keys_reach_the_app_under_their_names(tiny: Terminal) -> None:
    for key in [*KEYS, "0", "ctrl+a"]:
        tiny.press(key)
        tiny.wait_for(f"key {key}\n")


def test_a_misspelt_key_is_refused(tiny: Terminal) -> None:
    with pytest.raises(ValueError, match="retrun"):
        tiny.press("retrun")


def test_clicks_reach_the_app(tiny: Terminal) -> None:
    tiny.click(41, 17)
    tiny.wait_for("click 41,17")
    tiny.click_on("size 80x24")
    tiny.wait_for("click 5,2")


def test_drags_reach_the_app(tiny: Terminal) -> None:
    tiny.drag((10, 8), (30, 9))
    tiny.wait_for("drag 30,9")


def test_another_size_reaches_the_app(tiny: Terminal) -> None:
    tiny.resize(120, 40)
    tiny.wait_for("size 120x40")
    assert len(tiny.screen()) == 40
    tiny.resize(60, 20)
    tiny.wait_for(lambda: tiny.screen()[1:3] == ["漢字 and é", "size 60x20"])
    assert len(tiny.screen()) == 20


def test_a_text_that_never_comes_fails_with_a_picture_of_the_screen(tiny: Terminal) -> None:
    with pytest.raises(NotSeenError, match=r"(?s)no such text.*│size 80x24"):
        tiny.wait_for("no such text", timeout=0.05)
    with pytest.raises(NotSeenError, match="not on the screen"):
        tiny.find("no such text")


def test_an_app_that_quits_leaves_the_terminal_as_it_was() -> None:
    command = f"echo before; {' '.join(TINY_APP)}; exit 7"
    with Terminal(["/bin/sh", "-c", command]) as terminal:
        terminal.wait_for("size 80x24")
        assert "before" not in terminal.text()
        assert terminal.left_behind()
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 7
        assert terminal.text().strip() == "before"
        assert terminal.left_behind() == []
        assert not terminal.leaves_processes()


def test_an_app_that_is_killed_leaves_a_mess_that_is_seen(tiny: Terminal) -> None:
    tiny.signal(signal.SIGKILL)
    assert tiny.wait_for_exit() == -signal.SIGKILL
    assert {
        "the alternate screen is still on",
        "mouse clicks are still reported",
        "the cursor is hidden",
        "what is typed is no longer shown and taken line by line",
    } <= set(tiny.left_behind())


def test_waiting_for_an_app_that_has_ended_fails_at_once(tiny: Terminal) -> None:
    tiny.signal(signal.SIGKILL)
    with pytest.raises(NotSeenError, match="has ended"):
        tiny.wait_for("no such text", timeout=600)


def test_processes_that_outlive_the_program_are_noticed() -> None:
    with Terminal(
        ["/bin/sh", "-c", "trap '' HUP; sleep 600 </dev/null >/dev/null 2>&1 & echo started"]
    ) as terminal:
        terminal.wait_for("started")
        terminal.wait_for_exit()
        assert terminal.leaves_processes()


@pytest.mark.parametrize(
    "sequence",
    [
        pytest.param("\x1b[>1u", id="kitty keyboard on"),
        pytest.param("\x1b[<u", id="kitty keyboard off"),
        pytest.param("\x1b[?u", id="kitty keyboard asked for"),
        pytest.param("\x1b[>4;1m", id="modified keys of xterm"),
        pytest.param("\x1b[?4m", id="modified keys of xterm asked for"),
        pytest.param("\x1b[?2026$p", id="synchronized output asked for"),
        pytest.param("\x1b[?2026h\x1b[?2026l", id="synchronized output"),
        pytest.param("\x1b[?2048h", id="sizes in band"),
        pytest.param("\x1b[2 q", id="shape of the cursor"),
        pytest.param("\x1b[>q", id="name and version asked for"),
        pytest.param("\x1b[!p", id="soft reset"),
        pytest.param("\x1b[4:3m", id="curly underline"),
        pytest.param("\x1b]22;pointer\x1b\\", id="shape of the pointer"),
        pytest.param("\x1b]0;title\x07", id="title of the window"),
        pytest.param("\x1bP+q544e\x1b\\", id="a string to the device"),
        pytest.param("\x1b_Gi=1,a=q;AAAA\x1b\\", id="a picture asked for"),
    ],
)
def test_private_sequences_leave_no_mark_wherever_the_output_is_cut(sequence: str) -> None:
    output = f"\x1b[31m漢字{sequence}é".encode()
    for cut in range(len(output) + 1):
        answers: list[str] = []
        emulator = Emulator(20, 2, answers.append)
        emulator.feed(output[:cut])
        emulator.feed(output[cut:])
        assert [line.rstrip() for line in emulator.display] == ["漢字é", ""]
        last = emulator.buffer[0][4]
        assert (last.fg, last.underscore, last.bold) == ("red", False, False)
        assert answers == (["\x1b[?2026;2$y"] if "$p" in sequence else [])


def test_a_smaller_screen_keeps_its_first_rows_until_the_program_paints_again() -> None:
    emulator = Emulator(20, 4, lambda _: None)
    emulator.feed("1\r\n2\r\n漢字\r\n4".encode())
    emulator.resize(lines=3, columns=4)
    assert [line.rstrip() for line in emulator.display] == ["1", "2", "漢字"]
    emulator.resize(lines=4, columns=20)
    assert [line.rstrip() for line in emulator.display] == ["1", "2", "漢字", ""]


def test_a_frame_is_looked_at_only_when_it_is_finished() -> None:
    frames = r"printf '\033[?2026hhalf'; read -r _; printf ' whole\033[?2026l'; read -r _"
    with Terminal(["/bin/sh", "-c", frames]) as terminal:
        with pytest.raises(NotSeenError):
            terminal.wait_for("half", timeout=0.2)
        terminal.press("enter")
        terminal.wait_for("whole")


def test_what_was_listened_to_is_timed_by_its_arrival() -> None:
    lines = "for line in 1 2 3; do read -r _; echo line $line; done"
    with Terminal(["/bin/sh", "-c", lines]) as terminal:
        pressed = []
        for _ in range(3):
            pressed.append(time.perf_counter())
            terminal.press("enter")
            terminal.listen(0.1)
        arrived = terminal.seen_at(lambda: "line 2" in terminal.text())
        assert pressed[1] < arrived < pressed[2]
        assert "line 3" in terminal.text()
        terminal.listen(0.01)
        with pytest.raises(NotSeenError):
            terminal.seen_at(lambda: "line 4" in terminal.text())
