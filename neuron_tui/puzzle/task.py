"""What a puzzle gives the player to do: once its verdict is there, or in the place of a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

TaskKind = Literal["by hand", "teach", "break", "set up", "fool"]
Changeable = Literal["hidden", "iterations", "learning_rate", "threshold"]
"""Settings of the neuron that a `set up` may leave to the player, by their keys in the file."""
Limit = Literal["small weights", "positive weights", "no threshold"]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
CHANGEABLE: tuple[Changeable, ...] = get_args(Changeable)
COUNTED: tuple[Changeable, ...] = ("hidden", "iterations")
"""Those of which the fewest can be asked for."""
LIMITS: tuple[Limit, ...] = get_args(Limit)
MOST_STARS = 3


@dataclass(frozen=True)
class Task:
    """Something to do with the tools of a match, and what is counted: the fewer, the better.

    - by hand: turn the weights from 0, by whole turns, until every row is sure; counted are turns, or with
      the limit to small weights the largest one.
    - teach: leave rows out, so that the neuron learns all of them from the rest; counted are the rows left.
    - break: change answers, so that its own to the first question turns round; counted are changes.
    - set up: with other settings, those in `may`, it learns every row; counted is the first of them.
    - fool: draw a picture that it gets wrong; counted are points that differ from one that it gets right.

    `par` is a good count. `solution` is one that reaches it: the weights; the numbers of the rows that are
    left, or changed, from 1; the settings, in the order of `may`; the points of the picture. `hint` helps.
    """

    do: TaskKind
    par: int
    solution: tuple[float, ...]
    may: tuple[Changeable, ...] = ()
    hint: str = ""
    limit: Limit | None = None

    @property
    def comes_first(self) -> bool:
        """Whether it can be done before the neuron was trained, where nothing is asked."""
        return self.do in ("by hand", "teach")

    def stars(self, count: int) -> int:
        """How many stars a count is worth: three at par, two up to half as much again, else one."""
        return MOST_STARS if count <= self.par else 2 if 2 * count <= 3 * self.par else 1
