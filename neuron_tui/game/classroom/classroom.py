"""A class: who has answered what, pupil by pupil and puzzle by puzzle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from neuron_tui.game.classroom.answered import Answered
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion, ids_today
from neuron_tui.game.scoreboard.players import by_name
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.puzzle import Puzzle

ELSEWHERE = "Not in your folders"
"""The title over puzzles whose files are gone."""
FEWEST_PUPILS = 2
"""What fewer than these were asked, nobody is said not to know."""
NOBODY = Answered()

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Column:
    """A puzzle: its id, its title, its chapter's, and which of them it is: `2.3`, the third of the second."""

    id: str
    title: str
    chapter: str
    label: str


ChapterColumns = tuple[str, list[Column]]


@dataclass(frozen=True, eq=False)
class Unknown:
    """A question that nobody knew, or few did, and all first answers to it."""

    column: Column
    question: str
    right: float
    answered: Answered


@dataclass(frozen=True, eq=False)
class Classroom:
    """Pupils in the order of a list of names, puzzles in that of the course, and all first answers."""

    pupils: tuple[str, ...]
    columns: tuple[Column, ...]
    everything: Answered
    of_pupil: Mapping[str, Answered]
    of_puzzle: Mapping[str, Answered]
    cells: Mapping[tuple[str, str], Answered]
    """By pupil and puzzle; there is none where nothing was answered."""
    not_listed: tuple[str, ...] = ()
    """Who has answered something, and is not in the list of names."""

    @property
    def not_begun(self) -> list[str]:
        return [pupil for pupil in self.pupils if pupil not in self.of_pupil]

    def row(self, pupil: str) -> Answered:
        """All of a pupil's answers."""
        return self.of_pupil.get(pupil, NOBODY)

    def played(self, pupil: str) -> int:
        """How many of the puzzles a pupil has begun."""
        return sum((pupil, column.id) in self.cells for column in self.columns)

    def pupils_at(self, column: Column) -> int:
        """How many pupils have begun a puzzle."""
        return sum((pupil, column.id) in self.cells for pupil in self.pupils)

    def chapters(self) -> Iterator[ChapterColumns]:
        """The chapters' titles, each with its puzzles."""
        found: dict[tuple[str, str], list[Column]] = {}
        for column in self.columns:
            found.setdefault((column.label.partition(".")[0], column.chapter), []).append(column)
        for (_, title), columns in found.items():
            yield title, columns

    def side_by_side(self, most: int, gap: int) -> Iterator[list[ChapterColumns]]:
        """The chapters in as few groups as have room beside each other, where there is room for so many
        columns, and a chapter takes a gap of so many more.
        """
        group: list[ChapterColumns] = []
        for chapter in self.chapters():
            if group and sum(len(columns) + gap for _, columns in (*group, chapter)) > most:
                yield group
                group = []
            group.append(chapter)
        if group:
            yield group

    def nobody_knew(self) -> Iterator[Unknown]:
        """The questions that several pupils answered, and none on the right side."""
        return (
            each for each in self._asked() if len(each.answered) >= FEWEST_PUPILS and not each.answered.right
        )

    def few_knew(self) -> Iterator[Unknown]:
        """The questions that somebody answered on the right side, but no more than one of four did."""
        return (each for each in self._asked() if 0 < each.answered.right <= len(each.answered) / 4)

    def _asked(self) -> Iterator[Unknown]:
        """The questions with a right answer."""
        for column in self.columns:
            answers = self.of_puzzle.get(column.id, NOBODY).answers
            asked = (answer for answer in answers if answer.right is not None)
            for (question, right), group in grouped(asked, lambda a: (a.question, a.right)).items():
                if right is not None:
                    yield Unknown(column, question, float(right), group)

    def sorted_by(self, key: str, *, turned: bool = False) -> Classroom:
        """The pupils by name or by one of the NUMBERS, the largest first, or the other way round.

        Who has no such number comes last.
        """
        if key == NAME:
            return replace(self, pupils=tuple(sorted(self.pupils, key=by_name, reverse=turned)))
        value = NUMBERS[key]
        numbers = {pupil: value(self, pupil) for pupil in self.pupils}
        known = [pupil for pupil in self.pupils if numbers[pupil] is not None]
        known.sort(key=lambda pupil: numbers[pupil] or 0, reverse=not turned)
        return replace(self, pupils=(*known, *(pupil for pupil in self.pupils if pupil not in known)))


NAME = "name"
NUMBERS: Mapping[str, Callable[[Classroom, str], float | None]] = {
    "puzzles": lambda room, pupil: room.played(pupil),
    "right": lambda room, pupil: room.row(pupil).share_right,
    "points": lambda room, pupil: room.row(pupil).points,
    "hints": lambda room, pupil: room.row(pupil).hints,
    "seconds": lambda room, pupil: room.row(pupil).seconds,
    "surer": lambda room, pupil: room.row(pupil).surer,
}
"""What pupils can be sorted by, besides their names; in the order of `words.PUPIL_HEADS`."""


def columns_of(
    chapters: Iterable[tuple[Chapter, Sequence[PuzzleEntry]]], answered: Collection[str], *, whole: bool
) -> tuple[Column, ...]:
    """The puzzles of the chapters that somebody has `answered` anything of; `whole`: those of all chapters.

    Entries are read. Puzzles whose files are gone come last, but not where all chapters of a pack are wanted.
    """
    columns = []
    for place, (chapter, entries) in enumerate(chapters, 1):
        asking = [entry for entry in entries if entry.playable and entry.puzzle and entry.puzzle.questions]
        if whole or any(entry.id in answered for entry in asking):
            number = chapter.number or place
            columns += [
                Column(entry.id, entry.title, chapter.title, f"{number}.{count}")
                for count, entry in enumerate(asking, 1)
            ]
    known = {column.id for column in columns}
    gone = [] if whole else sorted(set(answered) - known)
    return (*columns, *(Column(id, id, ELSEWHERE, f"?.{count}") for count, id in enumerate(gone, 1)))


def first_answers(
    answers: Iterable[Answer], today: Mapping[str, Puzzle], since: float | None = None
) -> list[Answer]:
    """Those that count or foresee, given at or after `since`, each under its puzzle's id of `today`."""
    present = ids_today(today)
    return [
        replace(answer, puzzle=present(PuzzleVersion(answer.puzzle, answer.content)))
        for answer in answers
        if (answer.counts or answer.foresees) and (since is None or answer.time >= since)
    ]


def classroom(answers: Iterable[Answer], columns: Sequence[Column], pupils: Iterable[str]) -> Classroom:
    """The class of these pupils at these puzzles; `answers` as `first_answers` gives them."""
    there, ids = set(pupils), {column.id for column in columns}
    chosen = [answer for answer in answers if answer.player in there and answer.puzzle in ids]
    return Classroom(
        tuple(sorted(there, key=by_name)),
        tuple(columns),
        Answered(tuple(chosen)),
        grouped(chosen, lambda answer: answer.player),
        grouped(chosen, lambda answer: answer.puzzle),
        grouped(chosen, lambda answer: (answer.player, answer.puzzle)),
    )


def grouped(answers: Iterable[Answer], key: Callable[[Answer], Key]) -> dict[Key, Answered]:
    """The answers by a key, in their order."""
    groups: defaultdict[Key, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[key(answer)].append(answer)
    return {found: Answered(tuple(group)) for found, group in groups.items()}
