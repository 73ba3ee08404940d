"""What `neuron-tui scores` prints."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from neuron_tui.cli.columns import aligned
from neuron_tui.cli.journal.opened import the_journal
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.arcade.records import about_rounds
from neuron_tui.game.explain.numbers import whole
from neuron_tui.game.journal.fields import stored
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.names import known_as
from neuron_tui.game.scoreboard.every_answer import every_answer
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.head_to_head import Side
from neuron_tui.game.scoreboard.players import PlayerScores, by_name
from neuron_tui.game.scoreboard.sentences import NOTHING_YET, sentences
from neuron_tui.game.task.done import about_tasks
from neuron_tui.puzzle.library.library import LOOSE_TITLE, Folder, scan
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean, clip

NAME_LENGTH = 24
NOTHING = "-"


def players_of(journal: Journal, wanted: str | None, folders: Sequence[Folder]) -> list[PlayerScores]:
    """The figures of the journal's players, or of the wanted one; none where there is no journal yet.

    Puzzles have the ids under which they are in the folders now. Raises MistakeError where the journal holds
    no such player, and JournalError.
    """
    answered = journal.answered()
    names = _wanted(answered, wanted)
    today = puzzles_today(folders) if names else {}
    return [
        PlayerScores(
            name,
            Figures(journal.counted(name).renamed(today)),
            answered[name],
            journal.tasks(name),
            journal.rounds(name),
        )
        for name in names
    ]


def answers_as_csv(wanted: str | None, folders: Sequence[Folder]) -> str:
    """All answers, or those of the wanted player, a row for each. Raises MistakeError."""
    with the_journal() as journal:
        names = _wanted(journal.answered(), wanted)
        answers = journal.answers(None if wanted is None or not names else names[0])
    return every_answer(answers, puzzles_today(folders) if answers else {})


def _wanted(answered: Collection[str], wanted: str | None) -> list[str]:
    """Everybody who has answered anything, or the one who is wanted. Raises MistakeError."""
    everybody = sorted(answered, key=by_name)
    known = None if wanted is None else known_as(stored(wanted), everybody)
    if wanted is not None and answered and known is None:
        there = ", ".join(clip(name, NAME_LENGTH) for name in everybody)
        raise MistakeError(
            f"nobody called `{clip(wanted, NAME_LENGTH)}` has answered anything; there are: {there}"
        )
    return [name for name in everybody if wanted is None or name == known]


def puzzles_today(folders: Sequence[Folder]) -> dict[str, Puzzle]:
    """The puzzles that can be played now, by their ids."""
    entries = (entry.read() for entry in scan(folders).entries)
    return {entry.id: entry.puzzle for entry in entries if entry.puzzle is not None and entry.playable}


def as_text(players: Sequence[PlayerScores], folders: Sequence[Folder]) -> str:
    """A table of the players, the neuron under each; for a single one also what the figures say to them."""
    if not players:
        return "\n".join(NOTHING_YET)
    header = [
        "player",
        "questions",
        "counted",
        "wins",
        "points",
        "right",
        "Brier score",
        "95 % range",
        "foreseen",
    ]
    rows = [row for scores in players for row in _rows(scores)]
    lines = aligned([header, *rows], right=range(1, len(header)))
    if len(players) == 1:
        titles = {chapter.id: chapter.title for chapter in scan(folders).chapters}
        said = sentences(
            players[0].figures,
            lambda chapter: clean(titles.get(chapter, chapter or LOOSE_TITLE)),
        )
        besides = about_tasks(players[0].tasks), about_rounds(players[0].rounds)
        name = clip(players[0].player, NAME_LENGTH)
        lines += ["", f"To {name}:", *said, *filter(None, besides)]
    return "\n".join(lines)


def _rows(scores: PlayerScores) -> list[list[str]]:
    """The player's line, and the neuron's under it."""
    total, foreseen = scores.figures.total, scores.figures.counted.foreseen
    foresaw = whole(float(foreseen.points.sum())) if len(foreseen) else NOTHING
    name = clip(scores.player, NAME_LENGTH)
    return [
        [name, f"{scores.answered:,}", f"{total.count:,}", f"{total.wins:,}", *_cells(total.you), foresaw],
        ["  the neuron", "", "", f"{total.losses:,}", *_cells(total.neuron), ""],
    ]


def _cells(side: Side) -> list[str]:
    """Points, accuracy, and the Brier score with its interval."""
    interval = side.brier_interval
    return [
        whole(side.points),
        NOTHING if side.accuracy is None else f"{100 * side.accuracy:.0f} %",
        NOTHING if side.brier is None else f"{side.brier:.3f}",
        NOTHING if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}",
    ]
