"""What the scoreboard says beside the figures."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.scoreboard.sentences import NOTHING_YET
from neuron_tui.tui.scores.board import Board

READING = "Your answers are being read."
WHAT_WILL_BE_HERE = (
    "Then you will see here who wins, you or the neuron, over all and in each chapter; whether you are as "
    "sure as you should be; and which puzzles only people get right, and which only the neuron.",
)
BACK = "Esc leads back to the puzzles."

HELP = """
    Only your first answer to a question counts. Whoever has seen the verdict knows it, so later ones
    are practice.

    Calibration: of the times that somebody said 0.8, how often was it 1? Whoever is on the slanting
    line is right as often as they say. The upright lines show where your share may lie in the long
    run; with few answers they are long. In words, 0.1 counts as 90 % sure, namely of 0.

    A question is drawn where both of you have the same points as they are shown, without decimals:
    100 and 99.96 are both 100.

    The Brier score is the mean squared error of what was said: 0 is best, never deciding gives 0.25.
    Its 95 % range comes from drawing your answers again and again (a bootstrap).

    Who wins where: people, or the neuron, get a puzzle right where more than half of all their
    answers to it are on the right side; the answers of all players count here. Beside that stands
    how many of ten random starts of the neuron come out right. A puzzle that was changed since is
    shown apart as an earlier version, and has no such starts.
    """


def said(board: Board) -> Sequence[str]:
    """What the figures carry; while there are none, what will be here."""
    if len(board.figures):
        return board.said
    who = board.whose.say("you have answered so far", f"{board.whose.name} has answered so far")
    practice = f"What {who} was practice: a question counts only the first time."
    told = [NOTHING_YET[0], *([practice] if board.scores.practice else [])]
    if not board.whose.name:
        told += [*NOTHING_YET[1:], *WHAT_WILL_BE_HERE]
    return [*told, BACK]
