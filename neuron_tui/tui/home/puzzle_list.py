"""The list of chapters and puzzles, with how far the player is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets.option_list import Option

from neuron_tui.game.course.progress import STATES, CourseProgress, State
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.kit.cells import fit, visible, width_of
from neuron_tui.tui.kit.glyphs import RIGHT
from neuron_tui.tui.kit.options import Options

if TYPE_CHECKING:
    from neuron_tui.game.course.search import Search

MARKS: dict[State, tuple[str, str, str]] = {
    "new": (" ", "", STATES["new"]),
    "played": ("\u2022", "$muted", STATES["played"]),
    "won": (RIGHT, "$right", STATES["won"]),
}
"""The mark before a puzzle's title, its style, and what it means."""


RULE = "\u2500"


class ChapterLine(Visual):
    """A chapter's title, and at the right end how far one is in it. The title gives way where it is long."""

    def __init__(self, title: str, *ending: str | tuple[str, str]) -> None:
        self._title = visible(title)
        self._ending = Content.assemble(*ending)

    def line(self, width: int) -> Content:
        """The line in exactly `width` cells."""
        room = max(width - self._ending.cell_length - 2, 0)
        return Content.assemble(fit(self._title, room), " ", self._ending, " ")

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return self.line(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The cells that leave nothing out."""
        return width_of(self._title) + self._ending.cell_length + 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1


class PackLine(ChapterLine):
    """A pack's title over its chapters, in a rule that parts them from those before."""

    def line(self, width: int) -> Content:
        room = max(width - 4, 0)
        title = self._title if width_of(self._title) <= room else fit(self._title, room)
        begun = f"{RULE * 2} {title} "
        return Content(begun + RULE * (width - width_of(begun))).stylize("$muted not bold")


def options(shelf: Shelf, progress: CourseProgress | None, search: Search | None = None) -> Iterator[Option]:
    """The list: a line per chapter and per puzzle in which what is searched for is found, with where it is.

    As long as the progress is not known, nothing is said of it.
    """
    pack = shelf.library.only
    for chapter, entries in shelf.chapters():
        found = [(entry, search.found_in(entry, chapter.title) if search else "") for entry in entries]
        fitting = [(entry, where) for entry, where in found if where is not None]
        if fitting and chapter.pack is not None and chapter.pack != pack:
            yield Option(PackLine(chapter.pack.title), disabled=True)
            pack = chapter.pack
        if fitting:
            yield Option(_heading(chapter, entries, progress), disabled=True)
        for entry, where in fitting:
            mark = _mark(entry, progress.state(entry.id) if progress else "new")
            aside = [(f"  {visible(where)}", "$muted not bold")] if where else []
            yield Option(Content.assemble(mark, visible(entry.title), *aside), id=str(entry.path))


def _heading(
    chapter: Chapter, entries: Sequence[PuzzleEntry], progress: CourseProgress | None
) -> ChapterLine:
    if progress is None:
        return ChapterLine(chapter.title)
    unread = [entry for entry in entries if entry.reading is None and entry.shadowed_by is None]
    playable = [*unread, *(entry for entry in entries if entry.playable)]
    played = sum(progress.state(entry.id) != "new" for entry in playable)
    known = "known  " if chapter.id in progress.known else ""
    counts = f"{played} of {len(playable)}" if playable else ""
    return ChapterLine(chapter.title, (known, "$mark not bold"), (counts, "$muted not bold"))


def _mark(entry: PuzzleEntry, state: State) -> tuple[str, str]:
    """The mark before a title: that the file is broken, or how far the player is with the puzzle."""
    if entry.reading is not None and not entry.playable:
        return ("  ! ", "$wrong")
    return mark_of(state)


def mark_of(state: State) -> tuple[str, str]:
    """The mark before a title in the list, and its style."""
    glyph, style, _ = MARKS[state]
    return (f"  {glyph} ", style)


def said_of(entry: PuzzleEntry, progress: CourseProgress) -> str:
    """How far the player is with a puzzle, with the mark before it in the list."""
    mark, _, words = MARKS[progress.state(entry.id)]
    return f"{mark} {words}" if words else ""


class PuzzleList(Options):
    """Textual's list of options, in which a puzzle can be looked at by mouse before it is played."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "play", key_display="Enter"),
        Binding("home,less_than_sign", "first", show=False),
        Binding("end,greater_than_sign", "last", show=False),
    ]

    playable = True
    """Whether the selected puzzle can be played; its screen knows."""
    _before_click: int | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A broken puzzle is not offered to be played."""
        return self.playable if action == "select" else True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what was selected before this click selects another."""
        self._before_click = self.highlighted

    def action_select(self) -> None:
        """Play the selected puzzle, unless this very click has selected it."""
        before, self._before_click = self._before_click, None
        if before is None or before == self.highlighted:
            super().action_select()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll to the selected puzzle, and with a chapter's first one also to the chapter's line above."""
        super().scroll_to_highlight(top)
        above = (self.highlighted or 0) - 1
        if 0 <= above < self.scroll_y and self.get_option_at_index(above).disabled:
            self.scroll_to(y=above, animate=False, immediate=True)
