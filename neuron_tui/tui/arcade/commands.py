"""What can be done in the arcade, in the order of the key line; and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from neuron_tui.game.arcade.contest import Stage
from neuron_tui.game.arcade.game import ARROWS, Arrow
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.tape.commands import JUMP_COMMANDS, PLAY_COMMANDS, SPEED_COMMANDS, STEP_COMMANDS

if TYPE_CHECKING:
    from neuron_tui.tui.arcade.screen import ArcadeScreen

MOST_KEYS = 4
_GLYPHS: dict[Arrow, str] = {"left": "\u2190", "right": "\u2192", "up": "\u2191", "down": "\u2193"}
_KEYS, _CHOOSE, _NEURON = Binding.Group("keys"), Binding.Group("choose"), Binding.Group("neuron")


def _plays(screen: ArcadeScreen) -> bool:
    return screen.contest.you_play and not screen.contest.yours.over


def _goes_on(screen: ArcadeScreen) -> bool:
    return screen.contest.you_play and screen.contest.yours.ended


def _had_some(screen: ArcadeScreen) -> bool:
    return _plays(screen) and bool(screen.contest.yours.points)


def _guessing(screen: ArcadeScreen) -> bool:
    return screen.contest.stage is Stage.GUESS


def _inside(screen: ArcadeScreen) -> bool:
    return screen.inside


def _turns(screen: ArcadeScreen) -> bool:
    return screen.inside and not screen.wide


def _watching(screen: ArcadeScreen) -> bool:
    return screen.inside and screen.watching.plays


def _reads_on(screen: ArcadeScreen) -> bool:
    return screen.reads_on


def _judged(screen: ArcadeScreen) -> bool:
    return screen.contest.stage is Stage.VERDICT


def _at_end(screen: ArcadeScreen) -> bool:
    return screen.contest.stage is Stage.END


def _learned(screen: ArcadeScreen) -> bool:
    return screen.contest.stage in (Stage.VERDICT, Stage.END)


def _key(number: int) -> Command[ArcadeScreen]:
    return Command(
        f"key {number}", str(number), "press", lambda s: s.press_key(number),
        lambda s: _plays(s) and number in s.contest.look.keys, "a key of the game", group=_KEYS,
        palette=False,
    )  # fmt: skip


def _arrow(arrow: Arrow) -> Command[ArcadeScreen]:
    return Command(
        f"arrow {arrow}", arrow, "press", lambda s: s.press_arrow(arrow), _plays, "the same keys",
        _GLYPHS[arrow], listed=False, palette=False,
    )  # fmt: skip


_PLAY: tuple[Command[ArcadeScreen], ...] = under(
    "Play",
    Command("go on", "enter,space", "go on", lambda s: s.go_on(), _goes_on, "the next game", "Enter"),
    *(_key(number) for number in range(1, MOST_KEYS + 1)),
    *(_arrow(arrow) for arrow in ARROWS),
    Command(
        "enough", "end,greater_than_sign", "enough", lambda s: s.enough(), _had_some, "play no more", "End"
    ),
)
_GUESS: tuple[Command[ArcadeScreen], ...] = under(
    "Guess",
    Command("fewer", "left", "fewer", lambda s: s.other(-1), _guessing, "", "\u2190", _CHOOSE),
    Command("more", "right", "more", lambda s: s.other(1), _guessing, "", "\u2192", _CHOOSE),
    Command("guess", "enter", "that is my guess", lambda s: s.confirm(), _guessing, "", "Enter"),
)
_LOOK: tuple[Command[ArcadeScreen], ...] = under(
    "Look inside",
    Command("pane", "tab", "next panel", lambda s: s.turn_pane(1), _turns, "the next panel", "Tab"),
    Command(
        "pane back", "shift+tab", "the panel before", lambda s: s.turn_pane(-1), _turns, shown="Shift+Tab",
        listed=False,
    ),
    Command(
        "its key", "P", "its next key", lambda s: s.let_it_play(), lambda s: _watching(s) and s.player.calm,
        "the next key of the game that it plays",
    ),
    Command("stop", "P", "stop it", lambda s: s.let_it_play(), _watching, "stop the game that it plays"),
    Command("let play", "P", "let it play", lambda s: s.let_it_play(), _inside, "let this network play"),
    Command("neuron", "n", "neuron", lambda s: s.turn_neuron(1), _inside, "the next hidden neuron"),
    Command(
        "neuron before", "N", "the neuron before", lambda s: s.turn_neuron(-1), _inside,
        "the hidden neuron before", listed=False,
    ),
    Command("mask", "M", "mask", lambda s: s.turn_mask(), _inside, "as it looked to you, or with names"),
)  # fmt: skip
_READ: tuple[Command[ArcadeScreen], ...] = under(
    "Go on", Command("read on", "enter", "read on", lambda s: s.read_on(), _reads_on, "", "Enter")
)
_GO_ON: tuple[Command[ArcadeScreen], ...] = under(
    "Go on",
    Command("with names", "enter", "play it with names", lambda s: s.play_open(), _judged, "", "Enter"),
    Command("home", "enter", "home", lambda s: s.leave(), _at_end, "back home", "Enter"),
    Command(
        "pictures", "p", "pictures", lambda s: s.turn_pictures(), _learned,
        "the pictures, or the words in their place",
    ),
    Command("share", "s", "share", lambda s: s.share(), _learned, "share the result card"),
    Command("again", "a", "again", lambda s: s.begin_anew(), _learned, "once more, with another mask"),
)  # fmt: skip
_LEAVE: tuple[Command[ArcadeScreen], ...] = under(
    "Go on", Command("leave", "escape", "back", lambda s: s.leave(), about="back home", shown="Esc")
)
ARCADE_COMMANDS: tuple[Command[ArcadeScreen], ...] = (
    *_PLAY, *_READ, *_GUESS, *_GO_ON, *PLAY_COMMANDS, *_LOOK, *STEP_COMMANDS, *SPEED_COMMANDS, *JUMP_COMMANDS,
    *_LEAVE,
)  # fmt: skip

ARCADE_HELP = """
You and a network get the same board, the same keys and the same points, and no word of what they
are. First you play up to ten games. Glyphs, colours and keys are drawn by lot, so that what you
know of games helps you as little as it can.

Then you say after how many games the network is as good as you: when the mean of its last 20 games
reaches the mean of yours. Your guess is scored by the rule of all guesses, on a scale on which each
tenfold is as far.

Then it learns. Its input is one number for each cell and kind of thing, 1 where one is. For every key
it has a number, the points that it expects from now on where that key is pressed. At first the numbers
are random, and it presses keys by lot. After each step it corrects what it expected by what came:

  points + 0.95 \u00b7 the best that it expects next

It learns from 32 steps at a time, drawn from the last 5,000. This is Deep Q-learning: Mnih and others
(2013, arXiv 1312.5602; 2015, Nature 518). A step that brought nothing is worth something where good ones
can follow it.

P lets the network of this step play, without trying anything by lot. M shows the board as it looked
to you; the network sees no difference. n goes through its hidden neurons: orange cells wake one.
"""
