"""Made-up names for players."""

from __future__ import annotations

from neuron_tui.game.journal.pseudonyms import pseudonyms


def test_no_two_of_very_many_players_have_the_same_name_and_who_comes_later_changes_none() -> None:
    firsts = {f"player {number}": f"{number:032x}" for number in range(4_500)}  # there are 4,096 pairs
    names = pseudonyms(firsts)
    assert len(set(names.values())) == len(firsts)
    few = dict(list(firsts.items())[:100])
    assert pseudonyms(few) == {player: names[player] for player in few}
