"""The verdict, and what can be asked about the neuron afterwards."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.explain.learned import known_row, sentences
from neuron_tui.game.explain.numbers import points, probability, signed
from neuron_tui.game.explain.result import at_best, headline, question_in_words, score_line
from neuron_tui.game.explain.rules.text import formula_in_words
from neuron_tui.game.explain.training import input_meanings, progress, pull, weight_meanings
from neuron_tui.plain.command import HOME, Command, Way, converse, goes, unknown
from neuron_tui.plain.match import TABLE, PlainMatch
from neuron_tui.plain.microscope import microscope
from neuron_tui.plain.rows import (
    by_lines,
    how_to_draw,
    picture_of,
    points_alike,
    row_called,
    rows_by_names,
    says_to,
)
from neuron_tui.plain.task import PlainTask
from neuron_tui.puzzle.text import capital, plural

SLICE = 1_000
"""Iterations that many neurons learn at a time."""


class PlainVerdict:
    """A match that is over, and the iteration that is looked at."""

    def __init__(self, played: PlainMatch, task: PlainTask | None = None) -> None:
        self.played, self.conversation, self.replay = played, played.conversation, played.replay
        self.task = task
        self.iteration = self.replay.iterations

    def tell(self) -> None:
        """How it went, with each question, the insight, the rule, and what the weights now mean."""
        played, say = self.played, self.conversation.say
        puzzle, results = played.puzzle, played.match.results()
        if results:
            say(
                headline(results),
                f"Points: {score_line(results, practice=played.practice)}.",
                at_best(results),
            )
            if len(results) > 1:
                say(*map(self._question, range(len(results))))
        elif self.task is not None:
            say(*self.task.compared())
        self.conversation.tell(puzzle.afterwards)
        if rule := puzzle.rule or formula_in_words(puzzle):
            say(f"The rule: {rule}")
        say("What its weights say:", *self._meanings())

    def _meanings(self) -> list[str]:
        """What each weight does; those of a picture's points line by line."""
        replay, puzzle = self.replay, self.played.puzzle
        if puzzle.picture is None or replay.is_network:
            return [f"{line}." for line in weight_meanings(replay, self.iteration)]
        pulls = list(map(pull, replay.output_weights(self.iteration).tolist()))
        points = len(puzzle.input_names)
        named = zip(replay.weight_names[points:], pulls[points:], strict=True)
        lines = enumerate(by_lines(puzzle, pulls[:points]), 1)
        told = [f"Line {at}: {said}." for at, line in lines if (said := points_alike(line, pull(0)))]
        return [*(told or ["No point matters much."]), *(f"{name}: {does}." for name, does in named)]

    @property
    def task_waits(self) -> bool:
        """Whether there is a task that was not begun yet."""
        return self.task is not None and not self.task.opened

    def do_task(self) -> Way | None:
        """The puzzle's task; what was tried with it before is as it was."""
        if self.task is None:
            return None
        self.replay.switch(frozenset())
        return self.task.run()

    def _question(self, place: int) -> str:
        """One of several that were asked: both guesses with their points."""
        match = self.played.match
        result = match.results()[place]
        row = len(self.played.puzzle.examples) + match.question_at(place)
        said = question_in_words(capital(row_called(self.played.puzzle, row)), result.question.answer)
        its = "" if result.question.answer is None else f", {points(result.neuron_points)}"
        you = f"You {float(result.guess):.2f}, {points(result.points)}"
        return f"{said}. {you}; the neuron {probability(result.neuron_guess)}{its}."

    def ask(self) -> Way:
        """What the player wants to know, until it goes on."""
        return converse(self, PlainVerdict._asks, VERDICT_COMMANDS, PlainVerdict._take)

    def _asks(self) -> str:
        return "An empty line begins the task." if self.task_waits else "An empty line goes on."

    def _take(self, typed: str) -> Way | None:
        if not typed and self.task_waits:
            return self.do_task()
        if not typed:
            return "next"
        unknown(self.conversation, typed)
        return None

    @property
    def when(self) -> str:
        """At which iteration this is, where it is not the last one."""
        if self.iteration == self.replay.iterations:
            return ""
        return f"This is after {plural(self.iteration, self.played.iteration_called)}."

    def words(self) -> None:
        """What the neuron made of the puzzle."""
        puzzle = self.played.puzzle
        said = sentences(self.replay, self.iteration, solved=True)
        self.conversation.say(self.when, *(rows_by_names(puzzle, sentence) for sentence in said))

    def weights(self) -> None:
        """Every weight of the output neuron with what it does, and of hidden ones their numbers."""
        replay, say = self.replay, self.conversation.say
        say(self.when)
        values = replay.output_weights(self.iteration).tolist()
        if self.played.puzzle.picture and not replay.is_network:
            points = len(self.played.puzzle.input_names)
            lines = by_lines(self.played.puzzle, list(map(signed, values[:points])))
            say(*(f"Line {at}: {', '.join(line)}." for at, line in enumerate(lines, 1)))
            say(*(f"threshold: {signed(value)}." for value in values[points:]))
            return
        for name, value in zip(input_meanings(replay, self.iteration), values, strict=True):
            say(f"{name}: {signed(value)}, {pull(value)}.")
        if replay.is_network:
            all_weights = replay.weights(self.iteration).tolist()
            hidden = zip(replay.weight_names, all_weights, strict=True)
            say(*(f"Hidden {name}: {signed(value)}." for name, value in hidden if not name.startswith("out")))

    def go(self, typed: str) -> None:
        """Look at another iteration."""
        number = typed.replace(",", "")
        if not number.isdecimal() or int(number) > self.replay.iterations:
            self.conversation.say(f"Type go and a number from 0 to {self.replay.iterations:,}.")
            return
        self.iteration = int(number)
        self.conversation.say(self.when)
        if "error" in self.played.panels.shown:
            self.conversation.say(f"The error is {self.replay.error(self.iteration):.4f}.")
        self.conversation.say(*progress(self.replay, self.iteration))

    def rows(self) -> None:
        """What it says to every row."""
        self.conversation.say(self.when, *self._rows())

    def _rows(self) -> list[str]:
        return [self.played.output(self.iteration, row) for row in range(len(self.replay.rows))]

    def row(self, name: str) -> None:
        self.played.tell_output(self.iteration, name)

    def off(self, typed: str) -> None:
        """Switch off hidden neurons by their numbers; without any, all are on again."""
        numbers = typed.replace(",", " ").split()
        last = len(self.replay.output_input_names) - self.replay.model.threshold
        if not all(number.isdecimal() and 1 <= int(number) <= last for number in numbers):
            self.conversation.say(f"Type off and numbers from 1 to {last}, or off alone for none.")
            return
        self.replay.switch(frozenset(int(number) - 1 for number in numbers))
        self.conversation.say(capital(self.replay.off_in_words or "with all of them") + ".")
        self.conversation.say(*progress(self.replay, self.iteration), *self._rows())

    def draw(self, typed: str) -> None:
        """A picture of one's own, and what the neuron says to it."""
        inputs = picture_of(self.played.puzzle, typed)
        if inputs is None:
            self.conversation.say(how_to_draw(self.played.puzzle))
        else:
            self.conversation.say(says_to(self.replay, inputs), known_row(self.played.puzzle, inputs))

    def how_many(self) -> None:
        """How many of 100 random starts learn it, with fewer and with more hidden neurons."""
        from neuron_tui.game.lab.how_many import HowMany
        from neuron_tui.game.lab.how_many_words import neuron_count, said

        trained, own = HowMany(self.played.puzzle), self.played.puzzle.neuron.hidden
        self.conversation.say(*said(trained.success_counts(), own, complete=False), "This takes a while.")
        while not trained.complete:
            trained.advance(trained.iteration + SLICE)
        counts = trained.success_counts()
        for each in counts:
            name = capital(neuron_count(each.hidden))
            self.conversation.say(f"{name}: {each.successful} of {each.starts} starts.")
        self.conversation.say(*said(counts, own, complete=True))

    def code(self) -> None:
        """The training as a Python program."""
        from neuron_tui.game.program.program import program_of

        self.conversation.write(program_of(self.played.puzzle, self.played.puzzle.neuron).text.splitlines())


VERDICT_COMMANDS: tuple[Command[PlainVerdict], ...] = (
    Command(
        "task", "what there is to do with this puzzle", lambda s, _: s.do_task(),
        lambda s: s.task is not None,
    ),
    Command("next", "the next puzzle", goes("next")),
    Command("again", "the same puzzle again, as practice", goes("again"), listed=True),
    Command("words", "what it learned, in words", lambda s, _: s.words(), listed=True),
    Command("weights", "its weights as numbers", lambda s, _: s.weights(), listed=True),
    Command("rows", "what it says to every row", lambda s, _: s.rows()),
    Command("row", "what it says to one row", lambda s, name: s.row(name), takes="NAME"),
    replace(TABLE, listed=False),
    Command(
        "microscope", "the arithmetic of an iteration as it meets a row, or of one weight",
        lambda s, typed: microscope(s.conversation, s.replay, typed), takes="ITERATION ROW WEIGHT",
    ),
    Command("go", "look at another iteration", lambda s, typed: s.go(typed), takes="ITERATION"),
    Command(
        "off", "switch hidden neurons off by their numbers", lambda s, typed: s.off(typed),
        lambda s: s.replay.is_network, takes="NUMBERS",
    ),
    Command(
        "draw", "a picture of your own, and what the neuron says to it", lambda s, typed: s.draw(typed),
        lambda s: s.played.puzzle.picture is not None, takes="LINES",
    ),
    Command(
        "how many", "how many hidden neurons it needs", lambda s, _: s.how_many(),
        lambda s: s.replay.is_network,
    ),
    Command("code", "the training as a Python program", lambda s, _: s.code()),
    HOME,
)  # fmt: skip
