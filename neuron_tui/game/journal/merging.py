"""One order of attempts made of two: those at a question in a journal, and those in a file that comes in."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Attempt:
    """An answer's id, and when it was kept, in seconds since 1970."""

    id: str
    time: float


def merged(here: Sequence[Attempt], there: Sequence[Attempt]) -> tuple[str, ...]:
    """The ids of all, each once. Both orders are kept; where they contradict each other, that of `here` is.

    What neither order decides, time does, and then the ids. A clock that went back makes no later attempt
    an earlier one: an attempt is taken to be no older than those before it.
    """
    mine, theirs = deque(_no_older(here)), deque(_no_older(there))
    known, wanted = ({attempt.id for attempt in order} for order in (here, there))
    order: dict[str, None] = {}
    while mine and theirs:
        (_, my_id), (_, their_id) = mine[0], theirs[0]
        if their_id in order:
            theirs.popleft()
        elif their_id in known or (my_id not in wanted and mine[0] < theirs[0]):
            order[mine.popleft()[1]] = None
        else:  # also where mine comes later in their order
            order[theirs.popleft()[1]] = None
    return tuple(order | dict.fromkeys(id for _, id in (*mine, *theirs)))


def _no_older(attempts: Sequence[Attempt]) -> list[tuple[float, str]]:
    times = accumulate((attempt.time for attempt in attempts), max)
    return [(time, attempt.id) for time, attempt in zip(times, attempts, strict=True)]
