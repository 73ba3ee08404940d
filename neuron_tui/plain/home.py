"""Choosing a puzzle by its number or by words, and hearing how far one is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from neuron_tui.game.arcade.titles import ABOUT, TITLE, TITLES, next_game, title_of
from neuron_tui.game.course.chapter_end import last_played
from neuron_tui.game.course.closing import CLOSING, closes, lasts
from neuron_tui.game.course.next_puzzle import next_one
from neuron_tui.game.course.progress import STATES, CourseProgress, tally_and_progress
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.explain.asking import GREETING
from neuron_tui.game.explain.numbers import whole
from neuron_tui.game.modes import Mode, offers
from neuron_tui.plain.chapter_end import tell_chapter_end
from neuron_tui.plain.command import HOME, Command, Way, converse, names_of, unknown
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.library.entry import PuzzleEntry
from neuron_tui.puzzle.library.library import Chapter
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import clip, plural

if TYPE_CHECKING:
    from neuron_tui.game.journal.keeper import Keeper

MOST_FOUND, MOST_NUMBERS = 12, 20


class PlainHome:
    """The puzzles in their order, numbered from 1 over all chapters.

    `play` plays one of them, `play_game` the small game with an id.
    """

    def __init__(
        self,
        conversation: Conversation,
        shelf: Shelf,
        keeper: Keeper,
        play: Callable[[PuzzleEntry, Mode], None],
        play_game: Callable[[str], None],
    ) -> None:
        self.conversation, self.shelf, self.keeper = conversation, shelf, keeper
        self._play, self._play_game = play, play_game
        self._count()

    def _count(self) -> None:
        """Read all files, and the journal."""
        self.entries = list(self.shelf)
        self._numbers = {entry.path: number for number, entry in enumerate(self.entries, 1)}
        self.tally, self.progress = tally_and_progress(self.keeper, lasts(self.shelf), self.shelf.puzzles())
        self.next = next_one(self.shelf, self.progress)
        self._games_follow = self.shelf.library.only is None
        self._next_game = next_game(self.progress.games) if self._games_follow else None

    def greet(self) -> None:
        """What there is, and for somebody new what it is about."""
        if self.tally == Tally() and self.progress == CourseProgress():
            self.conversation.tell(GREETING)
        chapters = plural(len(self.shelf.library.chapters), "chapter")
        self.conversation.say(f"{plural(len(self.entries), 'puzzle')} in {chapters}.")

    def ask(self) -> Way:
        """Let the player choose until the game is left."""
        return converse(self, PlainHome._asks, HOME_COMMANDS, PlainHome._take)

    def _asks(self) -> str:
        if self.next is None:
            choose = "a puzzle's number, or words from its title."
            if self._next_game is None:
                return f"Type {choose}"
            title = title_of(self._next_game, self.progress.games).lower()
            return f"Next is the {title}. Type next, {choose}"
        number = self._numbers[self.next.path]
        return f"Next is {number}, {self.next.title}. Type next, a number, or words from a title."

    def _take(self, typed: str) -> Way | None:
        if not typed:
            self.go_on()
        elif typed.casefold() in names_of([HOME]):
            self.conversation.say("You are at home.")
        elif typed.isdecimal():
            number = int(typed)
            if 1 <= number <= len(self.entries):
                self.begin(self.entries[number - 1])
            else:
                self.conversation.say(f"The puzzles have the numbers from 1 to {len(self.entries)}.")
        else:
            self.find(typed)
        return None

    def go_on(self) -> None:
        """Play the first puzzle, or small game, that was not played yet."""
        if self.next is not None:
            self.begin(self.next)
        elif self._next_game is not None:
            self.begin_game(self._next_game)
        else:
            self.conversation.say("You have played them all.")

    def begin(self, entry: PuzzleEntry, mode: Mode = "match") -> None:
        """Play a puzzle, and count anew."""
        if not entry.playable:
            self.conversation.say("This puzzle can't be played:", *_faults(entry))
            return
        if closes(entry, self.shelf, self.progress):
            self.conversation.say(CLOSING)
        self._play(entry, mode)
        self._count()

    def begin_in(self, mode: Mode, typed: str) -> None:
        """Play the puzzle with this number in another mode than a match; or tell which ones can be."""
        can = [
            str(number)
            for number, entry in enumerate(self.entries, 1)
            if entry.puzzle is not None and offers(entry.puzzle, mode)
        ]
        if typed in can:
            self.begin(self.entries[int(typed) - 1], mode)
            return
        if not can:
            self.conversation.say(f"No puzzle here is for {mode}.")
            return
        if typed in map(str, self._numbers.values()):
            self.conversation.say(f"Puzzle {typed} is not for {mode}.")
        which = f": {', '.join(can)}" if len(can) <= MOST_NUMBERS else f", such as {mode} {can[0]}"
        self.conversation.say(f"Type {mode} and the number of a puzzle{which}.")

    def begin_game(self, typed: str) -> None:
        """Play the small game that is meant by its number, its title or its id; or tell which there are."""
        called = {
            name.casefold(): game
            for number, game in enumerate(TITLES, 1)
            for name in (str(number), game, title_of(game, self.progress.games))
        }
        if typed.casefold() in called:
            self._play_game(called[typed.casefold()])
            self._count()
        else:
            self.tell_games()

    def tell_games(self) -> None:
        """What the small games are about, and which of them were played."""
        self.conversation.tell(" ".join(ABOUT))
        for number, game in enumerate(TITLES, 1):
            played = ", played" * (game in self.progress.games)
            self.conversation.say(f"{number}: {title_of(game, self.progress.games)}{played}.")
        self.conversation.say("Type arcade and the number of a game.")

    def find(self, words: str) -> None:
        """Play the puzzle whose title is meant, or tell which ones may be."""
        from neuron_tui.game.course.glossary import glossary_of
        from neuron_tui.game.course.search import Search, terms_explained

        search = Search.among(words, self.entries, terms_explained(glossary_of(self.shelf.library)))
        found: list[tuple[PuzzleEntry, str]] = []
        for chapter, entries in self.shelf.chapters():
            for entry in entries:
                if (where := search.found_in(entry, chapter.title)) is not None:
                    found.append((entry, where))
        named = [entry for entry, _ in found if entry.title.casefold() == words.casefold()]
        if not named and len(found) == 1 and not found[0][1]:
            named = [found[0][0]]
        if len(named) == 1:
            self.begin(named[0])
        elif not found and self.conversation.places_of(words):
            unknown(self.conversation, words)
        elif not found:
            self.conversation.say(f"No puzzle fits {clip(words)}. Type list for the chapters.")
        else:
            fit, which = ("fits", "its number") if len(found) == 1 else ("fit", "the number of one")
            self.conversation.say(f"{plural(len(found), 'puzzle')} {fit}. Type {which}.")
            self.conversation.say(*(self._line(entry, where) for entry, where in found[:MOST_FOUND]))
            if len(found) > MOST_FOUND:
                self.conversation.say(f"And {len(found) - MOST_FOUND} more.")

    def tell_list(self, typed: str) -> None:
        """The chapters; or the puzzles of one."""
        chapters = list(self.shelf.chapters())
        typed = typed.casefold().removeprefix("chapter").strip()
        if not typed:
            places = enumerate(chapters, 1)
            self.conversation.say(*(self._chapter(at, *chapter) for at, chapter in places))
            if self._games_follow:
                played = len(self.progress.games & TITLES.keys())
                self.conversation.say(
                    f"{TITLE}: small games, {played} of {len(TITLES)} played. Type arcade for them."
                )
            self.conversation.say("Type list and a chapter's number for its puzzles.")
        elif typed.isdecimal() and 1 <= int(typed) <= len(chapters):
            chapter, entries = chapters[int(typed) - 1]
            self.conversation.say(self._chapter(int(typed), chapter, entries))
            self.conversation.tell(chapter.about)
            self.conversation.say(*map(self._line, entries))
        else:
            self.conversation.say(f"The chapters have the numbers from 1 to {len(chapters)}.")

    def _chapter(self, place: int, chapter: Chapter, entries: list[PuzzleEntry]) -> str:
        first, last = (self._numbers[entry.path] for entry in (entries[0], entries[-1]))
        numbers = f"puzzles {first} to {last}" if last > first else f"puzzle {first}"
        played = sum(self.progress.state(entry.id) != "new" for entry in entries)
        known = ", known" * (chapter.id in self.progress.known)
        pack = f" of {chapter.pack.title}" if chapter.pack else ""
        return f"Chapter {place}{pack}, {chapter.title}: {numbers}, {played} of {len(entries)} played{known}."

    def _line(self, entry: PuzzleEntry, where: str = "") -> str:
        """A puzzle with its number, how far one is with it, and what else of it was found."""
        state = STATES[self.progress.state(entry.id)] if entry.playable else "its file has a fault"
        where = f"in its {where}" if where in ("formula", "rule") else where
        return f"{', '.join(filter(None, (f'{self._numbers[entry.path]}: {entry.title}', state, where)))}."

    def tell_end(self, typed: str) -> None:
        """What is said at the end of a chapter, once more."""
        chapters = list(self.shelf.chapters())
        place = int(typed) if typed.isdecimal() else 0
        chapter, entries = chapters[place - 1] if 1 <= place <= len(chapters) else (None, [])
        ended = entries and last_played(entries[0], self.shelf, self.progress.played)
        if chapter is None or chapter.end is None or not ended:
            self.conversation.say("Type end and the number of a chapter that you have come to the end of.")
        else:
            tell_chapter_end(self.conversation, chapter, chapter.end, first=False)

    def tell_tally(self) -> None:
        self.conversation.say(
            f"You have {whole(self.tally.you)} points, the neuron {whole(self.tally.neuron)}."
        )


def _faults(entry: PuzzleEntry) -> list[str]:
    return [fault.describe(entry.path.name) for fault in entry.faults]


HOME_COMMANDS: tuple[Command[PlainHome], ...] = (
    Command("next", "play the next puzzle; so does an empty line", lambda s, _: s.go_on()),
    Command(
        "list", "the chapters, or with a chapter's number its puzzles", lambda s, typed: s.tell_list(typed),
        takes="CHAPTER", listed=True, also=("chapter", "chapters"),
    ),
    Command("find", "look for words in titles and terms", lambda s, words: s.find(words), takes="WORDS"),
    Command(
        "race", "race the neuron, figure by figure, on a puzzle", lambda s, typed: s.begin_in("race", typed),
        takes="NUMBER",
    ),
    Command(
        "examples", "how many examples do you need, on a puzzle",
        lambda s, typed: s.begin_in("examples", typed), takes="NUMBER",
    ),
    Command(
        "arcade", "small games, beside a network that learns them", lambda s, typed: s.begin_game(typed),
        takes="GAME",
    ),
    Command("end", "the end of a chapter again", lambda s, typed: s.tell_end(typed), takes="CHAPTER"),
    Command("points", "the points of both", lambda s, _: s.tell_tally()),
)  # fmt: skip
