"""What can be the matter with the journal, as a person is told it."""

from __future__ import annotations


class JournalError(Exception):
    """The journal can't do what was asked of it; the text is one sentence, without its full stop.

    `why` is its second half, which says the reason and what to do; it can stand after another beginning.
    """

    def __init__(self, why: str, what: str = "the journal can't be used") -> None:
        super().__init__(f"{what}: {why}")
        self.why = why
