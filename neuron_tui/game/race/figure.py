"""The figures that are judged: large or small, black or white, square or triangle."""

from __future__ import annotations

from dataclasses import dataclass

FEATURES = ("size", "colour", "shape")
VALUES = (("small", "large"), ("white", "black"), ("triangle", "square"))
"""The two values of each feature. Without a disguise, the second one is 1."""


@dataclass(frozen=True)
class Figure:
    """One figure; each number says which of its feature's two values it has."""

    size: int
    colour: int
    shape: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its values, feature by feature: large, white, triangle."""
        places = (self.size, self.colour, self.shape)
        return tuple(values[place] for values, place in zip(VALUES, places, strict=True))

    @property
    def name(self) -> str:
        """What it is called: large white triangle."""
        return " ".join(self.words)
