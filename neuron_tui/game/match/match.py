"""A match: you and the neuron answer the same questions.

The phases follow from what has happened: look -> guess -> train -> verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from typing import Literal

from neuron_tui.game.match.guess import NOTHING_TYPED, UNDECIDED, Typed, bounded, leaned
from neuron_tui.game.replay.training import training_of
from neuron_tui.game.score_rule import got_it, score, shown
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Answer, Puzzle, Question

Winner = Literal["you", "neuron", "draw", "none"]
"""`none`: there was no right answer, and nothing to win."""


class Phase(Enum):
    """Where a match stands."""

    LOOK = "look"
    GUESS = "guess"
    TRAIN = "train"
    VERDICT = "verdict"


@dataclass(frozen=True)
class Thought:
    """What went into a guess before it stood: the hints that were shown by then, and the seconds it took."""

    hints: int
    seconds: float


@dataclass(frozen=True)
class Result:
    """How both players did on one question. Guesses are probabilities that the answer is 1.

    A share as answer is scored by the mean over its outcomes. Without a right answer there are no points.
    """

    question: Question
    guess: Fraction
    neuron_guess: float

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return self.question.answer is not None

    @property
    def points(self) -> Fraction:
        """The player's points, exact."""
        return _points(self.guess, self.question.answer)

    @property
    def neuron_points(self) -> Fraction:
        """The neuron's points, exact."""
        return _points(self.neuron_guess, self.question.answer)

    @property
    def got(self) -> bool:
        """Whether the player got it."""
        return _got(self.guess, self.question.answer)

    @property
    def neuron_got(self) -> bool:
        """Whether the neuron got it."""
        return _got(self.neuron_guess, self.question.answer)

    @property
    def winner(self) -> Winner:
        """Who got it where the other did not; where neither did, who has more points as they are shown."""
        if not self.scored:
            return "none"
        you, neuron = int(self.got), int(self.neuron_got)
        if not (you or neuron):
            you, neuron = shown(self.points), shown(self.neuron_points)
        return "draw" if you == neuron else "you" if you > neuron else "neuron"


def _points(guess: Fraction | float, answer: Answer) -> Fraction:
    """The points for a guess, none where no answer is right."""
    return Fraction(0) if answer is None else score(guess, answer)


def _got(guess: Fraction | float, answer: Answer) -> bool:
    return answer is not None and got_it(guess, answer)


@dataclass(frozen=True)
class Match:
    """One puzzle being played. Every move returns the match after it; what makes no sense changes nothing.

    `guesses` holds a guess per question, None where none was made yet. Those that stand are the first ones,
    one for each of the `thoughts`.
    """

    puzzle: Puzzle
    recording: Recording
    guesses: tuple[Fraction | None, ...]
    thoughts: tuple[Thought, ...] = ()
    hints_shown: int = 0
    finished: bool = False
    typed: Typed = field(default=NOTHING_TYPED, compare=False)

    @classmethod
    def begin(cls, puzzle: Puzzle) -> Match:
        """A match that nobody has moved in; the tape holds the start weights and no iteration."""
        return cls(puzzle, Recording(training_of(puzzle)), (None,) * len(puzzle.questions))

    @property
    def confirmed(self) -> int:
        """How many guesses stand."""
        return len(self.thoughts)

    @property
    def phase(self) -> Phase:
        """Where the match stands."""
        if self.finished:
            return Phase.VERDICT
        if self.confirmed == len(self.guesses):
            return Phase.TRAIN
        if self.confirmed == 0 and self.guess is None:
            return Phase.LOOK
        return Phase.GUESS

    @property
    def guessing(self) -> bool:
        """Whether a guess can still be made."""
        return self.confirmed < len(self.guesses)

    @property
    def current(self) -> int:
        """Which question is being guessed; the last one when all are."""
        return min(self.confirmed, len(self.guesses) - 1)

    @property
    def guess(self) -> Fraction | None:
        """The guess for the current question."""
        return self.guesses[self.current]

    def guess_at(self, probability: Fraction) -> Match:
        """Guess that the answer is 1 with this probability; beyond 0 and 1 it stops there."""
        if not self.guessing:
            return self
        before, after = self.guesses[: self.current], self.guesses[self.current + 1 :]
        guesses = (*before, bounded(probability), *after)
        return replace(self, guesses=guesses)

    def press(self, key: str) -> Match:
        """Say 0 or 1, 0.10 or 0.90 at the first press and certain at the second; or type a number."""
        if not self.guessing:
            return self
        typed = self.typed.press(key, self.guess)
        return replace(self if typed.guess is None else self.guess_at(typed.guess), typed=typed)

    def lean(self, steps: int) -> Match:
        """Move the guess by so many steps towards 1, or towards 0 where negative."""
        return self.guess_at(leaned(self.guess, steps))

    def confirm(self, seconds: float = 0.0) -> Match:
        """Let the current guess stand, which took so long; after the last question the training begins."""
        if not self.guessing or self.guess is None:
            return self
        return replace(self, thoughts=(*self.thoughts, Thought(self.hints_shown, seconds)))

    def show_hint(self) -> Match:
        """Show one more of the puzzle's hints, while there are any."""
        return replace(self, hints_shown=min(self.hints_shown + 1, len(self.puzzle.hints)))

    def finish(self) -> Match:
        """The training has been watched to its end: on to the verdict."""
        return replace(self, finished=True) if self.phase is Phase.TRAIN else self

    def results(self) -> tuple[Result, ...]:
        """Both players' results, one per question, once all guesses stand and the tape is complete.

        Raises ValueError before that.
        """
        if self.guessing:
            raise ValueError("there are no results before every guess stands and the tape is complete")
        return self.results_so_far()

    def results_so_far(self) -> tuple[Result, ...]:
        """The results of the guesses that stand, once the tape is complete. Raises ValueError before that."""
        if not self.recording.complete:
            raise ValueError("there are no results before the tape is complete")
        neuron = self.recording.training.model
        outputs = neuron.think(self.recording.tape[-1], self.puzzle.question_inputs())
        return tuple(
            Result(question, UNDECIDED if guess is None else guess, float(output))
            for question, guess, output in zip(self.puzzle.questions, self.guesses, outputs, strict=True)
        )[: self.confirmed]


def totals(results: tuple[Result, ...]) -> tuple[Fraction, Fraction]:
    """The points of player and neuron over all questions, added up exactly."""
    return (
        sum((result.points for result in results), Fraction(0)),
        sum((result.neuron_points for result in results), Fraction(0)),
    )
