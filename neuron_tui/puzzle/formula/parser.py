"""Parses the text of a formula, or raises one error that says where the text leaves the grammar.

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
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast

from neuron_tui.puzzle.formula.expression import (
    RESERVED,
    WORD,
    BooleanFormula,
    Bound,
    CountOf,
    Expression,
    Input,
    Joined,
    Joining,
    Not,
    quoted_name,
)
from neuron_tui.puzzle.puzzle import MAX_LINE_LENGTH
from neuron_tui.puzzle.text import clip

MAX_DEPTH = 20
"""How deep parentheses and `not` may be nested."""
OUTPUT = "output"
"""May be written before the `=` for the output, whatever it is called."""
_SAMPLE = "write a formula such as `left and not right`"
_TOKEN = re.compile(rf'(?P<name>"(?:[^"\\]|\\.)*")|(?P<sign>!=|[(),=])|(?P<word>{WORD})|(?P<open>")')
_NEEDLESS = {
    ")": "`)` closes nothing; remove it",
    ",": "a comma stands only between the parts of a count, as in `at least 2 of (...)`; remove it",
    "=": "`=` stands only once, after the name of the output; remove it",
}
_SIGNS = {
    **dict.fromkeys(["&", "&&", "*"], "`and`"),
    **dict.fromkeys(["|", "||"], "`or`"),
    **dict.fromkeys(["!", "~"], "`not`"),
    **dict.fromkeys(["^", "!=", "<>"], "`xor`"),
    "+": "`or`, or how many there are: `at least 2 of (left, right)`",
    "nand": "`not (left and right)`",
    "nor": "`not (left or right)`",
    "->": "`not left or right`",
    "if": "a formula without it, such as `left and not right`",
    "then": "a formula without it, such as `left and not right`",
}
"""What other languages write, and what it is here."""
_ESCAPED = re.compile(r"\\(.)")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six")
_LOOSEST_FIRST: tuple[Joining, ...] = ("or", "xor", "and")

_Kind = Literal["name", "word", "sign", "open", "end"]


@dataclass(frozen=True)
class _Token:
    """A quoted name, a word, one of `(),=`, or the end; and the index of its first character."""

    kind: _Kind
    text: str
    start: int

    def is_(self, text: str) -> bool:
        """Whether it is this word or sign, not quoted."""
        return self.text == text and self.kind in ("word", "sign")


class FormulaError(ValueError):
    """A formula that can't be read. `start` is the index of the character at which it goes wrong."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def read_formula(text: str, input_names: Sequence[str], output_name: str) -> BooleanFormula:
    """The formula of a puzzle whose inputs and output have these names.

    Raises FormulaError for any other text; its message says what to write instead.
    """
    if len(text) > MAX_LINE_LENGTH:
        raise FormulaError(f"the formula is too long; write at most {MAX_LINE_LENGTH:,} characters", 0)
    parser = _Parser(_tokens(text), tuple(input_names), output_name)
    return BooleanFormula(parser.formula(), tuple(input_names), output_name)


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(text):
        kind, said = cast(_Kind, found.lastgroup), found.group()
        if kind == "open":
            message = "this quotation mark is never closed; write another one after the name"
            raise FormulaError(message, found.start())
        if said == "!=":
            raise FormulaError(f"`!=` means nothing here; write {_SIGNS[said]}", found.start())
        said = _ESCAPED.sub(r"\1", said[1:-1]) if kind == "name" else said
        tokens.append(_Token(kind, said, found.start()))
    return [*tokens, _Token("end", "", len(text.rstrip()))]


class _Parser:
    """Takes tokens from left to right, by recursive descent: a method for each line of the grammar."""

    def __init__(self, tokens: list[_Token], input_names: tuple[str, ...], output_name: str) -> None:
        self._left = tokens[::-1]
        self._input_names = input_names
        self._output_name = output_name

    @property
    def _next(self) -> _Token:
        return self._left[-1]

    def _takes(self, text: str) -> bool:
        """Whether the next token is this word or sign, which is taken then."""
        if self._next.is_(text):
            self._left.pop()
            return True
        return False

    def _need(self, text: str, where: str) -> None:
        if not self._takes(text):
            raise FormulaError(f"`{text}` is missing {where}; {_SAMPLE}", self._next.start)

    def formula(self) -> Expression:
        if any(token.is_("=") for token in self._left):
            self._output()
        expression = self._joined(0)
        if self._next.kind != "end":
            what = f"`{clip(self._next.text)}` joins nothing; write `and`, `or` or `xor` before it"
            sign = self._next.text if self._next.kind == "sign" else ""
            raise FormulaError(_NEEDLESS.get(sign, what), self._next.start)
        return expression

    def _output(self) -> None:
        start, name = self._next.start, self._name()
        if name not in (self._output_name, OUTPUT):
            shown = clip(quoted_name(self._output_name))
            raise FormulaError(f"the output is called {shown}; write `{shown} = ...`", start)
        self._need("=", "after the name of the output")

    def _joined(self, depth: int, binding: int = 0) -> Expression:
        """Parts joined by one word, each of them joined by words that bind more tightly."""
        if binding == len(_LOOSEST_FIRST):
            return self._part(depth)
        parts = [self._joined(depth, binding + 1)]
        while self._takes(_LOOSEST_FIRST[binding]):
            parts.append(self._joined(depth, binding + 1))
        return parts[0] if len(parts) == 1 else Joined(_LOOSEST_FIRST[binding], tuple(parts))

    def _part(self, depth: int) -> Expression:
        """A name, a count, what is in parentheses, or the opposite of one of them."""
        start = self._next.start
        if depth > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} parentheses stand within one another; leave some out"
            raise FormulaError(message, start)
        if self._takes("not"):
            return Not(self._part(depth + 1))
        if self._takes("("):
            inside = self._joined(depth + 1)
            self._need(")", "here")
            return inside
        if bound := self._bound():
            return self._count(bound, start, depth)
        name = self._name()
        if name not in self._input_names:
            raise FormulaError(_unknown(name, self._input_names), start)
        return Input(self._input_names.index(name))

    def _bound(self) -> Bound | None:
        if self._takes("exactly"):
            return "exactly"
        if not self._takes("at"):
            return None
        if self._takes("least"):
            return "at least"
        if self._takes("most"):
            return "at most"
        raise FormulaError("write `at least` or `at most`, as in `at least 2 of (...)`", self._next.start)

    def _count(self, bound: Bound, start: int, depth: int) -> Expression:
        """How many of a list: what follows `at least`, `at most` or `exactly`."""
        digits = self._next
        if digits.kind != "word" or not re.fullmatch("[0-9]{1,3}", digits.text):
            if digits.text in _NUMBERS:
                raise FormulaError(
                    f"write `{_NUMBERS.index(digits.text)}` instead of `{digits.text}`", digits.start
                )
            raise FormulaError(f"write a number here, as in `{bound} 2 of (...)`", digits.start)
        self._left.pop()
        self._need("of", f"after `{bound} {digits.text}`")
        self._need("(", "after `of`")
        parts = [self._joined(depth + 1)]
        while self._takes(","):
            parts.append(self._joined(depth + 1))
        self._need(")", "here")
        number = int(digits.text)
        if number > len(parts):
            message = f"{number} is more than the {len(parts)} that stand here; write at most that"
            raise FormulaError(message, start)
        return CountOf(bound, number, tuple(parts))

    def _name(self) -> str:
        if self._next.kind == "name":
            return self._left.pop().text
        words = []
        while self._next.kind == "word" and self._next.text not in RESERVED:
            words.append(self._left.pop().text)
        if not words and self._next.is_("="):
            raise FormulaError(_NEEDLESS["="], self._next.start)
        if not words:
            found = f", but `{self._next.text}` stands here" if self._next.kind != "end" else ""
            raise FormulaError(f"a name is missing{found}; {_SAMPLE}", self._next.start)
        return " ".join(words)


def _unknown(name: str, input_names: Sequence[str]) -> str:
    """What to write instead of a name that no input has."""
    for word in name.split():
        if word not in RESERVED and word.lower() in RESERVED:
            return f"`{clip(word)}` is no name; write `{word.lower()}`"
        for sign, meant in _SIGNS.items():
            if word == sign or (sign in "!~" and word.startswith(sign)):
                return f"`{sign}` means nothing here; write {meant}"
    whole = next((known for known in input_names if known.startswith(f"{name} ")), "")
    if not RESERVED.isdisjoint(whole.split()):
        return f"write {clip(quoted_name(whole))} in quotation marks, because a word in it joins parts"
    near = get_close_matches(name, input_names, n=1)
    if near:
        return f"no input is called `{clip(name)}`; did you mean `{clip(near[0])}`?"
    known = clip(", ".join(map(quoted_name, input_names)), 80)
    return f"no input is called `{clip(name)}`; the inputs are {known}"
