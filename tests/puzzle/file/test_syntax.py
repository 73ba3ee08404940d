"""What YAML finds wrong is told in words that say what to write, at the place where it is wrong."""

from __future__ import annotations

import pytest

from tests.puzzle.sources import check_faults


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("title: Two▲: switches\n", "quotation marks"),
        ("title: ▲'Two switches\nexamples:\n", "never closed"),
        ("title: ▲'Two switches", "never closed"),
        ("title: ▲[Two, switches", "not closed"),
        ('title: "Two" ▲switches\n', "the whole of a text"),
        ('title: ▲"Two switches\nexamples:\n', "never closed"),
        ("title: Two\n examples▲: []\n", "same column"),
        ("title: ▲@two\n", "quotation marks"),
        ("title: ▲`two`\n", "quotation marks"),
        ("title: ▲%two\n", "quotation marks"),
        ('title: "Two ▲\\switches"\n', "backslash"),
        ('title: "Two \\u▲zzzz"\n', "backslash"),
        ("title: Two\nexamples: ▲- 0 0 -> 0\n", "a line of its own"),
        ("title: Two\ninputs: ▲[left, right\noutput: lamp\n", "`]`"),
        ("neuron: ▲{seed: 1\ntitle: Two\n", "`}`"),
        ("neuron: {seed: 1▲]\n", "`}`"),
        ("title: Two\n▲]\n", "does not fit"),
        ("title: &▲ Two\n", "`&`"),
        ("title: Two\n▲just words\n", "`key: value`"),
        ("questions:\n▲-0 1 -> 0\n", "`- `"),
        ("rule: |▲x\n  text\n", "next line"),
        ("examples:\n  - 0 0 -> 0\n ▲- 0 1 -> 0\n", "same column"),
        ("▲%YAML 1.1\n", "`%`"),
        ("▲~~~ yaml\ntitle: Two\n~~~\n", "Markdown"),
    ],
)
def test_a_mistake_in_the_form_is_told(source: str, words: str) -> None:
    if source.startswith("▲%"):
        source += "---\n" + "title: Two\nexamples: [0 -> 0]\nquestions: [1 -> 1]\n"
    check_faults(source, words)
