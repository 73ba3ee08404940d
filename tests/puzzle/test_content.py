"""The hash of what a puzzle asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question

PUZZLE = Puzzle(
    "Two lamps",
    ("left", "right"),
    (Example((0, 1), 0), Example((1, 0), 1)),
    (Question((1, 1), 1),),
    rule="The left one decides.",
)


def test_a_hash_is_sixteen_hexadecimal_digits_and_the_same_every_time() -> None:
    assert content_of(PUZZLE) == content_of(replace(PUZZLE))
    assert len(content_of(PUZZLE)) == 16
    assert int(content_of(PUZZLE), 16) >= 0


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(PUZZLE, input_names=("left", "middle")), id="a name"),
        pytest.param(replace(PUZZLE, output_name="light"), id="the output's name"),
        pytest.param(replace(PUZZLE, examples=PUZZLE.examples[:1]), id="an example less"),
        pytest.param(replace(PUZZLE, examples=PUZZLE.examples[::-1]), id="another order"),
        pytest.param(replace(PUZZLE, questions=(Question((1, 1), 0),)), id="another answer"),
        pytest.param(replace(PUZZLE, neuron=NeuronSettings(threshold=True)), id="a threshold"),
        pytest.param(replace(PUZZLE, neuron=NeuronSettings(seed=2)), id="another seed"),
        pytest.param(replace(PUZZLE, neuron=NeuronSettings(start=(0.5, -0.2))), id="start weights"),
    ],
)
def test_what_is_asked_changes_it(changed: Puzzle) -> None:
    assert content_of(changed) != content_of(PUZZLE)


@pytest.mark.parametrize(
    "words", [{"title": "Lamps"}, {"hints": ("Look.",)}, {"rule": ""}, {"author": "Ann"}]
)
def test_words_about_it_do_not(words: dict[str, str]) -> None:
    assert content_of(replace(PUZZLE, **words)) == content_of(PUZZLE)
