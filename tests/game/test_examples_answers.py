"""The guesses example by example, as the journal keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import count

from neuron_tui.game.examples.answers import answers_of
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.journal.answer import Answer
from neuron_tui.puzzle.content import content_of
from tests.game.matches import article


def kept(learning: Learning, beliefs: Sequence[float]) -> tuple[Answer, ...]:
    numbers = count(1)
    return answers_of(
        learning,
        beliefs,
        puzzle_id="article/leftmost-column",
        player="Ada",
        time=1_000.0,
        new_id=lambda: f"{next(numbers):032x}",
    )


def test_every_guess_that_stands_is_an_answer_with_the_neuron_s_and_never_counts() -> None:
    learning = Learning(article()).answer(1).confirm(2.5).answer(0).confirm(4.0).answer(1)
    first, second = kept(learning, (0.25, 0.75))
    assert first == Answer(
        id="0" * 31 + "1",
        player="Ada",
        puzzle="article/leftmost-column",
        content=content_of(article()),
        question="1 0 0",
        guess=Fraction(9, 10),
        neuron_guess=0.25,
        right=Fraction(1),
        hints=0,
        seconds=2.5,
        mode="examples",
        time=1_000.0,
        version=first.version,
    )
    assert (second.guess, second.neuron_guess, second.seconds) == (Fraction(1, 10), 0.75, 4.0)
    assert second.id != first.id
    assert not first.counts


def test_what_the_neuron_has_not_answered_yet_waits() -> None:
    learning = Learning(article()).answer(1).confirm(1.0).confirm(1.0)
    assert len(kept(learning, (0.25,))) == 1
    assert kept(learning, ()) == ()
