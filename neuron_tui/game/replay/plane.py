"""The plane: what the neuron says to everything between 0 and 1, for two of its inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from neuron_tui.neuron.neuron import Array


@dataclass(frozen=True)
class Plane:
    """The square in which two inputs go from 0 to 1 while the others are held.

    `across` and `up` are the places of the two inputs, from 0. `held` has a value per input; those at
    `across` and `up` mean nothing.
    """

    across: int
    up: int
    held: tuple[float, ...]

    @property
    def others(self) -> tuple[int, ...]:
        """The places of the inputs that are held."""
        return tuple(place for place in range(len(self.held)) if place not in (self.across, self.up))

    def points(self, columns: int, rows: int) -> Array:
        """So many points in the square, line by line from its upper left, shape `(rows * columns, inputs)`.

        The outermost ones lie on its edges: its corners are rows that a table can have.
        """
        up, across = np.meshgrid(np.linspace(1, 0, rows), np.linspace(0, 1, columns), indexing="ij")
        points = np.tile(np.array(self.held, dtype=np.float64), (rows * columns, 1))
        points[:, self.across], points[:, self.up] = across.ravel(), up.ravel()
        return points

    def corner_of(self, row: Sequence[float]) -> tuple[int, int] | None:
        """Where a row of 0 and 1 lies, as (across, up); None where it differs in an input that is held."""
        if any(row[place] != self.held[place] for place in self.others):
            return None
        return int(row[self.across]), int(row[self.up])


def pairs(inputs: int) -> list[tuple[int, int]]:
    """All pairs of inputs, the first for across and the second for up."""
    return list(combinations(range(inputs), 2))


def planes(row: Sequence[float], pair: tuple[int, int]) -> tuple[Plane, ...]:
    """The plane of these two inputs through a row; with a third input one where it is off, one where on."""
    plane = Plane(*pair, tuple(map(float, row)))
    if len(plane.others) != 1:
        return (plane,)
    (third,) = plane.others
    return tuple(
        replace(plane, held=tuple(value if place == third else 0.0 for place in range(len(row))))
        for value in (0.0, 1.0)
    )
