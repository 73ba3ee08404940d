"""A conversation of lines: one is said, another is read."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from neuron_tui.plain.spoken import sayable, spoken

if TYPE_CHECKING:
    from neuron_tui.plain.command import Command, Speaker

WIDTH = 100
"""No line has more characters."""
LONGEST = 1_000
"""So many characters of a line that is read are looked at: more is no answer, and no number."""
ENDS = re.compile(r"(?<=[.?!]) +(?=[A-Z0-9\"'\u201c])")
"""Where one sentence ends and another begins."""


class LeftError(Exception):
    """The player leaves: there are no more lines to read, or that was asked for."""


class Conversation:
    """Says lines in plain speech and reads what is answered. A long line is wrapped between words."""

    def __init__(self, source: TextIO, out: TextIO, width: int = WIDTH) -> None:
        self._source, self._out, self._width = source, out, min(width, WIDTH)
        self._said_once: set[str] = set()
        self._spelled: dict[str, str] = {}
        """Words that were said in other letters, by what was said."""
        self.asides: tuple[Command[Speaker], ...] = ()
        """What can be typed everywhere."""
        self.places: Mapping[str, Collection[str]] = {}
        """The words that can be typed at each place of the game: at home, and so on."""

    def say(self, *lines: str) -> None:
        """Say each of these on a line of its own; empty ones are left out."""
        self.write(line for text in lines for line in self._wrapped(spoken(text)))

    def say_once(self, line: str) -> None:
        """Say this unless it was said before."""
        if line not in self._said_once:
            self._said_once.add(line)
            self.say(line)

    def places_of(self, typed: str) -> list[str]:
        """Where this can be typed, or its first word."""
        words = {typed.casefold(), *typed.casefold().split()[:1]}
        return [place for place, names in self.places.items() if words & set(names)]

    def tell(self, text: str) -> None:
        """Say a text of some length, sentence by sentence."""
        for paragraph in re.split(r"\n\s*\n", text):
            self.say(*ENDS.split(" ".join(paragraph.split())))

    def ask(self, prompt: str) -> str:
        """Say what is expected, and read a line, without blanks around it. Raises LeftError at the end."""
        self.say(prompt)
        typed_by_hand = self._source.isatty()
        if typed_by_hand:
            self._out.write("> ")
            self._out.flush()
        line = self._source.readline()
        if not line:
            self.write([""] * typed_by_hand)
            raise LeftError
        return self._meant(" ".join(line[:LONGEST].split()))

    def _meant(self, typed: str) -> str:
        """The same with the words that were spelled as they are: who hears ideograph-5de6 types that."""
        for said, word in sorted(self._spelled.items(), key=lambda pair: -len(pair[0])):
            typed = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", word, typed, flags=re.IGNORECASE)
        return typed

    def write(self, lines: Iterable[str]) -> None:
        """Write lines as they are, in characters that can be written."""
        encoding = self._out.encoding or "utf-8"
        self._out.writelines(f"{sayable(line, encoding)}\n" for line in lines)
        self._out.flush()

    def _wrapped(self, line: str) -> list[str]:
        encoding = self._out.encoding or "utf-8"
        said = sayable(line, encoding).strip()
        if said != line.strip():
            self._spell(line, encoding)
        return textwrap.wrap(said, self._width, break_on_hyphens=False)

    def _spell(self, line: str, encoding: str) -> None:
        """Note how its words are spelled; what is a number or a command stays one."""
        for word in re.findall(r"\w+", line):
            said = sayable(word, encoding).strip()
            if said not in ("", word) and not said.isdecimal() and not self.places_of(said):
                self._spelled[said] = word
