"""From what was said to a puzzle's questions to what the journal keeps of it."""

from __future__ import annotations

import secrets
from fractions import Fraction

from neuron_tui import __version__
from neuron_tui.game.journal.kept import Answer, KeptTask, Mode
from neuron_tui.game.match.match import Match
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle, Question
from neuron_tui.puzzle.task import Task


def new_id() -> str:
    """32 random hexadecimal digits."""
    return secrets.token_hex(16)


def question_text(inputs: tuple[int, ...]) -> str:
    """A question as the journal writes it: `1 0 0`."""
    return " ".join(map(str, inputs))


def answer_of(
    puzzle: Puzzle,
    question: Question,
    guess: Fraction,
    neuron_guess: float,
    *,
    puzzle_id: str,
    player: str,
    seconds: float,
    mode: Mode,
    time: float,
    hints: int = 0,
) -> Answer:
    """What is kept of two guesses at a question of a puzzle, at `time`, in seconds since 1970."""
    return Answer(
        id=new_id(),
        player=player,
        puzzle=puzzle_id,
        content=content_of(puzzle),
        question=question_text(question.inputs),
        guess=guess,
        neuron_guess=neuron_guess,
        right=None if question.answer is None else Fraction(question.answer),
        hints=hints,
        seconds=seconds,
        mode=mode,
        time=time,
        version=__version__,
        asked="neuron" if question.answer is None else "answer",
    )


def answers_of(match: Match, puzzle_id: str, player: str, time: float, known: int = 0) -> tuple[Answer, ...]:
    """One answer for each guess that stands after those `known`, kept at `time`.

    Raises ValueError before the tape is complete.
    """
    return tuple(
        answer_of(
            match.puzzle, result.question, result.guess, result.neuron_guess, puzzle_id=puzzle_id,
            player=player, seconds=thought.seconds, mode="match", time=time, hints=thought.hints,
        )
        for result, thought in list(zip(match.results_so_far(), match.thoughts, strict=True))[known:]
    )  # fmt: skip


def kept_task(puzzle: Puzzle, puzzle_id: str, task: Task, count: int, player: str, time: float) -> KeptTask:
    """What is kept of a task that a player did with this count, at `time`, in seconds since 1970."""
    return KeptTask(
        id=new_id(),
        player=player,
        puzzle=puzzle_id,
        content=content_of(puzzle),
        do=task.do,
        count=count,
        par=task.par,
        stars=task.stars(count),
        time=time,
        version=__version__,
    )
