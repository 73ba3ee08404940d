"""Where examples changed sides of 0.5: the same places that a walk over the whole tape finds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.replay.crossings import Crossings
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from tests.game.matches import article

BITS = st.integers(0, 1)


@st.composite
def puzzles(draw: st.DrawFn) -> Puzzle:
    rows = draw(st.lists(st.tuples(BITS, BITS, BITS), min_size=1, max_size=6))
    return Puzzle(
        title="Any",
        input_names=("a", "b"),
        examples=tuple(Example(row[:2], row[2]) for row in rows),
        questions=(Question((1, 1), 1),),
        neuron=NeuronSettings(
            threshold=draw(st.booleans()),
            iterations=draw(st.integers(1, 200)),
            seed=draw(st.integers(0, 50)),
            learning_rate=draw(st.sampled_from([0.3, 1.0, 10.0, 100.0])),
        ),
    )


def walk(replay: Replay, first: int, last: int) -> tuple[set[int], set[int]]:
    """Every row of the tape and every example, one after the other."""
    rights: set[int] = set()
    wrongs: set[int] = set()
    training = replay.recording.training
    for iteration in range(first + 1, last + 1):
        for inputs, target in zip(training.inputs, training.targets, strict=True):
            was, now = (
                float(training.model.think(replay.recording.tape[row : row + 1], inputs[None])[0, 0])
                for row in (iteration - 1, iteration)
            )
            before, after = ((output > 0.5) if target else (output < 0.5) for output in (was, now))
            if after and not before:
                rights.add(iteration)
            if before and not after:
                wrongs.add(iteration)
    return rights, wrongs


@given(puzzles(), st.lists(st.integers(0, 60), max_size=5))
def test_every_change_of_sides_is_found_however_the_tape_was_recorded(
    puzzle: Puzzle, slices: list[int]
) -> None:
    replay = Replay(puzzle, Recording(training_of(puzzle)))
    crossings = Crossings(replay)
    for iterations in [*slices, replay.iterations]:
        replay.recording.record(iterations)
        crossings.update(10**6)
    rights, wrongs = walk(replay, 0, replay.iterations)
    assert (set(crossings.became_right), set(crossings.became_wrong)) == (rights, wrongs)
    assert crossings.became_right.tolist() == sorted(rights)


def test_a_branch_has_the_crossings_of_its_stem_up_to_where_it_left() -> None:
    puzzle = replace(article(), neuron=replace(article().neuron, iterations=400))
    stem = Replay(puzzle, Recording(training_of(puzzle)))
    stem.recording.record(400)
    flipped = replace(puzzle, examples=tuple(Example(row.inputs, 1 - row.target) for row in puzzle.examples))
    branch = Replay(
        flipped, Recording(training_of(flipped), stem.recording.tape[:201]), earlier=stem, since=200
    )
    branch.recording.record(400)
    crossings = Crossings(branch)
    crossings.update(10**6)
    before, after = walk(stem, 0, 200), walk(branch, 200, 400)
    assert after[0], "told the opposite, it comes to say the opposite"
    assert set(crossings.became_right) == before[0] | after[0]
    assert set(crossings.became_wrong) == before[1] | after[1]
    assert np.all(np.diff(crossings.became_right) > 0)
