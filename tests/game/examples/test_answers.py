"""The guesses example by example, as the journal keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from neuron_tui.game.examples.answers import answers_of
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.journal.kept import Answer
from neuron_tui.puzzle.content import content_of
from tests.game.matches import article


def kept(learning: Learning, beliefs: Sequence[float], before: int = 0) -> tuple[Answer, ...]:
    return answers_of(
        learning,
        beliefs,
        kept=before,
        puzzle_id="article/leftmost-column",
        player="Ada",
        time=1_000.0,
    )


def content_with(rows: int) -> str:
    """What the article's puzzle asks where only so many of its rows are told."""
    return content_of(replace(article(), examples=article().examples[:rows]))


def test_every_guess_that_stands_is_an_answer_with_the_neuron_s_and_never_counts() -> None:
    learning = Learning(article()).press("1").confirm(2.5).press("0").confirm(4.0).press("1")
    first, second = kept(learning, (0.25, 0.75))
    assert first == Answer(
        id=first.id,
        player="Ada",
        puzzle="article/leftmost-column",
        content=content_with(1),
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
    learning = Learning(article()).press("1").confirm(1.0).confirm(1.0)
    assert len(kept(learning, (0.25,))) == 1
    assert kept(learning, ()) == ()
    assert len(kept(learning.stop(), (0.25,))) == 1, "nor is the verdict there"


def test_what_is_kept_already_does_not_come_again() -> None:
    learning = Learning(article()).press("1").confirm(1.0).press("0").confirm(1.0)
    (second,) = kept(learning, (0.25, 0.75), before=1)
    assert second.guess == Fraction(1, 10)
    assert kept(learning, (0.25, 0.75), before=2) == ()


def test_a_guess_with_some_of_the_rows_is_no_answer_to_the_whole_puzzle() -> None:
    learning = Learning(article()).press("1")
    for _ in range(4):
        learning = learning.confirm(1.0)
    contents = [answer.content for answer in kept(learning, (0.5,) * 4)]
    assert contents == [content_with(rows) for rows in (1, 2, 3, 4)]
    assert contents[3] == content_of(article())
    assert len(set(contents)) == 4


def test_whoever_ends_early_answers_the_whole_puzzle_with_the_last_guess() -> None:
    learning = Learning(article()).press("1").confirm(2.0).press("0").confirm(3.0).press("1").stop()
    answers = kept(learning, (0.25, 0.75))
    assert len(answers) == learning.answers == 3
    last = answers[2]
    assert (last.content, last.guess, last.neuron_guess) == (content_of(article()), Fraction(1, 10), 0.75)
    assert last.seconds == 0, "nothing was guessed anew"
    assert not last.counts
