"""How far a player has come in the course: what was played and won, and the chapters that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from neuron_tui.game.course.tally import Tally
from neuron_tui.puzzle.puzzle import Puzzle

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.game.journal.kept import Answer
    from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, Floats

NEAR = Fraction(1, 10)
"""A guess no further than this from what is right is sure of it: 0.90 and more where that is 1."""

State = Literal["new", "played", "won"]


@dataclass(frozen=True)
class Last:
    """The puzzle that shows whether a chapter is known, and all ids that the journal may have it under."""

    chapter: str
    ids: tuple[str, ...]
    puzzle: Puzzle


@dataclass(frozen=True)
class CourseProgress:
    """The ids of the puzzles that were played, and of those that were won; the ids of known chapters.

    A puzzle is played once a match on it came to its verdict. It is won where the first match gave more
    points than the neuron got. A chapter is known to a player who answered all questions of its last puzzle
    right at first, sure of it and without a hint.
    """

    played: frozenset[str] = frozenset()
    won: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def state(self, ids: Sequence[str]) -> State:
        """How far the puzzle with these ids is: its own, and those it had before it moved."""
        if not self.won.isdisjoint(ids):
            return "won"
        return "new" if self.played.isdisjoint(ids) else "played"


def tally_and_progress(keeper: Keeper, lasts: Iterable[Last]) -> tuple[Tally, CourseProgress]:
    """The points and the progress of the keeper's player. Blocks while the journal is read."""
    counted = keeper.counted(keeper.player)
    known = [last.chapter for last in lasts if knows(last.puzzle, keeper.first_in_matches(last.ids))]
    return Tally.of(counted), CourseProgress(keeper.played(), won(counted), frozenset(known))


def won(counted: CountedAnswers) -> frozenset[str]:
    """The ids of the puzzles on which a player has more points than the neuron, as they are shown."""
    import numpy as np

    from neuron_tui.game.scoreboard.vectors import errors, points  # only now: home is to open at once

    def total(guesses: Floats) -> Floats:
        """The points for each puzzle, shape `(ids,)`, without the traces of binary fractions, as shown."""
        got = points(errors(guesses, counted.right))
        return np.rint(np.round(np.bincount(counted.puzzles, got, len(counted.ids)), 9))

    ahead = np.flatnonzero(total(counted.guesses) > total(counted.neuron_guesses))
    return frozenset(counted.ids[place].id for place in ahead)


def knows(puzzle: Puzzle, answers: Iterable[Answer]) -> bool:
    """Whether first answers show that a player knows this puzzle: all right, sure, and without a hint.

    `answers` are in the order of time. A share is answered by a guess that comes as near to it.
    """
    from neuron_tui.game.journal.match_answers import question_text
    from neuron_tui.puzzle.content import content_of  # only now: home is to open at once

    content = content_of(puzzle)
    said: dict[str, Answer] = {}
    for answer in answers:
        if answer.content == content:
            said.setdefault(answer.question, answer)
    asked = [question for question in puzzle.questions if question.answer is not None]
    answered = [said.get(question_text(question.inputs)) for question in asked]
    return bool(asked) and all(
        answer is not None and answer.hints == 0 and abs(answer.guess - Fraction(right.answer or 0)) <= NEAR
        for answer, right in zip(answered, asked, strict=True)
    )
