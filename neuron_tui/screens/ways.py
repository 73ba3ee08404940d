"""The ways in which a puzzle can be played, and the screens of those beside the match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.screen import Screen

from neuron_tui.puzzle.puzzle import MAX_SEED, Puzzle

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper

Way = Literal["match", "examples", "race"]
INPUTS_OF_A_RACE = 3


def offers(puzzle: Puzzle, way: object) -> bool:
    """Whether a puzzle can be played in this way."""
    if way == "examples":
        return bool(puzzle.rule)
    if way == "race" and len(puzzle.input_names) == INPUTS_OF_A_RACE:
        from neuron_tui.game.race.eight import outputs_of

        return outputs_of(puzzle) is not None
    return way == "match"


def screen_beside(way: Way, puzzle: Puzzle, puzzle_id: str, keeper: Keeper, seed: int | None) -> Screen[None]:
    """The screen of a way beside the match. Each race draws a seed of its own, but the first has this one."""
    if way == "race":
        import secrets

        from neuron_tui.screens.race.screen import RaceScreen

        first = [] if seed is None else [seed]
        return RaceScreen(
            puzzle, puzzle_id, keeper, lambda: first.pop() if first else secrets.randbelow(MAX_SEED + 1)
        )
    from neuron_tui.screens.examples.screen import ExamplesScreen

    return ExamplesScreen(puzzle, puzzle_id, keeper)
