"""What the YAML library finds wrong with a file's form, said in words a player understands."""

from __future__ import annotations

import re

import yaml

from neuron_tui.puzzle.fault import Fault

_ANYTHING_ELSE = (
    "this can't be read; check the colons, quotation marks and brackets here, "
    "and that lines which belong together begin in the same column"
)

_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        r"mapping values are not allowed",
        "a colon with a space after it can't stand here; put quotation marks around the text, "
        "or check the indentation of this line",
    ),
    (
        r"could not find expected ':'|did not find expected key|expected <block end>",
        "this line does not fit those above it; write `key: value`, "
        "beginning in the same column as the other keys",
    ),
    (
        r"did not find expected '-' indicator",
        "this line does not fit the list above it; begin each entry with `- ` in the same column",
    ),
    (
        r"block sequence entries are not allowed",
        "an entry with `- ` can't stand here; begin it on a line of its own",
    ),
    (
        r"mapping keys are not allowed",
        "a `? ` can't stand here; put quotation marks around the text",
    ),
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
        r"unexpected document indicator",
        "a line can't begin with `---` or `...` inside a quoted text; indent it",
    ),
    (
        r"alphabetic or numeric character",
        "after `&` or `*` a name is needed; put quotation marks around a text that begins so",
    ),
    (
        r"tag|expected '!'|expected URI",
        "a value can't begin with `!`; put quotation marks around the text",
    ),
    (
        r"comment or line break",
        "after `|` or `>` the text begins on the next line; put quotation marks around a text that begins so",
    ),
    (r"indentation indicator", "after `|` or `>` a number from 1 to 9 may stand, no other; remove it"),
    (
        r"expected <document start>",
        "this does not belong to what stands above; check the brackets and the indentation",
    ),
    (r"expected node content|expected the node content", "a value is missing here; write one, or remove `,`"),
)


def syntax_fault(problem: Exception) -> Fault:
    """The YAML library's error as one fault at its place."""
    if not isinstance(problem, yaml.MarkedYAMLError):
        return Fault(1, 1, _sentence(str(problem)))
    found, begun = problem.problem_mark, problem.context_mark
    said, context = problem.problem or "", problem.context or ""
    if "unexpected end of stream" in said and begun is not None:
        return Fault(
            begun.line + 1,
            begun.column + 1,
            "a quotation mark is opened here and never closed; close it where the text ends",
        )
    if "stream end" in said or found is None:
        found = begun or found
    place = (found.line + 1, found.column + 1) if found is not None else (1, 1)
    return Fault(*place, _sentence(f"{said} {context}"))


def _sentence(said: str) -> str:
    """Our words for what the library said."""
    for pattern, sentence in _SENTENCES:
        if re.search(pattern, said):
            return sentence
    return _ANYTHING_ELSE
