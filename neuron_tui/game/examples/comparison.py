"""Two beliefs as they moved from example to example: who got there first, and who was surer too early."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.game.match.match import Result
from neuron_tui.game.score_rule import got_it
from neuron_tui.puzzle.puzzle import Answer, Question


@dataclass(frozen=True)
class TooEarly:
    """The surest belief on the wrong side: how sure it was, and after how many examples it came first."""

    sureness: Fraction
    examples: int


@dataclass(frozen=True)
class Course:
    """One player's beliefs that the answer is 1, after one example, two, and so on; and the right answer.

    Without a right answer nobody arrives anywhere.
    """

    beliefs: tuple[Fraction | float, ...]
    answer: Answer

    @property
    def arrival(self) -> int | None:
        """After how many examples the belief got it, to stay there; None where it did not."""
        arrived = None
        for examples in range(len(self.beliefs), 0, -1):
            if not self._is_there(examples):
                break
            arrived = examples
        return arrived

    @property
    def too_early(self) -> TooEarly | None:
        """When it was surest on the wrong side; None where it never was there, or no side is wrong."""
        if self.answer not in (0, 1):
            return None
        wrong = [
            (1 - self._in_the_right(examples), -examples)
            for examples in range(1, len(self.beliefs) + 1)
            if side(self.beliefs[examples - 1]) == int(self.answer == 0)
        ]
        if not wrong:
            return None
        sureness, examples = max(wrong)
        return TooEarly(sureness, -examples)

    def _is_there(self, examples: int) -> bool:
        """Whether it had got there after so many examples."""
        return self.answer is not None and got_it(self.beliefs[examples - 1], self.answer)

    def _in_the_right(self, examples: int) -> Fraction:
        """How much it believed the right answer, as it was shown."""
        belief = Fraction(probability(self.beliefs[examples - 1]))
        return belief if self.answer else 1 - belief


@dataclass(frozen=True)
class Comparison:
    """Both players' courses over the same examples, as many for one as for the other."""

    question: Question
    you: tuple[Fraction, ...]
    neuron: tuple[float, ...]

    @property
    def your_course(self) -> Course:
        """The player's."""
        return Course(self.you, self.question.answer)

    @property
    def its_course(self) -> Course:
        """The neuron's."""
        return Course(self.neuron, self.question.answer)

    @property
    def result(self) -> Result:
        """How both did with all examples that were seen. Raises IndexError where there was none."""
        return Result(self.question, self.you[-1], self.neuron[-1])
