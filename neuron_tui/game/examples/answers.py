"""The guesses that stand, as the answers that the journal keeps. None of them counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from neuron_tui import __version__
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.journal.answer import Answer
from neuron_tui.puzzle.content import content_of


def answers_of(
    learning: Learning,
    beliefs: Sequence[float],
    *,
    puzzle_id: str,
    player: str,
    time: float,
    new_id: Callable[[], str],
) -> tuple[Answer, ...]:
    """An answer for each guess that stands and that the neuron's belief is known to, in order.

    `time` is now, in seconds since 1970; `new_id` gives 32 random hexadecimal digits.
    """
    question = " ".join(map(str, learning.question.inputs))
    content = content_of(learning.puzzle)
    return tuple(
        Answer(
            id=new_id(),
            player=player,
            puzzle=puzzle_id,
            content=content,
            question=question,
            guess=guess,
            neuron_guess=belief,
            right=Fraction(learning.question.answer),
            hints=0,
            seconds=seconds,
            mode="examples",
            time=time,
            version=__version__,
        )
        for guess, seconds, belief in zip(learning.guesses, learning.seconds, beliefs, strict=False)
    )
