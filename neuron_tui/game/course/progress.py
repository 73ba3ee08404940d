"""How far a player has come in the course: what was played and won, and the chapters that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from neuron_tui.game.course.tally import Tally
from neuron_tui.game.score_rule import got_it
from neuron_tui.puzzle.puzzle import Puzzle

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper
    from neuron_tui.game.journal.kept import Answer
    from neuron_tui.game.scoreboard.counted_answers import CountedAnswers

State = Literal["new", "played", "won"]
STATES: Mapping[State, str] = {"new": "", "played": "played", "won": "got it"}
"""What is said of a puzzle that is so far."""


@dataclass(frozen=True)
class CourseProgress:
    """The ids of the puzzles that were played, and of those that were won; the ids of known chapters; and of
    the small games of which a round was played.

    A puzzle is played once all its questions were answered in matches: under its id, though it may have
    changed since, or under any other, for then it is practice. It is won where the first answers to all of
    them got it. A chapter is known to a player who answered all questions of its last puzzle
    right at first, sure of it and without a hint.
    """

    played: frozenset[str] = frozenset()
    won: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    games: frozenset[str] = frozenset()

    def state(self, puzzle: str) -> State:
        """How far the puzzle with this id is."""
        return "won" if puzzle in self.won else "played" if puzzle in self.played else "new"


def tally_and_progress(
    keeper: Keeper, lasts: Mapping[str, Puzzle], puzzles: Mapping[str, Puzzle]
) -> tuple[Tally, CourseProgress]:
    """The points and the progress of the keeper's player. Blocks while the journal is read.

    `lasts` are the puzzles that show whether a chapter is known, by the chapter's id. `puzzles` are those of
    today by their ids; whoever left one of them half-way has not played it.
    """
    from neuron_tui.puzzle.content import content_of  # only now: home is to open at once

    counted = keeper.counted(keeper.player)
    contents = {id: content_of(puzzle) for id, puzzle in puzzles.items()}
    played = keeper.played({contents[id]: len(puzzle.questions) for id, puzzle in puzzles.items()})
    all_played = {version.content for version in played}
    named = [*played, *contents.items()]

    def ids_of(found: Set[str]) -> frozenset[str]:
        return frozenset(id for id, content in named if content in found)

    known = [
        chapter for chapter, last in lasts.items() if knows(last, keeper.first_in_matches(content_of(last)))
    ]
    games = frozenset(each.game for each in keeper.rounds(keeper.player))
    progress = CourseProgress(ids_of(all_played), ids_of(won(counted) & all_played), frozenset(known), games)
    return Tally.of(counted), progress


def won(counted: CountedAnswers) -> frozenset[str]:
    """The contents of the puzzles of which a player got all questions.

    Where there are right answers, to foresee the neuron beside them is a pleasure of its own.
    """
    import numpy as np

    from neuron_tui.game.scoreboard.vectors import got_it  # only now: home is to open at once

    contents, foreseen = np.array([version.content for version in counted.ids], str), counted.foreseen
    answered, foresaw = contents[counted.puzzles], contents[foreseen.puzzles]
    alone = ~np.isin(foresaw, answered)
    got = np.append(got_it(counted.guesses, counted.right), foreseen.got[alone])
    asked = np.append(answered, foresaw[alone])
    return frozenset(asked[got].tolist()) - frozenset(asked[~got].tolist())


def knows(puzzle: Puzzle, answers: Iterable[Answer]) -> bool:
    """Whether first answers to this puzzle show that a player knows it: all right, sure, and without a hint.

    A share is answered by a guess that comes as near to it.
    """
    from neuron_tui.game.journal.match_answers import question_text

    said = {answer.question: answer for answer in answers if answer.right is not None}
    asked = [question for question in puzzle.questions if question.answer is not None]
    answered = [said.get(question_text(question.inputs)) for question in asked]
    return bool(asked) and all(
        answer is not None and answer.hints == 0 and got_it(answer.guess, right.answer or 0)
        for answer, right in zip(answered, asked, strict=True)
    )
