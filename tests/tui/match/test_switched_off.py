"""Where a hidden neuron is switched off, all that is shown is of the network without it, or says so."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.explain.learned import meanings, sentences
from neuron_tui.game.lab.branch import branch_at
from neuron_tui.game.lab.run import Run
from neuron_tui.game.match.match import Match
from neuron_tui.game.program.program import program_of
from neuron_tui.game.replay.crossings import Crossings
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Recording
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.text_panel import together
from neuron_tui.tui.match.panels.history import ErrorHistory, WeightHistory
from neuron_tui.tui.match.panels.predictions import Predictions
from neuron_tui.tui.match.text import speech
from neuron_tui.tui.match.views.code.view import CodeView
from tests.game.matches import bundled, quickly, replay_of, trained
from tests.tui.reading import text_of

LAST = 2_000
STAIRS = quickly(bundled("hooked-together/stairs-by-moonlight"), LAST)
OFF = frozenset({1})


def without_hidden_2() -> Replay:
    """The same tape, in which the weight from hidden 2 to the last neuron is 0 all the time."""
    recording = replay_of(STAIRS).recording
    tape = recording.tape.copy()
    tape[:, -3] = 0  # hidden 1, 2 and 3, then the threshold
    return Replay(STAIRS, Recording(recording.training, tape))


def switched_off() -> Replay:
    replay = replay_of(STAIRS)
    replay.switch(OFF)
    return replay


def painted(picture: Picture, iteration: int = LAST) -> list[str]:
    picture.iteration = picture.recorded = picture.reached = iteration
    return [text_of(line) for line in picture.paint(78, 20)]


@pytest.mark.parametrize("kind", [ErrorHistory, Predictions, WeightHistory])
def test_the_curves_are_those_of_the_network_without_it(kind: type[ErrorHistory | Predictions]) -> None:
    replay = replay_of(STAIRS)
    picture = kind(replay)
    whole = painted(picture)
    replay.switch(OFF)
    expected = kind(without_hidden_2())
    expected.replay.reach = replay.reach  # type: ignore[method-assign]  # the scale stays as it is
    assert painted(picture) == painted(expected) != whole
    replay.switch(frozenset())
    assert painted(picture) == whole


def test_so_are_the_marks_on_the_timeline() -> None:
    replay = replay_of(STAIRS)
    crossings, expected = Crossings(replay), Crossings(without_hidden_2())
    assert crossings.update(10**6)
    replay.switch(OFF)
    assert crossings.update(10**6)
    assert expected.update(10**6)
    assert crossings.became_right.tolist() == expected.became_right.tolist()
    assert crossings.became_wrong.tolist() == expected.became_wrong.tolist()


def test_the_words_count_the_rows_as_the_table_does_and_say_what_is_missing() -> None:
    match = trained(Match.begin(STAIRS)).finish()
    outputs = without_hidden_2().outputs(LAST)[:7]
    right = sum(
        (output > 0.5) == bool(row.target) for output, row in zip(outputs, STAIRS.examples, strict=True)
    )
    words = together(speech(match, switched_off(), LAST)).plain
    assert words.startswith("Without hidden 2")
    assert f"{right} of 7 rows come out right." in words
    assert right < 7
    assert "Every row comes out right" not in words
    assert sentences(switched_off(), LAST, True)[0] == "This is how it is without hidden 2."
    assert meanings(switched_off(), LAST)[1] == "switched off"


def test_the_program_is_carried_out_with_all_of_them_on_and_says_so() -> None:
    program = program_of(STAIRS, STAIRS.neuron)
    whole = painted(CodeView(replay_of(STAIRS), program), 1_000)
    seen = painted(CodeView(switched_off(), program), 1_000)
    changed = [place for place, (one, other) in enumerate(zip(whole, seen, strict=True)) if one != other]
    assert len(changed) == 1
    assert "(all neurons on): each row" in seen[changed[0]]


def test_a_branch_and_the_run_it_left_are_without_the_same_neurons() -> None:
    stem = Run(switched_off(), STAIRS.neuron)
    branch = branch_at(stem, 500, STAIRS)
    assert branch is not None
    branch.replay.recording.record(10)
    at = np.array([100, 400])
    assert branch.replay.mean_error(at).tolist() == without_hidden_2().mean_error(at).tolist()
    branch.replay.switch(frozenset())
    assert branch.replay.mean_error(at).tolist() == replay_of(STAIRS).mean_error(at).tolist()
    assert not stem.replay.off
