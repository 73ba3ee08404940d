"""A lesson's steps: what is to be done next, and what is done. They never stand in the way of playing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from neuron_tui.game.explain.numbers import side
from neuron_tui.game.match.match import Match, Phase
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.condition import Condition, EventCondition, NumberCondition, read_condition
from neuron_tui.puzzle.puzzle import Puzzle, Step

ROUNDING = 1e-12
"""Two weights that moved by as much may differ by less than this."""
LASTING = ("guessed", "verdict")
"""What stays so for the rest of a match."""


@dataclass(frozen=True)
class Situation:
    """What a player sees at a moment: the match, the run in front at an iteration, and what is selected.

    `weight` is the index of the weight that is selected, None where none is.
    """

    match: Match
    replay: Replay
    iteration: int
    selected: int
    weight: int | None = None


@dataclass(frozen=True)
class Lesson:
    """The steps of a puzzle, of which the first few are done. A step counts only once it is its turn.

    `reached`: the furthest iteration of the training that was seen, -1 while the neuron sleeps. `missed`: the
    last step that was passed over, for the training went on to where the next one pauses it.
    """

    steps: tuple[Step, ...]
    conditions: tuple[Condition, ...]
    done: int = 0
    reached: int = -1
    missed: int = -1

    @classmethod
    def of(cls, puzzle: Puzzle) -> Lesson:
        """The puzzle's steps, none of them done yet."""
        # the reader of the file has made sure that they mean something
        return cls(puzzle.steps, tuple(read_condition(step.until, puzzle) for step in puzzle.steps))

    @property
    def step(self) -> Step | None:
        """The step whose turn it is; None where all are done, or the training has to go on first."""
        if self.done == len(self.steps):
            return None
        step = self.steps[self.done]
        return None if step.pause is not None and step.pause > self.reached else step

    @property
    def condition(self) -> Condition | None:
        """What that step asks for."""
        return None if self.step is None else self.conditions[self.done]

    @property
    def pause(self) -> int | None:
        """The iteration at which the training pauses, for the next step's turn to come."""
        waiting = (step.pause for step in self.steps[self.done :] if step.pause is not None)
        return next((pause for pause in waiting if pause > self.reached), None)

    @property
    def asks_first(self) -> bool:
        """Whether a step is to be done before the training begins."""
        return self.step is not None and self.step.pause == 0

    @property
    def last_done(self) -> Step | None:
        return self.steps[self.done - 1] if self.done and self.done - 1 != self.missed else None

    def after(self, situation: Situation) -> Lesson:
        """The lesson once this has been seen: done is what holds, one step after the other.

        What comes before a guess, or before the verdict, is passed over once that is there.
        """
        done, reached = self.done, self.reached
        if not situation.match.asleep and situation.replay.step == "iteration":
            reached = max(situation.iteration, reached)
        for place, condition in enumerate(self.conditions):
            lasting = isinstance(condition, EventCondition) and condition.event in LASTING
            if lasting and holds(condition, situation):
                done = max(place, done)
        lesson = replace(self, done=done, reached=reached)
        while lesson.condition is not None:
            if holds(lesson.condition, situation):
                lesson = replace(lesson, done=lesson.done + 1)
            elif lesson._is_past:
                lesson = replace(lesson, done=lesson.done + 1, missed=lesson.done)
            else:
                break
        return lesson

    @property
    def _is_past(self) -> bool:
        """Whether the training has gone on to where a later step pauses it."""
        here = self.steps[self.done].pause or 0
        later = (step.pause or 0 for step in self.steps[self.done + 1 :])
        return any(here < pause <= self.reached for pause in later)


def holds(condition: Condition, situation: Situation) -> bool:
    """Whether it is so now."""
    if isinstance(condition, EventCondition):
        return _happened(condition, situation)
    value = _value(condition, situation)
    return value is not None and (value > condition.limit if condition.above else value < condition.limit)


def _happened(happening: EventCondition, situation: Situation) -> bool:
    match happening.event:
        case "guessed":
            return not situation.match.asleep
        case "verdict":
            return situation.match.phase is Phase.VERDICT
        case "selected":
            return situation.selected == happening.of
        case "weight selected":
            return situation.weight == happening.of
        case "moved most selected":
            return _moved_most(situation)
        case _:
            return _comes_out_wrong(situation)


def _moved_most(situation: Situation) -> bool:
    """Whether the selected weight is one that no other moved more than at the iteration that led here."""
    replay, iteration, weight = situation.replay, situation.iteration, situation.weight
    if weight is None or iteration == 0 or replay.step == "turn":
        return False
    moved = np.abs(replay.weights(iteration) - replay.weights(iteration - 1))
    return bool(0 < moved[weight] >= moved.max() - ROUNDING)


def _comes_out_wrong(situation: Situation) -> bool:
    """Whether the selected row is an example on the other side of its target, as its output is shown."""
    examples = situation.replay.puzzle.examples
    if situation.selected >= len(examples):
        return False
    output = float(situation.replay.outputs(situation.iteration)[situation.selected])
    return side(output) not in (examples[situation.selected].target, None)


def _value(comparison: NumberCondition, situation: Situation) -> float | None:
    """The number that is compared, None where there is none: no guess yet, or another table in front.

    By hand there is none before the first turn, nor right after another weight than the named one was turned.
    A turn is no iteration.
    """
    replay, iteration, of = situation.replay, situation.iteration, comparison.of
    if comparison.by_hand:
        if replay.step != "turn" or iteration == 0:
            return None
        moved = replay.weights(iteration) - replay.weights(iteration - 1)
        if comparison.turned >= 0 and not moved[comparison.turned]:
            return None
    match comparison.measure:
        case "iteration":
            return None if replay.step == "turn" else float(iteration)
        case "guess":
            guess = situation.match.guess
            return None if guess is None else float(guess)
        case "error":
            return replay.error(iteration)
        case "weight":
            return None if replay.is_network else _at(replay.weights(iteration), of)
        case "output":
            return _at(replay.outputs(iteration), of)
        case _:
            return _at(replay.sums(iteration), of)


def _at(values: Array, index: int) -> float | None:
    return float(values[index]) if index < len(values) else None
