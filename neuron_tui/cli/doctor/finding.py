"""What the doctor finds: one thing each, whether it is well, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was looked at and found, each as part of a line. `well` is None where there is nothing to judge;
    `do` says what to do about it, as a sentence without its full stop.
    """

    about: str
    said: str
    well: bool | None = True
    do: str = ""


def told(about: str, said: str, do: str = "") -> Finding:
    """Something that is worth knowing."""
    return Finding(about, said, None, do)


def not_well(about: str, said: str, do: str) -> Finding:
    """Something to put right."""
    return Finding(about, said, False, do)
