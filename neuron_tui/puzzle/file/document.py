"""From a file's bytes to its tree, in bounded time and memory whatever the bytes are."""

from __future__ import annotations

import re

import yaml

from neuron_tui.puzzle.file.characters import Lines, SourceText, decode
from neuron_tui.puzzle.file.faults import FaultList
from neuron_tui.puzzle.file.nodes import Node
from neuron_tui.puzzle.file.syntax import syntax_fault
from neuron_tui.puzzle.file.tree import TooMuchError, TreeBuilder

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast loader, or the one in Python where libyaml is missing. Only its events are used."""

_HEADER = re.compile(r"(?:[ ]*(?:#[^\r\n]*)?[\r\n]|%[^\r\n]*[\r\n]?)*+")
_DIRECTIVE = re.compile(r"(?<![^\r\n])%")
_NOTHING = re.compile(r"(?:[ \r\n]+|#[^\r\n]*)*+")


def read_document(data: bytes, faults: FaultList) -> Node | None:
    """The tree of a file, or None where there is none; all faults of its form are added to `faults`."""
    source = decode(data, faults)
    if source is None:
        return None
    text = _without_directives(source.text, faults)
    try:
        return _build(text, faults)
    except TooMuchError:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        _tell(problem, source, faults)
        return None


def _build(text: str, faults: FaultList) -> Node | None:
    """The tree of the first document; a second one is told."""
    builder = TreeBuilder(text, faults)
    loader = Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            builder.add(event)
            ended = isinstance(event, yaml.DocumentEndEvent)
            if ended and _ends(text, event.end_mark.index, event.explicit, faults):
                break
    finally:
        loader.dispose()
    return builder.root


def _ends(text: str, index: int, explicit: bool, faults: FaultList) -> bool:
    """Whether reading may end after the first document. What is no document is left to the loader to name."""
    blank = _NOTHING.match(text, index)
    rest = blank.end() if blank else index
    if rest == len(text):
        return True
    if not explicit and not text.startswith(("---", "%"), rest):
        return False
    message = "a second document begins here; put each puzzle into a file of its own, and remove this line"
    faults.error(Lines(text).spot(rest), message)
    return True


def _without_directives(text: str, faults: FaultList) -> str:
    """The text with `%` lines before the document told and made comments.

    The YAML library compares each `%TAG` with every other, which takes many seconds for a file full of them.
    """
    header = _HEADER.match(text)
    if header is None or "%" not in header.group():
        return text
    lines = Lines(text)
    for found in _DIRECTIVE.finditer(header.group()):
        faults.error(lines.spot(found.start()), "a puzzle file has no `%` lines; remove it")
    return _DIRECTIVE.sub("#", header.group()) + text[header.end() :]


def _tell(problem: Exception, source: SourceText, faults: FaultList) -> None:
    """Add what the YAML library found, unless it may only follow from a character told already."""
    fault = syntax_fault(problem)
    if not source.may_mislead(fault.line):
        faults.add(fault.line, fault.column, fault.message)
