"""Every step of a bundled lesson is done by what it asks for, and by nothing that only comes near it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.match.lesson_steps import Lesson, Situation, holds
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.condition import Condition, NumberCondition, read_condition
from neuron_tui.puzzle.puzzle import Puzzle, Step
from tests.bundled.test_bundled_puzzles import WITH_STEPS, puzzle_in
from tests.game.matches import trained

FURTHEST = 19.0
"""A weight turned so far decides every row that its input is on in."""
STEPS = [(file, step) for file in WITH_STEPS for step in puzzle_in(file).steps]
each_step = pytest.mark.parametrize(
    ("puzzle", "step"),
    [pytest.param(puzzle_in(file), step, id=f"{file.stem}-{step.until}") for file, step in STEPS],
)


@pytest.mark.parametrize("file", WITH_STEPS, ids=lambda file: file.stem)
def test_before_the_guess_no_step_points_at_anything(file: Path) -> None:
    lesson = Lesson.of(puzzle_in(file))
    assert lesson.step is None, "what it speaks of would be marked, and might give the answer away"


def guessed(puzzle: Puzzle) -> Match:
    """A match whose guesses stand and whose training is complete, just before the verdict."""
    match = Match.begin(puzzle)
    for _ in puzzle.questions:
        match = match.guess_at(Fraction(3, 4)).confirm()
    return trained(match)


def wrong_deeds(puzzle: Puzzle, condition: Condition) -> Iterator[Situation]:
    """What a player sees who does something else than what the step asks for."""
    match = guessed(puzzle)
    replay = Replay(puzzle, match.recording)
    if isinstance(condition, NumberCondition):
        yield from wrong_numbers(replay, match, condition)
        return
    end, rows, weights = replay.iterations, range(len(replay.rows)), range(replay.model.size)
    match condition.event:
        case "guessed":
            yield Situation(Match.begin(puzzle).guess_at(Fraction(3, 4)), replay, 0, 0)
        case "verdict":
            yield Situation(match, replay, end, 0)
        case "selected":
            yield from (Situation(match.finish(), replay, end, row) for row in rows if row != condition.of)
        case "wrong selected":
            targets = [example.target for example in puzzle.examples]
            for row, output in enumerate(replay.outputs(end)):
                if row >= len(targets) or (output > 0.5) == bool(targets[row]):
                    yield Situation(match.finish(), replay, end, row)
        case "weight selected":
            others = [None, *(weight for weight in weights if weight != condition.of)]
            yield from (Situation(match, replay, end, 0, weight) for weight in others)
        case "moved most selected":
            moved = abs(replay.recording.tape[1] - replay.recording.tape[0])
            others = [None, *(weight for weight in weights if weight != moved.argmax())]
            yield from (Situation(match, replay, 1, 0, weight) for weight in others)


def wrong_numbers(replay: Replay, match: Match, condition: NumberCondition) -> Iterator[Situation]:
    """The training before it is so far; and another weight turned by hand, as far as it goes."""
    if condition.measure == "iteration":
        yield Situation(match, replay, 0 if condition.above else 1, 0)
    else:
        yield Situation(match, replay, 0, 0)
    if condition.measure == "error":
        return  # it does not matter who makes it smaller
    meant = condition.of if condition.measure == "weight" else condition.turned
    for weight in range(replay.model.size):
        for value in (-FURTHEST, FURTHEST) if weight != meant else ():
            hand = Hand.begin(replay.recording.training, np.zeros(replay.model.size)).turn_to(
                0, weight, value
            )
            turned = Replay(replay.puzzle, hand.recording(), step="turn")
            yield Situation(match.finish(), turned, hand.turns, 0)


@pytest.mark.slow
@each_step
def test_a_step_is_not_done_by_another_deed(puzzle: Puzzle, step: Step) -> None:
    condition = read_condition(step.until, puzzle)
    deeds = list(wrong_deeds(puzzle, condition))
    assert deeds
    assert [deed for deed in deeds if holds(condition, deed)] == []


@each_step
def test_its_words_are_few_enough_for_the_panel_that_they_stand_in(puzzle: Puzzle, step: Step) -> None:
    """Four lines of 30 cells: what the last step showed, and the next one below it."""
    assert 0 < len(step.shown) <= 60
    assert len(step.text) <= (75 if step is puzzle.steps[0] else 46)


@each_step
def test_the_training_pauses_for_it_so_that_it_is_not_over_before_it_is_read(
    puzzle: Puzzle, step: Step
) -> None:
    """A step that does itself, or that the line of keys says anyhow, is none."""
    assert step.pause is not None
    assert "Watch" not in step.text.partition(".")[0]


@each_step
def test_a_number_in_what_it_showed_is_on_the_screen_at_its_pause(puzzle: Puzzle, step: Step) -> None:
    match, pause = guessed(puzzle), step.pause or 0
    replay = Replay(puzzle, match.recording)
    seen = [*replay.weights(pause), *replay.sums(pause), *replay.outputs(pause)]
    for written in re.findall(r"\d+\.\d+", step.shown):
        assert any(f"{abs(number):.{len(written.partition('.')[2])}f}" == written for number in seen), written


@each_step
def test_a_step_and_its_condition_speak_of_the_same_weight_and_row(puzzle: Puzzle, step: Step) -> None:
    if told := re.search(r"[Tt]urn (\w+) (?:up|down)", step.text):
        assert step.until.endswith(f"by turning {told[1]}")
    if told := re.search(r"\b(?:weight of|turning) (\w+)", step.until):
        assert puzzle.picture or told[1] in step.text
    if told := re.search(r"\b(?:row|output of) (\w+)\b(?! row)", step.until.removeprefix("a wrong row")):
        assert f"row {told[1]}" in step.text
