"""`neuron-tui forget` and `neuron-tui journal`: the journal in the player's own hands."""
