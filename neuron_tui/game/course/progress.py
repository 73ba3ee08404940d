"""How far a player has come in the course: what was played and won, and the chapters that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from neuron_tui.game.course.tally import Tally
from neuron_tui.game.score_rule import got_it
from neuron_tui.puzzle.puzzle import Puzzle

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.game.journal.kept import Answer
    from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion

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

    A puzzle is played once all its questions were answered in matches. It is won where the first answers to
    all of them got it. A chapter is known to a player who answered all questions of its last puzzle
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


def tally_and_progress(
    keeper: Keeper, lasts: Iterable[Last], puzzles: Mapping[str, Puzzle] = MappingProxyType({})
) -> tuple[Tally, CourseProgress]:
    """The points and the progress of the keeper's player. Blocks while the journal is read.

    `puzzles` are those of today by all their ids; whoever left one of them half-way has not played it.
    """
    counted = keeper.counted(keeper.player)
    known = [last.chapter for last in lasts if knows(last.puzzle, keeper.first_in_matches(last.ids))]
    played = keeper.played(questions_of(puzzles))
    return Tally.of(counted), CourseProgress(played, won(counted) & played, frozenset(known))


def questions_of(puzzles: Mapping[str, Puzzle]) -> dict[PuzzleVersion, int]:
    """How many questions each puzzle asks, by its id and content."""
    from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
    from neuron_tui.puzzle.content import content_of  # only now: home is to open at once

    return {PuzzleVersion(id, content_of(puzzle)): len(puzzle.questions) for id, puzzle in puzzles.items()}


def won(counted: CountedAnswers) -> frozenset[str]:
    """The ids of the puzzles of which a player got all questions, in at least one of their versions.

    Where there are right answers, to foresee the neuron beside them is a pleasure of its own.
    """
    import numpy as np

    from neuron_tui.game.scoreboard.vectors import got_it  # only now: home is to open at once

    foreseen = counted.foreseen
    alone = ~np.isin(foreseen.puzzles, counted.puzzles)
    got = np.append(got_it(counted.guesses, counted.right), foreseen.got[alone])
    puzzles = np.append(counted.puzzles, foreseen.puzzles[alone])
    won = {*puzzles[got].tolist()} - {*puzzles[~got].tolist()}
    return frozenset(counted.ids[place].id for place in won)


def knows(puzzle: Puzzle, answers: Iterable[Answer]) -> bool:
    """Whether first answers show that a player knows this puzzle: all right, sure, and without a hint.

    `answers` are in the order of time. A share is answered by a guess that comes as near to it.
    """
    from neuron_tui.game.journal.match_answers import question_text
    from neuron_tui.puzzle.content import content_of  # only now: home is to open at once

    content = content_of(puzzle)
    said: dict[str, Answer] = {}
    for answer in answers:
        if answer.content == content and answer.right is not None:
            said.setdefault(answer.question, answer)
    asked = [question for question in puzzle.questions if question.answer is not None]
    answered = [said.get(question_text(question.inputs)) for question in asked]
    return bool(asked) and all(
        answer is not None and answer.hints == 0 and got_it(answer.guess, right.answer or 0)
        for answer, right in zip(answered, asked, strict=True)
    )
