"""Help for the screen one is on: all its keys, and what is seen there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.keys import key_to_character
from textual.screen import Screen

from neuron_tui.tui.kit.cells import fit, width_of
from neuron_tui.tui.kit.looks import in_ascii, keys_in_ascii
from neuron_tui.tui.kit.text_panel import MARK, MUTED
from neuron_tui.tui.shell.every_screen import IN_A_SMALL_TERMINAL
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.page import PageScreen
from neuron_tui.tui.shell.room import USUAL, has_room

KEY_WIDTH, DOES_WIDTH = 12, 23
"""Two such columns have room on the page beside its scrollbar. What is longer has both."""
WAITING = "Keys in brackets wait for their moment."
MARKING = (
    "Drag with the mouse to mark text that is said, and Ctrl+C copies it. "
    "With Shift held down, the terminal itself marks whatever is there."
)


def help_page(screen: Screen[object]) -> PageScreen:
    """The page for a screen: all its keys by their purpose, and what it shows."""
    commands = screen.commands if isinstance(screen, GameScreen) else ()
    small = not has_room(screen.app.size, USUAL)
    own = [
        (command.purpose, command.binding())
        for command in commands
        if small or command.purpose != IN_A_SMALL_TERMINAL
    ]
    known = {(binding.key, _meaning(binding)) for _, binding in own}
    held = Binding.make_bindings(screen.focused.BINDINGS if screen.focused else ())
    keys = {"Here": [binding for binding in held if (binding.key, _meaning(binding)) not in known]}
    for purpose, binding in own:
        keys.setdefault(purpose, []).append(binding)
    others = Binding.make_bindings((*(() if own else screen.BINDINGS), *screen.app.BINDINGS))
    keys.setdefault("Everywhere", []).extend(
        binding for binding in others if screen.app.check_action(binding.action, ())
    )
    works = {(key, _meaning(active.binding)) for key, active in screen.active_bindings.items()}
    written = {purpose: _written(bindings, works) for purpose, bindings in keys.items()}
    if in_ascii(screen.app):
        written = {
            purpose: {does: keys_in_ascii(shown) for does, shown in lines.items()}
            for purpose, lines in written.items()
        }
    tables = [_table(purpose, lines, paired=not small) for purpose, lines in written.items() if lines]
    waits = any(shown.startswith("(") for lines in written.values() for shown in lines.values())
    local = screen.LOCAL_HELP if isinstance(screen, GameScreen) and not screen.app.is_web else ""
    seen = [_paragraph(part) for told in (screen.HELP or "", local) for part in told.split("\n\n")]
    return PageScreen("Help", [*tables, WAITING if waits else "", *seen, MARKING])


def _meaning(binding: Binding) -> str:
    return binding.tooltip or binding.description


def _keys(binding: Binding) -> list[str]:
    """The key as it is written, and the letters and signs that do the same where it is lacking."""
    first, *others = [key_to_character(key) or "" for key in binding.key.split(",")]
    seconds = [] if first.isprintable() and first else [each for each in others if each.strip()]
    return [binding.key_display or binding.key, *seconds]


def _written(bindings: Iterable[Binding], works: set[tuple[str, str]]) -> dict[str, str]:
    """The keys by what they do, as they are written: in brackets where it cannot be done now.

    Where some of the keys for it work, only these are written.
    """
    all_keys: dict[str, dict[str, bool]] = {}
    for binding in filter(_meaning, bindings):
        does = _meaning(binding)
        keys = all_keys.setdefault(does, {})
        for shown in _keys(binding):
            keys[shown] = keys.get(shown, False) or any(
                (key, does) in works for key in binding.key.split(",")
            )
    return {
        does: " ".join(key for key, now in keys.items() if now) or f"({' '.join(keys)})"
        for does, keys in all_keys.items()
    }


def _paragraph(written: str) -> str:
    """A paragraph without its line ends, except before `-` in a list."""
    return "\n".join(" ".join(line.split()) for line in re.split(r"\n(?=- )", written))


def _table(purpose: str, written: dict[str, str], *, paired: bool) -> Content:
    """A heading, and under it the keys; `paired`: in two columns where they are short."""
    lines = [Content.assemble((purpose, "bold"))]
    beside = False
    for does, shown in written.items():
        entry = Content.assemble(
            (fit(shown, KEY_WIDTH), MUTED if shown.startswith("(") else MARK),
            fit(does, max(width_of(does), DOES_WIDTH)),
        )
        if beside and width_of(does) < DOES_WIDTH:
            lines[-1] += entry
            beside = False
        else:
            lines.append(entry)
            beside = paired and width_of(does) < DOES_WIDTH
    return Content("\n").join(lines)
