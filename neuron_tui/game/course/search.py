"""Finding puzzles by what somebody types: titles, tags, terms, formulas and rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from neuron_tui.game.course.glossary import Glossary
from neuron_tui.puzzle.library.entry import PuzzleEntry


def terms_explained(glossary: Glossary) -> dict[str, list[str]]:
    """What the terms that a puzzle explains are called, by the puzzle's id."""
    terms: dict[str, list[str]] = {}
    for term in glossary.terms:
        terms.setdefault(term.explained, []).extend(term.names)
    return terms


@dataclass(frozen=True)
class Search:
    """What was typed. Where it is a tag or a term, such as `and`, that is meant, and no word in a rule."""

    typed: str
    terms: Mapping[str, Sequence[str]]
    a_name: bool

    @classmethod
    def among(cls, typed: str, entries: Iterable[PuzzleEntry], terms: Mapping[str, Sequence[str]]) -> Search:
        typed = " ".join(typed.casefold().split())
        a_name = any(name.casefold() == typed for entry in entries for name in _names(entry, terms))
        return cls(typed, terms, a_name)

    @cached_property
    def _word(self) -> re.Pattern[str]:
        """The typed words whole, or else the beginning of words."""
        return re.compile(rf"(?<!\w){re.escape(self.typed)}" + r"(?!\w)" * self.a_name)

    def fits(self, titles: str) -> bool:
        """Whether the typed words are in titles; parts of words only where nothing has them as its name."""
        folded = titles.casefold()
        return bool(self._word.search(folded)) or (not self.a_name and self.typed in folded)

    def found_in(self, entry: PuzzleEntry, chapter: str) -> str | None:
        """Where it was found: "" in the title, the id or the chapter's title, or else what else has it; None
        where nothing has.
        """
        if self.fits(f"{entry.title} {entry.id} {chapter}"):
            return ""
        for name in _names(entry, self.terms):
            if self._word.search(name.casefold()):
                return name
        if entry.puzzle is None:
            return None
        if self._word.search(entry.puzzle.formula.casefold()):
            return "formula"
        return "rule" if not self.a_name and self._word.search(entry.puzzle.rule.casefold()) else None


def _names(entry: PuzzleEntry, terms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The puzzle's tags, and the terms that it explains."""
    return (*(entry.puzzle.tags if entry.puzzle else ()), *terms.get(entry.id, ()))
