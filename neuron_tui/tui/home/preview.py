"""The right half of home: the selected puzzle's table, or what is wrong with its file."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Rule

from neuron_tui.game.course.closing import CLOSING
from neuron_tui.game.explain.asking import GREETING
from neuron_tui.game.modes import offers
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.names import shown_path
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.asking import marked_question
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.table.table import Table
from neuron_tui.tui.kit.text_panel import Paragraph, Words, paragraphs

COVERED = "The answers are covered, so that you can race (j) before you see them."
"""Said of a puzzle that can be raced."""
NOTHING = Puzzle("", ("",), (), ())
"""What the table holds while no puzzle can be shown."""


class Preview(Vertical):
    """A puzzle before it is played. Texts from files stay plain data."""

    def compose(self) -> ComposeResult:
        yield Words(id="above")
        yield Table(NOTHING, "examples")
        yield Rule(id="between")
        yield Table(NOTHING, "questions")
        yield Words(id="below")

    def say(self, above: Sequence[Paragraph], below: Sequence[Paragraph] = ()) -> None:
        """Words alone, where no puzzle is under the cursor."""
        self._show_tables(None)
        self.border_subtitle = ""
        self.query_one("#above", Words).say(above)
        self.query_one("#below", Words).say(below)

    def _show_tables(self, puzzle: Puzzle | None, covered: bool = False) -> None:
        for widget in (*self.query(Table), self.query_one("#between")):
            widget.display = puzzle is not None and (widget.id == "examples" or bool(puzzle.questions))
        if puzzle is not None:
            for table in self.query(Table):
                table.show_puzzle(puzzle, covered=covered)

    def show(
        self,
        entry: PuzzleEntry,
        chapter: Chapter | None,
        note: str = "",
        closing: bool = False,
        greeting: bool = False,
    ) -> None:
        """Show an entry that has been read.

        The note says how far one is with it, or why there is none; where it is `closing`, its chapter can be
        known by it. A greeting is all that is said to somebody new, unless answers are covered.
        """
        puzzle = entry.puzzle if entry.playable else None
        covered = puzzle is not None and offers(puzzle, "race")
        self._show_tables(puzzle, covered)
        self.border_subtitle = _counts(puzzle) if puzzle else ""
        self.query_one("#above", Words).say(_above(entry, chapter, note))
        notes = [COVERED] * covered + [CLOSING] * closing
        below = _below(entry, puzzle, chapter, notes)
        self.query_one("#below", Words).say([GREETING, below[0]] if greeting and not covered else below)


def whereabouts(entry: PuzzleEntry, chapter: Chapter | None) -> str:
    """The chapter of a puzzle with its number, and which of how many it is; empty in none."""
    return "" if chapter is None else visible(chapter.whereabouts(entry))


def _counts(puzzle: Puzzle) -> str:
    """What is in a puzzle: 4 rows · 1 question."""
    asked = plural(len(puzzle.asked()), "question") if puzzle.questions else "a task"
    return f"{plural(len(puzzle.examples), 'row')} \u00b7 {asked}"


def _above(entry: PuzzleEntry, chapter: Chapter | None, note: str) -> list[Paragraph]:
    place = whereabouts(entry, chapter) if entry.playable else shown_path(entry.path)
    parts = [("  " + note, "$right")] if note and entry.playable else []
    return [Content.assemble((visible(entry.title), "bold"), ("\n" + place, "$muted"), *parts)]


def _below(
    entry: PuzzleEntry, puzzle: Puzzle | None, chapter: Chapter | None, notes: list[str]
) -> list[Paragraph]:
    faults = [fault.describe(visible(entry.path.name)) for fault in entry.faults]
    if puzzle is None:
        shown = [Content.assemble((fault, "$wrong")) for fault in faults]
        return [*shown, Content.assemble("Fix the file, then press ", ("F5", "bold $mark"), ".")]
    ask = Content.assemble(marked_question(puzzle, 0), "  ", ("Enter", "bold $mark"), " to play.")
    pack = chapter.pack if chapter else None
    about = paragraphs((chapter and chapter.about) or (pack.file.about if pack else ""))
    author = puzzle.author or (pack.file.author if pack else "")
    by = [f"by {visible(author)}"] if author else []
    parts = (*notes, *about, *by, *faults)
    return [ask, *(Content.assemble((text, "$muted")) for text in parts if text)]
