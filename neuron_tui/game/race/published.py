"""What was published: how often people were wrong, block by block, on each of the six kinds.

Nosofsky, Gluck, Palmeri, McKinley and Glauthier (1994), "Comparing models of rule-based classification
learning: A replication and extension of Shepard, Hovland, and Jenkins (1961)", Memory & Cognition 22,
352-369, Table 1, its first 16 blocks.
"""

from __future__ import annotations

from neuron_tui.game.race.kinds import Kind

SOURCE = "Nosofsky and others (1994), Memory & Cognition 22, 352-369"
SHORT_SOURCE = "Nosofsky et al. 1994"
PEOPLE = 40
"""So many people learned each kind."""
ERRORS: dict[Kind, tuple[float, ...]] = {
    "I": (
        0.211, 0.025, 0.003, 0.000, 0.000, 0.000, 0.000, 0.000,
        0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000,
    ),
    "II": (
        0.378, 0.156, 0.083, 0.056, 0.031, 0.027, 0.028, 0.016,
        0.016, 0.008, 0.000, 0.002, 0.005, 0.003, 0.002, 0.000,
    ),
    "III": (
        0.459, 0.286, 0.223, 0.145, 0.081, 0.078, 0.063, 0.033,
        0.023, 0.016, 0.019, 0.009, 0.008, 0.013, 0.009, 0.013,
    ),
    "IV": (
        0.422, 0.295, 0.222, 0.172, 0.148, 0.109, 0.089, 0.063,
        0.025, 0.031, 0.019, 0.025, 0.005, 0.000, 0.000, 0.000,
    ),
    "V": (
        0.472, 0.331, 0.230, 0.139, 0.106, 0.081, 0.067, 0.078,
        0.048, 0.045, 0.050, 0.036, 0.031, 0.027, 0.016, 0.014,
    ),
    "VI": (
        0.498, 0.341, 0.284, 0.245, 0.217, 0.192, 0.192, 0.177,
        0.172, 0.128, 0.139, 0.117, 0.103, 0.098, 0.106, 0.106,
    ),
}  # fmt: skip
"""The mean share of wrong answers in each block of 16 trials. Whoever had four faultless rounds of eight in a
row stopped, and counts as faultless from then on."""
