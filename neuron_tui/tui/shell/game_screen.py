"""The base of every screen of the game: what each needs from Textual's own `Screen` and does not get."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from inspect import isawaitable
from typing import ClassVar, Never, TypeVar, cast

from textual import on
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.events import Compose
from textual.messages import Prune, Update
from textual.screen import Screen

from neuron_tui.tui.kit.command import Command

Result = TypeVar("Result")


def offered(binding: Binding, do: Callable[[], Awaitable[object] | None]) -> SystemCommand:
    """What a key does, for the command palette."""
    title = binding.tooltip or binding.description
    key = binding.key_display or binding.key.partition(",")[0]
    return SystemCommand(title[0].upper() + title[1:], f"key {key}", do)


class GameScreen(Screen[Result]):
    """Knows its commands, closes only once, and its workers end before its widgets go."""

    GAME_COMMANDS: ClassVar[Sequence[Command[Never]]] = ()
    """In the order of the key line. Of several with the same key, the first that is possible is done."""
    _commands: ClassVar[Mapping[str, Command[Never]]] = {}

    dismissed = False

    def __init_subclass__(cls) -> None:
        if "GAME_COMMANDS" in cls.__dict__:
            cls.BINDINGS = [command.binding() for command in cls.GAME_COMMANDS]
            cls._commands = {command.name: command for command in cls.GAME_COMMANDS}
            assert len(cls._commands) == len(cls.GAME_COMMANDS), "each command has a name of its own"
        super().__init_subclass__()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._command(str(parameters[0])).when(self) if action == "do" else True

    async def action_do(self, name: str) -> None:
        if not (self.is_attached and self.display):
            return  # the screen is being left
        done = self._command(name).do(self)
        if isawaitable(done):
            await done

    def _command(self, name: str) -> Command[GameScreen[Result]]:
        return cast("Command[GameScreen[Result]]", self._commands[name])

    def palette(self) -> Iterator[SystemCommand]:
        """What can be done now, for the command palette."""
        for command in self.GAME_COMMANDS:
            if command.palette and self._command(command.name).when(self):
                yield offered(command.binding(), partial(self.run_action, command.action))
        held = {
            active.binding.action: active.binding
            for active in self.active_bindings.values()
            if active.node is self.focused and active.enabled and active.binding.description
        }
        for binding in held.values():
            yield offered(binding, partial(self.app.run_action, binding.action, self.focused))

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this result, unless that is done or another screen covers this one.

        Textual's own `dismiss` raises in the first case and closes the other screen in the second.
        """
        if self.dismissed or not self.is_active:
            return AwaitComplete()
        self.dismissed = True
        return super().dismiss(result)

    @on(Compose)
    def _apply_breakpoints(self) -> None:
        """Set the classes of the breakpoints before the first frame. Textual sets them after it."""
        for cells, breakpoints in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            reached = [name for least, name in sorted(breakpoints or ()) if cells >= least]
            self.add_class(*reached[-1:])

    def leave(self) -> None:
        self.dismiss()

    @on(Update)
    def _paint_only_what_is_seen(self, message: Update) -> None:
        """Pass over what is not displayed; it is painted whole once it is.

        For its sake Textual would arrange everything anew in the middle of painting, and then not see what
        has moved: the old place of a panel stayed on the screen.
        """
        if not all(node.display for node in message.widget.ancestors_with_self):
            message.prevent_default()

    @on(Prune)
    def _end_workers(self) -> None:
        """Textual ends them when the widgets that they query are gone already."""
        self.workers.cancel_node(self)
