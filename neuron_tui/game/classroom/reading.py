"""A class put together from a journal's answers and the puzzles of some folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from neuron_tui.game.classroom.classroom import Classroom, classroom, columns_of, first_answers
from neuron_tui.game.journal.fields import stored
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.journal.names import known_as
from neuron_tui.game.scoreboard.players import by_name
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.shelf import Shelf


def read_class(
    shelf: Shelf,
    answers: Iterable[Answer],
    players: Sequence[str],
    since: float | None = None,
    names: Sequence[str] | None = None,
    chapters: Collection[Chapter] = (),
) -> Classroom:
    """The class of the `players`, or of these `names`, whoever of them has answered anything.

    All puzzles of these `chapters` are there; where none is given, all of a shelf that has a pack alone,
    else those of the chapters that were begun. `since` is in seconds since 1970. Blocks until all puzzles
    are read.
    """
    list(shelf)
    first = first_answers(answers, shelf.puzzles(), since)
    pupils = players if names is None else [known_as(stored(name), players) or name for name in names]
    there = set(pupils)
    answered = {answer.puzzle for answer in first if answer.player in there}
    wanted = [found for found in shelf.chapters() if not chapters or found[0] in chapters]
    whole = bool(chapters) or shelf.library.only is not None
    columns = columns_of(wanted, answered, whole=whole)
    not_listed = sorted({answer.player for answer in first} - there, key=by_name)
    return replace(classroom(first, columns, pupils), not_listed=tuple(not_listed))
