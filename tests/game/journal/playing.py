"""A game in a process of its own that keeps answers: `python -m tests.game.journal.playing JOURNAL PLAYER`.

Prints the id of each answer once it is kept. Options: how many answers (for ever without), the largest file
it may write, and the user it becomes.
"""

from __future__ import annotations

import argparse
import fcntl  # noqa: F401  (whoever becomes another user may not read it any more)
import os
import resource
import signal
import tempfile  # noqa: F401  (the same)
from pathlib import Path

from neuron_tui.game.journal import exchange, keeper
from neuron_tui.game.journal.journal import Journal, JournalError
from tests.game.journal.answers import answer


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("journal", type=Path)
    options.add_argument("player")
    options.add_argument("--answers", type=int, default=10**9)
    options.add_argument("--largest", type=int)
    options.add_argument("--user", type=int)
    options.add_argument("--reading", action="store_true")
    options.add_argument("--copy", type=Path)
    given = options.parse_args()
    if given.largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.largest, given.largest))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if given.user:
        os.setgid(given.user)
        os.setuid(given.user)
    journal = Journal(given.journal)
    try:
        if given.reading:
            read(journal, given.copy)
        else:
            play(journal, given.player, given.answers)
    except JournalError as problem:
        print(f"error: {problem}")


def play(journal: Journal, player: str, answers: int) -> None:
    for turn in range(answers):
        said = answer(player, "p", str(turn // 2), id=f"{player}-{os.getpid()}-{turn}", time=float(turn))
        journal.keep([said])
        print(said.id, flush=True)


def read(journal: Journal, copy: Path) -> None:
    """Use everything that only reads, then show what the keeper says."""
    lines = exchange.exported(journal)
    journal.copy(copy)
    counts = (
        len(journal.answers()),
        len(journal.counted()),
        sum(journal.answered().values()),
        len(lines) - 1,
    )
    print(counts, len(journal.players()), len(journal.races()), len(Journal(copy).answers()))
    kept = keeper.Keeper(journal.path, "Ann")
    print(kept.notice())
    print(repr(kept.keep([answer(question="new")])))
    print(kept.answered())


if __name__ == "__main__":
    main()
