"""From the text of a formula to the formula: a small grammar, and one clear fault where the text leaves it.

formula  = [ output "=" ] either
either   = one { "or" one }
one      = both { "xor" both }
both     = part { "and" part }
part     = "not" part | "(" either ")" | count "(" either { "," either } ")" | name
count    = ( "at least" | "at most" | "exactly" ) number "of"
name     = words, none of them one of these, or a text in double quotation marks
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from neuron_tui.puzzle.formula.expression import (
    RESERVED,
    WORD,
    Bound,
    Counted,
    Expression,
    Formula,
    Input,
    Joined,
    Joining,
    Not,
    quoted_name,
)
from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH
from neuron_tui.puzzle.text import clip

MAX_DEPTH = 20
"""So many parentheses and `not` may stand within one another."""
OUTPUT = "output"
"""Stands before the `=` for the output, whatever it is called."""
_SAMPLE = "write a formula such as `left and not right`"
_TOKEN = re.compile(rf'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<sign>[(),=])|(?P<word>{WORD})|(?P<open>"))')
_NEEDLESS = {
    ")": "`)` closes nothing; remove it",
    ",": "a comma stands only between the parts of a count, as in `at least 2 of (...)`; remove it",
    "=": "`=` stands only once, after the name of the output; remove it",
}
_ESCAPED = re.compile(r"\\(.)")

Kind = Literal["name", "word", "sign", "end"]


@dataclass(frozen=True)
class _Token:
    """A quoted name, a word, one of `(),=`, or the end; and the index of its first character."""

    kind: Kind
    text: str
    start: int


class FormulaError(ValueError):
    """A formula that can't be read. `start` is the index of the character at which it goes wrong."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def read_formula(text: str, input_names: Sequence[str], output_name: str) -> Formula:
    """The formula of a puzzle whose inputs and output have these names.

    Raises FormulaError where the text is none; its message says what to write instead.
    """
    if len(text) > MAX_LINE_LENGTH:
        raise FormulaError(f"the formula is too long; write at most {MAX_LINE_LENGTH:,} characters", 0)
    reading = _Reading(_tokens(text), tuple(input_names), output_name)
    return Formula(reading.whole(), tuple(input_names), output_name)


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = cast(str, found.lastgroup)
        start = found.start(kind)
        if kind == "open":
            raise FormulaError("this quotation mark is never closed; write another one after the name", start)
        name = kind == "quoted"
        said = _ESCAPED.sub(r"\1", found[kind][1:-1]) if name else found[kind]
        tokens.append(_Token("name" if name else "sign" if kind == "sign" else "word", said, start))
    return [*tokens, _Token("end", "", len(text.rstrip()))]


class _Reading:
    """Reads tokens from left to right; each method takes what it is named after."""

    def __init__(self, tokens: list[_Token], input_names: tuple[str, ...], output_name: str) -> None:
        self._tokens = tokens
        self._input_names = input_names
        self._output_name = output_name
        self._at = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _is(self, *texts: str) -> bool:
        """Whether the next token is one of these words or signs, not quoted."""
        return self._next.kind in ("word", "sign") and self._next.text in texts

    def _take(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def _need(self, text: str, where: str) -> None:
        if not self._is(text):
            raise FormulaError(f"`{text}` is missing {where}; {_SAMPLE}", self._next.start)
        self._take()

    def whole(self) -> Expression:
        """The formula to its end, with or without the output before it."""
        self._output()
        expression = self._joined("or", 0)
        if self._next.kind != "end":
            found = self._next.text if self._next.kind == "sign" else ""
            what = f"`{clip(self._next.text)}` joins nothing; write `and`, `or` or `xor` before it"
            raise FormulaError(_NEEDLESS.get(found, what), self._next.start)
        return expression

    def _output(self) -> None:
        """The output's name and `=`, where they stand there."""
        if all(token.text != "=" or token.kind != "sign" for token in self._tokens):
            return
        start = self._next.start
        name = self._name()
        if name not in (self._output_name, OUTPUT):
            shown = clip(quoted_name(self._output_name))
            raise FormulaError(f"the output is called {shown}; write `{shown} = ...`", start)
        self._need("=", "after the name of the output")

    def _joined(self, by: Joining, depth: int) -> Expression:
        """Parts that are joined by this word, each of them joined by words that bind more tightly."""
        tighter: dict[Joining, Callable[[], Expression]] = {
            "or": lambda: self._joined("xor", depth),
            "xor": lambda: self._joined("and", depth),
            "and": lambda: self._part(depth),
        }
        parts = [tighter[by]()]
        while self._is(by):
            self._take()
            parts.append(tighter[by]())
        return parts[0] if len(parts) == 1 else Joined(by, tuple(parts))

    def _part(self, depth: int) -> Expression:
        """A name, a count, what is in parentheses, or the opposite of one of them."""
        if depth > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} parentheses stand within one another; leave some out"
            raise FormulaError(message, self._next.start)
        if self._is("not"):
            self._take()
            return Not(self._part(depth + 1))
        if self._is("("):
            self._take()
            inside = self._joined("or", depth + 1)
            self._need(")", "here")
            return inside
        if self._is("at", "exactly"):
            return self._count(depth)
        start = self._next.start
        name = self._name()
        if name not in self._input_names:
            for word in name.split():
                if word not in RESERVED and word.lower() in RESERVED:
                    raise FormulaError(f"`{clip(word)}` is no name; write `{word.lower()}`", start)
            known = clip(", ".join(map(quoted_name, self._input_names)), 80)
            raise FormulaError(f"no input is called `{clip(name)}`; the inputs are {known}", start)
        return Input(self._input_names.index(name))

    def _count(self, depth: int) -> Expression:
        """At least, at most or exactly so many of a list."""
        start, bound = self._next.start, self._bound()
        digits = self._next
        if digits.kind != "word" or not re.fullmatch("[0-9]{1,3}", digits.text):
            raise FormulaError(f"write a number here, as in `{bound} 2 of (...)`", digits.start)
        self._take()
        self._need("of", f"after `{bound} {digits.text}`")
        self._need("(", "after `of`")
        parts = [self._joined("or", depth + 1)]
        while self._is(","):
            self._take()
            parts.append(self._joined("or", depth + 1))
        self._need(")", "here")
        if int(digits.text) > len(parts):
            message = f"{int(digits.text)} is more than the {len(parts)} that stand here; write at most that"
            raise FormulaError(message, start)
        return Counted(bound, int(digits.text), tuple(parts))

    def _bound(self) -> Bound:
        if self._take().text == "exactly":
            return "exactly"
        if not self._is("least", "most"):
            raise FormulaError("write `at least` or `at most`, as in `at least 2 of (...)`", self._next.start)
        return "at least" if self._take().text == "least" else "at most"

    def _name(self) -> str:
        """A quoted name, or one of words."""
        if self._next.kind == "name":
            return self._take().text
        words = []
        while self._next.kind == "word" and self._next.text not in RESERVED:
            words.append(self._take().text)
        if not words:
            found = f", but `{self._next.text}` stands here" if self._next.kind != "end" else ""
            raise FormulaError(f"a name is missing{found}; {_SAMPLE}", self._next.start)
        return " ".join(words)
