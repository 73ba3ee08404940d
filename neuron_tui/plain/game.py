"""The game from its first line to its last: which puzzle is played, and where it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from neuron_tui.game.course.chapter_end import ended_by, is_first
from neuron_tui.game.course.panels import Panels, panels_of
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.modes import Mode
from neuron_tui.game.seeds import seeds
from neuron_tui.game.settings import DEFAULT, Settings
from neuron_tui.plain.asides import asides
from neuron_tui.plain.chapter_end import tell_chapter_end
from neuron_tui.plain.command import HELP, HOME, Way, converse, empty_leads, names_of
from neuron_tui.plain.conversation import Conversation, LeftError
from neuron_tui.plain.home import HOME_COMMANDS, PlainHome
from neuron_tui.plain.look import PlainLook
from neuron_tui.plain.match import GUESS_COMMANDS, PlainMatch
from neuron_tui.plain.task import TASK_COMMANDS, PlainTask
from neuron_tui.plain.training import STEP_COMMANDS, PlainTraining
from neuron_tui.plain.verdict import VERDICT_COMMANDS, PlainVerdict
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import clean, clip, is_blank, some

LONGEST, NAMES = 60, 12
"""Characters of a name, and the most names that are said."""
GOODBYE = "Goodbye. Everything you answered is kept."

PLACES = {
    "at home": names_of(HOME_COMMANDS),
    "while you guess": names_of(GUESS_COMMANDS),
    "where the training pauses": names_of(STEP_COMMANDS),
    "once the neuron has learned": names_of(VERDICT_COMMANDS),
    "in a task": names_of(TASK_COMMANDS),
}
"""What can be typed where, for somebody who types it elsewhere."""


@dataclass
class Session:
    """A conversation with one player about the puzzles of a shelf. `ask`: it begins with who that is."""

    conversation: Conversation
    shelf: Shelf
    keeper: Keeper
    ask: bool = False
    seed: int | None = None
    """The seed that was asked for, for what is drawn by lot."""
    settings: Settings = DEFAULT

    def play(self, start: PuzzleEntry | None = None, mode: Mode = "match", game: str | None = None) -> None:
        """Play until the player leaves. What could not be kept is tried once more, and told.

        `game` is the id of a small game to begin with; where it is empty, all of them are told.
        """
        say = self.conversation.say
        try:
            self.conversation.asides, self.conversation.places = asides(self.shelf, self.keeper), PLACES
            say(self.keeper.notice())
            self.keeper.play_as(self._who() if self.ask else self.keeper.player)
            if start is not None:
                self.begin(start, mode)
            elif game:
                self.begin_game(game)
            home = PlainHome(self.conversation, self.shelf, self.keeper, self.begin, self.begin_game)
            home.greet()
            if game == "":
                home.tell_games()
            home.ask()
        except LeftError:
            say(self.keeper.close() or GOODBYE)
        except BaseException as problem:
            said = self.keeper.close()
            if isinstance(problem, KeyboardInterrupt):
                self.conversation.write([""])
                say(said or GOODBYE)
            raise

    def _who(self) -> str:
        """Who plays; asked until there is a name."""
        there = sorted(self.keeper.answered(), key=str.casefold)
        known = f" Known here: {some(there, NAMES)}." if there else ""
        name = ""
        while is_blank(name):
            name = clean(self.conversation.ask(f"Who plays? Type a name.{known}"))
            if name.casefold() in ("quit", "exit"):
                raise LeftError
            if name.casefold() in HELP:
                self.conversation.say("Your answers are kept under this name. Type quit to leave.")
                name = ""
        return clip(name, LONGEST)

    def begin(self, entry: PuzzleEntry, mode: Mode = "match") -> None:
        """Play a puzzle in this mode; after a match what follows upon it, until the player goes home."""
        if entry.puzzle is None or (mode != "match" and MODES[mode](self, entry.puzzle, entry.id) != "next"):
            return
        playing: PuzzleEntry | None = entry
        while playing is not None:
            way = self._match(playing)
            if way == "home":
                return
            if way == "next":
                before, playing = playing, self.shelf.after(playing)
                if self._end_chapter(before, last=playing is None) == "home":
                    return
        self.conversation.say("That was the last puzzle.")

    def begin_game(self, game: str) -> None:
        """Play a small game beside a network."""
        from neuron_tui.game.arcade.games import game_called
        from neuron_tui.plain.arcade import PlainArcade

        PlainArcade(self.conversation, self.keeper, game_called(game), seeds(self.seed)).run()

    def _match(self, entry: PuzzleEntry) -> Way:
        """One match from its table to the way on."""
        puzzle = entry.puzzle
        if puzzle is None:
            return "home"
        self.conversation.say(puzzle.title, self._whereabouts(entry))
        panels = Panels() if self.settings.all_panels else panels_of(entry, self.shelf)
        played = PlainMatch(self.conversation, self.keeper, puzzle, entry.id, panels)
        played.tell_puzzle()
        task = None if puzzle.task is None else PlainTask(played, puzzle.task)
        way = played.guess() if puzzle.questions else PlainLook(played, task).run()
        if way != "on":
            return way
        played.keep()
        if (way := PlainTraining(played).run()) != "on":
            return way
        if not played.match.recording.complete:
            self.conversation.say("Its weights grew beyond all numbers, so there is no verdict.")
            return "home"
        played.match = played.match.finish()
        verdict = PlainVerdict(played, task)
        verdict.tell()
        return verdict.ask()

    def _whereabouts(self, entry: PuzzleEntry) -> str:
        """Which puzzle of which chapter it is."""
        chapter = self.shelf.chapter_of(entry)
        paths = [other.path for other in chapter.entries] if chapter else []
        if chapter is None or entry.path not in paths:
            return ""
        number = f"Chapter {chapter.number}, " if chapter.id else ""
        return f"{number}{chapter.title}, puzzle {paths.index(entry.path) + 1} of {len(paths)}."

    def _end_chapter(self, entry: PuzzleEntry, *, last: bool) -> Way:
        """What is said at the end of a chapter, where this puzzle was its last, before another begins."""
        chapter = ended_by(entry, self.shelf)
        way: Way = "on"
        if chapter is not None and chapter.end is not None:
            played = {version.id for version in self.keeper.played()}
            first = is_first(chapter, self.shelf, played)
            way = tell_chapter_end(self.conversation, chapter, chapter.end, first=first)
            if way == "on" and not last:
                begins = "An empty line begins the next chapter."
                way = converse(self, lambda _: begins, (HOME,), empty_leads("on"))
        return way


def _race(session: Session, puzzle: Puzzle, puzzle_id: str) -> Way:
    from neuron_tui.plain.race import PlainRace

    return PlainRace(session.conversation, session.keeper, puzzle, puzzle_id, seeds(session.seed)).run()


def _examples(session: Session, puzzle: Puzzle, puzzle_id: str) -> Way:
    from neuron_tui.plain.examples import PlainExamples

    return PlainExamples(session.conversation, session.keeper, puzzle, puzzle_id).run()


MODES: dict[Mode, Callable[[Session, Puzzle, str], Way]] = {"examples": _examples, "race": _race}
"""How a puzzle is played in other modes than a match."""
