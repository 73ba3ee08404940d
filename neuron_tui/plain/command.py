"""What can be typed at a place of the game: each thing is defined once, for the prompt, help and itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from neuron_tui.plain.conversation import Conversation, LeftError
from neuron_tui.puzzle.text import capital, clip


class Speaker(Protocol):
    """A part of the game that speaks with the player."""

    @property
    def conversation(self) -> Conversation: ...


Host = TypeVar("Host", bound=Speaker, contravariant=True)
"""What a command acts on."""
Way = Literal["on", "next", "again", "home"]
"""Where the conversation goes from here."""

YES = ("yes", "y", "ok")
QUIT = ("quit", "q", "exit")
HELP = ("help", "?")
QUIT_TOLD = "quit: leave the game. Everything you answered is kept."


def always(_: object) -> bool:
    return True


def goes(way: Way) -> Callable[[object, str], Way]:
    """What a command does that leads on."""
    return lambda _, __: way


def empty_leads(way: Way) -> Callable[[Speaker, str], Way | None]:
    """What is done with a line that is no command, where only an empty one means anything: it leads on."""

    def take(host: Speaker, typed: str) -> Way | None:
        if not typed:
            return way
        unknown(host.conversation, typed)
        return None

    return take


@dataclass(frozen=True)
class Command(Generic[Host]):
    """One thing that can be typed, `when` it is possible. `do` gets what is typed after the name, and gives
    where to go, None to stay.

    Help writes it with what it `takes` and says what it is `about`. If it is `listed`, the prompt names it.
    """

    name: str
    about: str
    do: Callable[[Host, str], Way | None]
    when: Callable[[Host], bool] = always
    takes: str = ""
    listed: bool = False
    also: tuple[str, ...] = ()

    def given(self, typed: str) -> str | None:
        """What is typed after one of its names; None where this command is not meant."""
        for name in (self.name, *self.also):
            if typed.casefold() == name:
                return ""
            if self.takes and typed.casefold().startswith(f"{name} "):
                return typed[len(name) :].strip()
        return None


def converse(
    host: Host,
    asks: Callable[[Host], str],
    commands: Sequence[Command[Host]],
    otherwise: Callable[[Host, str], Way | None],
    *,
    means: Callable[[Host], str] = lambda _: "",
    leaving: Callable[[Host], str] = lambda _: "",
) -> Way:
    """Ask and do what is typed, until it leads somewhere.

    `asks` is what is asked each time, `otherwise` what is done with a line that is no command, which help
    says first where it `means` something, and `leaving` what is asked before the player goes home or leaves;
    where it is empty, nothing. What else can be typed is said once, and when that has changed. Raises
    LeftError.
    """
    conversation, said = host.conversation, [""]
    while True:
        there, asked = [command for command in commands if command.when(host)], asks(host)
        possible: list[Command[Host]] = [*there, *conversation.asides]
        listed = [command.name for command in there if command.listed]
        typed = conversation.ask(asked if asked and said == listed else _prompt(asked, listed))
        said = listed
        if typed.casefold() in HELP:
            conversation.say(means(host), *map(_told, possible), QUIT_TOLD)
            continue
        if typed.casefold() in QUIT:
            if agreed(conversation, leaving(host)):
                raise LeftError
            continue
        given = ((command, command.given(typed)) for command in possible)
        found = next(((command, rest) for command, rest in given if rest is not None), None)
        way = otherwise(host, typed) if found is None else found[0].do(host, found[1])
        if way == "home" and not agreed(conversation, leaving(host)):
            continue
        if way is not None:
            return way


def agreed(conversation: Conversation, question: str) -> bool:
    """Whether the player says yes to a question; to none there is nothing to say."""
    if not question:
        return True
    return conversation.ask(f"{question} Type yes, or anything else to stay.").casefold() in (*YES, *QUIT)


HOME = Command[Speaker]("home", "choose another puzzle", goes("home"), also=("back",))


def names_of(commands: Sequence[Command[Host]]) -> frozenset[str]:
    """All that these are called."""
    return frozenset(name for command in commands for name in (command.name, *command.also))


def unknown(conversation: Conversation, typed: str) -> None:
    """Say that this is no command here; and where it is one, if anywhere."""
    places = conversation.places_of(typed)
    known = f"{capital(clip(typed))}: not here, but {' or '.join(places)}."
    said = known if places else f"Nothing here is called {clip(typed)}."
    conversation.say(f"{said} Type help to hear what is possible.")


def _prompt(asked: str, listed: Sequence[str]) -> str:
    names = [*listed, "help"]
    few = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
    return f"{asked} Or type {few}." if asked else f"Type {few}."


def _told(command: Command[Host]) -> str:
    return f"{' '.join(filter(None, (command.name, command.takes)))}: {command.about}."
