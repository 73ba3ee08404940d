"""All that can be done in a match, in the order of the key line; and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.guess_commands import NUMBER_COMMANDS, guess_commands
from neuron_tui.tui.kit.tape.commands import (
    JUMP_COMMANDS,
    PLAY_COMMANDS,
    SPEED_COMMANDS,
    STEP_COMMANDS,
    awake,
)
from neuron_tui.tui.match.hand import HAND_COMMANDS, LEAVE_TYPED
from neuron_tui.tui.match.kept_runs import RUN_COMMANDS
from neuron_tui.tui.match.lab import BACK_COMMANDS, LAB_COMMANDS
from neuron_tui.tui.match.own_file import FILE_COMMANDS
from neuron_tui.tui.match.panel_focus import PANEL_COMMANDS, ZOOMED_COMMANDS, zoomed
from neuron_tui.tui.match.sharing import SHARING_COMMANDS
from neuron_tui.tui.match.task import TASK_COMMANDS
from neuron_tui.tui.match.views.opening import LEARNED_COMMANDS, VIEW_COMMANDS

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


def _more_questions(screen: MatchScreen) -> bool:
    return screen.guessing and screen.match.current < len(screen.match.guesses) - 1


def _last_question(screen: MatchScreen) -> bool:
    return screen.guessing and not _more_questions(screen)


def _more_hints(screen: MatchScreen) -> bool:
    return not screen.awake and screen.match.hints_shown < len(screen.puzzle.hints)


def _goes_on(screen: MatchScreen) -> bool:
    return screen.goes_on and not screen.task_bench.waits


def _more_to_read(screen: MatchScreen) -> bool:
    return screen.reads and screen.speech.has_more


def _read_on(screen: MatchScreen) -> None:
    screen.front = "speech"
    screen.speech.read_on()


def _unread(screen: MatchScreen) -> bool:
    """Whether the pictures came before the end of a verdict was read."""
    return screen.goes_on and not screen.reads and screen.speech.unread


def _reads(screen: MatchScreen) -> bool:
    return screen.reads


def _can_read(screen: MatchScreen) -> bool:
    return screen.awake and not screen.reads and not zoomed(screen)


def _has_page(screen: MatchScreen) -> bool:
    return not screen.awake or screen.reads


def _turn_reading(screen: MatchScreen) -> None:
    screen.close_aside()
    screen.reading = not screen.reading


def _has_named_weights(screen: MatchScreen) -> bool:
    return screen.awake and screen.selection.has_named_weights


def _turn_all_panels(screen: MatchScreen) -> None:
    screen.all_panels = not screen.all_panels


def _shows_decimals(screen: MatchScreen) -> bool:
    """Whether the neuron's panel is seen: no other one has more decimals."""
    return screen.awake and (screen.maximized is None or screen.maximized.id == "neuron")


def _turn_exact(screen: MatchScreen) -> None:
    screen.exact = not screen.exact


_ROWS = Binding.Group("rows")

_CONFIRM: tuple[Command[MatchScreen], ...] = under(
    "Guess",
    Command(
        "next question", "enter", "next question", lambda s: s.confirm(), _more_questions,
        "confirm the guess", "Enter",
    ),
    Command("done", "enter", "done", lambda s: s.confirm(), _last_question, "confirm the guess", "Enter"),
)  # fmt: skip
_GUESS: tuple[Command[MatchScreen], ...] = under(
    "Guess",
    Command("hint", "h", "hint", lambda s: s.hint(), _more_hints, "a hint, then the next"),
    Command(
        "words on", "pagedown", "read on", lambda s: s.speech.read_on(), _has_page,
        "read on", "PgDn", listed=False,
    ),
    Command(
        "words back", "pageup", "read back", lambda s: s.speech.read_back(), _has_page,
        "read back", "PgUp", listed=False,
    ),
)  # fmt: skip
_GO_ON: tuple[Command[MatchScreen], ...] = under(
    "Go on",
    Command("read on", "enter,space", "read on", _read_on, _more_to_read, shown="Enter"),
    Command("unread", "enter", "read on", _turn_reading, _unread, shown="Enter", palette=False),
    *TASK_COMMANDS,
    *FILE_COMMANDS,
    Command("next", "enter", "next", lambda s: s.leave_for("next"), _goes_on, "the next puzzle", "Enter"),
    Command("again", "a", "again", lambda s: s.leave_for("again"), _goes_on, "the same puzzle again"),
    *SHARING_COMMANDS,
)
_ROWS_AND_WEIGHTS: tuple[Command[MatchScreen], ...] = under(
    "Rows and weights",
    Command("above", "up", "the row above", lambda s: s.selection.next_row(-1), shown="\u2191", group=_ROWS),
    Command("below", "down", "the row below", lambda s: s.selection.next_row(1), shown="\u2193", group=_ROWS),
    Command(
        "weight", "n", "next weight", lambda s: s.selection.next_weight(), _has_named_weights,
        "select the next weight",
    ),
)  # fmt: skip
_WORDS_OR_PICTURES: tuple[Command[MatchScreen], ...] = under(
    "Panels",
    Command("pictures", "p", "pictures", _turn_reading, _reads, "the pictures in place of the words"),
    Command("words", "p", "words", _turn_reading, _can_read, "the words in place of the pictures"),
)
_MORE_PANELS: tuple[Command[MatchScreen], ...] = under(
    "Panels",
    Command("exact", "f", "more decimals, or fewer", _turn_exact, _shows_decimals, listed=False),
    Command(
        "all panels",
        "f8",
        "all panels, or those the course has come to",
        _turn_all_panels,
        awake,
        shown="F8",
        listed=False,
    ),
)
_LEAVE: tuple[Command[MatchScreen], ...] = under(
    "Go on", Command("leave", "escape", "back", lambda s: s.leave(), about="back, and then home", shown="Esc")
)

MATCH_COMMANDS: tuple[Command[MatchScreen], ...] = (
    *guess_commands("move"),
    *_CONFIRM,
    *BACK_COMMANDS,
    *ZOOMED_COMMANDS,
    *_GUESS,
    *_GO_ON,
    *PLAY_COMMANDS,
    *_WORDS_OR_PICTURES,
    *HAND_COMMANDS,
    *LEARNED_COMMANDS,
    *STEP_COMMANDS,
    *JUMP_COMMANDS,
    *NUMBER_COMMANDS,
    *VIEW_COMMANDS,
    *LAB_COMMANDS,
    *RUN_COMMANDS,
    *SPEED_COMMANDS,
    *_ROWS_AND_WEIGHTS,
    *PANEL_COMMANDS,
    *_MORE_PANELS,
    *LEAVE_TYPED,
    *_LEAVE,
)


def why_it_waits(screen: MatchScreen, key: str) -> str:
    """Why a key of the training or of what is inside waits, empty where none does. A digit may be a guess."""
    named = [command for command in MATCH_COMMANDS if key in command.key.split(",")]
    if screen.awake or any(command.when(screen) for command in named):
        return ""
    if not any(command.when in (awake, _shows_decimals) and command.palette for command in named):
        return ""
    first = "First your guess" if screen.match.guess is None else "Enter first, if that is your guess"
    first = first if screen.guessing else "Enter first"
    return f"{first}: the neuron is asleep until then."


MATCH_HELP = """
The table holds the examples, and below the line the row to guess. Find the rule that links
inputs to output.

A guess is a number from 0 to 1: how likely is it that the answer is 1? Sure and right gives
+100, sure and wrong \u2212300, undecided 0. Saying just what you believe scores best.

Where chance has a say, the same inputs lead now to 1, now to 0. An answer such as 3/4 says how often
it is 1, and points are the mean over all that may come. Where the rows do not tell, and in some puzzles
after your own guess, you foresee the neuron (\u25b3): the nearer you come to what it will say, the more
points, and it gets none.

The neuron multiplies each input by a weight (orange pulls towards 1, blue towards 0) and adds
them up: the weighted sum. The S-curve turns the sum into an output between 0 and 1. Filled dots
\u25cf should come out 1, open dots \u25cb should come out 0, and \u25c6 is the row that nobody
told it about. Where two kinds share a place it is \u25d0.

At each iteration it compares its outputs with the table and moves every weight a little to make
its errors smaller, more exactly half the sum of all errors, each times itself. The
iterations are drawn with the first hundred wide and the last thousands narrow. Above them stands
the mean size of the errors; \u2713 marks where an example came out right, and \u2717 where one no
longer did.

A * stands before a step that is to be done, and at the place it speaks of.

Which weight will move most? Select one with n or a click, and go on with the dot.

Whatever you try beside the match is not scored. The run before stays in sight as a dotted curve,
and R goes back to the match. K keeps a run until you leave, to come back to. After the verdict, F9 makes a
puzzle of your own of what is on the screen: the rows of a branch, too, or a picture that you drew. F4 tells
what the terms mean.
"""
