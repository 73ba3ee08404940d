"""The terms of the field: what each means in one sentence, and which puzzle explains it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from neuron_tui.folders import bundled_puzzles
from neuron_tui.puzzle.file.faults import Fault, FaultList
from neuron_tui.puzzle.file.fields import lines, read_line
from neuron_tui.puzzle.file.keys import Field, Fields, Form, mapping, read_keys, read_values
from neuron_tui.puzzle.file.source import read_file
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Node, read_tree
from neuron_tui.puzzle.library.library import Library, formerly
from neuron_tui.puzzle.library.names import GLOSSARY_FILE


@dataclass(frozen=True)
class Term:
    """A term. `forms` are what counts as a use of it; none where it is an everyday word.

    `also` is what others call it, `article` what the article does about it, where it differs. `explained` is
    the id of the puzzle that explains it, empty where none does. `line` is where it stands in its file.
    """

    name: str
    meaning: str
    forms: tuple[str, ...] = ()
    explained: str = ""
    line: int = 1
    also: tuple[str, ...] = ()
    article: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)

    @property
    def elsewhere(self) -> str:
        """What it is called elsewhere, as a sentence or two; empty where there is nothing to say."""
        *others, last = self.also or ("",)
        also = f"Also called {' or '.join(filter(None, (', '.join(others), last)))}." if last else ""
        article = f"The article {self.article}." if self.article else ""
        return " ".join(filter(None, (also, article)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any of its forms, as whole words, in whatever letters and over the end of a line."""
        spaced = (re.escape(form).replace(r"\ ", r"\s+") for form in self.forms)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE)

    def used_in(self, text: str) -> str:
        """The words of a text that use it first, empty where none do."""
        found = self._pattern.search(text) if self.forms else None
        return " ".join(found.group().split()) if found else ""


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order in which the course needs them; and what is wrong with their file."""

    terms: tuple[Term, ...]
    faults: tuple[Fault, ...] = ()

    def fitting(self, wanted: str) -> tuple[Term, ...]:
        """The terms in whose name, forms or meaning stands what somebody types; by their names first."""
        wanted = wanted.strip().casefold()
        found = (
            term
            for term in self.terms
            if wanted in " ".join((*term.names, *term.forms, term.meaning, term.article)).casefold()
        )
        return tuple(sorted(found, key=lambda term: wanted not in " ".join(term.names).casefold()))


def glossary_of(library: Library) -> Glossary:
    """The terms of the game and of the packs that are played; of two with the same name the first counts.

    Where only one pack is played, its own terms come first.
    """
    packs = library.packs if library.only is None else (library.only,)
    own = [
        read_glossary(pack.path / GLOSSARY_FILE, pack.prefix)
        for pack in packs
        if pack.source != "bundled" and (pack.path / GLOSSARY_FILE).is_file()
    ]
    game = read_glossary()
    known: dict[str, Term] = {}
    for glossary in [game, *own] if library.only is None else [*own, game]:
        for term in glossary.terms:
            known.setdefault(term.name.casefold(), term)
    return Glossary(tuple(known.values()))


def read_glossary(path: Path | None = None, prefix: str = "") -> Glossary:
    """Read a glossary, by default the game's own. Never raises: what is wrong becomes a fault.

    `prefix` stands before the ids of the puzzles in its pack.
    """
    data = read_file(path or bundled_puzzles() / GLOSSARY_FILE)
    if isinstance(data, Fault):
        return Glossary((), (data,))
    faults = FaultList()
    root = read_tree(data, faults)
    if not isinstance(root, ListNode):
        if root is not None:
            faults.error(root, "glossary", "a glossary is a list; begin each term with `- term: ...`")
        return Glossary((), faults.in_order())
    read = (_read_term(node, faults) for node in root.items)
    terms = tuple(
        replace(term, explained=term.explained and prefix + term.explained)
        for term in read
        if term is not None
    )
    _tell_twice(terms, faults)
    return Glossary(terms, faults.in_order())


def _read_term(node: Node, faults: FaultList) -> Term | None:
    if not isinstance(node, MappingNode):
        faults.error(
            node,
            "glossary",
            "a term has a name and a meaning; write `- term: ...` and below it `meaning: ...`",
        )
        return None
    nodes = read_keys(node, FIELDS, faults)
    values = read_values(nodes, FIELDS, faults)
    if not nodes.keys() >= {*_NEEDED}:
        faults.error(node, "glossary", "a term needs `term` and `meaning`; add the one that is missing")
    if not values.keys() >= {*_NEEDED}:
        return None
    name = values.pop("term")
    return Term(name, **{"forms": (name,), **values}, line=node.line)


_read_words = lines(100, "write it as `[weight, weights]`", "glossary")
FIELDS: Fields = {
    "term": Field(read_line, "its name"),
    "meaning": Field(read_line, "what it means, in one sentence"),
    "forms": Field(_read_words, "the words that count as a use of it; by default its name"),
    "also": Field(_read_words, "its other names"),
    "article": Field(read_line, "where the article's word differs"),
    "explained": Field(read_line, "the puzzle that explains it"),
}
_NEEDED = ("term", "meaning")
GLOSSARY: Form = {"type": "array", "items": mapping(FIELDS, *_NEEDED)}


def _tell_twice(terms: tuple[Term, ...], faults: FaultList) -> None:
    """No term, and no form of one, stands there twice: it would be explained twice."""
    seen: dict[str, str] = {}
    for term in terms:
        for form in dict.fromkeys(text.casefold() for text in (*term.names, *term.forms)):
            if form in seen:
                message = f"`{form}` belongs to `{seen[form]}` already; remove one of the two"
                faults.add(Fault(term.line, 1, "glossary", message))
            seen.setdefault(form, term.name)


def titles_of(glossary: Glossary, library: Library) -> dict[str, str]:
    """The title of the puzzle that explains a term, by the term's name; old ids are followed."""
    entries = {entry.id: entry for entry in library.entries if entry.shadowed_by is None}
    wanted = {term.explained for term in glossary.terms if term.explained}
    found = {place: entries.get(place) or formerly(place, entries.values()) for place in wanted}
    titles = {place: entry.read().title for place, entry in found.items() if entry is not None}
    return {term.name: titles[term.explained] for term in glossary.terms if term.explained in titles}
