"""The journal as the game uses it: it never raises, and what can't be written is held in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from types import MappingProxyType
from typing import TypeVar

from neuron_tui.game.journal import tables
from neuron_tui.game.journal.fields import impossible, stored
from neuron_tui.game.journal.journal import Journal, JournalError
from neuron_tui.game.journal.kept import Answer, Kept, KeptRace, KeptRound, KeptTask, KeptTrial, Races
from neuron_tui.game.journal.names import known_as
from neuron_tui.game.journal.schema import in_memory
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion

Done = TypeVar("Done")
PATIENCE = 1.5
"""Seconds that a game waits for the journal, once; with what SQLite waits by itself at most two."""
CROWDED = 15.0
"""The same where a whole class plays on one computer, and closes the page at once as the lesson ends."""

LOST = "This race went on in another game, or was forgotten: what you say here is not kept."
_NAMES = {
    Answer: "An answer",
    KeptRace: "A race",
    KeptTrial: "A trial",
    KeptTask: "A task",
    KeptRound: "A round",
}


class Keeper:
    """Keeps what is one player's in the journal at `path`, or only in memory where it is None.

    No method raises an exception, whatever may be the matter with the file or with what is to be kept. What
    could not be written is held in memory, counts as if it were written, and is tried again with whatever
    comes next. What no journal could ever keep is reported once and dropped. Methods may be called from any
    thread, and block while the file is used. Those that write give one sentence where something can't be
    kept, once for each reason; "" where there is nothing to say.
    """

    def __init__(
        self,
        path: Path | None,
        player: str,
        clock: Callable[[], float] = time.time,
        patience: float = PATIENCE,
        *,
        alone: bool = False,
    ) -> None:
        """`alone`: the player must not see what others answered, as if nobody else were in the journal."""
        self.player, self._alone = stored(player), alone
        self.clock = clock
        self._journal = None if path is None else Journal(path, self._today, patience)
        self._lock = RLock()
        self._held: list[Kept] = []
        self._lost: frozenset[str] = frozenset()
        """The races of which a trial could not be kept: what follows upon it can't be either."""
        self._last_reported = ""
        self._reported: set[str] = set()

    def play_as(self, name: str) -> str:
        """Whose answers are kept from now on; gives the name as the journal knows it."""
        with self._lock:
            self.player = known_as(stored(name), self._read(tables.players)) or stored(name)
            return self.player

    def keep(self, kept: Sequence[Kept]) -> str:
        """Keep answers of any player, races that were begun, and trials of races that were kept.

        Where another game has kept a trial in the place of one, that one counts, and the race is lost here
        until `races` has given it as it stands.
        """
        with self._lock:
            faults = []
            for each in kept:
                if name := impossible(type(each), vars(each)):
                    fault = f"{_NAMES[type(each)]} can't be kept: its `{name}` has an impossible value."
                    faults.append(self._once(fault))
                elif not (isinstance(each, KeptTrial) and each.race in self._lost):
                    self._held.append(each)
            return _joined(*faults, self._write())

    def close(self) -> str:
        """Try once more to write what is held; the sentence is given again where it is lost now."""
        with self._lock:
            self._last_reported = ""
            return self._write()

    def notice(self) -> str:
        """What is the matter with the journal, one sentence; asked once, when the game begins."""
        with self._lock:
            if self._journal is None:
                return ""
            try:
                self._journal.check()
            except JournalError as problem:
                return self._cannot_keep(self._journal, problem)
            return self._journal.notice()

    def counted(self, player: str | None = None) -> CountedAnswers:
        """The answers that count, of all players or of one."""
        return self._read(lambda connection: tables.counted(connection, self._whose(player)))

    def met(self, content: str) -> frozenset[str]:
        """The questions that the player has answered before, of whichever puzzle with this content.

        What follows to them is practice.
        """
        return self._read(lambda connection: tables.met(connection, self.player, content))

    def played(self, questions: Mapping[str, int] = MappingProxyType({})) -> frozenset[PuzzleVersion]:
        """What the player has played matches on, whether they counted or not.

        Of a content that is known to have so many `questions`, all must be answered, under whichever ids.
        """
        return self._read(lambda connection: tables.played(connection, self.player, questions))

    def first_in_matches(self, content: str) -> tuple[Answer, ...]:
        """The player's first answers to the questions of this content, those given in matches."""
        return self._read(lambda connection: tables.first_in_matches(connection, self.player, content))

    def answers(self) -> tuple[Answer, ...]:
        """All answers, in the order of time."""
        return self._read(lambda connection: tables.answers(connection, self._whose(None)))

    def players(self) -> tuple[str, ...]:
        """Everybody of whom something is kept, by name."""
        return (self.player,) if self._alone else self._read(tables.players)

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice included."""
        answered = self._read(tables.answered)
        return {name: count for name, count in answered.items() if name == self._whose(name)}

    def tasks(self, player: str | None = None) -> tuple[KeptTask, ...]:
        """Tasks that were done, in the order of time, of all players or of one."""
        return self._read(lambda connection: tables.tasks(connection, self._whose(player)))

    def rounds(self, player: str | None = None) -> tuple[KeptRound, ...]:
        """Rounds of small games, in the order of time, of all players or of one."""
        return self._read(lambda connection: tables.rounds(connection, self._whose(player)))

    def races(self, player: str | None = None) -> Races:
        """Races with their trials in the order of time, of all players or of one."""
        with self._lock:
            self._lost = frozenset()
            return self._read(lambda connection: tables.races(connection, self._whose(player)))

    def _whose(self, player: str | None) -> str | None:
        """Of whom it is read where this player was asked for, or all."""
        return self.player if self._alone else player

    def _write(self) -> str:
        """Write all that is held; gives what the player is to be told."""
        journal = self._journal
        if journal is None or not self._held:
            return ""
        try:
            lost = journal.keep(self._held)
        except JournalError as problem:
            return self._cannot_keep(journal, problem)
        self._held.clear()
        self._last_reported = ""
        self._lost |= lost
        return _joined(LOST if lost else "", journal.notice())

    def _read(self, query: Callable[[Connection], Done]) -> Done:
        """What a query gives, of the file as if what is held were written into it.

        What is the matter with a file that can't be read is reported when something is to be kept.
        """

        def with_held(connection: Connection | None) -> Done:
            with closing(in_memory()) as memory:
                if connection is not None:
                    connection.backup(memory)
                tables.put(memory, self._held)
                return query(memory)

        with self._lock:
            if self._journal is not None:
                with suppress(JournalError):
                    return self._journal.read(with_held if self._held else query)
            return with_held(None)

    def _cannot_keep(self, journal: Journal, problem: JournalError) -> str:
        """What can't be kept, unless that was the last thing said."""
        sentence = f"Your answers can't be kept: {problem.why}."
        new = "" if sentence == self._last_reported else sentence
        self._last_reported = sentence
        return _joined(journal.notice(), new)

    def _once(self, sentence: str) -> str:
        new = "" if sentence in self._reported else sentence
        self._reported.add(sentence)
        return new

    def _today(self) -> date:
        try:
            return date.fromtimestamp(self.clock())
        except (OverflowError, ValueError, OSError):  # a clock that says no day at all
            return date(1970, 1, 1)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
