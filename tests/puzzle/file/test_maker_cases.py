"""Small files with what makers write and get wrong: each is understood, or told with what to do.

A case says on which line the first fault is, and words of it; the other files are read without one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.puzzle.file.plain import plain_form
from neuron_tui.puzzle.file.reader import read_puzzle

CASES = Path(__file__).with_name("maker_cases")
TOLD = {
    # rows
    "arrow-colon": (6, "write `0 1 0 -> 0`"),
    "arrow-dash": (6, "write `->`"),
    "arrow-equals": (6, "write `->`"),
    "arrow-pipe": (6, "write `->`"),
    "arrow-missing": (6, "did you mean `0 1 0 -> 0`"),
    "row-arrow-left": (6, "points the wrong way"),
    "row-comment2": (6, "a comment begins with `#`"),
    "row-output-first": (6, "turn them round"),
    "row-two-in-one": (6, "a line of its own"),
    "row-q": (6, "`?` is not 0 or 1"),
    "row-example-q": (6, "only a question may have no right answer"),
    "row-minus1": (6, "write 0"),
    "row-float": (6, "write 0"),
    "row-quoted-bad": (6, "`2` is not 0 or 1"),
    "row-csv-quoted": (6, "without brackets and quotation marks"),
    "comma-flow": (6, "without brackets and quotation marks"),
    "list-list": (6, "write `0 1 0 -> 0`"),
    "map-row": (6, "write a row as"),
    "rows-empty-item": (6, "nothing stands here"),
    "indent-wrong": (6, "indented further than the one above"),
    "too-few": (6, "2 inputs"),
    "too-many": (6, "4 inputs"),
    "first-row-odd": (5, "2 inputs"),
    "value-2": (6, "write 0 or 1"),
    "value-05": (6, "a row for each time"),
    "value-bool": (6, "write 0"),
    "value-o": (6, "write 0"),
    "value-x": (6, "write 0"),
    "value-yes": (6, "write 0"),
    "q-noanswer": (10, "the answer is missing"),
    "q-share-big": (10, "is no share"),
    "q-share-plain": (10, "`noisy: true`"),
    "q-share-wrong": (10, "write 1"),
    "q-share-zero": (10, "is no share"),
    "noisy-unneeded": (12, "nothing here is noisy"),
    "typo-bool2": (12, "nothing here is noisy"),
    "all-rows-noq": (7, "it is empty"),
    "one-class": (3, "all outputs are 1"),
    "asked-example": (10, "given away on line 5"),
    "asked-example-wrong": (10, "line 5"),
    "contradict": (7, "`noisy: true`"),
    "dup-row": (7, "line 6"),
    "rows-300": (259, "at most 256"),
    "inputs-17": (3, "at most 16"),
    # lists of rows
    "block-rows": (2, "with `- `"),
    "bullet": (5, "with `- `"),
    "no-dash": (5, "with `- `"),
    "numbered": (5, "with `- `"),
    "star-bullet": (5, "begin a row with `- `"),
    "dash-nospace": (5, "a blank after each `-`"),
    "csv": (1, "--from"),
    "csv-block": (2, "--from"),
    # the form of the file
    "tab-indent": (5, "a tab"),
    "utf16le-nobom": (1, "UTF-16"),
    "latin1": (1, "save the file as UTF-8"),
    "empty": (1, "is empty"),
    "only-comment": (1, "is empty"),
    "md": (1, "Markdown"),
    "toml": (1, "a colon instead of `=`"),
    "equals": (1, "a colon instead of `=`"),
    "fullwidth-colon": (1, "full-width colon"),
    "merge-conflict": (3, "git"),
    "html": (1, "web page"),
    "prompt": (1, "did you mean `title`"),
    "list-top": (1, "`title: ...`"),
    "two-docs": (12, "a second document"),
    "indent-first": (2, "the indentation"),
    "indent-key": (3, "the same column"),
    "anchor": (2, "anchors"),
    "bomb": (1, "anchors"),
    "tag": (1, "tags"),
    "bang": (1, "quotation marks"),
    "at": (1, "quotation marks"),
    "percent": (1, "quotation marks"),
    "star": (1, "quotation marks"),
    "unclosed-bracket": (2, "write `]`"),
    "unclosed-quote": (1, "never closed"),
    "title-apos": (1, "never closed"),
    "title-apos2": (1, "quotation marks"),
    "title-quote-half": (1, "quotation marks"),
    "title-brackets": (1, "quotation marks"),
    "title-brackets2": (1, "quotation marks"),
    "title-curly": (1, "quotation marks"),
    "title-colon": (1, "quotation marks"),
    "col-wide": (1, "quotation marks"),
    "formula-colon": (12, "write `=`"),
    "lesson-colon": (12, "quotation marks"),
    "lesson-quote": (12, "quotation marks"),
    "lesson-question": (12, "quotation marks"),
    "lesson-dash": (12, "quote the whole"),
    "lesson-hash": (12, "is a comment here"),
    "lesson-bad-indent": (14, "the same column"),
    "lesson-noindent": (13, "indent a text that goes on"),
    "lesson-wrapped": (13, "indent a text that goes on"),
    # keys and values
    "dup-key": (12, "line 11"),
    "dup-key-nested": (12, "`seed`"),
    "typo-key": (9, "did you mean `questions`"),
    "typo-key2": (11, "did you mean `rule`"),
    "typo-key4": (1, "`questions` is missing"),
    "typo-neuron": (12, "did you mean `threshold`"),
    "smart-quotes-key": (11, "did you mean `rule`"),
    "no-title": (1, "`title` is missing"),
    "no-questions": (1, "`questions` is missing"),
    "title-empty": (1, "is empty"),
    "title-backslash": (1, "one line"),
    "names-comma-string": (2, "`inputs: [rain, wind, weekend]`"),
    "names-string": (2, "`inputs: [rain, wind, weekend]`"),
    "names-case": (2, "nothing but capital letters"),
    "names-null": (2, "`null` is taken for a name"),
    "names-ctrl": (2, "U+001B"),
    "names-dup": (2, "twice"),
    "names-empty": (2, "is empty"),
    "names-few": (2, "2 names"),
    "names-none-out": (3, "not a list"),
    "names-output-same": (3, "another name"),
    "names-zw": (2, "U+200B"),
    "neuron-iter": (12, "plain decimals"),
    "neuron-iter2": (12, "plain decimals"),
    "neuron-lr": (12, "a decimal point"),
    "neuron-seed": (12, "from 0"),
    "neuron-str": (12, "{threshold: true"),
    "neuron-toplevel": (12, "within `neuron`"),
    "hidden-17": (12, "from 0 to 16"),
    "hidden-list": (12, "not a list"),
    "hint-many": (12, "at most 3"),
    "difficulty": (12, "`difficulty: 2`"),
    "expect-upper": (12, "`expect: learns`"),
    "format-3": (12, "newer"),
    "format-9s": (12, "remove what quotes `2`"),
    "pic-2x2": (2, "picture"),
    "pic-list": (2, "`picture: 3x3`"),
    "pic-true": (2, "`picture: 3x3`"),
    "pic-x": (2, "`picture: 3x3`"),
    "pic-count": (4, "has 9 points"),
    "pic-drawn-art": (4, "write 1 1 1"),
    # formulas and steps
    "draw-from-csv": (3, "from a formula"),
    "draw-noformula": (3, "no formula"),
    "draw-too-many": (3, "only 3 rows"),
    "draw-typo": (3, "did you mean `rows`"),
    "draw-noinputs": (2, "all outputs are 0"),
    "formula-and-sym": (12, "write `and`"),
    "formula-at-name": (6, '"bulb at foot" in quotation marks'),
    "formula-count": (12, "write `2`"),
    "formula-count2": (12, "4 is more than the 3"),
    "formula-empty": (12, "is empty"),
    "formula-if": (12, "`if` means nothing"),
    "formula-implies": (12, "`not left or right`"),
    "formula-multi": (12, "one line"),
    "formula-out": (12, "`umbrella = ...`"),
    "formula-paren": (12, "`)` is missing"),
    "formula-python": (12, "`=` stands only once"),
    "formula-sum": (12, "at least 2 of"),
    "formula-typo": (12, "did you mean `rain`"),
    "formula-upper": (12, "write `and`"),
    "formula-wrong": (5, "by the formula this row is 0"),
    "col-wide2": (3, "`2` is not 0 or 1"),
    "steps-ge": (14, "without `=`"),
    "steps-never": (14, "can never hold"),
    "steps-notuntil": (13, "`until` is missing"),
    "steps-row": (14, "no row `9`"),
    "steps-strings": (13, "a text and a condition"),
    "steps-typo": (14, "did you mean `guessed`"),
    "steps-weight": (14, "did you mean `rain`"),
    "steps-when": (13, "`until` is missing"),
    "many-faults": (1, "did you mean `title`"),
}  # fmt: skip
FILES = sorted(path.stem for path in CASES.iterdir())


@pytest.mark.parametrize("name", FILES)
def test_what_a_maker_writes_is_understood_or_told_in_its_line(name: str) -> None:
    data = (CASES / f"{name}.yaml").read_bytes()
    faults = read_puzzle(data).faults
    if name not in TOLD:
        assert faults == ()
        assert read_puzzle(plain_form(data)) == read_puzzle(plain_form(plain_form(data)))
        return
    line, words = TOLD[name]
    assert faults[0].line == line
    assert any(words in fault.message for fault in faults if fault.line == line), faults


# One cause, one message: what follows from it is not told as well.
@pytest.mark.parametrize(
    "name", ["typo-key", "draw-typo", "prompt", "latin1", "pic-count", "comma-flow", "utf16le-nobom"]
)
def test_one_cause_is_told_once(name: str) -> None:
    assert len(read_puzzle((CASES / f"{name}.yaml").read_bytes()).faults) == 1


def test_every_case_has_its_file() -> None:
    assert set(TOLD) <= set(FILES)
