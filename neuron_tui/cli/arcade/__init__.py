"""`neuron-tui arcade`."""
