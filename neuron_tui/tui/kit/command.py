"""What a player can do on a screen, defined once for the key, the key line, the palette and help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from textual.binding import Binding

Host = TypeVar("Host", contravariant=True)
"""The screen that a command acts on, or what the command needs of it."""


def always(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Command(Generic[Host]):
    """One thing that can be done: `do`, on one of the keys (in Textual's names), `when` it is possible.

    The key line writes `shown`, or else the key, with the `title`; neighbours of one `group` share an entry.
    Help and the palette say what it is `about`, or else the title; help does so under its `purpose`. A
    command that is not `listed` is missing from the key line, and one without `palette` from the palette. A
    key with `priority` is Textual's: it comes before that of the focused widget, and of the app. What is
    `local` is for a player at their own computer: a visitor in a browser does not find it.
    """

    name: str
    key: str
    title: str
    do: Callable[[Host], Awaitable[object] | None]
    when: Callable[[Host], bool] = always
    about: str = ""
    shown: str | None = None
    group: Binding.Group | None = None
    listed: bool = True
    palette: bool = True
    priority: bool = False
    local: bool = False
    purpose: str = "Here"

    @property
    def action(self) -> str:
        """The action that does it on a `GameScreen`."""
        return f"do({self.name!r})"

    def binding(self) -> Binding:
        return Binding(
            self.key, self.action, self.title, self.listed, self.shown, self.priority,
            tooltip=self.about, group=self.group,
        )  # fmt: skip


def under(purpose: str, *commands: Command[Host]) -> tuple[Command[Host], ...]:
    """The same commands, for this purpose."""
    return tuple(replace(command, purpose=purpose) for command in commands)
