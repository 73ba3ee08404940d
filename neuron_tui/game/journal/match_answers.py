"""From a match whose guesses all stand and whose tape is complete to what the journal keeps of it."""

from __future__ import annotations

import secrets
from fractions import Fraction

from neuron_tui import __version__
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.match.match import Match
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Question


def new_id() -> str:
    """32 random hexadecimal digits."""
    return secrets.token_hex(16)


def question_text(inputs: tuple[int, ...]) -> str:
    """A question as the journal writes it: `1 0 0`."""
    return " ".join(map(str, inputs))


def right_of(question: Question) -> Fraction | None:
    """A question's answer as the journal keeps it: a probability, or None where nothing is right."""
    return None if question.answer is None else Fraction(question.answer)


def answers_of(match: Match, puzzle_id: str, player: str, time: float) -> tuple[Answer, ...]:
    """One answer for each question, kept at `time`, in seconds since 1970.

    Raises ValueError before every guess stands and the tape is complete.
    """
    content = content_of(match.puzzle)
    return tuple(
        Answer(
            id=new_id(),
            player=player,
            puzzle=puzzle_id,
            content=content,
            question=question_text(result.question.inputs),
            guess=result.guess,
            neuron_guess=result.neuron_guess,
            right=right_of(result.question),
            hints=thought.hints,
            seconds=thought.seconds,
            mode="match",
            time=time,
            version=__version__,
            was=match.puzzle.was,
        )
        for result, thought in zip(match.results(), match.thoughts, strict=True)
    )
