"""A small game line by line: you play without a word of what it is, and then a network learns the same."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from neuron_tui.game.arcade.card import card_of
from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.curve import latest_means, points_of
from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.guess import STAKES, STOPS, nearest_stop
from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.playing import learning_of, mean_by_lot
from neuron_tui.game.arcade.records import rounds_of
from neuron_tui.game.arcade.round import GAMES_OF_A_ROUND
from neuron_tui.game.arcade.words import (
    Outcome,
    a_game,
    asking,
    games_in_words,
    headline,
    knowledge,
    playing,
    verdict,
)
from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Told
from neuron_tui.neuron.q_learning import Cells, Recording
from neuron_tui.plain.board import HOW_IT_IS_TOLD, board_in_characters, board_in_words, what_changed
from neuron_tui.plain.command import Command, Way, converse, empty_leads, goes, unknown
from neuron_tui.plain.conversation import Conversation
from neuron_tui.plain.guess import COUNTS
from neuron_tui.plain.network import tell_expected, watch
from neuron_tui.plain.spoken import sentence
from neuron_tui.puzzle.text import capital, plural

TOLD_AT = (10, 100, 1_000, 10_000)
"""After so many of its games it is told how good the network is."""
SLICE = 200
"""Steps that it learns between two looks at how many games it has played."""
WITH_NAMES = "An empty line plays it once more, now with its names."
HOW_MANY = f"Type a number of games from {STOPS[0]:,} to {STOPS[-2]:,}, or never."
A_NUMBER = re.compile(r"(?:after )?(\d[\d,]*)(?: games)?")


@dataclass
class PlainArcade:
    """One small game, played as often as the player likes. `seed_source` gives a seed for each time."""

    conversation: Conversation
    keeper: Keeper
    game: Game
    seed_source: Callable[[], int]
    steps: int | None = None
    """How many steps the network learns; None for as many as the game says."""
    clock: Callable[[], float] = time.monotonic

    def run(self) -> None:
        """Play until the player goes home. What was played is kept, however it ends."""
        way: Way = "again"
        while way == "again":
            self._begin()
            try:
                way = self._stages()
            finally:
                self._keep()

    def _begin(self) -> None:
        self._seed = self.seed_source()
        self._draw = np.random.default_rng(self._seed)
        self.contest = Contest.begin(self.game, self._draw)
        self._recording = Recording(learning_of(self.game, self._seed, self.steps))
        self.outcome: Outcome | None = None
        self._kept: set[Told] = set()
        self._said = False
        """Whether a number of games was said."""

    def _stages(self) -> Way:
        """From one stage to the next."""
        for stage in (self._masked, self._guess, self._verdict, self._open, self._end):
            if (way := stage()) != "on":
                return way
        return "home"

    def _keep(self) -> None:
        """Keep the rounds that are not kept yet."""
        keeper = self.keeper
        rounds = rounds_of(self.contest, self.outcome, keeper.player, keeper.clock(), self._seed)
        kept = [each for each in rounds if each.look not in self._kept]
        self._kept.update(each.look for each in kept)
        if kept:
            self.conversation.say(keeper.keep(kept))

    # Playing

    def _masked(self) -> Way:
        self.conversation.say("A game without a name.", *playing(self.game), HOW_IT_IS_TOLD, self._keys())
        return self._play()

    def _open(self) -> Way:
        self.conversation.say(f"{self.game.title}, with names.", *self.game.about, self._keys())
        return self._play()

    def _keys(self) -> str:
        """What to type for a key."""
        look = self.contest.look
        if look.masked:
            return f"The keys are 1 to {len(self.game.actions)}. Type one, or several at once, such as 112."
        keys = ", ".join(f"{key} {look.actions[action].name}" for key, action in sorted(look.keys.items()))
        return f"The keys: {keys}."

    def _play(self) -> Way:
        """A round, key by key."""
        self._begun = np.zeros_like(self._cells)
        self._tell_game()
        return converse(
            self, lambda _: "Which key?", PLAY_COMMANDS, PlainArcade._press, means=PlainArcade._keys
        )

    @property
    def _cells(self) -> Cells:
        return self.contest.yours.state.cells()

    def _tell_game(self) -> None:
        """Which game it is and how it begins, unless that is how the last one began."""
        self.conversation.say(f"Game {self.contest.yours.number} of {GAMES_OF_A_ROUND}.")
        if np.array_equal(self._begun, self._cells):
            self.conversation.say("It begins just as the last one.")
        else:
            self.tell_board()
        self._begun = self._cells

    def tell_board(self) -> None:
        self.conversation.say(*board_in_words(self.contest.look.things, self._cells))

    def draw_board(self) -> None:
        self.conversation.write(board_in_characters(self.contest.look.things, self._cells))

    def _actions(self, typed: str) -> list[int]:
        """What the keys do that are typed, by their numbers or, where they have names, by these; none where
        one of them is no key.
        """
        look, words = self.contest.look, typed.casefold().split()
        named = {action.name: number for number, action in enumerate(look.actions) if not look.masked}
        if all(word in named for word in words):
            return [named[word] for word in words]
        keys = [look.keys.get(int(key)) if key.isdecimal() else None for key in typed.replace(" ", "")]
        return [action for action in keys if action is not None] if None not in keys else []

    def _press(self, typed: str) -> Way | None:
        """Press these keys, up to the end of a game, and tell what came of it: the points first."""
        if not typed:
            self.tell_board()
            return None
        actions = self._actions(typed)
        if not actions:
            if not typed.isdecimal():
                unknown(self.conversation, typed)
            self.conversation.say(self._keys())
            return None
        before, brought = self._cells, self.contest.yours.brought
        for action in actions:
            self.contest = self.contest.press(action, self._draw)
            if self.contest.yours.ended:
                break
        yours, say = self.contest.yours, self.conversation.say
        if yours.ended:
            say(f"Over: {signed(yours.brought, 1)}.")
        elif yours.brought != brought:
            say(f"Points: {signed(yours.brought - brought, 1)}.")
        changed = what_changed(self.contest.look.things, before, self._cells)
        say(f"{capital(changed)}." if changed else "Nothing has changed.")
        if not yours.ended:
            return None
        self.contest = self.contest.go_on(self._draw)
        if not self.contest.you_play:
            return "on"
        self._tell_game()
        return None

    def enough(self) -> Way:
        """Play no more of this round."""
        self.contest = self.contest.enough()
        return "on"

    def tell_points(self) -> None:
        yours = self.contest.yours
        games = plural(len(yours.points), "game")
        mean = f"You have {a_game(yours.mean)} in {games}." if yours.points else "No game is over yet."
        self.conversation.say(f"This game: {signed(yours.brought, 1)}.", mean)

    # The guess

    def _guess(self) -> Way:
        """After how many games the network is as good."""
        asked = asking(self.contest.masked, self._recording.last, mean_by_lot(self.game))
        self.conversation.say(*asked, f"Points: {STAKES}.")
        way = converse(self, PlainArcade._asks, GUESS_COMMANDS, PlainArcade._take, means=lambda _: HOW_MANY)
        if way == "on":
            self.contest = self.contest.go_to(Stage.LEARNING)
            self._learn()
        return way

    def _asks(self) -> str:
        if self._said:
            return COUNTS
        return HOW_MANY

    def _take(self, typed: str) -> Way | None:
        if not typed and self._said:
            return "on"
        found = A_NUMBER.fullmatch(typed.casefold())
        games = int(found[1].replace(",", "")) if found else None
        if games is not None:
            self.contest = self.contest.say(nearest_stop(games))
        elif typed.casefold() == "never":
            self.contest = self.contest.say(len(STOPS) - 1)
        else:
            if typed:
                unknown(self.conversation, typed)
            return None
        self._said = True
        guess = self.contest.guess
        nearest = ", the nearest that counts" * (games != guess)
        self.conversation.say(f"You say {games_in_words(guess)}{nearest}.")
        return None

    # The network

    def _learn(self) -> None:
        """Let it learn to its end, and tell now and then how good it is."""
        recording = self._recording
        self.conversation.say("Now it learns.")
        stops, seconds = list(TOLD_AT), 0.0
        while recording.recorded < recording.last:
            begun = self.clock()
            recording.record(SLICE)
            seconds += self.clock() - begun
            means = latest_means(points_of(recording, recording.recorded))
            while stops and stops[0] <= len(means):
                games = stops.pop(0)
                self.conversation.say(f"After {games:,} games: {a_game(float(means[games - 1]))}.")
        points = points_of(recording, recording.last)
        contest = self.contest
        self.outcome = Outcome(self.game, contest.masked, contest.guess, points, recording.last, seconds)
        self.contest = contest.go_to(Stage.VERDICT)
        self._keep()

    def _moment(self) -> Moment:
        """The network as it is at the end of its learning."""
        return Moment(self.game, self._recording, self._recording.last)

    def tell_expected(self) -> None:
        tell_expected(self.conversation, self._moment(), self._cells)

    def watch(self) -> None:
        watch(self.conversation, self._moment(), self._draw)

    # What came of it

    def _verdict(self) -> Way:
        if self.outcome is not None:
            said = [line for text in verdict(self.outcome) for line in text.split("\n")]
            self.conversation.say(headline(self.outcome))
            for line in said:
                self.conversation.tell(sentence(capital(line)))
        way = converse(self, lambda _: WITH_NAMES, VERDICT_COMMANDS, empty_leads("on"))
        if way == "on":
            self.contest = self.contest.play_open(self._draw)
        return way

    def _end(self) -> Way:
        self._keep()
        self.conversation.say(*knowledge(self.contest.masked, self.contest.yours))
        return converse(self, lambda _: "", END_COMMANDS, empty_leads("home"))

    def share(self) -> None:
        """The result card."""
        if self.outcome is not None:
            self.conversation.say(*card_of(self.contest, self.outcome).splitlines())


def _learned(arcade: PlainArcade) -> bool:
    return arcade.contest.learned


_HOME = Command[PlainArcade]("home", "leave the game", goes("home"))
_AGAIN = Command[PlainArcade]("again", "once more, with another mask", goes("again"), listed=True)
_WATCH = Command[PlainArcade]("watch", "the network plays a game", lambda s, _: s.watch(), listed=True)
_SHARE = Command[PlainArcade]("share", "your result card", lambda s, _: s.share())
PLAY_COMMANDS: tuple[Command[PlainArcade], ...] = (
    Command("board", "where everything is; so does an empty line", lambda s, _: s.tell_board(), listed=True),
    Command("draw", "the board, a letter for each thing", lambda s, _: s.draw_board()),
    Command(
        "expects", "what the network expects of each key here", lambda s, _: s.tell_expected(), _learned,
        listed=True,
    ),
    Command("points", "how many points you have", lambda s, _: s.tell_points()),
    Command(
        "enough", "play no more", lambda s, _: s.enough(), lambda s: bool(s.contest.yours.points), listed=True
    ),
    _HOME,
)  # fmt: skip
GUESS_COMMANDS: tuple[Command[PlainArcade], ...] = (_HOME,)
VERDICT_COMMANDS: tuple[Command[PlainArcade], ...] = (_WATCH, _AGAIN, _SHARE, _HOME)
END_COMMANDS: tuple[Command[PlainArcade], ...] = (
    _AGAIN, _WATCH, _SHARE,
    Command("home", "choose a puzzle; so does an empty line", goes("home"), listed=True),
)  # fmt: skip
