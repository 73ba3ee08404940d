"""Lists of things to change: weights on sliders, settings with arrows; one is chosen and stays in sight."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from neuron_tui.tui import themes
from neuron_tui.tui.match.panels.chooser import Chooser
from neuron_tui.tui.match.panels.hand_panel import (
    SLIDER,
    HandPanel,
    InHand,
    beginning,
    hand_list,
    head_lines,
    name_width,
    slider,
    slider_width,
    value_at,
    weight_line,
)
from neuron_tui.tui.match.panels.settings_panel import (
    Setting,
    SettingsPanel,
    column_widths,
    setting_line,
    settings_list,
)
from tests.tui.reading import TEXTS, cells, text_of, width_of

NAMES = st.lists(TEXTS, min_size=1, max_size=17).map(tuple)
WEIGHTS = st.floats(-99_999, 99_999)
ODD = st.integers(1, 60).map(lambda half: 2 * half + 1)
"""Sliders have a middle cell."""
WIDTHS = st.integers(28, 120)
CHALLENGE = "2 of 4 rows are right after 12 turns. Best: all right after 3."
BEGINNINGS = ("all 0", "its start", "iteration 60", "iteration 1,000,000")
KNOB = "●"


def in_hand(count: int = 3, begun_with: str = "all 0", challenge: str = CHALLENGE) -> InHand:
    """Weights in hand that are all 0."""
    names = tuple(f"input {place}" for place in range(1, count + 1))
    return InHand(names, (0.0,) * count, 0.5, 0.5, 0.0096, challenge, begun_with)


@given(st.floats(-SLIDER, SLIDER), ODD)
def test_the_knob_stands_at_its_weight_from_minus_ten_to_plus_ten(value: float, width: int) -> None:
    track, knob = slider(value, width)
    assert len(track) == width
    assert abs(knob - (value + 10) / 20 * (width - 1)) <= 0.5


@given(ODD)
def test_the_middle_of_a_slider_is_zero_and_beyond_its_ends_the_knob_stays(width: int) -> None:
    track, knob = slider(0.0, width)
    assert knob == track.index("┼") == (width - 1) / 2
    assert track.count("┼") == 1
    assert slider(-11.0, width)[1] == slider(-99_999.0, width)[1] == 0
    assert slider(11.0, width)[1] == width - 1


@given(ODD, st.data())
def test_the_value_at_a_column_is_where_its_knob_stands(width: int, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, width - 1))
    assert slider(value_at(column, width), width)[1] == column
    value = data.draw(st.floats(-SLIDER, SLIDER))
    cell = 20 / (width - 1)
    assert abs(value_at(slider(value, width)[1], width) - value) <= cell / 2 + 1e-9


def test_a_slider_goes_from_minus_ten_to_plus_ten_and_no_further() -> None:
    assert [value_at(column, 21) for column in (0, 5, 10, 15, 20)] == [-10, -5, 0, 5, 10]
    assert (value_at(-4, 21), value_at(99, 21)) == (-10, 10)


@given(NAMES, WEIGHTS, st.booleans(), WIDTHS, st.data())
def test_a_weight_s_line_fits_whatever_its_name_and_all_sliders_stand_below_each_other(
    names: tuple[str, ...], weight: float, chosen: bool, width: int, data: st.DataObject
) -> None:
    line = weight_line(data.draw(st.sampled_from(names)), weight, chosen, names, width)
    assert width - 1 <= width_of(line) <= width
    begins = 3 + name_width(names)
    knob = next(
        x
        for x, (glyph, style) in enumerate(cells(line))
        if x >= begins and glyph == KNOB and "strong" in style
    )
    assert knob == begins + slider(weight, slider_width(names, width))[1]
    assert slider_width(names, width) % 2 == 1


@given(WEIGHTS, st.booleans())
def test_a_line_says_its_weight_in_the_colour_of_its_side_and_the_chosen_one_has_a_mark(
    weight: float, chosen: bool
) -> None:
    line = weight_line("left", weight, chosen, ("left", "middle"), 40)
    assert text_of(line).startswith("▸ left   " if chosen else "  left   ")
    assert all(("selected" in style) == chosen for _, style in line)
    side = "text" if abs(weight) < 0.005 else "one" if weight > 0 else "zero"
    knob, value = line[3], line[-1]
    assert knob[0] == KNOB
    assert {knob[1].split()[0], value[1].split()[0]} == {side}
    shown = value[0].strip()
    assert shown[0] == ("−" if weight <= -0.005 else "+")
    assert float(shown.replace("−", "-").replace(",", "")) == pytest.approx(weight, abs=0.5)


@given(WIDTHS, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_errors_stand_side_by_side_and_the_lines_above_fit(
    width: int, error: float, best: float, trained: float
) -> None:
    hand = InHand(("a",), (0.0,), error, best, trained, CHALLENGE, "all 0")
    lines = head_lines(hand, width)
    assert max(map(width_of, lines)) <= width
    said = " ".join(" ".join(map(text_of, lines)).split())
    assert f"off by {error:.4f} best {best:.4f} the trained neuron {trained:.4f} {CHALLENGE}" == said


def test_a_short_challenge_takes_two_lines_as_well_so_that_nothing_jumps() -> None:
    short, long = (in_hand(challenge=text) for text in ("All right.", "0 of 4 rows are right at the start."))
    assert len(head_lines(short, 30)) == len(head_lines(long, 30))


@pytest.mark.parametrize("begun_with", BEGINNINGS)
@given(width=WIDTHS)
def test_what_one_begins_with_fits_and_says_so(begun_with: str, width: int) -> None:
    says, shown = beginning(begun_with, width)
    assert width_of((("▸ ", ""), (says, ""), ("◂ ", ""), (shown, ""), (" ▸", ""))) <= width
    assert shown == begun_with or width < 30, "a million fits from 30 cells on"
    assert (says == "begin with ") == (width >= 17 + len(begun_with))


LABELS = st.lists(TEXTS, min_size=1, max_size=12)


@given(LABELS, TEXTS, st.booleans(), WIDTHS)
def test_a_setting_s_line_fits_whatever_it_says_and_the_values_stand_below_each_other(
    labels: list[str], value: str, changed: bool, width: int
) -> None:
    settings = tuple(Setting(label, value, changed) for label in labels)
    widths = column_widths(settings, width)
    lines = [setting_line(setting, chosen, widths) for setting in settings for chosen in (False, True)]
    assert {width_of(line) for line in lines} == {3 + sum(widths) + 4}
    assert 3 + sum(widths) + 4 <= width


def test_the_chosen_setting_has_its_arrows_and_a_changed_one_stands_out() -> None:
    rate, seed = Setting("learning rate", "3", changed=True), Setting("start weights", "seed 2")
    widths = column_widths((rate, seed), 40)
    assert text_of(setting_line(rate, True, widths)).rstrip() == "▸ learning rate ◂ 3      ▸"
    assert text_of(setting_line(seed, False, widths)).rstrip() == "  start weights   seed 2"
    styles = [[style for text, style in setting_line(setting, False, widths) if text.strip() == setting.value]
            for setting in (rate, seed)]  # fmt: skip
    assert styles == [["accent strong"], ["text"]]


@dataclass
class Someone:
    """Someone in front of one list, and what it told."""

    app: Host
    pilot: Pilot[None]

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def marked(self) -> str:
        """The row of the chosen one, which must be in sight."""
        [line] = [line for line in self.lines if line.startswith("▸ ")]
        return line.removeprefix("▸ ").rstrip(" ▁▂▃▄▅▆▇█")

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.simulate_key(key)
        await self.settle()

    async def settle(self) -> None:
        for _ in range(4):
            await self.pilot.pause(0)


class Host(App[None]):
    """A list alone on the screen."""

    def __init__(self, panel: Chooser) -> None:
        super().__init__()
        self.panel = panel
        panel.styles.height = "1fr"
        self.told: list[tuple[str | int | float, ...]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.NIGHT_COLOURS

    def compose(self) -> ComposeResult:
        yield self.panel

    def on_mount(self) -> None:
        self.panel.focus()

    def on_hand_panel_dragged(self, message: HandPanel.Dragged) -> None:
        self.told.append(("dragged", message.index, message.value))

    def on_chooser_changed(self, message: Chooser.Changed) -> None:
        self.told.append(("a little" if message.fine else "changed", message.index, message.steps))

    def on_chooser_taken(self, message: Chooser.Taken) -> None:
        self.told.append(("taken", message.index))


@asynccontextmanager
async def holding(hand: InHand, size: tuple[int, int] = (34, 10)) -> AsyncIterator[Someone]:
    """Someone with the weights in hand."""
    panel = HandPanel()
    app = Host(panel)
    async with app.run_test(size=size) as pilot:
        panel.show(partial(hand_list, hand))
        someone = Someone(app, pilot)
        await someone.settle()
        yield someone


def settings_of(count: int) -> tuple[Setting, ...]:
    return tuple(Setting(f"row {place}", "told 0") for place in range(1, count + 1))


@asynccontextmanager
async def setting(count: int, size: tuple[int, int] = (34, 10)) -> AsyncIterator[Someone]:
    """Someone in front of so many settings."""
    panel = SettingsPanel()
    app = Host(panel)
    async with app.run_test(size=size) as pilot:
        panel.show(partial(settings_list, "Branch", settings_of(count)))
        someone = Someone(app, pilot)
        await someone.settle()
        yield someone


async def test_the_chosen_one_of_seventeen_weights_is_always_in_sight_and_so_are_the_lines_above() -> None:
    async with holding(in_hand(17)) as someone:
        above = [line[:33].rstrip() for line in someone.lines[:4]]
        assert above[0] == "off by 0.5000  best 0.5000"
        assert someone.marked.startswith("input 1 ")
        for place in range(2, 18):
            await someone.press("down")
            assert someone.marked.startswith(f"input {place} ")
            assert [line[:33].rstrip(" ▁▂▃▄▅▆▇█") for line in someone.lines[:4]] == above
        await someone.press("down")
        assert someone.marked == "begin with ◂ all 0 ▸"
        await someone.press("down")
        assert someone.marked == "let it take over from here"
        await someone.press("down")
        assert someone.marked.startswith("input 1 "), "after the last comes the first"
        await someone.press("up")
        assert someone.marked == "let it take over from here"
        await someone.press(*["up"] * 18)
        assert someone.marked.startswith("input 1 ")


async def test_no_value_is_cut_off_beside_a_scrollbar() -> None:
    async with holding(in_hand(17)) as someone:
        values = [line[:33].rstrip() for line in someone.lines if KNOB in line]
        assert len(values) == 6
        assert all(line.endswith("+0.00") for line in values)


@pytest.mark.parametrize("size", [(30, 11), (28, 9), (60, 8)])
async def test_the_chosen_one_stays_in_sight_when_the_terminal_becomes_smaller(size: tuple[int, int]) -> None:
    async with holding(in_hand(17), (34, 30)) as someone:
        await someone.press(*["down"] * 18)
        await someone.pilot.resize_terminal(*size)
        await someone.settle()
        assert someone.marked.startswith("let it take over from")
        await someone.press("up", "up")
        assert someone.marked.startswith("input 17 ")


async def test_a_knob_that_is_taken_where_it_stands_does_not_move_also_beside_a_scrollbar() -> None:
    for count, size in ((3, (34, 12)), (17, (34, 10)), (17, (35, 10))):
        async with holding(in_hand(count), size) as someone:
            row = next(y for y, line in enumerate(someone.lines) if "input 2 " in line)
            column = someone.lines[row].index(KNOB)
            await someone.pilot.mouse_down(offset=(column, row))
            await someone.pilot.mouse_up(offset=(column, row))
            assert set(someone.app.told) == {("dragged", 1, 0.0)}
            assert someone.marked.startswith("input 2 ")


async def test_a_knob_is_dragged_to_where_the_mouse_is_and_no_further_than_its_slider() -> None:
    async with holding(in_hand(3), (34, 12)) as someone:
        row = next(y for y, line in enumerate(someone.lines) if "input 3 " in line)
        line = someone.lines[row]
        first, last = line.index("─"), line.rindex("─")
        await someone.pilot.mouse_down(offset=(line.index(KNOB), row))
        await someone.pilot.hover(offset=(last, row))
        await someone.pilot.hover(offset=(33, row + 1))
        await someone.pilot.hover(offset=(first, row))
        await someone.pilot.mouse_up(offset=(first, row))
        await someone.pilot.hover(offset=(last, row))
        assert list(dict.fromkeys(someone.app.told)) == [
            ("dragged", 2, value) for value in (0.0, 10.0, -10.0)
        ]


async def test_arrows_turn_a_weight_and_with_shift_they_turn_it_a_little() -> None:
    async with holding(in_hand(3), (34, 12)) as someone:
        await someone.press("right", "left", "down", "shift+right", "shift+left", "down", "down", "enter")
        assert someone.app.told == [
            ("changed", 0, 1), ("changed", 0, -1), ("a little", 1, 1), ("a little", 1, -1), ("taken", 3),
        ]  # fmt: skip


async def test_the_lines_below_the_weights_do_what_they_say_by_key_and_by_mouse() -> None:
    async with holding(in_hand(3, "iteration 1,000,000"), (34, 12)) as someone:
        await someone.press(*["down"] * 3, "right", "left", "shift+right", "down", "left", "right")
        assert someone.app.told == [
            ("changed", 3, 1),
            ("changed", 3, -1),
            ("changed", 4, -1),
            ("changed", 4, 1),
        ]
        assert "  from ◂ iteration 1,000,000 ▸" in "\n".join(someone.lines)
        someone.app.told.clear()
        row = next(y for y, line in enumerate(someone.lines) if "from ◂" in line)
        for words in ("from", "◂", "1,000", "▸"):
            await someone.pilot.click(offset=(someone.lines[row].rindex(words), row))
        assert someone.app.told == [("changed", 3, -1), ("changed", 3, 1), ("changed", 3, 1)]
        await someone.pilot.click(offset=(6, row + 1))
        assert someone.app.told[-1] == ("changed", 4, 1)


async def test_the_chosen_setting_stays_in_sight_and_its_arrows_turn_it_by_mouse() -> None:
    async with setting(20) as someone:
        await someone.press(*["down"] * 15, "right", "left")
        assert someone.marked == "row 16 ◂ told 0 ▸"
        assert someone.app.told == [("changed", 15, 1), ("changed", 15, -1)]
        row = next(y for y, line in enumerate(someone.lines) if line.startswith("▸ "))
        for glyph in ("◂", "▸"):
            await someone.pilot.click(offset=(someone.lines[row].rindex(glyph), row))
        assert someone.app.told[2:] == [("changed", 15, -1), ("changed", 15, 1)]
        await someone.pilot.click(offset=(someone.lines[row].rindex("◂"), row - 1))
        assert someone.marked == "row 15 ◂ told 0 ▸", "a click on another one only chooses it"
        assert len(someone.app.told) == 4
        await someone.press(*["up"] * 14)
        assert someone.marked == "row 1  ◂ told 0 ▸"


async def test_of_fewer_settings_than_before_the_last_one_is_chosen() -> None:
    async with setting(20) as someone:
        await someone.press(*["down"] * 19)
        assert someone.marked == "row 20 ◂ told 0 ▸"
        someone.app.panel.show(partial(settings_list, "Branch", settings_of(5)))
        await someone.settle()
        assert someone.marked == "row 5 ◂ told 0 ▸"


@pytest.mark.parametrize("exact", ["[bold]x[/]", "日本語", "\x1b[31mred\x07", "👩‍👩‍👧 family", ""])
async def test_a_hostile_name_breaks_no_line(exact: str) -> None:
    hand = InHand((exact, "b"), (1.0, -1.0), 0.5, 0.5, 0.5, CHALLENGE, "all 0")
    async with holding(hand, (34, 12)) as someone:
        rows = [line for line in someone.lines if KNOB in line]
        assert len(rows) == 2
        assert {width_of(((line, ""),)) for line in someone.lines} == {34}
