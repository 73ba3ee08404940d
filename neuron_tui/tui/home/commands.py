"""What can be done at home, in the order of the key line; and what its help says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.shell.every_screen import LEAVE_GAME

if TYPE_CHECKING:
    from neuron_tui.tui.home.screen import HomeScreen


def _chooses(screen: HomeScreen) -> bool:
    """Whether letters are commands; else they belong to the field."""
    return not screen.finds


def _plays(screen: HomeScreen) -> bool:
    """Whether there is a puzzle that could be played, and letters are commands."""
    return screen.playable and not screen.finds


_PLAY: tuple[Command[HomeScreen], ...] = under(
    "Play",
    Command("play", "enter", "play", lambda s: s.play(), lambda s: s.playable, shown="Enter"),
    Command(
        "continue", "space", "continue", lambda s: s.go_on(), lambda s: s.continues, "on to the next puzzle",
        "Space",
    ),
)  # fmt: skip
_MAKE: tuple[Command[HomeScreen], ...] = under(
    "Make one",
    Command("make", "n", "make", lambda s: s.make(), _chooses, "make a puzzle of your own"),
    Command(
        "edit", "f9", "make one of it", lambda s: s.edit(), _plays, "make a puzzle of it",
        "F9", listed=False,
    ),
)  # fmt: skip
_LOOK_AROUND: tuple[Command[HomeScreen], ...] = under(
    "Look around",
    Command("find", "slash", "find", lambda s: s.find(), _chooses, "find by title, rule, tag or term", "/"),
    Command(
        "end", "v", "recap", lambda s: s.read_end(), lambda s: s.ended_by is not None,
        "what you can say after this chapter",
    ),
    Command("scores", "t", "score table", lambda s: s.ask("scores"), _chooses, "scores: how you two stand"),
    Command(
        "class", "C", "class", lambda s: s.ask("class"), _chooses, "the class: pupil by puzzle",
        listed=False, local=True,
    ),
    Command("player", "y", "who plays", lambda s: s.ask("who"), _chooses, "another player", local=True),
)  # fmt: skip
_OTHER_WAYS: tuple[Command[HomeScreen], ...] = under(
    "Play",
    Command(
        "examples", "u", "how many examples", lambda s: s.open("examples"), lambda s: s.offers("examples"),
        "how many examples do you need?",
    ),
    Command(
        "race", "j", "race", lambda s: s.open("race"), lambda s: s.offers("race"),
        "race the neuron, row by row",
    ),
)  # fmt: skip
_FURTHER: tuple[Command[HomeScreen], ...] = under(
    "Look around",
    Command(
        "reread", "f5,exclamation_mark", "read again", lambda s: s.read_again(),
        about="read all folders again", shown="F5", local=True,
    ),
    Command(
        "atlas", "f6,A", "atlas", lambda s: s.ask("atlas"), _chooses,
        "the atlas: all that one neuron can learn", "F6",
    ),
    Command(
        "million", "f7,B", "a million", lambda s: s.ask("million"), _chooses,
        "train a million neurons at once", "F7", local=True,
    ),
)  # fmt: skip
_LEAVE: tuple[Command[HomeScreen], ...] = under(
    "Everywhere",
    replace(LEAVE_GAME, listed=True),
    Command("all", "escape", "all puzzles", lambda s: s.show_all(), lambda s: s.finds, shown="Esc"),
)  # fmt: skip

HOME_COMMANDS = (*_PLAY, *_MAKE, *_LOOK_AROUND, *_OTHER_WAYS, *_FURTHER, *_LEAVE)
HOME_HELP = """
Choose a puzzle on the left; its table is on the right. You see the answer of every row but
the ones marked ???.

You guess it, and say how sure you are. Then a single neuron learns the same rows while you
watch, and both of you get points by one rule.

n makes a puzzle of your own; F9 begins with one of yours, or one that you played.

There are two more ways to play. u asks how many examples you need. j is a race with the neuron, row by
row, where a puzzle has three inputs and all eight rows; the answers of such a puzzle are covered here.

The last chapter, By itself, has small games that nobody explains: you play one, and then a network learns it
from its points alone.

t shows how you and the neuron stand. F6 opens the atlas: all patterns that one neuron can learn. F4 tells
what the terms mean.

Once you have come to the end of a chapter, v shows on each of its puzzles what you can say now.

\u2022 stands before a puzzle that you played, \u2713 before one that you got at once: your first answers
came within 0.10 of what was right. Space goes on with the
first puzzle that you have not played. The order is only advice. Where you know a chapter already, take its
last puzzle: get it without a hint, and the chapter counts as known.
"""
HOME_LOCAL_HELP = """
Your puzzles are in a folder of yours: `neuron-tui where` names it, and F5 reads all folders again. A folder
of chapters that you put there is a pack. Ctrl+P has "Only" with the name of each: then that pack is the whole
course, until you choose "All puzzles".

y asks who plays. F7 measures how many neurons your computer trains side by side.
"""
