"""How many examples do you need? Row after row is told, and after each both players answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from neuron_tui.game.examples.answers import answers_of
from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.examples.words import TITLE, before_it, final_score, first_there, too_early
from neuron_tui.game.explain.asking import asking
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.result import headline
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.plain.command import YES, Command, Way, converse, empty_leads, goes
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.guess import A_GUESS, COUNTS, HOW_TO_GUESS, after_typing, guess_in_words
from neuron_tui.plain.rows import (
    inputs_in_words,
    row_in_full,
    row_in_words,
    row_named,
    table_in_words,
    which_rows,
)
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import plural


@dataclass
class PlainExamples:
    """One puzzle learned example by example, as often as the player likes."""

    conversation: Conversation
    keeper: Keeper
    puzzle: Puzzle
    puzzle_id: str
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self.neuron = Retraining(self.puzzle)
        self._begin()

    def _begin(self) -> None:
        self.learning = Learning(self.puzzle)
        self._kept = 0
        """How many of the answers were given to the keeper."""

    def run(self) -> Way:
        """Learn, and again, until the player goes home or on to the match."""
        known = bool(self.keeper.met(content_of(self.puzzle)))
        self.conversation.say(
            self.puzzle.title, TITLE, *before_it(self.puzzle, self.neuron, known=known), *self._question()
        )
        self.conversation.say_once(HOW_TO_GUESS)
        way: Way = "again"
        while way == "again":
            self._begin()
            self.tell_table()
            self._since = self.clock()
            way = converse(
                self,
                PlainExamples._asks,
                EXAMPLES_COMMANDS,
                PlainExamples._take,
                means=lambda _: HOW_TO_GUESS,
            )
            if way == "on":
                self._tell_verdict()
                way = converse(self, lambda _: "", OVER_COMMANDS, empty_leads("home"))
        return way

    def _question(self) -> list[str]:
        inputs = inputs_in_words(self.puzzle, self.learning.question.inputs)
        return [f"The question: {inputs}{'.' * (not self.puzzle.picture)}", asking(self.puzzle, 0)]

    def tell_table(self) -> None:
        self.conversation.say(*table_in_words(self._so_far))

    @property
    def _so_far(self) -> Puzzle:
        """The puzzle with the rows that were told, and what is asked."""
        puzzle = self.puzzle
        return replace(
            puzzle, examples=puzzle.examples[: self.learning.shown], questions=puzzle.questions[:1]
        )

    def tell_row(self, name: str) -> None:
        row = row_named(self._so_far, name)
        if row is None:
            self.conversation.say(which_rows(self._so_far))
        else:
            self.conversation.say(*row_in_full(self._so_far, row))

    # Guesses

    def _asks(self) -> str:
        learning = self.learning
        if learning.guess is None:
            return A_GUESS
        if learning.guesses and learning.guess == learning.guesses[-1]:
            return f"An empty line keeps {float(learning.guess):.2f}, a number changes it."
        return COUNTS

    def _take(self, typed: str) -> Way | None:
        """A number is the guess, and an empty line lets it stand."""
        if not typed or (typed.casefold() in YES and self.learning.guess is not None):
            return self._confirm()
        learning = after_typing(self.conversation, self.learning, typed)
        if learning is not None and learning.guess is not None:
            self.learning = learning
            foreseen = learning.question.answer is None
            self.conversation.say(*guess_in_words(self.puzzle, learning.guess, typed, foreseen=foreseen))
        return None

    def _confirm(self) -> Way | None:
        """Both have answered: that is kept, and then told, with the next row."""
        if self.learning.guess is None:
            self.conversation.say("There is no guess yet. Type a number from 0 to 1.")
            return None
        self.learning = self.learning.confirm(self.clock() - self._since)
        self._keep()
        self.conversation.say(f"With {self._both(len(self.learning.guesses))}")
        if self.learning.finished:
            return "on"
        self.conversation.say(row_in_words(self.puzzle, self.learning.shown - 1))
        self._since = self.clock()
        return None

    def enough(self) -> Way | None:
        """To the verdict with the guesses that stand."""
        self.learning = self.learning.stop()
        self._keep()
        return "on" if self.learning.finished else None

    def _keep(self) -> None:
        """Train the neuron on the rows so far, and keep both answers before they are told."""
        while self.neuron.trained < len(self.learning.guesses):
            self.neuron.record(self.neuron.iterations)
        keeper = self.keeper
        answers = answers_of(
            self.learning, self._beliefs, kept=self._kept, puzzle_id=self.puzzle_id, player=keeper.player,
            time=keeper.clock(),
        )  # fmt: skip
        self._kept += len(answers)
        self.conversation.say(keeper.keep(answers))

    @property
    def _beliefs(self) -> tuple[float, ...]:
        """What the neuron said after one example, two, and so on."""
        return self.neuron.beliefs(len(self.learning.guesses))

    def _both(self, examples: int) -> str:
        """What both said: 2 examples: you 0.70, neuron 0.8131."""
        you, neuron = float(self.learning.guesses[examples - 1]), probability(self._beliefs[examples - 1])
        return f"{plural(examples, 'example')}: you {you:.2f}, neuron {neuron}."

    # The verdict

    def _tell_verdict(self) -> None:
        comparison = Comparison(self.learning.question, self.learning.guesses, self._beliefs)
        self.conversation.say(
            headline((comparison.result,)),
            f"{final_score(comparison)}.",
            first_there(comparison),
            too_early(comparison),
            f"The rule: {self.puzzle.rule}" * bool(self.puzzle.rule),
        )

    def tell_guesses(self) -> None:
        """What both said, example by example."""
        self.conversation.say(*(self._both(count) for count in range(1, len(self.learning.guesses) + 1)))


_TABLE = Command[PlainExamples]("table", "the rows so far", lambda s, _: s.tell_table(), listed=True)
_ROW = Command[PlainExamples](
    "row", "one row, or row question", lambda s, name: s.tell_row(name), takes="NAME"
)
_QUESTION = Command[PlainExamples](
    "question", "what is asked", lambda s, _: s.conversation.say(*s._question())
)
_GUESSES = Command[PlainExamples](
    "guesses",
    "what both of you said so far",
    lambda s, _: s.tell_guesses(),
    lambda s: bool(s.learning.guesses),
)
EXAMPLES_COMMANDS: tuple[Command[PlainExamples], ...] = (
    Command(
        "enough", "to the verdict with the guesses so far", lambda s, _: s.enough(),
        lambda s: bool(s.learning.guesses), listed=True,
    ),
    _TABLE,
    _ROW,
    _QUESTION,
    _GUESSES,
    Command("home", "choose another puzzle", goes("home")),
)  # fmt: skip
OVER_COMMANDS: tuple[Command[PlainExamples], ...] = (
    Command("again", "from the first example", goes("again"), listed=True),
    Command("match", "its match, as practice", goes("next"), listed=True),
    Command("guesses", _GUESSES.about, _GUESSES.do, listed=True),
    _TABLE,
    _ROW,
    Command("home", "choose a puzzle; so does an empty line", goes("home"), listed=True),
)
