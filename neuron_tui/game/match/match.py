"""A match: you and the neuron answer the same questions.

The phases follow from what has happened: look -> guess -> train -> verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from typing import Literal

from neuron_tui.game.explain.numbers import answer_side, side
from neuron_tui.game.match.guess import NOTHING_TYPED, UNDECIDED, Typed, bounded, leaned
from neuron_tui.game.replay.training import training_of
from neuron_tui.game.score_rule import foresight, got_it, score, shown
from neuron_tui.neuron import Recording
from neuron_tui.puzzle.puzzle import Puzzle, Question

Winner = Literal["you", "neuron", "draw", "none"]
"""`none`: where the neuron is foreseen it cannot miss, and nobody wins."""


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

    A share as answer is scored by the mean over its outcomes. Where the rows do not tell what is right, the
    player foresees the neuron, which gets no points for it.
    """

    question: Question
    guess: Fraction
    neuron_guess: float

    @property
    def right(self) -> Fraction | float:
        """What is right: the answer, or where the neuron is foreseen its guess."""
        return self.neuron_guess if self.question.answer is None else Fraction(self.question.answer)

    @property
    def points(self) -> Fraction:
        """The player's points, exact."""
        answer = self.question.answer
        return foresight(self.guess, self.neuron_guess) if answer is None else score(self.guess, answer)

    @property
    def neuron_points(self) -> Fraction:
        """The neuron's points, exact."""
        answer = self.question.answer
        return Fraction(0) if answer is None else score(self.neuron_guess, answer)

    @property
    def got(self) -> bool:
        """Whether the player got it."""
        return got_it(self.guess, self.right)

    @property
    def leaned(self) -> bool | None:
        """Whether the player leaned to the answer; None where either is on no side."""
        guessed, right = side(self.guess), answer_side(self.question.answer)
        return None if guessed is None or right is None else guessed == right

    @property
    def neuron_got(self) -> bool:
        """Whether the neuron got it; never where it is foreseen."""
        return self.question.answer is not None and got_it(self.neuron_guess, self.right)

    @property
    def winner(self) -> Winner:
        """Who got it where the other did not; where neither did, who has more points as they are shown."""
        if self.question.answer is None:
            return "none"
        you, neuron = int(self.got), int(self.neuron_got)
        if not (you or neuron):
            you, neuron = shown(self.points), shown(self.neuron_points)
        return "draw" if you == neuron else "you" if you > neuron else "neuron"


@dataclass(frozen=True)
class Match:
    """One puzzle being played. Every move returns the match after it; what makes no sense changes nothing.

    `guesses` holds one for each of what is `asked`, None where none was made yet. Those that stand are the
    first ones, one for each of the `thoughts`. `begun`: a puzzle that asks nothing was looked at.
    """

    puzzle: Puzzle
    recording: Recording
    guesses: tuple[Fraction | None, ...]
    thoughts: tuple[Thought, ...] = ()
    hints_shown: int = 0
    finished: bool = False
    begun: bool = False
    typed: Typed = field(default=NOTHING_TYPED, compare=False)

    @classmethod
    def begin(cls, puzzle: Puzzle) -> Match:
        """A match that nobody has moved in; the tape holds the start weights and no iteration."""
        return cls(puzzle, Recording(training_of(puzzle)), (None,) * len(puzzle.asked()))

    @property
    def asked(self) -> tuple[Question, ...]:
        """What is asked, one after the other; without an answer where the neuron is to be foreseen."""
        return self.puzzle.asked()

    def question_at(self, place: int) -> int:
        """Which of the puzzle's questions is at a place of what is asked."""
        inputs = self.asked[place].inputs
        return next(index for index, row in enumerate(self.puzzle.questions) if row.inputs == inputs)

    def places_of(self, question: int) -> list[int]:
        """Where one of the puzzle's questions is in what is asked: for its answer, and to be foreseen."""
        inputs = self.puzzle.questions[question].inputs
        return [place for place, row in enumerate(self.asked) if row.inputs == inputs]

    @property
    def question(self) -> int:
        """Which of the puzzle's questions is being guessed or foreseen; the last one when all are."""
        return self.question_at(self.current)

    @property
    def answers(self) -> tuple[Fraction | None, ...]:
        """The guess for each of the puzzle's questions."""
        return tuple(self.guesses[self.places_of(index)[0]] for index in range(len(self.puzzle.questions)))

    @property
    def confirmed(self) -> int:
        """How many guesses stand."""
        return len(self.thoughts)

    @property
    def phase(self) -> Phase:
        """Where the match stands."""
        if self.finished:
            return Phase.VERDICT
        if not self.asleep:
            return Phase.TRAIN
        if self.confirmed == 0 and self.guess is None:
            return Phase.LOOK
        return Phase.GUESS

    @property
    def guessing(self) -> bool:
        """Whether a guess can still be made."""
        return self.confirmed < len(self.guesses)

    @property
    def asleep(self) -> bool:
        """Whether the neuron has to wait: for a guess, or until its rows were looked at."""
        return self.guessing or not (self.guesses or self.begun)

    @property
    def current(self) -> int:
        """Which question is being guessed; the last one when all are."""
        return min(self.confirmed, len(self.guesses) - 1)

    @property
    def guess(self) -> Fraction | None:
        """The guess for the current question, if there is one."""
        return self.guesses[self.current] if self.guesses else None

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

    def begin_training(self) -> Match:
        """Where nothing is asked, the rows alone are looked at before the neuron wakes."""
        return replace(self, begun=not self.guesses)

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
        if self.asleep:
            raise ValueError("there are no results before every guess stands and the tape is complete")
        return self.results_so_far()

    @property
    def leaned(self) -> tuple[bool | None, ...]:
        """For each of the puzzle's questions, whether the player leaned to its answer."""
        results = self.results()
        return tuple(results[self.places_of(index)[0]].leaned for index in range(len(self.puzzle.questions)))

    def results_so_far(self) -> tuple[Result, ...]:
        """The results of the guesses that stand, once the tape is complete. Raises ValueError before that."""
        if not self.recording.complete:
            raise ValueError("there are no results before the tape is complete")
        neuron = self.recording.training.model
        outputs = neuron.think(self.recording.tape[-1], self.puzzle.question_inputs())
        by_inputs = {
            row.inputs: float(output) for row, output in zip(self.puzzle.questions, outputs, strict=True)
        }
        return tuple(
            Result(question, UNDECIDED if guess is None else guess, by_inputs[question.inputs])
            for question, guess in zip(self.asked, self.guesses, strict=True)
        )[: self.confirmed]


def apart(results: Sequence[Result]) -> tuple[list[Result], list[Result]]:
    """The results of questions with a right answer, and those of questions that foresee the neuron."""
    answered = [result for result in results if result.question.answer is not None]
    return answered, [result for result in results if result.question.answer is None]


def totals(results: Iterable[Result]) -> tuple[Fraction, Fraction]:
    """The points of player and neuron, added up exactly."""
    both = [(result.points, result.neuron_points) for result in results]
    return sum((yours for yours, _ in both), Fraction(0)), sum((its for _, its in both), Fraction(0))
