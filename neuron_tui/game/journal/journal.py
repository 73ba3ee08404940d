"""The journal: what players answered and how they raced, in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from neuron_tui.game.journal import answers as table
from neuron_tui.game.journal import pages, races
from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.aside import Identity
from neuron_tui.game.journal.copying import copy_to
from neuron_tui.game.journal.file import PATIENCE, JournalFile
from neuron_tui.game.journal.problems import DamagedError, ImpossibleError, JournalError
from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races
from neuron_tui.game.journal.schema import LATEST
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers

__all__ = ["Journal", "JournalError"]


class Journal:
    """The journal in this file. Nothing is open between calls.

    Once a method that writes returns, neither the end of the process nor of the computer's power undoes what
    it has written. A file that was damaged is set aside with all it held, and a fresh one begun; `notice`
    says so. Reading creates nothing else; where there is no file, everything is empty. All methods raise
    JournalError, and no other exception for anything that may be the matter with the file. They block for a
    moment: milliseconds as a rule, seconds where another program holds the file.
    """

    def __init__(
        self, path: Path, today: Callable[[], date] = date.today, patience: float = PATIENCE
    ) -> None:
        self.file = JournalFile(path, today, patience)

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self.file.path

    def notice(self) -> str:
        """One sentence where a damaged file was set aside since the last call, else empty."""
        return self.file.notice()

    def check(self) -> None:
        """Raise JournalError where answers can't be kept; nothing is created or changed by asking."""
        if self.file.read(lambda _connection, _version: True, False):
            self.file.write(lambda _connection: None)
        else:
            self.file.check_place()

    def keep(self, answers: Sequence[Answer]) -> None:
        """Write answers and number their attempts. One whose id is there already is left out.

        Raises ImpossibleError where one can never be kept; then none is.
        """
        for answer in answers:
            table.check_answer(answer)
        if answers:
            self.file.write(lambda connection: _keep(connection, answers))

    def attempts(self, answers: Sequence[Answer]) -> tuple[int, ...]:
        """Which attempt each would be if they were kept now, in this order; 0 for those that are."""
        return self.file.read(
            lambda connection, _: _attempts(connection, answers), table.numbered(answers, {})
        )

    def met(self, player: str, puzzle: str, content: str) -> frozenset[str]:
        """The questions of a puzzle that a player has answered before, as long as it asked the same."""
        sql = "SELECT DISTINCT question FROM answer WHERE puzzle = ? AND content = ? AND player = ?"
        values = (stored(puzzle), stored(content), stored(player))
        return self.file.read(
            lambda connection, _: frozenset(question for (question,) in connection.execute(sql, values)),
            frozenset(),
        )

    def played(self, player: str) -> frozenset[str]:
        """The ids of the puzzles that a player has played matches on, whether they counted or not."""
        nothing: frozenset[str] = frozenset()
        return self.file.read(lambda connection, _: table.played(connection, player), nothing)

    def first_in_matches(self, player: str, puzzles: Sequence[str]) -> list[Answer]:
        """A player's first answers to the questions of these puzzles, those given in matches."""
        return self.file.read(lambda connection, _: table.first_in_matches(connection, player, puzzles), [])

    def answers(self, player: str | None = None) -> tuple[Answer, ...]:
        """All answers, or a player's, in the order of time."""
        return self.file.read(lambda connection, _: tuple(table.select(connection, player)), ())

    def players(self) -> tuple[str, ...]:
        """Everybody who has answered or raced, by name."""

        def names(connection: Connection, version: int) -> tuple[str, ...]:
            raced = connection.execute("SELECT DISTINCT player FROM race") if version >= 2 else ()
            return tuple(sorted({*_answered(connection), *(_name(name) for (name,) in raced)}))

        return self.file.read(names, ())

    def answered(self) -> dict[str, int]:
        """How many questions each player has answered, practice included."""
        return self.file.read(lambda connection, _: _answered(connection), {})

    def counted(self, player: str | None = None) -> CountedAnswers:
        """The answers that count, of all players or of one, in the order of time."""
        name = None if player is None else stored(player)
        nothing: CountedAnswers | None = pages.counted_of(())

        def quickly() -> CountedAnswers | None:
            return self.file.read(lambda connection, version: _pages(connection, version, name), nothing)

        if (found := quickly()) is not None:
            return found
        with suppress(JournalError):  # where nothing can be written, it takes its time
            self.file.write(lambda connection: _rebuild(connection, name))
            if (found := quickly()) is not None:
                return found
        return self.file.read(
            lambda connection, _: pages.from_answers(connection, name), pages.counted_of(())
        )

    def forget(self, player: str) -> int:
        """Remove a player's answers and races for good; gives how many answers there were."""
        if not self.file.read(lambda _connection, _version: True, False):
            return 0
        return self.file.write(lambda connection: _forget(connection, stored(player)))

    def copy(self, target: Path) -> None:
        """Write a whole copy, as of this moment, into a new file; also while a game runs."""
        copied = self.file.read(lambda connection, _: copy_to(connection, target), False)
        if not copied:
            raise JournalError(f"there is nothing in {self.path} yet", "the journal can't be copied")

    def begin_race(self, race: KeptRace) -> None:
        """Keep that a race was begun. Raises ImpossibleError where it can never be kept."""
        races.check_race(race)
        self.file.write(lambda connection: races.insert_race(connection, race))

    def keep_trial(
        self, trial: KeptTrial, race: KeptRace | None = None, seen: Identity | None = None
    ) -> bool:
        """Keep a trial of a race that was begun.

        False where another trial of this number is there, as two games on one race make it: that one stays.
        The race itself is given where it was `seen` in a file (`file.stands`): if another one takes the place
        of that one by now, it is kept there too. Raises ImpossibleError where the trial can never be kept:
        its race is not there, for it was forgotten.
        """
        races.check_trial(trial)

        def work(connection: Connection) -> bool:
            if race is not None and self.file.stood != seen:
                races.insert_race(connection, race)
            if not races.is_begun(connection, trial.race):
                raise ImpossibleError("it was forgotten", "this race can't be kept")
            return races.insert_trial(connection, trial) or races.is_kept(connection, trial)

        return self.file.write(work)

    def races(self, player: str | None = None) -> Races:
        """Races with their trials, of all players or of one, in the order of time."""
        return self.file.read(
            lambda connection, version: races.select_races(connection, player) if version >= 2 else (), ()
        )


def _answered(connection: Connection) -> dict[str, int]:
    """How many questions each player has answered, by name."""
    kept = "SELECT name, answered FROM player WHERE answered > 0 ORDER BY name"
    found = connection.execute(kept).fetchall()
    if not all(isinstance(name, str) and isinstance(count, int) for name, count in found):  # it was harmed
        found = connection.execute(
            "SELECT player, count(*) FROM answer GROUP BY player ORDER BY player"
        ).fetchall()
    return {_name(name): int(count) for name, count in found}


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise DamagedError("a player without a name")
    return value


def _keep(connection: Connection, answers: Sequence[Answer]) -> None:
    players = {stored(answer.player) for answer in answers}
    fresh = {player for player in players if pages.fresh(connection, player)}
    kept: list[Answer] = []
    for answer in answers:
        numbered = replace(answer, attempt=1 + table.attempts_before(connection, answer))
        if table.insert(connection, numbered):
            kept.append(numbered)
    for player in players:
        if player in fresh:
            pages.add(connection, player, [answer for answer in kept if stored(answer.player) == player])
        else:
            pages.rebuild(connection, player)


def _attempts(connection: Connection, answers: Sequence[Answer]) -> tuple[int, ...]:
    before = {table.question_key(answer): table.attempts_before(connection, answer) for answer in answers}
    there = {answer.id for answer in answers if table.is_kept(connection, answer)}
    return table.numbered(answers, before, there)


def _pages(connection: Connection, version: int, player: str | None) -> CountedAnswers | None:
    """What the pages say, unless another version of the game gave them another form."""
    with suppress(TypeError, ValueError, OverflowError):  # they were harmed, and can be made anew
        return pages.load(connection, player) if version == LATEST else None
    return None


def _rebuild(connection: Connection, player: str | None) -> None:
    for name in pages.stale(connection, player):
        pages.rebuild(connection, name)


def _forget(connection: Connection, player: str) -> int:
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM player WHERE name = ?", (player,))
    connection.execute("DELETE FROM page WHERE player = ?", (player,))
    connection.execute("DELETE FROM race WHERE player = ?", (player,))
    removed = connection.execute("DELETE FROM answer WHERE player = ?", (player,)).rowcount
    connection.execute(
        "DELETE FROM puzzle WHERE NOT EXISTS"
        " (SELECT 1 FROM answer WHERE answer.puzzle = puzzle.id AND answer.content = puzzle.content)"
    )
    return removed
