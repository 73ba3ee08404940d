"""What can be done in a race, in the order of the key line; and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from neuron_tui.game.race.study import AS_IN_THE_STUDY, LATER_STUDIES, SOURCES, UNLIKE_THE_STUDY
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.race.state import Stage

if TYPE_CHECKING:
    from neuron_tui.tui.race.screen import RaceScreen


def _asked(screen: RaceScreen) -> bool:
    return screen.stage is Stage.ASKED or screen.waits


def _can_go_on(screen: RaceScreen) -> bool:
    return screen.stage in (Stage.PAGE, Stage.FEEDBACK) or screen.waits


def _begun(screen: RaceScreen) -> bool:
    return screen.stage is Stage.PAGE and bool(screen.race.trials)


def _over(screen: RaceScreen) -> bool:
    return screen.stage is Stage.OVER


_SAY = Binding.Group("say")
_LEFT, _RIGHT = "\u2190", "\u2192"
_ANSWER: tuple[Command[RaceScreen], ...] = under(
    "Answer",
    Command("0", "0", "say 0", lambda s: s.decide(0), _asked, group=_SAY),
    Command("1", "1", "say 1", lambda s: s.decide(1), _asked, group=_SAY),
    Command("left", "left", "say 0", lambda s: s.decide(0), _asked, shown=_LEFT, listed=False, palette=False),
    Command(
        "right", "right", "say 1", lambda s: s.decide(1), _asked, shown=_RIGHT, listed=False, palette=False
    ),
)
_GO_ON: tuple[Command[RaceScreen], ...] = under(
    "Go on",
    Command(
        "go on", "enter,space", "go on", lambda s: s.then(s.go_on), _can_go_on, "go on; also Space", "Enter"
    ),
    Command("home", "enter", "home", lambda s: s.leave(), _over, "back home", "Enter"),
    Command("anew", "a", "a new race", lambda s: s.then(s.begin_anew), _begun, "begin a new race instead"),
    Command("again", "a", "race again", lambda s: s.then(s.begin_anew), _over, "another race on it"),
    Command("leave", "escape", "leave", lambda s: s.leave(), about="leave; the race is kept", shown="Esc"),
)
RACE_COMMANDS = (*_ANSWER, *_GO_ON)


def _list(*items: str) -> str:
    return "\n".join(f"- {item}" for item in items)


RACE_HELP = f"""
You and the neuron see the same figures in the same order. Each says 0 or 1, and then both are told
the right answer. The neuron makes one adjustment on that figure alone.

Leave whenever you like: the race is kept, and goes on where you left it.

As in the study of 1994:
{_list(*AS_IN_THE_STUDY)}

Unlike the study:
{_list(*UNLIKE_THE_STUDY)}

Which of the three inputs is size, colour or shape, and what stands for 1, is drawn anew for each
race.

The curves are the share of wrong answers in each block: \u25b2 yours, \u25cf the neuron's, and
dotted with \u25cb those of forty people who learned this kind of pattern in the study.

At the end stands who was wrong how often over all the figures that you judged. For the people
of the study it is the same blocks, and of a block that you did not finish, as much of it as you saw.

{LATER_STUDIES}

{_list(*SOURCES)}
"""
