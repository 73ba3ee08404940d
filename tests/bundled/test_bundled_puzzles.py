"""The puzzles that come with the game: that they fit the screen, and that their texts tell the truth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import chain, product
from pathlib import Path

import numpy as np
import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.match.lesson_steps import Lesson, Situation
from neuron_tui.game.match.match import Match
from neuron_tui.game.proving.expectation import outcomes
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import train
from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.puzzle import Puzzle
from tests.game.matches import trained

FILES = sorted(file for file in bundled_puzzles().glob("*/*.yaml") if file.name != "chapter.yaml")
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")

DECIMAL = re.compile(r"([+−]?)(\d+\.\d+)")


@cache
def puzzle_in(file: Path) -> Puzzle:
    reading = read_puzzle(file.read_bytes())
    assert reading.puzzle is not None, reading.faults
    return reading.puzzle


def test_the_articles_puzzle_comes_first_with_its_names_and_rows() -> None:
    puzzle = puzzle_in(FILES[0])
    assert puzzle.title == "The leftmost column"
    assert puzzle.input_names == ("left", "middle", "right")
    assert [(*example.inputs, example.target) for example in puzzle.examples] == [
        (0, 0, 1, 0),
        (1, 1, 1, 1),
        (1, 0, 1, 1),
        (0, 1, 1, 0),
    ]
    assert [(*question.inputs, question.answer) for question in puzzle.questions] == [(1, 0, 0, 1)]


def test_the_words_beside_the_timeline_are_explained_before_the_training_that_brings_them() -> None:
    assert "It looks at them" in puzzle_in(FILES[0]).lesson
    learning = next(file for file in FILES if file.parent.name == "4-learning")
    assert "looks at them is called an iteration" in puzzle_in(learning).lesson


def test_a_picture_comes_early_and_its_neuron_has_no_part_that_was_not_shown() -> None:
    [picture] = (puzzle for puzzle in map(puzzle_in, FILES[:5]) if puzzle.picture)
    assert not picture.neuron.threshold
    assert not picture.neuron.hidden
    assert "Press d" in picture.afterwards


@each_file
def test_a_bundled_puzzle_is_complete_and_without_faults(file: Path) -> None:
    assert read_puzzle(file.read_bytes()).faults == ()
    puzzle = puzzle_in(file)
    assert puzzle.rule
    assert 1 <= len(puzzle.hints) <= 3 or (puzzle.task and not puzzle.questions)
    assert puzzle.afterwards
    assert puzzle.expect


@each_file
def test_its_texts_fit_a_narrow_screen(file: Path) -> None:
    puzzle = puzzle_in(file)
    assert len(puzzle.title) <= 30
    assert max(map(len, (*puzzle.input_names, puzzle.output_name))) <= 7
    assert len(puzzle.rule) <= 100
    assert len(puzzle.lesson.split()) <= 80
    assert len(puzzle.afterwards.split()) <= 90


@each_file
def test_its_voice_is_calm(file: Path) -> None:
    puzzle = puzzle_in(file)
    for text in (puzzle.title, puzzle.rule, puzzle.lesson, puzzle.afterwards, *puzzle.hints):
        assert "!" not in text


def test_the_button_nobody_pressed_is_right_five_times_in_ten_as_its_text_says() -> None:
    (file,) = (file for file in FILES if file.stem.endswith("button-nobody-pressed"))
    assert sum(outcome.learned for outcome in outcomes(puzzle_in(file))) == 5


@pytest.mark.slow
@each_file
def test_every_number_in_its_afterwards_comes_out_of_its_training(file: Path) -> None:
    """Signed numbers are weights, others are sizes of weights or outputs, rounded as they are written.

    A text may also look back at the start, at the first iteration, and at the puzzle before it.
    """
    puzzle = puzzle_in(file)
    before = FILES[FILES.index(file) - 1]
    told = [puzzle, *[puzzle_in(before)] * (before.parent == file.parent)]
    seen = [[*chain(*numbers)] for numbers in zip(*map(numbers_seen_with, told), strict=True)]
    for sign, digits in DECIMAL.findall(puzzle.afterwards):
        places = len(digits.partition(".")[2])
        written = float(sign.replace("−", "-") + digits)
        assert any(round(number, places) == written for number in seen[bool(sign)]), f"{sign}{digits}"


@cache
def numbers_seen_with(puzzle: Puzzle) -> tuple[list[float], list[float]]:
    """What a text may name without a sign and with one; also how it would be with or without a threshold."""
    unsigned, signed = [0.5], []
    for threshold in (puzzle.neuron.threshold, not puzzle.neuron.threshold):
        training = training_of(puzzle, replace(puzzle.neuron, threshold=threshold))
        tape = train(training)
        rows = np.vstack([puzzle.example_inputs(), puzzle.question_inputs()])
        if len(puzzle.input_names) < 10:
            rows = np.array(list(product([0, 1], repeat=len(puzzle.input_names))))
        signed += tape[[0, 1, -1]].ravel().tolist()
        unsigned += np.abs(tape[-1]).tolist() + training.model.think(tape[-1], rows).tolist()
    return unsigned, signed


@each_file
def test_no_two_puzzles_show_the_same_table_and_ask_the_same(file: Path) -> None:
    """Unless the neuron is another one."""
    puzzle = puzzle_in(file)
    alike = [
        other
        for other in FILES
        if set(puzzle_in(other).examples) == set(puzzle.examples)
        and puzzle_in(other).questions == puzzle.questions
        and puzzle_in(other).neuron == puzzle.neuron
    ]
    assert alike == [file]


WITH_STEPS = [file for file in FILES if puzzle_in(file).steps]


@pytest.mark.slow
@pytest.mark.parametrize("file", WITH_STEPS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_step_of_its_lesson_can_be_done_and_none_is_done_before_the_player_does_anything(
    file: Path,
) -> None:
    puzzle = puzzle_in(file)
    match = Match.begin(puzzle)
    lesson, own = Lesson.of(puzzle), Replay(puzzle, match.recording)
    for row in range(len(own.rows)):
        lesson = lesson.after(Situation(match, own, 0, row))
    assert (lesson.done, lesson.step) == (0, None), "the guess comes first"
    for _ in match.asked:
        match = match.guess_at(Fraction(3, 4)).confirm()
    trained(match)
    selected = len(own.rows) - 1
    for number, step in enumerate(puzzle.steps):
        lesson = lesson.after(Situation(match, own, step.pause or 0, selected))
        assert (lesson.done, lesson.step) == (number, step)
        done = (
            seen for seen in everything_done(match, own, step.pause or 0) if lesson.after(seen).done > number
        )
        situation = next(done)
        lesson, selected = lesson.after(situation), situation.selected
    assert lesson.done == len(puzzle.steps)


def everything_done(match: Match, own: Replay, pause: int) -> Iterator[Situation]:
    """What a player sees at this iteration who selects rows and weights, goes one on, and turns weights."""
    last, weights = len(own.rows) - 1, range(own.model.size)
    yield from (Situation(match, own, pause, row) for row in range(len(own.rows)))
    yield from (Situation(match, own, at, last, weight) for at in (pause, pause + 1) for weight in weights)
    start = own.weights(pause)
    for weight, value in product(weights, (-19.0, 19.0)):
        hand = Hand.begin(own.recording.training, start).turn_to(0, weight, value)
        turned = Replay(own.puzzle, hand.recording(), step="turn")
        yield from (Situation(match, turned, hand.turns, row) for row in range(len(own.rows)))
