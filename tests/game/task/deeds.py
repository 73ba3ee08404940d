"""What a player does for a task, with the tools of the match, and how far it is then."""

from __future__ import annotations

import numpy as np

from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.lab.terms import Terms
from neuron_tui.game.replay.training import training_of
from neuron_tui.game.task.standing import Standing, standing
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.task import Task
from tests.game.matches import replay_of


def task_of(puzzle: Puzzle) -> Task:
    assert puzzle.task is not None
    return puzzle.task


def lab_of(puzzle: Puzzle) -> Lab:
    """The lab of a match whose training is complete."""
    return Lab.of(replay_of(puzzle), puzzle.neuron)


def far(lab: Lab, at: int | None = None, picture: tuple[int, ...] = ()) -> Standing:
    """How far the task is with the run in front, trained to its end."""
    front = lab.front.replay
    front.recording.record(front.iterations)
    at = front.iterations if at is None else at
    return standing(task_of(lab.own.puzzle), lab.own, lab.front, at, picture)


def branch(lab: Lab, at: int = 0) -> tuple[Lab, Terms]:
    """The training left at an iteration, and what it learns from there."""
    left = lab.branch(at)
    assert left.front.terms is not None
    return left, left.front.terms


def told(puzzle: Puzzle, *rows: int, at: int = 0) -> Lab:
    """The training left at an iteration, and from there with these examples alone, by their numbers."""
    lab, terms = branch(lab_of(puzzle), at)
    for index in range(len(puzzle.examples)):
        if index + 1 not in rows:
            terms = terms.with_target(index, None)
    return lab.rebranch(terms)


def answered(puzzle: Puzzle, *rows: int) -> Lab:
    """The training with the other answer in these examples, by their numbers."""
    lab, terms = branch(lab_of(puzzle))
    for row in rows:
        terms = terms.with_target(row - 1, 1 - puzzle.examples[row - 1].target)
    return lab.rebranch(terms)


def turned(puzzle: Puzzle, *weights: float, begin: float = 0) -> Lab:
    """The weights turned by hand, one after the other, each of them from the same beginning."""
    hand = Hand.begin(training_of(puzzle), np.full(len(weights), begin))
    for index, weight in enumerate(weights):
        hand = hand.turn_exactly_to(hand.turns, index, weight)
    return lab_of(puzzle).hold(hand)
