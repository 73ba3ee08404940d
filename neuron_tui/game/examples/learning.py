"""The player's side: examples appear one at a time, and after each the same question is guessed again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from neuron_tui.game.match.guess import NOTHING_TYPED, Typed, bounded, leaned
from neuron_tui.puzzle.puzzle import Puzzle, Question


@dataclass(frozen=True)
class Learning:
    """One puzzle learned example by example. Every move returns what is after it; what makes no sense
    changes nothing.

    `guesses` are those that stand: the first was made after one example, the next after two, and so on;
    `seconds` were taken for each. `guess` is the one that is being made, None before the first key.
    """

    puzzle: Puzzle
    guesses: tuple[Fraction, ...] = ()
    seconds: tuple[float, ...] = ()
    guess: Fraction | None = None
    stopped: bool = False
    typed: Typed = field(default=NOTHING_TYPED, compare=False)

    @property
    def question(self) -> Question:
        """The question that is guessed all the time: the puzzle's first."""
        return self.puzzle.questions[0]

    @property
    def finished(self) -> bool:
        """Whether no guess is made any more."""
        return self.stopped or len(self.guesses) == len(self.puzzle.examples)

    @property
    def ended_early(self) -> bool:
        """Whether that was enough before the guess after the last example."""
        return self.stopped and len(self.guesses) < len(self.puzzle.examples)

    @property
    def answers(self) -> int:
        """How many answers there are to keep: each guess, and where it ended early the last one once more."""
        return len(self.guesses) + self.ended_early

    @property
    def shown(self) -> int:
        """How many examples are on the table. One that has appeared stays."""
        return min(len(self.guesses) + 1, len(self.puzzle.examples))

    def guess_at(self, probability: Fraction) -> Learning:
        """Guess that the answer is 1 with this probability; beyond 0 and 1 it stops there."""
        return self if self.finished else replace(self, guess=bounded(probability))

    def press(self, key: str) -> Learning:
        """Say 0 or 1, 0.10 or 0.90 at the first press and certain at the second; or type a number."""
        if self.finished:
            return self
        typed = self.typed.press(key, self.guess)
        return replace(self if typed.guess is None else self.guess_at(typed.guess), typed=typed)

    def lean(self, steps: int) -> Learning:
        """Move the guess by so many steps towards 1, or towards 0 where negative."""
        return self.guess_at(leaned(self.guess, steps))

    def confirm(self, seconds: float) -> Learning:
        """Let the guess stand, which took so many seconds. The next one starts from it."""
        if self.finished or self.guess is None:
            return self
        guesses, taken = (*self.guesses, self.guess), (*self.seconds, seconds)
        return replace(self, guesses=guesses, seconds=taken, typed=NOTHING_TYPED)

    def stop(self) -> Learning:
        """That was enough: on to the verdict with the guesses that stand, if there are any."""
        return replace(self, stopped=True, guess=self.guesses[-1]) if self.guesses else self
