"""A race line by line, from its first figure to its end, and taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.race.kinds import KINDS
from neuron_tui.game.race.race import Race
from tests.plain.conftest import Play

SEED = "3"
RIGHT = [str(answer) for answer in Race.begin(KINDS["I"], int(SEED)).schedule.right]
"""The right answers; the puzzle `type-1` has the outputs of its kind as they stand there."""
THREE_WRONG = [*("10"[int(right)] for right in RIGHT[:3]), *RIGHT[3:40]]
"""The first round has faults, and the next four have none."""


def trials(home: Path) -> list[tuple[str, ...]]:
    """The decisions of each race that is kept."""
    return [
        tuple(str(trial.decision) for trial in kept) for _, kept in Journal(home / "journal.sqlite3").races()
    ]


@pytest.mark.slow
def test_a_race_to_its_end_and_another_that_is_left(play: Play, home: Path) -> None:
    heard = play(
        *THREE_WRONG, "kinds", "study", "weights", "again", "1", "standing", "home",
        puzzle="type-1", options=("--seed", SEED), command="race",
    )  # fmt: skip
    figures = [line for line in heard.lines if "figure 1 of 16: " in line or line.startswith("Figure ")]
    assert len(figures) == 40 + 3, "one of them was asked again after the standing"
    assert sum(line.startswith("Wrong, it is ") for line in heard.lines) in (3, 4)
    assert "Block 1 of 16 is over. Wrong answers of 16: you 3, the neuron " in heard
    assert "Faultless in a row: 3 of 4 rounds." in heard
    end = heard.after("The race is over.")
    assert end[:2] == ["No mistake from figure 4 on.", "Wrong over 40 figures:"]
    assert "you 8 %." in end
    assert "I, one input decides: people in 1994 were wrong 1 % of the time; one neuron learns it." in end
    assert "You are told the right answer after each figure." in end
    assert trials(home) == [tuple(THREE_WRONG), ("1",)]


def test_a_race_that_was_left_goes_on(play: Play, home: Path) -> None:
    play("1", "0", "quit", puzzle="type-1", options=("--seed", SEED), command="race")
    heard = play("race 67", "race 73", "", "1", "home", "race 73", "again", "0")
    assert "Type race and the number of a puzzle: " in heard
    assert "Puzzle 67 is not for race." in heard.lines
    assert "It goes on in block 1, at figure 3 of 16." in heard
    assert trials(home) == [("1", "0", "1"), ("0",)]
