"""A race line by line: one figure after the other, told in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptRace
from neuron_tui.game.race.kinds import IN_WORDS, KINDS, kind_of, outputs_of
from neuron_tui.game.race.race import Race, block_of
from neuron_tui.game.race.records import kept_race, trial_of, unfinished
from neuron_tui.game.race.results import standing_of
from neuron_tui.game.race.schedule import BLOCK, BLOCKS, FEATURES, ROUND, VALUES
from neuron_tui.game.race.study import AS_IN_THE_STUDY, LATER_STUDIES, SOURCES, UNLIKE_THE_STUDY
from neuron_tui.game.race.words import (
    HOW_IT_ENDS,
    HOW_IT_GOES,
    LEFT_BEFORE,
    SURPRISES,
    WITHOUT_PEOPLE,
    does,
    headline,
    in_a_row,
    order_note,
    percent_wrong,
    ranking,
    where_it_goes_on,
)
from neuron_tui.plain.command import Command, Way, converse, empty_leads, goes, unknown
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.spoken import sentence
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital

TITLE = "The race."
ZERO_OR_ONE = "Type 0 or 1: which of them a figure is."


@dataclass
class PlainRace:
    """Races on one puzzle, until the player goes home.

    `seed_source` gives a seed for each race. Raises ValueError where the puzzle does not tell all eight rows.
    """

    conversation: Conversation
    keeper: Keeper
    puzzle: Puzzle
    puzzle_id: str
    seed_source: Callable[[], int]
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        outputs = outputs_of(self.puzzle)
        if outputs is None:
            raise ValueError("a race needs a puzzle that tells all eight rows of three inputs")
        self._outputs, self.kind = outputs, kind_of(outputs)
        races = self.keeper.races(self.keeper.player)
        left = unfinished(races, self.puzzle_id, content_of(self.puzzle), outputs)
        self._kept: KeptRace | None = None
        """The race as the journal knows it; None until its first decision."""
        if left is None:
            self._begin_anew()
        else:
            self._kept, self.race = left

    def _begin_anew(self) -> None:
        self._kept, self.race = None, Race.begin(self._outputs, self.seed_source())

    def run(self) -> Way:
        """Race, and again, until the player goes home."""
        self.conversation.say(self.puzzle.title, TITLE)
        way: Way = "on"
        if self.race.trials:
            self.conversation.say(LEFT_BEFORE, where_it_goes_on(self.race), order_note(self.race))
            way = converse(self, lambda _: "An empty line goes on.", LEFT_COMMANDS, empty_leads("on"))
        while way != "home":
            if way == "again":
                self._begin_anew()
            if not self.race.trials:
                self.conversation.say(*HOW_IT_GOES, HOW_IT_ENDS, WITHOUT_PEOPLE * (self.kind is None))
            self._since = self.clock()
            way = converse(self, PlainRace._asks, RACE_COMMANDS, PlainRace._take, means=lambda _: ZERO_OR_ONE)
            if way == "on":
                self._tell_end()
                way = converse(self, lambda _: "", OVER_COMMANDS, empty_leads("home"))
        return way

    # Figures

    def _asks(self) -> str:
        """The figure that is up."""
        block, trial = block_of(self.race.trials)
        which = f"Block {block + 1}, figure" if trial == 0 else "Figure"
        return f"{which} {trial + 1} of {BLOCK}: {self.race.figure(self.race.trials).name}. 0 or 1?"

    def _take(self, typed: str) -> Way | None:
        """A decision: it is kept, and only then the right answer is told."""
        if typed not in ("0", "1"):
            if typed:
                unknown(self.conversation, typed)
            return None
        keeper, now = self.keeper, self.clock()
        begun = []
        if self._kept is None:
            self._kept = kept_race(self.race, self.puzzle, self.puzzle_id, keeper.player, keeper.clock())
            begun.append(self._kept)
        trial = trial_of(self.race, self._kept.id, int(typed), now - self._since, keeper.clock())
        self.conversation.say(keeper.keep([*begun, trial]))
        self.race = self.race.decide(int(typed))
        self._tell_answer()
        self._since = self.clock()
        return "on" if self.race.over else None

    def _tell_answer(self) -> None:
        """Who was right; after a round how near the end is, and after a block how often both were wrong."""
        race, trial = self.race, self.race.trials - 1
        yours, its = race.yours_wrong, race.neuron_wrong
        said = "Wrong" if yours[-1] else "Right"
        output = probability(float(race.schedule.neuron_outputs[trial]))
        neuron = "is wrong" if its[-1] else "is right"
        self.conversation.say(f"{said}, it is {race.right(trial)}. The neuron {neuron}, it said {output}.")
        if race.trials % BLOCK == 0:
            wrong, neuron_wrong = int(yours[-BLOCK:].sum()), int(its[-BLOCK:].sum())
            self.conversation.say(
                f"Block {race.trials // BLOCK} of {BLOCKS} is over. "
                f"Wrong answers of {BLOCK}: you {wrong}, the neuron {neuron_wrong}."
            )
        if race.trials % ROUND == 0 and race.rounds_in_a_row:
            self.conversation.say(f"{capital(in_a_row(race))} rounds.")

    # What can be asked

    def tell_standing(self) -> None:
        """Who was wrong how often so far."""
        if self.race.trials:
            self.conversation.say(*self._ranking())
        else:
            self.conversation.say("Nothing was judged yet.")

    def _ranking(self) -> list[str]:
        return list(map(sentence, ranking(standing_of(self.race, self.kind))))

    def tell_weights(self) -> None:
        """The neuron's weights: each is for the value of a feature that reaches it as a 1."""
        disguise, weights = self.race.schedule.disguise, self.race.schedule.tape[self.race.trials].tolist()
        for feature, name in enumerate(FEATURES):
            value = VALUES[feature][disguise.ones[feature]]
            weight = signed(weights[disguise.features.index(feature)])
            self.conversation.say(f"{capital(name)}, {value}: {weight}.")
        self.conversation.say(f"Threshold: {signed(weights[-1])}.")

    def tell_study(self) -> None:
        """The study that the race follows."""
        say = self.conversation.say
        say("As in the study of 1994:", *AS_IN_THE_STUDY, "Unlike the study:", *UNLIKE_THE_STUDY)
        self.conversation.tell(LATER_STUDIES)
        say(*SOURCES)

    def tell_kinds(self) -> None:
        """How people and one neuron did with each of the six kinds."""
        for kind in KINDS:
            self.conversation.say(
                f"{kind}, {IN_WORDS[kind]}: people in 1994 were wrong {percent_wrong(kind)} % of the time; "
                f"one neuron {does(kind)}."
            )

    def _tell_end(self) -> None:
        """How it ended, who was wrong how often, and what is surprising about this kind."""
        self.conversation.say("The race is over.", headline(self.race))
        self.conversation.say(*self._ranking(), order_note(self.race))
        if self.kind is not None:
            self.conversation.tell(SURPRISES[self.kind])


_STUDY = Command[PlainRace]("study", "the study that the race follows", lambda s, _: s.tell_study())
_WEIGHTS = Command[PlainRace]("weights", "the neuron's weights", lambda s, _: s.tell_weights())
_HOME = Command[PlainRace]("home", "leave; a race that is not over goes on later", goes("home"))
LEFT_COMMANDS: tuple[Command[PlainRace], ...] = (
    Command("again", "a new race instead", goes("again"), listed=True, also=("anew",)),
    _STUDY,
    _HOME,
)
RACE_COMMANDS: tuple[Command[PlainRace], ...] = (
    Command("standing", "who was wrong how often so far", lambda s, _: s.tell_standing()),
    _WEIGHTS,
    _STUDY,
    _HOME,
)
OVER_COMMANDS: tuple[Command[PlainRace], ...] = (
    Command("again", "another race on it", goes("again"), listed=True),
    Command("kinds", "the six kinds, and who learns them", lambda s, _: s.tell_kinds(), listed=True),
    _WEIGHTS,
    _STUDY,
    Command("home", "choose a puzzle; so does an empty line", goes("home"), listed=True),
)
