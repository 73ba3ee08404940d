"""A match line by line: the table, the guesses, the training told, and the verdict."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from neuron_tui.game.course.panels import Panels
from neuron_tui.game.explain.asking import LESS, asking, what_it_will_do
from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Kept
from neuron_tui.game.journal.match_answers import answers_of, question_text
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import DivergenceError
from neuron_tui.plain.command import HOME, YES, Command, Way, converse
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.guess import A_GUESS, COUNTS, HOW_TO_FORESEE, HOW_TO_GUESS, after_typing, guess_in_words
from neuron_tui.plain.rows import (
    inputs_in_words,
    known_answer,
    output_in_words,
    row_called,
    row_in_full,
    row_in_words,
    row_named,
    table_in_words,
    which_rows,
)
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital

LEAVES = "You are in the middle of a match. What you guessed so far is kept. Leave it?"
NOT_COUNTED = "This guess does not count yet. Leave the match?"


@dataclass
class PlainMatch:
    """One puzzle being played, and what keeps its answers."""

    conversation: Conversation
    keeper: Keeper
    puzzle: Puzzle
    puzzle_id: str
    panels: Panels = field(default_factory=Panels)
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self.match = Match.begin(self.puzzle)
        self.replay = Replay(self.puzzle, self.match.recording)
        self._met = self.keeper.met(content_of(self.puzzle))
        asked = {question_text(question.inputs) for question in self.puzzle.questions}
        self.practice = bool(asked) and self._met >= asked
        self._kept = 0
        """How many guesses were given to the keeper."""
        self._since = self.clock()

    @property
    def played(self) -> PlainMatch:
        return self

    @property
    def iteration_called(self) -> str:
        """A look at the rows, until the course has come to the errors and to the term for it."""
        return "iteration" if "error" in self.panels.shown else "look"

    # The puzzle

    def tell_puzzle(self) -> None:
        """What it is about, and the table."""
        say = self.conversation.say
        if self.practice:
            say("You know the answer already, so this is practice and does not count.")
        self.conversation.tell(self.puzzle.lesson)
        say(*table_in_words(self.puzzle))

    def tell_table(self) -> None:
        self.conversation.say(*table_in_words(self.puzzle))
        examples = len(self.puzzle.examples)
        rows = range(examples, examples + len(self.puzzle.questions))
        self.conversation.say(*(row_in_words(self.puzzle, row) for row in rows))

    def tell_row(self, name: str) -> None:
        row = row_named(self.puzzle, name)
        if row is None:
            self.conversation.say(which_rows(self.puzzle))
        else:
            self.conversation.say(*row_in_full(self.puzzle, row))

    def output(self, iteration: int, row: int) -> str:
        """What the neuron says to a row, and how right that is, as far as it may be told."""
        answer = known_answer(self.puzzle, row, solved=self.match.finished)
        return output_in_words(self.replay, iteration, row, answer)

    def tell_output(self, iteration: int, name: str) -> int | None:
        """The same, with the weighted sum once the course has come to it; gives the row that is meant."""
        row = row_named(self.puzzle, name)
        if row is None:
            self.conversation.say(which_rows(self.puzzle))
            return None
        self.conversation.say(self.output(iteration, row))
        if "s-curve" in self.panels.shown:
            self.conversation.say(f"Its weighted sum is {signed(float(self.replay.sums(iteration)[row]))}.")
        return row

    # Guesses

    def guess(self) -> Way:
        """Ask all questions, one after the other."""
        while self.match.guessing:
            self.tell_question()
            self.conversation.say_once(self._how())
            self._since = self.clock()
            way = converse(
                self,
                PlainMatch._asks,
                GUESS_COMMANDS,
                PlainMatch._take,
                means=PlainMatch._how,
                leaving=_leaving,
            )
            if way != "on":
                return way
        return "on"

    def tell_question(self) -> None:
        """What is asked."""
        match, puzzle = self.match, self.puzzle
        examples, many = len(puzzle.examples), len(match.guesses)
        which = f"Question {match.current + 1} of {many}" if many > 1 else "The question"
        again = match.current > match.places_of(match.question)[0]
        inputs = inputs_in_words(puzzle, puzzle.questions[match.question].inputs)
        named = f", {row_called(puzzle, examples + match.question)}" * (len(puzzle.questions) > 1)
        say = self.conversation.say
        say(
            f"{which}{named}: {inputs}{'.' * (not puzzle.picture)}",
            asking(puzzle, match.question, again=again),
        )
        if match.asked[match.current].answer is None:
            say(f"You foresee the neuron: {what_it_will_do(puzzle.neuron)}.")
        elif puzzle.noisy:
            say(f"{capital(LESS)}.")
        if not self.practice and question_text(puzzle.questions[match.question].inputs) in self._met:
            say("You answered this before, and that answer counts.")

    def _how(self) -> str:
        """What a guess is."""
        foreseen = self.match.asked[self.match.current].answer is None
        return HOW_TO_FORESEE if foreseen else HOW_TO_GUESS

    def _asks(self) -> str:
        if self.match.guess is not None:
            return COUNTS
        if len(self.puzzle.questions) == 1:
            return A_GUESS
        row = len(self.puzzle.examples) + self.match.question
        return A_GUESS.replace(",", f" for {row_called(self.puzzle, row)},")

    def _take(self, typed: str) -> Way | None:
        """A number is the guess, and an empty line lets it count."""
        if not typed or (typed.casefold() in YES and self.match.guess is not None):
            return self._confirm()
        match = after_typing(self.conversation, self.match, typed)
        if match is not None and match.guess is not None:
            self.match = match
            foreseen = match.asked[match.current].answer is None
            self.conversation.say(*guess_in_words(self.puzzle, match.guess, typed, foreseen=foreseen))
        return None

    def _confirm(self) -> Way | None:
        if self.match.guess is None:
            self.conversation.say("There is no guess yet. Type a number from 0 to 1.")
            return None
        self.match = self.match.confirm(self.clock() - self._since)
        self.keep()
        return "on"

    def hint(self) -> None:
        if self.match.hints_shown == len(self.puzzle.hints):
            self.conversation.say("There are no more hints." if self.puzzle.hints else "There is no hint.")
            return
        self.match = self.match.show_hint()
        self.conversation.say(f"Hint: {self.puzzle.hints[self.match.hints_shown - 1]}")

    # What is kept

    def keep(self) -> None:
        """Keep the guesses that stand: once both have answered, and before anybody hears the verdict."""
        recording = self.match.recording
        if self.replay.is_network and not recording.complete:
            self.conversation.say("One moment.")  # a network may take seconds
        with suppress(DivergenceError):
            recording.record(recording.last)
        if recording.complete and self._kept < self.match.confirmed:
            keeper = self.keeper
            answers = answers_of(self.match, self.puzzle_id, keeper.player, keeper.clock(), self._kept)
            self._kept = self.match.confirmed
            self.write(answers)

    def write(self, kept: tuple[Kept, ...]) -> None:
        """Keep this, and say where it can't be."""
        self.conversation.say(self.keeper.keep(kept))


def _leaving(played: PlainMatch) -> str:
    """What is asked before a match is left in which a guess stands or is being made."""
    if played.match.guess is not None:
        return NOT_COUNTED
    return LEAVES if played.match.confirmed else ""


class InMatch(Protocol):
    """A part of a match."""

    @property
    def conversation(self) -> Conversation: ...

    @property
    def played(self) -> PlainMatch: ...


TABLE = Command[InMatch]("table", "all rows again", lambda s, _: s.played.tell_table(), listed=True)
ROW = Command[InMatch](
    "row", "one row of the table, such as row 1", lambda s, name: s.played.tell_row(name), takes="NAME"
)
GUESS_COMMANDS: tuple[Command[PlainMatch], ...] = (
    Command(
        "hint", "a hint, then the next", lambda s, _: s.hint(), lambda s: bool(s.puzzle.hints), listed=True,
        also=("h",),
    ),
    TABLE,
    ROW,
    Command("question", "what is asked", lambda s, _: s.tell_question()),
    Command(
        "lesson", "what was said of the puzzle", lambda s, _: s.conversation.tell(s.puzzle.lesson),
        lambda s: bool(s.puzzle.lesson),
    ),
    HOME,
)  # fmt: skip
