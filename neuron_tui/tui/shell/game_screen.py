"""The base of every screen of the game: what each needs from Textual's own `Screen` and does not get."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from inspect import isawaitable
from typing import ClassVar, Literal, Never, TypeVar, cast

from textual import on
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.events import Compose, DescendantFocus, Mount, Resize
from textual.messages import Prune, Update
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.shell.every_screen import LEAVE_GAME, TURN
from neuron_tui.tui.shell.room import USUAL, has_room

Result = TypeVar("Result")
ONCE_MORE, ONCE_MORE_SECONDS = "q once more leaves the game.", 4
"""What is said, and for how long: meanwhile a second q leaves."""


def offered(binding: Binding, do: Callable[[], Awaitable[object] | None]) -> SystemCommand:
    """What a key does, for the command palette."""
    title = binding.tooltip or binding.description
    key = binding.key_display or binding.key.partition(",")[0]
    return SystemCommand(title[0].upper() + title[1:], f"key {key}", do)


class GameScreen(Screen[Result]):
    """Knows its commands, closes only once, and its workers end before its widgets go.

    In a small terminal it has the class `-small`, and of its `PANELS` only the one in `front` is seen: the
    others have the class `-turned`, and the screen itself has `-front-` with its id.
    """

    DEFAULT_CSS = "GameScreen.-small .-turned { display: none; }"
    GAME_COMMANDS: ClassVar[Sequence[Command[Never]]] = ()
    """In the order of the key line. Of several with the same key, the first that is possible is done."""
    LOCAL_HELP: ClassVar[str] = ""
    """What help says besides to a player at their own computer."""
    PANELS: ClassVar[Sequence[str]] = ()
    """The ids of the panels that a small terminal shows one at a time, in the order of Tab."""
    LEAVES_GAME: ClassVar[Literal["asked", "at once", "never"]] = "asked"
    """How q leaves the game; never where every letter is typed into a field."""
    _commands: ClassVar[Mapping[str, Command[Never]]] = {}

    dismissed = False
    front: reactive[str] = reactive("", repaint=False, init=False)
    """The id of the panel that is seen where there is room for one."""

    def __init_subclass__(cls) -> None:
        if "GAME_COMMANDS" in cls.__dict__:
            own = cls.GAME_COMMANDS
            listed = any(command.name == LEAVE_GAME.name for command in own)
            leave = () if listed or cls.LEAVES_GAME == "never" else (LEAVE_GAME,)
            cls.GAME_COMMANDS = (*(TURN if len(cls.PANELS) > 1 else ()), *own, *leave)
            cls.BINDINGS = [command.binding() for command in cls.GAME_COMMANDS]
            cls._commands = {command.name: command for command in cls.GAME_COMMANDS}
            assert len(cls._commands) == len(cls.GAME_COMMANDS), "each command has a name of its own"
        super().__init_subclass__()

    @property
    def commands(self) -> Sequence[Command[Never]]:
        """What can be done here, now or at another moment: a visitor in a browser has no local ones."""
        return [command for command in self.GAME_COMMANDS if not (command.local and self.app.is_web)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "do":
            return True
        command = self._command(str(parameters[0]))
        return command in self.commands and command.when(self)

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
        for command in self.commands:
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
        self.set_class(self.small, "-small")

    def leave(self) -> None:
        self.dismiss()

    @property
    def typing(self) -> bool:
        """Whether letters belong to a field."""
        return False

    async def leave_game(self) -> None:
        """Leave the game, but where something may be going on only at the second time."""
        line = self.query_one(KeyLine)
        if self.LEAVES_GAME == "at once" or line.note == ONCE_MORE:
            await self.app.action_quit()
        else:
            line.tell(ONCE_MORE, ONCE_MORE_SECONDS)

    # One panel at a time

    @property
    def small(self) -> bool:
        """Whether there is room for one panel at a time."""
        return not has_room(self.app.size, USUAL)

    @property
    def turns(self) -> bool:
        """Whether Tab turns to another panel."""
        return self.small

    def turn(self, panels: int) -> None:
        """Turn to another panel; what can be held in it has the keys."""
        self.front = self.PANELS[(self.PANELS.index(self.front) + panels) % len(self.PANELS)]
        self.call_after_refresh(self._give_keys_to, self.front)  # only then words know whether they scroll

    def _give_keys_to(self, panel: str) -> None:
        """Let what can be held in this panel have the keys, unless something has the whole screen."""
        if self.maximized is None:
            inside = self.query_one(f"#{panel}").walk_children(Widget, with_self=True)
            self.set_focus(next((each for each in inside if each.focusable and each.display), None))

    def watch_front(self, front: str) -> None:
        for name in self.PANELS:
            self.query_one(f"#{name}").set_class(name != front, "-turned")
            self.set_class(name == front, f"-front-{name}")

    @on(Mount)
    def _begin_with_first_panel(self) -> None:
        self.front = next(iter(self.PANELS), "")
        if self.small and self.PANELS:
            self.call_after_refresh(self._give_keys_to, self.front)

    @on(Resize)
    def _mind_the_room(self) -> None:
        """Where all panels are seen again, the first one has the keys."""
        if self.has_class("-small") and not self.small and self.PANELS:
            self.call_after_refresh(self._give_keys_to, self.PANELS[0])
        self.set_class(self.small, "-small")

    @on(DescendantFocus)
    def _turn_to_focused(self, event: DescendantFocus) -> None:
        """What has the keys is in front."""
        around = {node.id for node in event.widget.ancestors_with_self}
        self.front = next((name for name in self.PANELS if name in around), self.front)

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
