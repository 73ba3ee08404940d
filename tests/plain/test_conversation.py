"""What is read after something was said."""

from __future__ import annotations

import io

import pytest

from neuron_tui.plain.conversation import Conversation

CAT, LEFT = "\u0393\u03ac\u03c4\u03b1", "\u5de6"


@pytest.mark.parametrize(
    ("encoding", "typed", "meant"),
    [
        ("latin-1", "Gamma alpha tau alpha 2", f"{CAT} 2"),
        ("ascii", "weight ideograph-5de6", f"weight {LEFT}"),
        ("ascii", "naive alpha", "na\u00efve alpha"),
        ("ascii", "hint 1", "hint 1"),
        ("utf-8", "naive ideograph-5de6", "naive ideograph-5de6"),
    ],
)
def test_a_word_may_be_typed_as_it_was_spelled(encoding: str, typed: str, meant: str) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    conversation = Conversation(io.StringIO(f"{typed}\n"), out)
    conversation.places = {"while you guess": ["hint"]}
    conversation.say(f"{CAT}, {LEFT}: na\u00efve.", "\uff11 h\u00ednt")
    assert conversation.ask("") == meant
