"""A puzzle's task: what is tried is typed, and told how far it comes."""

from __future__ import annotations

from dataclasses import replace

from neuron_tui.game.explain.numbers import probability, side
from neuron_tui.game.journal.match_answers import kept_task
from neuron_tui.game.lab.run import Run
from neuron_tui.game.task.proof import tried
from neuron_tui.game.task.standing import standing
from neuron_tui.game.task.words import beside_par, compared, done, goal, progress
from neuron_tui.plain.command import HOME, Command, Way, converse, goes, unknown
from neuron_tui.plain.match import TABLE, PlainMatch
from neuron_tui.plain.rows import inputs_in_words, inputs_of, known_answer, row_called
from neuron_tui.plain.tools import Given, tool_of
from neuron_tui.puzzle.task import Task
from neuron_tui.puzzle.text import capital


class PlainTask:
    """What the player tries, and the best that reached the goal."""

    def __init__(self, played: PlainMatch, task: Task) -> None:
        self.played, self.task, self.conversation = played, task, played.conversation
        self._own = Run(played.replay, played.puzzle.neuron)
        self._tool = tool_of(task, self._own)
        self.reset()
        self._best: int | None = None
        self._best_given: Given = ()
        self.opened = False

    def reset(self) -> None:
        """Begin, or begin once more: by hand with all weights at 0, else with what the neuron learned."""
        self._given = self._tool.begins
        by_hand = self.task.do == "by hand"
        self._front = tried(self.task, self._own, self._given) if by_hand else self._own

    def run(self) -> Way | None:
        """Let the player try until it is enough; gives where to go, None to stay with the match."""
        self.opened = True
        self.tell_goal()
        if self._given:
            self.conversation.say(*self._tool.told(self._given))
        way = converse(
            self,
            lambda _: "An empty line ends it.",
            TASK_COMMANDS,
            PlainTask._take,
            means=lambda s: s._tool.how,
        )
        if self._best is None:
            self.conversation.say("It is still to be done. Type task to go on with it." * (way == "on"))
        return "home" if way == "home" else None

    def tell_goal(self) -> None:
        """What is to be done, and what to type."""
        self.conversation.say(f"Your turn. {goal(self.task, self._own)}", self._tool.how)

    def _take(self, typed: str) -> Way | None:
        if not typed:
            return "on"
        taken = self._tool.taken(self._given, typed)
        if isinstance(taken, tuple):
            self._try(taken)
        else:
            how, word = self._tool.how, typed.casefold().split()[0]
            if taken is None and self.conversation.places_of(typed) and word not in how:
                unknown(self.conversation, typed)
            self.conversation.say(taken or how)
        return None

    def _try(self, given: Given) -> None:
        """See how far it comes with this, and keep it where it is the best yet."""
        task, say = self.task, self.conversation.say
        self._given, self._front = given, tried(task, self._own, given)
        picture = [int(point) for point in given]
        now = standing(task, self._own, self._front, self._front.replay.iterations, picture)
        say(*self._tool.told(given))
        if not now.done or now.count is None:
            say(progress(task, now))
            return
        say(f"{done(task, now.count)}. {beside_par(task, now.count)}")
        if self._best is None or now.count < self._best:
            self._best, self._best_given = now.count, given
            played, keeper = self.played, self.played.keeper
            kept = kept_task(played.puzzle, played.puzzle_id, task, now.count, keeper.player, keeper.clock())
            played.write((kept,))

    def compared(self) -> list[str]:
        """What the player did beside what the neuron did."""
        return compared(self.task, self._own, self._best, self._best_given)

    def tell_rows(self) -> None:
        """What the neuron says to each row with what is tried."""
        puzzle, replay = self.played.puzzle, self._front.replay
        told = self.played.match.finished or not puzzle.questions
        for row in range(len(puzzle.examples) + len(puzzle.questions)):
            inputs = inputs_of(puzzle, row)
            output = float(replay.answers(replay.iterations, [inputs])[0])
            right = known_answer(puzzle, row, solved=told)
            mark = "" if right not in (0, 1) else ", right" if side(output) == right else ", wrong"
            named = f"{capital(row_called(puzzle, row))}, {inputs_in_words(puzzle, inputs)}"
            self.conversation.say(f"{named}: it says {probability(output)}{mark}.")

    def begin_anew(self) -> None:
        self.reset()
        self.conversation.say("All is as it was.", *(self._tool.told(self._given) if self._given else ()))


TASK_COMMANDS: tuple[Command[PlainTask], ...] = (
    Command(
        "hint", "a hint", lambda s, _: s.conversation.say(f"Hint: {s.task.hint}"),
        lambda s: bool(s.task.hint), listed=True,
    ),
    Command("rows", "what it says to each row now", lambda s, _: s.tell_rows(), listed=True),
    Command("goal", "what is to be done, and what to type", lambda s, _: s.tell_goal(), listed=True),
    replace(TABLE, listed=False),
    Command("reset", "begin once more", lambda s, _: s.begin_anew()),
    Command("done", "end it; so does an empty line", goes("on")),
    HOME,
)  # fmt: skip
