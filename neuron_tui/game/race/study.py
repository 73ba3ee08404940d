"""The study that the race follows: what is the same, what is not, and where it is told.

The order of the figures was checked in the study's own data, trial by trial.
"""

from __future__ import annotations

from typing import Final

AS_IN_THE_STUDY: Final = (
    "Sixteen figures make a block, two rounds of eight. In the first block each round shows all eight "
    "figures. After that, each figure comes twice in a block, in a random order.",
    "You are told the right answer after each figure.",
    "Four rounds in a row without a fault end it. Whoever is done counts as faultless from then on.",
)
UNLIKE_THE_STUDY: Final = (
    "A race ends after 16 blocks. The study went on to 25.",
    "Figures differ in size, colour and shape. In the study it was size, shape and the line inside.",
    "In the study everyone learned two kinds, and the second went better. The published errors are of both. "
    "You may race as often as you like.",
    "You see how the neuron does as you go. You may leave, and come back.",
    "A match on the same puzzle shows most of the answers. Race before you play it.",
)
LATER_STUDIES: Final = (
    "In the study of 1994 exclusive or (II) was easier for people than the majority (IV). Later studies "
    "found less of a difference, which may be chance (Lewandowsky 2011; Kurtz and others 2013). It also "
    "depends on what people are told."
)
SOURCES: Final = (
    "The study: Nosofsky, Gluck, Palmeri, McKinley and Glauthier (1994), Memory & Cognition 22, 352-369. It "
    "repeats one by Shepard, Hovland and Jenkins (1961), Psychological Monographs 75 (13).",
    "Later ones: Lewandowsky (2011), Journal of Experimental Psychology: Learning, Memory, and Cognition 37, "
    "720-738; Kurtz, Levering, Stanton, Romero and Morris (2013), the same journal 39, 552-572.",
)
