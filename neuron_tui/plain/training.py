"""The training told at a few iterations, with the steps of a lesson where it pauses."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.explain.training import progress, pull
from neuron_tui.game.match.lesson_steps import Lesson, Situation
from neuron_tui.plain.command import HOME, Command, Way, converse, unknown
from neuron_tui.plain.match import LEAVES, TABLE, PlainMatch
from neuron_tui.plain.rows import row_called
from neuron_tui.plain.spoken import spoken
from neuron_tui.puzzle.text import capital, plural, some

STOPS = (1, 10, 100, 1_000, 10_000, 100_000)
MOST_NAMES, MOST_ASKED = 12, 3
"""Weights that are named, and questions whose outputs are told on the way."""
GOES_ON = "An empty line goes on with the training."


class PlainTraining:
    """A training that is heard: where it is, and what of it is looked at."""

    def __init__(self, played: PlainMatch) -> None:
        self.played, self.conversation = played, played.conversation
        self.replay = played.replay
        self.iteration = 0
        asked = len(played.puzzle.examples) + played.match.question if played.puzzle.questions else 0
        self.selected = asked
        self.weight: int | None = None
        self.lesson = Lesson.of(played.puzzle)
        self._first = ""
        """What was told last of the examples."""
        self._told = self._passed = -1
        """The last step that was told, and the last one that was passed over."""

    def run(self) -> Way:
        """Go through it from stop to stop."""
        self.conversation.say("Now the neuron learns.")
        while True:
            if (way := self._steps()) != "on":
                return way
            if self.iteration == self.replay.recording.recorded:
                return "on"
            self.iteration = self._next_stop()
            self.tell()

    def _next_stop(self) -> int:
        """The next iteration that is told: of a power of ten, where a step pauses it, or the last one."""
        last, pause = self.replay.recording.recorded, self.lesson.pause
        stops = [stop for stop in (*STOPS, pause or 0) if self.iteration < stop < last]
        return min(stops, default=last)

    def tell(self) -> None:
        """How far it is by now: on the way what it has made of the examples only where that is new."""
        replay, played, at = self.replay, self.played, self.iteration
        ended = at == replay.recording.recorded
        first, *more = progress(replay, at)
        error = f"error {replay.error(at):.3f}; " * ("error" in played.panels.shown)
        lead = f"After {plural(at, played.iteration_called)}: {error}"
        examples = len(played.puzzle.examples)
        asked = [
            f"{probability(output)} to {row_called(played.puzzle, examples + place)}"
            for place, output in enumerate(replay.outputs(at)[examples:].tolist())
        ]
        if asked and first == self._first and not ended:
            self.conversation.say(f"{lead}it says {some(asked, MOST_ASKED)}.")
        else:
            self.conversation.say(lead + (first if error else first[:1].lower() + first[1:]))
            self.conversation.say(f"It says {some(asked, MOST_ASKED)}." * bool(asked))
        self._first = first
        if ended:
            self.conversation.say(*more)

    # Steps of a lesson

    def _steps(self) -> Way:
        """The steps that are due here, until they are done or passed over."""
        self._look()
        while self.lesson.step is not None and self.lesson.done != self._passed:
            way = converse(
                self,
                PlainTraining._asks,
                STEP_COMMANDS,
                PlainTraining._take,
                means=PlainTraining._step,
                leaving=lambda _: LEAVES,
            )
            if way != "on":
                return way
        return "on"

    def _asks(self) -> str:
        if self._told == self.lesson.done or self.lesson.step is None:
            return GOES_ON
        self._told = self.lesson.done
        self.conversation.say(self._step())
        return GOES_ON

    def _step(self) -> str:
        """What is to be looked at."""
        step, number = self.lesson.step, self.lesson.done + 1
        return "" if step is None else f"Step {number} of {len(self.lesson.steps)}: {step.text}"

    def _look(self) -> bool:
        """See whether steps are done now, and say what they showed."""
        before = self.lesson
        match, replay = self.played.match, self.replay
        self.lesson = before.after(Situation(match, replay, self.iteration, self.selected, self.weight))
        for step in before.steps[before.done : self.lesson.done]:
            if self.lesson.missed < 0 or step is not before.steps[self.lesson.missed]:
                self.conversation.say(f"Right. {step.shown or step.text}")
        return self.lesson.done > before.done

    def _take(self, typed: str) -> Way | None:
        if not typed:
            self._passed = self.lesson.done
            return "on"
        unknown(self.conversation, typed)
        return None

    def select_row(self, name: str) -> Way | None:
        row = self.played.tell_output(self.iteration, name)
        if row is None:
            return None
        self.selected = row
        return "on" if self._look() else None

    def select_weight(self, name: str) -> Way | None:
        names = self.replay.weight_names
        called = [spoken(each).casefold() for each in names]
        self.weight = called.index(name.casefold()) if name.casefold() in called else None
        if self.weight is None:
            self.conversation.say(f"Type weight and one of {some(names, MOST_NAMES)}.")
            return None
        value = float(self.replay.weights(self.iteration)[self.weight])
        self.conversation.say(f"{capital(names[self.weight])}: {signed(value)}, {pull(value)}.")
        return "on" if self._look() else None

    def step(self) -> Way | None:
        """One iteration on."""
        if self.iteration < self.replay.recording.recorded:
            self.iteration += 1
            self.tell()
        return "on" if self._look() else None


STEP_COMMANDS: tuple[Command[PlainTraining], ...] = (
    Command("row", "what it says to a row now", lambda s, name: s.select_row(name), takes="NAME"),
    Command(
        "weight", "how large a weight is now", lambda s, name: s.select_weight(name),
        lambda s: not s.played.puzzle.picture, takes="NAME",
    ),
    Command("step", "one iteration", lambda s, _: s.step()),
    TABLE,
    HOME,
)  # fmt: skip
