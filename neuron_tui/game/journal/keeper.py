"""The journal as the game uses it: it never raises, and what can't be kept is held back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.answers import numbered
from neuron_tui.game.journal.held import Held
from neuron_tui.game.journal.pages import counted_of
from neuron_tui.game.journal.problems import JournalError
from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races, keepable
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.scores.counted import Counted

if TYPE_CHECKING:
    from neuron_tui.game.journal.journal import Journal

Done = TypeVar("Done")

OVERTAKEN = "This race went on in another game, and what you said there counts."
"""Said where two games go on with one race."""


class Keeper:
    """Keeps one player's answers and races in the journal at `path`, or only in memory where it is None.

    What could not be written is held back, counts as if it were written, and is tried again with whatever
    comes next. Methods may be called from any thread, and block while the file is used. Those that write
    give one sentence where something can't be kept, once for each reason; "" where there is nothing to say.
    """

    def __init__(self, path: Path | None, player: str, clock: Callable[[], float] = time.time) -> None:
        self.player = stored(player)
        self._path = path
        self.clock = clock
        self._lock = Lock()
        self._opened: Journal | None = None
        self._held = Held()
        self._races: dict[str, KeptRace] = {}
        self._overtaken: set[str] = set()
        self._told = ""

    def keep(self, answers: Sequence[Answer]) -> str:
        """Keep answered questions, of any player."""
        with self._lock:
            self._held.answers.extend(answers)
            return self._write()

    def begin_race(self, race: KeptRace) -> str:
        """Keep that a race was begun."""
        with self._lock:
            race = keepable(race)
            self._races[race.id] = race
            self._held.races.append(race)
            return self._write()

    def keep_trial(self, trial: KeptTrial) -> str:
        """Keep a trial of a race that was begun here, or that `races` gave.

        Where another game has kept one in its place, that one counts, and `overtaken` tells so.
        """
        with self._lock:
            self._held.trials.append(trial)
            return self._write()

    def overtaken(self, race: str) -> bool:
        """Whether a trial of the race with this id was not kept, for another game went on with the race.

        It is forgotten once `races` has given the race as it stands.
        """
        with self._lock:
            return race in self._overtaken

    def close(self) -> str:
        """Try once more to keep what is held back; the sentence is given again where it is lost now."""
        with self._lock:
            self._told = ""
            return self._write() if self._held else ""

    def notice(self) -> str:
        """What is the matter with the journal, one sentence; asked once, when the game begins."""
        with self._lock:
            if (journal := self._journal()) is None:
                return ""
            try:
                journal.check()
            except JournalError as problem:
                return self._tell(journal, problem)
            return journal.notice()

    def counted(self, player: str | None = None) -> Counted:
        """The answers that count, of all players or of one: from the file, and of what is held back."""
        with self._lock:
            kept = self._read(lambda journal: journal.counted(player), counted_of(()))
            return self._held.counted_with(kept, self._attempts(), None if player is None else stored(player))

    def met(self, puzzle: str, content: str) -> frozenset[str]:
        """The questions of this puzzle that the player has answered before: what follows is practice."""
        with self._lock:
            asked = (self.player, stored(puzzle), stored(content))
            held = frozenset(
                stored(answer.question)
                for answer in self._held.answers
                if (stored(answer.player), stored(answer.puzzle), stored(answer.content)) == asked
            )
            nothing: frozenset[str] = frozenset()
            return held | self._read(lambda journal: journal.met(*asked), nothing)

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice and what is held back included."""
        with self._lock:
            kept: dict[str, int] = self._read(lambda journal: journal.answered(), {})
            return self._held.answered_with(kept, self._attempts())

    def races(self, player: str | None = None) -> Races:
        """Races with their trials in the order of time, of all players or of one; held back ones too."""
        with self._lock:
            kept: Races = self._read(lambda journal: journal.races(player), ())
            found = self._held.races_with(kept, None if player is None else stored(player))
            self._races.update({race.id: race for race, _ in found})
            self._overtaken.clear()
            return found

    def _write(self) -> str:
        """Write all that is held back, oldest first; each part is no longer held once it is written."""
        if (journal := self._journal()) is None:
            return ""
        held = self._held
        try:
            journal.keep(held.answers)
            held.answers.clear()
            while held.races:
                journal.begin_race(held.races[0])
                held.races.pop(0)
            overtaken = self._write_trials(journal)
        except JournalError as problem:
            return self._tell(journal, problem)
        self._told = ""
        return " ".join(filter(None, (journal.notice(), OVERTAKEN if overtaken else "")))

    def _write_trials(self, journal: Journal) -> bool:
        """Write the trials that are held back; whether another game was there before with one of them.

        Of such a race the later trials go too: they followed upon the one that does not count.
        """
        held, overtaken = self._held, False
        while held.trials:  # with its race, for another file may stand there by now
            trial = held.trials[0]
            if journal.keep_trial(trial, self._races.get(trial.race)):
                held.trials.pop(0)
                continue
            held.trials = [other for other in held.trials if other.race != trial.race]
            self._overtaken.add(trial.race)
            overtaken = True
        return overtaken

    def _tell(self, journal: Journal, problem: JournalError) -> str:
        """What can't be kept, unless that was the last thing said."""
        sentence = f"Your answers can't be kept: {problem.why}."
        new = "" if sentence == self._told else sentence
        self._told = sentence
        return " ".join(filter(None, (journal.notice(), new)))

    def _read(self, work: Callable[[Journal], Done], nothing: Done) -> Done:
        if (journal := self._journal()) is None:
            return nothing
        try:
            return work(journal)
        except JournalError:  # what is the matter is said when something is to be kept
            return nothing

    def _attempts(self) -> tuple[int, ...]:
        """Which attempts the answers held back are."""
        answers = self._held.answers
        if not answers:
            return ()
        return self._read(lambda journal: journal.attempts(answers), numbered(answers, {}))

    def _journal(self) -> Journal | None:
        if self._opened is None and self._path is not None:
            from neuron_tui.game.journal.journal import Journal

            self._opened = Journal(self._path, lambda: date.fromtimestamp(self.clock()))
        return self._opened
