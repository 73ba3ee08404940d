"""The keys of a race, in the order in which the line of keys offers them; and what its help says."""

from __future__ import annotations

from textual.binding import Binding, BindingType

SAY = Binding.Group("say")
RACE_KEYS: list[BindingType] = [
    Binding("0", "decide(0)", "say 0", group=SAY),
    Binding("1", "decide(1)", "say 1", group=SAY),
    Binding("left", "decide(0)", "say 0", show=False, key_display="\u2190"),
    Binding("right", "decide(1)", "say 1", show=False, key_display="\u2192"),
    Binding("enter,space", "go_on", "go on", key_display="Enter", tooltip="go on; also Space"),
    Binding("enter", "home", "home", key_display="Enter", tooltip="to the list of puzzles"),
    Binding("n", "anew", "a new race", tooltip="begin a new race instead"),
    Binding("a", "again", "race again", tooltip="another race on it"),
    Binding("escape", "leave", "leave", key_display="Esc", tooltip="leave; it is kept"),
]
RACE_HELP = """
You and the neuron see the same figures in the same order. Each says 0 or 1, and then both are told
the right answer. The neuron makes one adjustment on that figure alone.

A block is sixteen figures: two rounds that show all eight in a random order. Four rounds in a row
without a fault end the race, or the sixteenth block. Leave whenever you like: it is kept, and goes
on where you left it.

Which of the three inputs is size, colour or shape, and what stands for 1, is drawn anew for each
race.

The curves are the share of wrong answers in each block: \u25b2 yours, \u25cf the neuron's, and
dotted with \u25cb those of forty people who learned this kind of pattern (Nosofsky and others,
1994). They raced as you do. Whoever is done counts as faultless from then on.

At the end stands who was wrong how often over all the figures that you judged. For people it is the
same blocks, and of a block that you did not finish, as much of it as you saw.
"""
