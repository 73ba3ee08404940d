"""What can be the matter with the journal, as a person is told it."""

from __future__ import annotations


class JournalError(Exception):
    """The journal can't do what was asked of it; the text is one sentence, without its full stop.

    `why` is its second half, which says the reason and what to do; it can stand after another beginning.
    """

    def __init__(self, why: str, what: str = "the journal can't be used") -> None:
        super().__init__(f"{what}: {why}")
        self.why = why


class ImpossibleError(JournalError):
    """What was to be kept has a value that no journal can keep, now or later."""


class RefusedError(JournalError):
    """The file takes just this not; something else it may take all the same."""


class DamagedError(Exception):
    """The file can be read, and holds what no game has written."""


class OutsideError(Exception):
    """A file that is read or written beside the journal has failed. It is no fault of the journal's."""

    def __init__(self, problem: OSError) -> None:
        super().__init__(str(problem))
        self.problem = problem
