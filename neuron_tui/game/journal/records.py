"""The answers that count, packed as bytes: what a page of the journal holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MEASURES = ("time", "guess", "neuron_guess", "right")
RECORD = np.dtype([*((name, "<f8") for name in MEASURES), ("puzzle", "<u4")])
"""One answer: 36 bytes. `puzzle` is the number, in the journal's table of puzzles, of what was asked."""

PER_PAGE = 1000
"""Answers of a page; only the last page of a player holds fewer, and one that took late ones holds more."""

Records = NDArray[np.void]
Row = tuple[float, float, float, float, int]


def packed(rows: Sequence[Row]) -> Records:
    """Records of these values, shape `(rows,)`."""
    return np.array(rows, dtype=RECORD)


def in_order(records: Records) -> Records:
    """The same records in the order of time; of the same time, the earlier one stays first."""
    times = records["time"]
    if np.all(times[1:] >= times[:-1]):
        return records
    return records[np.argsort(times, kind="stable")]


def split(records: Records) -> list[bytes]:
    """Full pages, and a last one with the rest."""
    return [records[start : start + PER_PAGE].tobytes() for start in range(0, len(records), PER_PAGE)]


def unpacked(blob: bytes) -> Records | None:
    """The records of a page, or of several joined; None where it can't be one."""
    if not isinstance(blob, bytes) or len(blob) % RECORD.itemsize:
        return None
    return np.frombuffer(blob, RECORD)


def sound(records: Records) -> bool:
    """Whether all values are possible and the times in order; not so in a page that was damaged."""
    shares = (records[name] for name in MEASURES[1:])
    if not all(bool(np.all((share >= 0) & (share <= 1))) for share in shares):
        return False
    times = records["time"]
    return bool(np.all(times[1:] >= times[:-1])) and bool(np.all(np.isfinite(times)))
