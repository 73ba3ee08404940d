"""What the screen "How many examples do you need?" says. Texts from files stay plain data."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.examples.comparison import Comparison
from neuron_tui.game.examples.learning import Learning
from neuron_tui.game.examples.retraining import Retraining
from neuron_tui.game.examples.words import final_score, first_there, too_early
from neuron_tui.game.numbers import plural, probability
from neuron_tui.widgets.cells import visible
from neuron_tui.widgets.words import Paragraph

MUTED, STRONG, MARK = "$muted", "bold", "bold $mark"


def guessing(learning: Learning, neuron: Retraining, seen: tuple[float, ...]) -> list[Paragraph]:
    """The question, and how both answered it last. `seen` are the neuron's beliefs that may be seen."""
    ask = Content.assemble("Should ", ("???", MARK), " be 0 or 1?")
    said: list[Paragraph] = [Content("\n").join([ask, _next_move(learning)])]
    if learning.guesses:
        return [*said, _last(learning, seen)]
    said.append("This is practice. Afterwards this puzzle's match is practice, too.")
    said.append(
        f"With each guess one more example appears. The neuron learns the same rows {_how_long(neuron)}."
    )
    if len(learning.puzzle.questions) > 1:
        which = f" another question ({learning.asked + 1} of {len(learning.puzzle.questions)})"
        said.append(Content.assemble(("q", MARK), (which, MUTED)))
    return said


def _next_move(learning: Learning) -> Content:
    """A quiet line: what to press."""
    if learning.guess is None:
        return Content.assemble(("Press ", MUTED), ("0", MARK), (" or ", MUTED), ("1", MARK), (".", MUTED))
    if not learning.guesses:
        return Content.assemble(("Enter", MARK), (" when done.", MUTED))
    return Content.assemble(("Enter", MARK), (" when done.  ", MUTED), ("e", MARK), (" enough", MUTED))


def _how_long(neuron: Retraining) -> str:
    """That it begins anew each time; and where the file would have it train longer, for how long it does."""
    if not neuron.shortened:
        return "from scratch"
    return f"from scratch, for {plural(neuron.iterations, 'iteration')} instead of {neuron.in_file:,}"


def _last(learning: Learning, seen: tuple[float, ...]) -> Content:
    """Both answers to the last example, as soon as both are there."""
    count = len(learning.guesses)
    yours = f"With {plural(count, 'example')}:\nyou {float(learning.guesses[-1]):.2f}"
    if len(seen) < count:
        return Content.assemble(yours, (", the neuron is training", MUTED))
    return Content(f"{yours}, neuron {probability(seen[-1])}")


def waiting() -> list[Paragraph]:
    """All guesses are made; the neuron's last answer is not there yet."""
    return ["The neuron is still training. A moment."]


def verdict(learning: Learning, comparison: Comparison) -> list[Paragraph]:
    """Who got there first, who was surer too early, the points, and the rule."""
    rule = visible(learning.puzzle.rule)
    return [
        Content.assemble((final_score(comparison), STRONG)),
        f"{first_there(comparison)}\n{too_early(comparison)}",
        Content.assemble(("The rule  ", MARK), rule) if rule else "",
    ]
