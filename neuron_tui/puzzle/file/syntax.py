"""What the YAML library finds wrong with a file's form, said in words a player understands."""

from __future__ import annotations

import re

import yaml

from neuron_tui.puzzle.file.faults import Fault

MAX_DEPTH = 20
TOO_DEEP = f"this is nested more than {MAX_DEPTH} levels deep; a puzzle needs two, so write it flat"

_ANYTHING_ELSE = (
    "this can't be read; check the colons, quotation marks and brackets here, "
    "and that lines which belong together begin in the same column"
)

_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        r"mapping values are not allowed",
        "a colon can't stand here; put quotation marks around a text with a colon, "
        "begin all keys in the same column, and write a space after each key's colon",
    ),
    (
        r"could not find expected ':'|did not find expected key|expected <block end>",
        "this does not fit what stands before it; begin all keys in the same column, "
        "and put quotation marks around the whole of a text",
    ),
    (
        r"did not find expected '-' indicator",
        "this line does not fit the list above it; begin each entry with `- ` in the same column",
    ),
    (
        r"sequence entries are not allowed",
        "an entry with `- ` can't stand here; begin it on a line of its own, or quote the whole of a text",
    ),
    (r"mapping keys are not allowed", "a `? ` can't stand here; put quotation marks around the text"),
    (r"expected ',' or '\]'", "the list is not closed here; write `,` before a further entry, or `]`"),
    (r"expected ',' or '}'", "the braces are not closed here; write `,` before a further key, or `}`"),
    (
        r"character.* that cannot start any token",
        "a value can't begin with this character; put quotation marks around the text",
    ),
    (
        r"unknown escape character",
        "a backslash can't stand before this character; write `\\\\`, or use 'single' quotation marks",
    ),
    (
        r"hexdecimal number|hexadecimal|[Uu]nicode character escape code|chr\(\) arg",
        "this backslash escape names no character; write the character itself",
    ),
    (
        r"unexpected document (indicator|separator)",
        "a line can't begin with `---` or `...` inside a quoted text; indent it",
    ),
    (
        r"alphabetic or numeric character",
        "after `&` or `*` a name is needed; put quotation marks around a text that begins so",
    ),
    (r"tag|expected '!'|expected URI", "a value can't begin with `!`; put quotation marks around the text"),
    (
        r"comment or line break",
        "after `|` or `>` the text begins on the next line; put quotation marks around a text that begins so",
    ),
    (r"nesting depth", TOO_DEEP),  # PyYAML from 6.0.4 on, which has a bound of its own
    (r"indentation indicator", "after `|` or `>` a number from 1 to 9 may stand, no other; remove it"),
    (
        r"expected '?<document start>",
        "this does not belong to what stands above; check the brackets and the indentation",
    ),
    (
        r"expected node content|expected the node content",
        "a value is missing here; write one, or check the brackets and commas before it",
    ),
)


_UNFINISHED: tuple[tuple[str, str], ...] = (
    (
        r"unexpected end of stream",
        "a quotation mark is opened here and never closed; close it where the text ends",
    ),
    (r"expected ',' or '\]'", "the list that begins here is not closed; write `]` where it ends"),
    (r"expected ',' or '}'", "the braces that begin here are not closed; write `}` where they end"),
    (
        r"could not find expected ':'",
        "this line is no `key: value`; write one, or begin a row with `- `, or indent a text that goes on",
    ),
)
"""What is found wrong only lines below the place where it begins, which is where it is to be mended."""


def syntax_fault(problem: Exception) -> Fault:
    """The YAML library's error as one fault at its place."""
    if not isinstance(problem, yaml.MarkedYAMLError):
        return Fault(1, 1, "yaml", _sentence(_SENTENCES, str(problem)) or _ANYTHING_ELSE)
    said, found, begun = problem.problem or "", problem.problem_mark, problem.context_mark
    unfinished = _sentence(_UNFINISHED, said)
    close_by = "expected ','" in said and found is not None and begun is not None and found.line == begun.line
    if unfinished and begun is not None and not close_by:
        return Fault(begun.line + 1, begun.column + 1, "yaml", unfinished)
    message = _sentence(_SENTENCES, f"{said} {problem.context or ''}") or _ANYTHING_ELSE
    line, column = (found.line + 1, found.column + 1) if found is not None else (1, 1)
    return Fault(line, column, "yaml", message)


def _sentence(sentences: tuple[tuple[str, str], ...], said: str) -> str | None:
    return next((sentence for pattern, sentence in sentences if re.search(pattern, said)), None)
