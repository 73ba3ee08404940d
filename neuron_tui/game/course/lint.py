"""What holds for the course as a whole: no word before it is explained, no leap in how hard it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from neuron_tui.game.course.glossary import Glossary, Term
from neuron_tui.puzzle.file.faults import Fault
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clip

MAX_LESSON_WORDS = 120


@dataclass(frozen=True)
class CoursePuzzle:
    """One puzzle of the course, and where it stands."""

    id: str
    path: Path
    puzzle: Puzzle

    @property
    def chapter(self) -> str:
        return self.id.rpartition("/")[0]

    def place(self, pattern: str) -> int:
        """The line of its file on which a match begins, the first one where there is none."""
        written = self.path.read_bytes().decode("utf-8", errors="replace")
        found = re.search(pattern, written, re.IGNORECASE | re.MULTILINE)
        return written.count("\n", 0, found.start()) + 1 if found else 1


Found = tuple[Path, Fault]
"""A fault, and the file that it stands in."""


def faults_of(course: Sequence[CoursePuzzle], glossary: Glossary, glossary_path: Path) -> list[Found]:
    """All that is wrong with the course as a whole, as warnings. `course` is in its order."""
    places = {old: place for place, part in enumerate(course) for old in part.puzzle.was}
    places |= {part.id: place for place, part in enumerate(course)}
    found: list[Found] = []
    for term in glossary.terms:
        explained = places.get(term.explained) if term.explained else len(course)
        if explained is None:
            said = f"there is no puzzle `{clip(term.explained)}` to explain `{term.name}`; name one that is"
            found.append((glossary_path, Fault(term.line, 1, "course", said, "warning")))
        elif term.explained and not _use(term, course[explained].puzzle):
            said = f"`{clip(term.explained)}` does not use `{term.name}`; name the puzzle that explains it"
            found.append((glossary_path, Fault(term.line, 1, "course", said, "warning")))
        else:
            found += _too_early(term, course[:explained])
    for before, part in zip((None, *course), course, strict=False):
        found += [(part.path, fault) for fault in _of_one(part, before)]
    return found


def _texts(puzzle: Puzzle) -> tuple[str, ...]:
    steps = (text for step in puzzle.steps for text in (step.text, step.shown))
    return (puzzle.title, puzzle.lesson, *steps, *puzzle.hints, puzzle.rule, puzzle.afterwards)


def _use(term: Term, puzzle: Puzzle) -> str:
    """The words with which a puzzle uses a term first, empty where it does not."""
    return next(filter(None, map(term.used_in, _texts(puzzle))), "")


def _too_early(term: Term, before: Sequence[CoursePuzzle]) -> Iterator[Found]:
    """The puzzles that use a term before it is explained."""
    for part in before:
        if words := _use(term, part.puzzle):
            until = (
                f"before `{term.explained}` explains it" if term.explained else "and no puzzle explains it"
            )
            said = f"`{words}` is used here, {until}; say it in other words, or explain it here"
            yield part.path, Fault(part.place(re.escape(words)), 1, "course", said, "warning")


def _foresees(part: CoursePuzzle) -> bool:
    return any(question.answer is None for question in part.puzzle.questions)


def _of_one(part: CoursePuzzle, before: CoursePuzzle | None) -> Iterator[Fault]:
    words = len(part.puzzle.lesson.split())
    if words > MAX_LESSON_WORDS:
        said = f"this lesson has {words} words; keep it to {MAX_LESSON_WORDS}"
        yield Fault(part.place("^lesson:"), 1, "course", said, "warning")
    for number, step in enumerate(part.puzzle.steps, 1):
        if not step.shown:
            said = f"step {number} does not say what it showed; add a line `shown: ...`"
            yield Fault(part.place(re.escape(step.until)), 1, "course", said, "warning")
    if before and before.chapter == part.chapter and _foresees(before) and _foresees(part):
        said = "this puzzle and the one before it ask for the neuron (`?`); put another one between the two"
        yield Fault(part.place(r"->\s*\?"), 1, "course", said, "warning")
    hard, harder = before and before.puzzle.difficulty, part.puzzle.difficulty
    if before and before.chapter == part.chapter and hard and harder and harder > hard + 1:
        said = f"difficulty leaps from {hard} to {harder}; go up by 1, or put a puzzle between the two"
        yield Fault(part.place("^difficulty:"), 1, "course", said, "warning")
