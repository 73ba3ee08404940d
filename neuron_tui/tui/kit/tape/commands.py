"""The commands of the transport, for every screen that plays a tape."""

from __future__ import annotations

from typing import Protocol

from textual.binding import Binding

from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.tape.player import TapePlayer


class PlaysTape(Protocol):
    """A screen with a tape player. Nothing is played while it is not `awake`."""

    player: TapePlayer

    @property
    def awake(self) -> bool: ...


def awake(screen: PlaysTape) -> bool:
    return screen.awake


def _typing(screen: PlaysTape) -> bool:
    return screen.awake and bool(screen.player.typed)


def _type_digit(digit: int) -> Command[PlaysTape]:
    return Command(
        f"digit {digit}", str(digit), "type an iteration, g goes there", lambda s: s.player.type_digit(digit),
        awake, shown="0-9 g", listed=False, palette=False,
    )  # fmt: skip


def _playing(screen: PlaysTape) -> bool:
    return screen.awake and screen.player.playhead.playing


def _still(screen: PlaysTape) -> bool:
    return screen.awake and not screen.player.playhead.playing


_PURPOSE = "Play the training"
_STEP, _SPEED = Binding.Group("step"), Binding.Group("speed")

PLAY_COMMANDS: tuple[Command[PlaysTape], ...] = under(
    _PURPOSE,
    Command(
        "jump", "space", "go on", lambda s: s.player.play_or_pause(), lambda s: s.awake and s.player.calm,
        "a tenth of the training on", "Space",
    ),
    *(
        Command(name, "space", name, lambda s: s.player.play_or_pause(), when, "play or pause", "Space")
        for name, when in (("pause", _playing), ("play", awake))
    ),
)  # fmt: skip
STEP_COMMANDS: tuple[Command[PlaysTape], ...] = under(
    _PURPOSE,
    Command("step back", "comma", "one iteration back", lambda s: s.player.step(-1), _still, "", ",", _STEP),
    Command("step on", "full_stop", "one iteration on", lambda s: s.player.step(1), _still, "", ".", _STEP),
    Command(
        "pause and step back", "comma", "one iteration back", lambda s: s.player.step(-1), _playing,
        shown=",", listed=False,
    ),
    Command(
        "pause and step on", "full_stop", "one iteration on", lambda s: s.player.step(1), _playing,
        shown=".", listed=False,
    ),
    Command(
        "end", "end,greater_than_sign", "finish", lambda s: s.player.press("end"),
        lambda s: s.awake and not s.player.at_end, "to the end of the training", "End",
    ),
    Command(
        "start", "home,less_than_sign", "to its start", lambda s: s.player.go(0), awake,
        shown="Home", listed=False,
    ),
)  # fmt: skip
JUMP_COMMANDS: tuple[Command[PlaysTape], ...] = under(
    _PURPOSE,
    Command(
        "page back", "pageup", "a tenth back", lambda s: s.player.page(-1), awake,
        "a tenth of the training back", "PgUp", listed=False,
    ),
    Command(
        "page on", "pagedown", "a tenth on", lambda s: s.player.page(1), awake,
        "a tenth of the training on", "PgDn", listed=False,
    ),
    *map(_type_digit, range(10)),
    Command(
        "rub out", "backspace", "take back a digit of it", lambda s: s.player.rub_out(), _typing,
        shown="Backsp", listed=False,
    ),
    Command("go to", "g", "go there", lambda s: s.player.go_to_typed(), _typing, "go to the typed iteration"),
)  # fmt: skip
SPEED_COMMANDS: tuple[Command[PlaysTape], ...] = under(
    _PURPOSE,
    Command("slower", "minus", "half as fast", lambda s: s.player.faster(-1), awake, "", "-", _SPEED),
    Command(
        "faster", "plus,equals_sign", "twice as fast", lambda s: s.player.faster(1), awake, "", "+", _SPEED
    ),
)  # fmt: skip
