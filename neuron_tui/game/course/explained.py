"""Where the terms of the glossary are explained, by the titles of the puzzles."""

from __future__ import annotations

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.glossary import Glossary
from neuron_tui.puzzle.library.library import Folder, scan


def titles_of(glossary: Glossary) -> dict[str, str]:
    """The title of the puzzle that explains a term, by the term's name; old ids are followed."""
    entries = scan([Folder(bundled_puzzles(), "bundled")]).entries
    wanted = {term.explained for term in glossary.terms if term.explained}
    titles = {entry.id: entry.read().title for entry in entries if entry.id in wanted}
    if wanted - titles.keys():
        for entry in (entry.read() for entry in entries):
            for old in entry.puzzle.was if entry.puzzle else ():
                titles.setdefault(old, entry.title)
    return {term.name: titles[term.explained] for term in glossary.terms if term.explained in titles}
