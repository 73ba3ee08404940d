"""`neuron-tui serve`: the game for visitors, in their browsers."""
