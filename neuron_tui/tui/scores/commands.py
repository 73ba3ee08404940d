"""What can be done on the scoreboard, and what its help says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from neuron_tui.tui.kit.command import Command
from neuron_tui.tui.kit.text_field import TextField

if TYPE_CHECKING:
    from neuron_tui.tui.scores.screen import ScoresScreen


def _in_field(screen: ScoresScreen) -> bool:
    return isinstance(screen.focused, TextField)


SCORES_COMMANDS: tuple[Command[ScoresScreen], ...] = (
    Command(
        "to table", "enter", "to the table", lambda s: s.to_table(), _in_field, "back to the table", "Enter"
    ),
    Command(
        "next view", "tab", "next view", lambda s: s.next_view(1), lambda s: s.has_figures, "the next view",
        "Tab",
    ),
    Command(
        "view before", "shift+tab", "view before", lambda s: s.next_view(-1), lambda s: s.has_figures,
        "the view before", "Shift+Tab", listed=False,
    ),
    Command(
        "group", "z", "by chapter or puzzle", lambda s: s.regroup(),
        lambda s: s.shows_table and not s.is_finding,
    ),
    Command("find", "slash", "find", lambda s: s.find(), lambda s: s.shows_table, "find by typing", "/"),
    Command(
        "class", "C", "class", lambda s: s.want_class(), lambda s: s.has_others and not s.is_finding,
        "the class: pupil by puzzle",
    ),
    Command("save", "s", "save as CSV", lambda s: s.save(), lambda s: s.has_figures and not s.is_finding),
    Command(
        "all rows", "escape", "all rows", lambda s: s.show_all_rows(), lambda s: s.is_finding, shown="Esc"
    ),
    Command("leave", "escape", "back", lambda s: s.leave(), lambda s: not s.is_finding, shown="Esc"),
)  # fmt: skip
SCORES_HELP = """
    Only your first answer to a question counts. Whoever has seen the verdict knows it, so later ones
    are practice, and so is a copy of the puzzle under another name.

    Calibration: of the times that somebody said 0.8, how often was it 1? Whoever is on the slanting
    line is right as often as they say. The upright lines show where your share may lie in the long
    run; with few answers they are long. In words, 0.1 counts as 90 % sure, namely of 0.

    Who is right and at 0.90 or more has got it. A question is won by the one who got it where the other
    did not. If both got it, it is drawn. If neither did, more points decide, as they are shown.

    How well you know the neuron: what you got for saying what it will say. You trust it too much if it
    is less sure than you say, on the side that you lean to, and doubt it too much if it is surer. All
    else here compares the two of you, and leaves this out: the neuron cannot miss itself.

    The Brier score is the mean squared error of what was said: 0 is best, never deciding gives 0.25.
    Its 95 % range is shown from ten answers on. Two made-up answers go into it, a perfect one and one
    that is as wrong as can be: what has not happened yet may still happen.

    "Surer than you should be" is said by accident in at most one look of twenty. So it comes late:
    whoever says 90 % and is right in 70 % is told so after 40 answers in 7 cases of 10. 100 % stands
    for all from 97.5 % on, because a guess moves in steps of 5 %.

    Who wins where: people, or the neuron, get a puzzle right where more than half of all their
    answers to it are on the right side; the answers of all players count here. Beside that stands
    how many of ten random starts of the neuron come out right. A puzzle that was changed since is
    shown apart as an earlier version, and has no such starts.
    """
