"""The commands that move a guess, in a match and example by example."""

from __future__ import annotations

from typing import Protocol

from textual.binding import Binding

from neuron_tui.tui.kit.command import Command, under


class TakesGuesses(Protocol):
    """A screen on which the player guesses."""

    @property
    def guessing(self) -> bool: ...

    def type_guess(self, key: str) -> None:
        """Guess 0 or 1; twice the same is certain. Or type a number."""

    def lean(self, steps: int) -> None: ...


def guessing(screen: TakesGuesses) -> bool:
    return screen.guessing


def _type_number(name: str, key: str, typed: str) -> Command[TakesGuesses]:
    return Command(
        name, key, "or type a number: .7 or 0.75", lambda s: s.type_guess(typed), guessing,
        shown=". 2-9", listed=False, palette=False,
    )  # fmt: skip


_GUESS = Binding.Group("guess")


def guess_commands(move: str) -> tuple[Command[TakesGuesses], ...]:
    """The commands; `move` is what the key line calls the arrows."""
    group = Binding.Group(move)
    return under(
        "Guess",
        Command(
            "0", "0", "guess 0; twice to be certain", lambda s: s.type_guess("0"), guessing, group=_GUESS
        ),
        Command(
            "1", "1", "guess 1; twice to be certain", lambda s: s.type_guess("1"), guessing, group=_GUESS
        ),
        Command("less", "left", "guess a little less", lambda s: s.lean(-1), guessing, "", "\u2190", group),
        Command("more", "right", "guess a little more", lambda s: s.lean(1), guessing, "", "\u2192", group),
    )


NUMBER_COMMANDS: tuple[Command[TakesGuesses], ...] = under(
    "Guess",
    _type_number("point", "full_stop,comma", "."),
    *(_type_number(f"number {digit}", str(digit), str(digit)) for digit in range(2, 10)),
)
"""After the training's, which have the same keys in another place of the key line."""
