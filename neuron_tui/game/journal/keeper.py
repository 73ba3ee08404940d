"""The journal as the game uses it: it never raises, and what can't be kept is held back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.answers import check_answer, numbered
from neuron_tui.game.journal.aside import Identity
from neuron_tui.game.journal.held import Held
from neuron_tui.game.journal.pages import counted_of
from neuron_tui.game.journal.problems import ImpossibleError, JournalError, RefusedError
from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races, check_race, check_trial, keepable
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers

if TYPE_CHECKING:
    from neuron_tui.game.journal.journal import Journal

Done = TypeVar("Done")

OVERTAKEN = "This race went on in another game, and what you said there counts."
"""Said where two games go on with one race."""


class Keeper:
    """Keeps one player's answers and races in the journal at `path`, or only in memory where it is None.

    No method raises an exception, whatever may be the matter with the file or with what is to be kept. What
    could not be written is held back, counts as if it were written, and is tried again with whatever comes
    next. What no journal could ever keep is told once and dropped. Methods may be called from any thread,
    and block while the file is used. Those that write give one sentence where something can't be kept, once
    for each reason; "" where there is nothing to say.
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
        self._seen: dict[str, Identity | None] = {}
        """In which file each of the races was last seen."""
        self._told = ""
        self._dropped: set[str] = set()

    def keep(self, answers: Sequence[Answer]) -> str:
        """Keep answered questions, of any player."""
        with self._lock:
            faults = [self._fault(check_answer, answer) for answer in answers]
            good = [answer for answer, fault in zip(answers, faults, strict=True) if fault is None]
            self._held.answers.extend(good)
            return _joined(*filter(None, faults), self._write())

    def begin_race(self, race: KeptRace) -> str:
        """Keep that a race was begun."""
        with self._lock:
            if (fault := self._fault(check_race, race)) is not None:
                return fault
            race = keepable(race)
            self._races[race.id] = race
            self._held.races.append(race)
            return self._write()

    def keep_trial(self, trial: KeptTrial) -> str:
        """Keep a trial of a race that was begun here, or that `races` gave.

        Where another game has kept one in its place, that one counts, and `overtaken` tells so.
        """
        with self._lock:
            if (fault := self._fault(check_trial, trial)) is not None:
                return fault
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

    def counted(self, player: str | None = None) -> CountedAnswers:
        """The answers that count, of all players or of one: from the file, and of what is held back."""
        with self._lock:
            kept = self._read(lambda journal: journal.counted(player), counted_of(()))
            return self._held.counted_with(kept, self._attempts(), None if player is None else stored(player))

    def met(self, puzzle: str, content: str, was: Sequence[str] = ()) -> frozenset[str]:
        """The questions of this puzzle that the player has answered before: what follows is practice.

        `was` are the ids that it had before.
        """
        with self._lock:
            found: frozenset[str] = frozenset()
            for asked in ((self.player, stored(id), stored(content)) for id in (puzzle, *was)):
                found |= frozenset(
                    stored(answer.question)
                    for answer in self._held.answers
                    if (stored(answer.player), stored(answer.puzzle), stored(answer.content)) == asked
                )
                nothing: frozenset[str] = frozenset()
                found |= self._read(partial(_met, asked), nothing)
            return found

    def played(self) -> frozenset[str]:
        """The ids of the puzzles that the player has played matches on, whether they counted or not."""
        with self._lock:
            nothing: frozenset[str] = frozenset()
            held = frozenset(stored(answer.puzzle) for answer in self._in_matches())
            return held | self._read(lambda journal: journal.played(self.player), nothing)

    def first_in_matches(self, puzzles: Sequence[str]) -> tuple[Answer, ...]:
        """The player's first answers to the questions of these puzzles, those given in matches, by time."""
        with self._lock:
            wanted = set(map(stored, puzzles))
            nothing: list[Answer] = []
            found = self._read(lambda journal: journal.first_in_matches(self.player, puzzles), nothing)
            held = [
                answer
                for answer in self._in_matches()
                if answer.attempt == 1 and stored(answer.puzzle) in wanted
            ]
            return tuple(sorted([*found, *held], key=lambda answer: answer.time))

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice and what is held back included."""
        with self._lock:
            kept: dict[str, int] = self._read(lambda journal: journal.answered(), {})
            return self._held.answered_with(kept, self._attempts())

    def races(self, player: str | None = None) -> Races:
        """Races with their trials in the order of time, of all players or of one; held back ones too."""
        with self._lock:
            kept: Races = self._read(lambda journal: journal.races(player), ())
            for race, _ in kept:
                self._see(race.id)
            found = self._held.races_with(kept, None if player is None else stored(player))
            self._races.update({race.id: race for race, _ in found})
            self._overtaken.clear()
            return found

    def _write(self) -> str:
        """Write all that is held back, oldest first; each part is no longer held once it is written.

        Answers that the file refuses do not hinder the races.
        """
        if (journal := self._journal()) is None:
            return ""
        told, refused = "", None
        try:
            try:
                journal.keep(self._held.answers)
                self._held.answers.clear()
            except RefusedError as problem:
                refused = problem
            while self._held.races:
                journal.begin_race(self._held.races[0])
                self._see(self._held.races.pop(0).id)
            told = self._write_trials(journal)
        except JournalError as problem:
            return self._tell(journal, refused or problem)
        if refused:
            return _joined(told, self._tell(journal, refused))
        self._told = ""
        return _joined(told, journal.notice())

    def _write_trials(self, journal: Journal) -> str:
        """Write the trials that are held back; what is to be said of those that can't be kept.

        Where another game was there before with one of them, the later ones of its race go too: they followed
        upon one that does not count. A race that was forgotten meanwhile is dropped.
        """
        held, told = self._held, ""
        while held.trials:
            race = held.trials[0].race
            try:
                kept = journal.keep_trial(held.trials[0], self._races.get(race), self._seen.get(race))
            except ImpossibleError as problem:
                kept, sentence = False, self._dropping(problem)
            else:
                self._see(race)
                sentence = OVERTAKEN
                if not kept:
                    self._overtaken.add(race)
            if kept:
                held.trials.pop(0)
            else:
                held.trials = [trial for trial in held.trials if trial.race != race]
                told = told or sentence
        return told

    def _see(self, race: str) -> None:
        """Note that a race is in the file that was just used."""
        if self._opened is not None:
            self._seen[race] = self._opened.file.stands

    def _fault(self, check: Callable[[Done], None], kept: Done) -> str | None:
        """What is to be said of what can never be kept, which may be nothing more; None where it can be."""
        try:
            check(kept)
        except ImpossibleError as problem:
            return self._dropping(problem)
        return None

    def _dropping(self, problem: ImpossibleError) -> str:
        """That something is not kept, unless that was said before."""
        sentence = f"{str(problem)[:1].upper()}{str(problem)[1:]}."
        new = "" if sentence in self._dropped else sentence
        self._dropped.add(sentence)
        return new

    def _tell(self, journal: Journal, problem: JournalError) -> str:
        """What can't be kept, unless that was the last thing said."""
        sentence = f"Your answers can't be kept: {problem.why}."
        new = "" if sentence == self._told else sentence
        self._told = sentence
        return _joined(journal.notice(), new)

    def _read(self, work: Callable[[Journal], Done], nothing: Done) -> Done:
        if (journal := self._journal()) is None:
            return nothing
        try:
            return work(journal)
        except JournalError:  # what is the matter is said when something is to be kept
            return nothing

    def _in_matches(self) -> list[Answer]:
        """What the player answered in matches that is held back."""
        return self._held.in_matches(self._attempts(), self.player)

    def _attempts(self) -> tuple[int, ...]:
        """Which attempts the answers held back are."""
        answers = self._held.answers
        if not answers:
            return ()
        return self._read(lambda journal: journal.attempts(answers), numbered(answers, {}))

    def _journal(self) -> Journal | None:
        if self._opened is None and self._path is not None:
            from neuron_tui.game.journal.journal import Journal

            self._opened = Journal(self._path, self._today)
        return self._opened

    def _today(self) -> date:
        try:
            return date.fromtimestamp(self.clock())
        except (OverflowError, ValueError, OSError):  # a clock that says no day at all
            return date(1970, 1, 1)


def _met(asked: tuple[str, str, str], journal: Journal) -> frozenset[str]:
    return journal.met(*asked)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
