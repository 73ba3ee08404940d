"""The line of keys: as many as fit, and always the way back and help."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding

from neuron_tui.tui.kit.key_line import MORE, KeyEntry, fitting, key_entries

WORDS = st.text(st.characters(categories=["Ll"], max_codepoint=0x7A), min_size=1, max_size=14)
ENTRIES = st.lists(
    st.builds(
        lambda shown, does: KeyEntry((("x", shown),), does), st.sampled_from(["h", "Esc", "Enter"]), WORDS
    ),
    min_size=2,
    max_size=12,
)


def taken(kept: list[KeyEntry]) -> int:
    """The cells that entries take on the line, with the space it begins with."""
    return 1 + sum(sum(len(shown) for _, shown in entry.keys) + 1 + len(entry.does) + 2 for entry in kept)


def shown(found: list[KeyEntry], width: int, first: int = 0) -> list[KeyEntry]:
    return fitting(found, width, first)[0]


@given(ENTRIES, st.integers(10, 200))
def test_the_last_two_are_always_there(found: list[KeyEntry], width: int) -> None:
    assert shown(found, width)[-2:] == found[-2:]


@given(ENTRIES, st.integers(53, 200))
def test_nothing_is_cut_off(found: list[KeyEntry], width: int) -> None:
    assert taken(shown(found, width)) <= width


@given(ENTRIES, st.integers(53, 200))
def test_the_first_ones_are_kept_and_as_many_as_there_is_room_for(found: list[KeyEntry], width: int) -> None:
    kept = shown(found, width)
    if MORE not in kept:
        assert kept == found
        return
    count = len(kept) - 3
    assert [*kept[:count], *kept[-2:]] == [*found[:count], *found[-2:]]
    assert taken([*found[: count + 1], MORE, *found[-2:]]) > width


@given(ENTRIES, st.integers(90, 200))
def test_asking_for_more_shows_every_entry_and_comes_back_to_the_first(
    found: list[KeyEntry], width: int
) -> None:
    seen, first = [], 0
    for _ in found:
        kept, first = fitting(found, width, first)
        seen += [entry for entry in kept[:-2] if entry is not MORE]
        if first == 0:
            break
    assert first == 0
    assert seen == found[:-2]


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
