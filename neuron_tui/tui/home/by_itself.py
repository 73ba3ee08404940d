"""The course's last chapter, "By itself": small games, which have no names before they were played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from neuron_tui.game.arcade.titles import ABOUT, TITLE, TITLES, next_game, title_of
from neuron_tui.game.course.next_puzzle import all_played, next_one
from neuron_tui.game.course.progress import CourseProgress
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.tui.home.puzzle_list import MARKS, ChapterLine, mark_of
from neuron_tui.tui.kit.text_panel import Paragraph

if TYPE_CHECKING:
    from neuron_tui.game.course.search import Search

ALSO_FOUND = "arcade game"
"""What else somebody may type who looks for them."""
_PREFIX = "by itself: "
"""No puzzle file's path begins so and ends as the id of a game."""


def option_of(game: str) -> str:
    """The id of a game's line in the list."""
    return _PREFIX + game


FIRST = option_of(next(iter(TITLES)))


def game_of(option: str | None) -> str | None:
    """The id of the game whose line has this id; None where it is a puzzle's."""
    game = option.removeprefix(_PREFIX) if option else ""
    return game if option == option_of(game) and game in TITLES else None


def following(shelf: Shelf, progress: CourseProgress, *, by_itself: bool) -> tuple[str | None, str]:
    """Where the course goes on, as an option's id, and what that is called; nowhere before it has begun.

    `by_itself`: games come once there is no puzzle left.
    """
    if progress.played and (puzzle := next_one(shelf, progress)):
        return str(puzzle.path), puzzle.title
    if by_itself and all_played(shelf, progress) and (game := next_game(progress.games)):
        return option_of(game), title_of(game, progress.games)
    return None, ""


def game_options(progress: CourseProgress | None, search: Search | None = None) -> Iterator[Option]:
    """A line for the chapter and for each game, or for those that are searched for."""
    known = progress or CourseProgress()
    titles = {game: title_of(game, known.games) for game in TITLES}
    fitting = {
        game: title
        for game, title in titles.items()
        if search is None or search.fits(f"{title} {TITLE} {ALSO_FOUND}")
    }
    if fitting:
        counts = "" if progress is None else f"{len(known.games & TITLES.keys())} of {len(TITLES)}"
        yield Option(ChapterLine(TITLE, (counts, "$muted not bold")), disabled=True)
    for game, title in fitting.items():
        mark = mark_of("played" if game in known.games else "new")
        yield Option(Content.assemble(mark, title), id=option_of(game))


def heading_of(game: str, progress: CourseProgress) -> Paragraph:
    """What stands over what is said of a game: what it is called, where it is, and whether it was played."""
    place = f"{TITLE} \u00b7 {list(TITLES).index(game) + 1} of {len(TITLES)}"
    glyph, style, words = MARKS["played" if game in progress.games else "new"]
    note = [(f"  {glyph} {words}", style)] if words else []
    return Content.assemble((title_of(game, progress.games), "bold"), ("\n" + place, "$muted"), *note)


def about_it() -> list[Paragraph]:
    """What is said of every game."""
    return [*ABOUT, Content.assemble(("Enter", "bold $mark"), " to play.")]
