"""What the screen "How many examples do you need?" says. Texts from files stay plain data."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.examples.words import AFTER_IT, before_it, final_score, first_there, too_early
from neuron_tui.game.explain.numbers import probability
from neuron_tui.game.explain.result import headline
from neuron_tui.puzzle.text import plural
from neuron_tui.tui.kit.asking import marked_question
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG, Paragraph


def guessing(
    learning: Learning, neuron: Retraining, seen: tuple[float, ...], *, keeping: bool, known: bool | None
) -> list[Paragraph]:
    """The question, and how both answered it last.

    `seen` are the neuron's beliefs that may be seen, `keeping` whether it is the journal that is waited for,
    and `known` whether the match is practice already.
    """
    ask = marked_question(learning.puzzle, 0)
    said: list[Paragraph] = [Content("\n").join([ask, _next_move(learning)])]
    if learning.guesses:
        said.append(_last(learning, seen, keeping=keeping))
        return said if known is not False else [*said, Content.styled(f"{AFTER_IT}.", MUTED)]
    return [*said, *before_it(learning.puzzle, neuron, known=known is not False)]


def _next_move(learning: Learning) -> Content:
    """A quiet line: what to press."""
    if learning.guess is None:
        return Content.assemble(("Press ", MUTED), ("0", MARK), (" or ", MUTED), ("1", MARK), (".", MUTED))
    if learning.shown == len(learning.puzzle.examples):
        return Content.assemble(("Enter", MARK), (" brings the verdict.", MUTED))
    if not learning.guesses:
        return Content.assemble(("Enter", MARK), (" when done.", MUTED))
    return Content.assemble(("Enter", MARK), (" when done.  ", MUTED), ("End", MARK), (" verdict", MUTED))


def _last(learning: Learning, seen: tuple[float, ...], *, keeping: bool) -> Content:
    """Both answers to the last example, as soon as both are there and kept."""
    count = len(learning.guesses)
    yours = f"With {plural(count, 'example')}:\nyou {float(learning.guesses[-1]):.2f}"
    if len(seen) == count:
        return Content(f"{yours}, neuron {probability(seen[-1])}")
    doing = "the answers are being kept" if keeping else "the neuron is training"
    return Content.assemble(yours, (f", {doing}", MUTED))


def waiting(*, keeping: bool) -> list[Paragraph]:
    """All guesses are made, but the neuron's last answer is not there yet, or not kept."""
    return ["The answers are being kept. A moment." if keeping else "The neuron is still training. A moment."]


def leaving() -> list[Paragraph]:
    """Escape was pressed, and a confirmed guess is not kept yet."""
    return [
        "Your guesses are being kept. A moment.",
        Content.assemble(("Esc", MARK), (" once more leaves at once.", MUTED)),
    ]


def verdict(learning: Learning, comparison: Comparison) -> list[Paragraph]:
    """Who got it and who got there first, who was surer too early, the points, and the rule."""
    rule = visible(learning.puzzle.rule)
    return [
        Content.assemble((f"{headline((comparison.result,))}\n", STRONG), (final_score(comparison), MUTED)),
        "\n".join(filter(None, (first_there(comparison), too_early(comparison)))),
        Content.assemble(("The rule  ", MARK), rule) if rule else "",
    ]
