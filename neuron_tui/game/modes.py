"""The modes in which a puzzle can be played: a match, row by row, or a race."""

from __future__ import annotations

from typing import Literal

from neuron_tui.puzzle.puzzle import Puzzle

Mode = Literal["match", "examples", "race"]
INPUTS_OF_A_RACE = 3


def offers(puzzle: Puzzle, mode: object) -> bool:
    """Whether a puzzle can be played in this mode."""
    if mode == "examples":
        return bool(puzzle.rule and puzzle.questions)
    if mode == "race" and len(puzzle.input_names) == INPUTS_OF_A_RACE:
        from neuron_tui.game.race.kinds import outputs_of  # only now: home is to open at once

        return outputs_of(puzzle) is not None
    return mode == "match"
