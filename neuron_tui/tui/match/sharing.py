"""What is sent on from a match: the result card, the puzzle as a code, and a puzzle made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from neuron_tui.folders import own_puzzles
from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.match.result_card import card_of
from neuron_tui.puzzle.file.code import command_of
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.making import MakeWanted
from neuron_tui.tui.kit.sending import send
from neuron_tui.tui.match.pictures.drawing import Drawing

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class Sharing:
    """Sends on what there is to send of a match."""

    def __init__(self, screen: MatchScreen) -> None:
        self._screen = screen

    def card(self) -> None:
        """Send the result card; of a file of the player's own, with the command that plays it."""
        screen = self._screen
        card = card_of(screen.match, screen.puzzle_id, practice=screen.answers.practice)
        send(screen, "your result card", card + command_of(screen.puzzle) if screen.file.path else card)

    def puzzle(self) -> None:
        """Send the puzzle, as a command that plays it."""
        send(self._screen, "the line that plays this", command_of(self._screen.puzzle))

    def make_one(self) -> None:
        """Have a puzzle made of the rows on the screen, and of the picture that is drawn.

        Where nothing was tried or drawn with a puzzle of the player's own, that is edited.
        """
        screen = self._screen
        run, file, opened = screen.bench.run, screen.file.path, screen.maximized
        drawn = opened.inputs if isinstance(opened, Drawing) else None
        if file and file.is_relative_to(own_puzzles()) and not (drawn or screen.bench.lab.trying):
            draft = Draft.to_edit(screen.puzzle, file)
        else:
            draft = Draft.made_of(replace(run.puzzle, neuron=run.settings), drawn)
        screen.post_message(MakeWanted(screen, draft))


def _has_card(screen: MatchScreen) -> bool:
    return screen.solved and bool(screen.puzzle.questions)


def _solved(screen: MatchScreen) -> bool:
    return screen.solved


SHARING_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command("share", "s", "share", lambda s: s.sharing.card(), _has_card, "share the result card"),
    Command(
        "send", "S", "send it on", lambda s: s.sharing.puzzle(), about="a code for a friend", shown="S",
        listed=False,
    ),
    Command(
        "make", "f9", "make one of it", lambda s: s.sharing.make_one(), _solved, "make a puzzle of it", "F9",
        listed=False,
    ),
)  # fmt: skip
