"""The line of keys: as many as fit, and always help and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding

from neuron_tui.tui.kit.key_line import KeyEntry, key_entries, placed

WORDS = st.text(st.characters(categories=["Ll"], max_codepoint=0x7A), min_size=1, max_size=14)
ENTRIES = st.lists(
    st.builds(
        lambda shown, does: KeyEntry((("x", shown),), does), st.sampled_from(["h", "Esc", "Enter"]), WORDS
    ),
    min_size=2,
    max_size=12,
)


@given(ENTRIES, st.integers(53, 200))
def test_the_way_back_is_always_at_the_right_end_and_help_before_it(
    found: list[KeyEntry], width: int
) -> None:
    back, help_ = found[-2:]
    *_, (help_at, first), (back_at, last) = placed(found, width)
    assert (first, last) == (help_, back)
    assert back_at == help_at + help_.width
    assert back_at + back.width == width + 1  # the gap after the last one hangs over


@given(ENTRIES, st.integers(53, 200))
def test_before_them_are_the_first_ones_and_as_many_as_there_is_room_for(
    found: list[KeyEntry], width: int
) -> None:
    *kept, (end, _), _ = placed(found, width)
    column = 1
    for (at, entry), expected in zip(kept, found, strict=False):
        assert (at, entry) == (column, expected)
        column += entry.width
    assert column <= end
    left_out = found[len(kept) : -2]
    assert not left_out or column + left_out[0].width > end


def entry(key: str, shown: str, does: str) -> KeyEntry:
    return KeyEntry(((key, shown),), does)


def test_where_it_is_narrow_arrow_keys_give_way_to_a_hint_and_help_has_one_word() -> None:
    arrows = KeyEntry((("left", "\u2190"), ("right", "\u2192")), "move")
    found = [entry("tab", "Tab", "next"), KeyEntry((("0", "0"), ("1", "1")), "guess"), arrows]
    found += [entry("enter,space", "Enter", "done"), entry("h", "h", "hint")]
    found += [entry("escape", "Esc", "back"), entry("question_mark", "?", "all keys")]

    def said(width: int) -> list[str]:
        return [entry.does for _, entry in placed(found, width)]

    assert said(80) == ["next", "guess", "move", "done", "hint", "all keys", "back"]
    assert said(60) == ["next", "guess", "done", "hint", "keys", "back"]
    found.pop(4)
    assert said(60) == ["next", "guess", "move", "done", "keys", "back"]


def test_a_click_on_a_key_of_an_entry_is_that_key() -> None:
    entry = KeyEntry((("0", "0"), ("enter", "Enter")), "guess")
    assert [entry.key_at(column) for column in (0, 1, 5, 6, 9)] == ["0", "enter", "enter", "0", "0"]


def test_keys_of_one_group_share_their_description() -> None:
    group = Binding.Group("step")
    bindings = [
        Binding("comma", "step(-1)", "back", key_display=",", group=group),
        Binding("full_stop", "step(1)", "on", key_display=".", group=group),
        Binding("h", "hint", "hint"),
    ]
    assert key_entries(bindings) == [
        KeyEntry((("comma", ","), ("full_stop", ".")), "step"),
        KeyEntry((("h", "h"),), "hint"),
    ]
